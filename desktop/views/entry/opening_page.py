"""While a store is opened or made: what is being done, and that it is under way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.focus_ring import NO_RING
from desktop.views.widgets.wrap_label import WrapLabel


class OpeningPage(EntryPage):
    """Nothing to press; the next page comes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="opening", title=self.tr("Opening"))
        self.what_label = WrapLabel("", self, style=TextStyle.ROW, tone=Tone.MUTED)
        self.busy = Busy(self, name="opening-busy", can_cancel=False)
        self.body.addWidget(self.what_label)
        self.body.addWidget(self.busy)

    def focus_first(self) -> None:
        """Away from whatever was pressed before; the page itself shows no ring."""
        self.setProperty(NO_RING, True)
        self.setAccessibleName(self.title)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, *, is_demo: bool) -> None:
        """Say which store is being opened."""
        if is_demo:
            words = self.tr(
                "The practice store with invented people. The first time it is made, "
                "which can take half a minute."
            )
        else:
            words = self.tr("Looking at this workstation.")
        self.what_label.setText(words)
        self.busy.start(self.tr("Opening"))
