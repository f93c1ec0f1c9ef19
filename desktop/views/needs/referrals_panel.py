"""The referrals of a case below its needs: the list, what it is for while empty, and one to add."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class ReferralsPanel(Panel):
    """Keys of rows are ids of referrals. Signals: ``referral_opened(key)``; ``add_requested()``."""

    referral_opened = Signal(str)
    add_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("refer.title", language)
        super().__init__(title, parent, name="referrals", is_flush=True)
        words = sentence("refer.add", language)
        self.add_button = Button(words, self, name="referrals-add", icon=Icon.PLUS)
        self.head.addWidget(self.add_button)
        self.rows = RowList(title, self, name="referrals-list", opens_on_press=True)
        self.body.addWidget(self.rows)
        self.empty = WrapLabel(sentence("refer.none", language), self, tone=Tone.MUTED)
        self.empty.setObjectName("referrals-empty")
        self._around = QWidget(self)
        around = QVBoxLayout(self._around)
        around.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        around.addWidget(self.empty)
        self.body.addWidget(self._around)
        self.rows.opened.connect(self.referral_opened)
        self.add_button.clicked.connect(self._add)

    def show_referrals(self, rows: Sequence[RowItem], *, may_add: bool) -> None:
        """Show them; ``may_add`` while a need is open and the reader may write. With
        neither there is nothing to say."""
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._around.setVisible(not rows)
        self.add_button.setVisible(may_add)
        self.setVisible(bool(rows) or may_add)

    def focus_row(self, key: str) -> None:
        """The row of this referral, else the first, else the one to add."""
        self.rows.set_chosen(key)
        if self.rows.rows():
            self.rows.focus_chosen()
        else:
            self.add_button.setFocus()

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit()
