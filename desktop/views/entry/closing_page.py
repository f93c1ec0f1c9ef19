"""While the day's backup is made before the window closes: how far it is, and a way out."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class ClosingPage(EntryPage):
    """Signals: ``close_now_requested()``: the backup is not worth waiting for."""

    close_now_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="closing", title=self.tr("Making today's backup"))
        words = self.tr(
            "The keys are forgotten already and nothing can be read any more. Firstlight closes by"
            " itself when the backup is made and checked."
        )
        self.what_label = WrapLabel(words, self, style=TextStyle.ROW, tone=Tone.MUTED)
        self.step_label = WrapLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("closing-bar")
        self.bar.setTextVisible(False)
        self.close_button = Button(self.tr("Close without a backup"), self, name="closing-now")
        self.close_button.clicked.connect(self._close_now)
        for widget in (self.what_label, self.step_label, self.bar):
            self.body.addWidget(widget)
        self.body.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """The one thing that can be pressed."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_step(self, words: str, done: int, total: int) -> None:
        """How far it is; ``total`` 0 when that is not known."""
        self.step_label.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(words)

    @Slot()
    def _close_now(self) -> None:
        self.close_now_requested.emit()
