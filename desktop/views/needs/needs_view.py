"""The needs of one case: the list in its order, and one need at the side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.needs.claim_panel import ClaimPanel
from desktop.views.needs.compensation_panel import CompensationPanel
from desktop.views.needs.need_panel import NeedPanel
from desktop.views.needs.new_referral_panel import NewReferralPanel
from desktop.views.needs.referral_panel import ReferralPanel
from desktop.views.needs.referrals_panel import ReferralsPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel


class NeedsView(DeskFrame):
    """Keys of rows are categories. Signals: ``back_requested()``; ``need_opened(key)``;
    ``add_requested()``; ``packet_requested()``; ``undo_requested()``."""

    back_requested = Signal()
    need_opened = Signal(str)
    add_requested = Signal()
    packet_requested = Signal()
    undo_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="needs")
        self._language = language
        self.top = TopBar("", self, name="needs-top", has_back=True)
        self.top.back_requested.connect(self.back_requested)
        self.set_top(self.top)
        main = self.body.main_column
        self.notice = UndoNotice(main, name="needs-notice")
        self.notice.undo_requested.connect(self.undo_requested)
        self.missing = WrapLabel("", main, tone=Tone.WARNING)
        self._panel = Panel("", main, name="needs-panel", is_flush=True)
        self.rows = RowList(
            self._words("needs.title"), self._panel, name="needs-list", opens_on_press=True
        )
        self.rows.set_rounds_top(True)
        self._panel.body.addWidget(self.rows)
        self.empty = EmptyState("", "", main, name="needs-empty")
        self.referrals = ReferralsPanel(language, main)
        shown = (self.notice, self.missing, self._panel, self.empty, self.referrals)
        for widget in shown:
            self.body.main.addWidget(widget)
        self.rows.opened.connect(self.need_opened)
        self._build_side()
        self._build_actions()

    def show_needs(
        self, alias: str, rows: Sequence[RowItem], empty: tuple[str, str], missing: str
    ) -> None:
        """Show the list; ``empty`` stands in its place, ``missing`` says what is left out."""
        self.top.set_title(alias, self._words("needs.title"))
        self.rows.show_rows(rows)
        self._panel.setVisible(bool(rows))
        self.empty.show_words(*empty)
        self.empty.setVisible(not rows)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))

    def allow_writing(self, *, may_write: bool) -> None:
        """Whether a need may be added."""
        self.add_button.setVisible(may_write)

    def focus_row(self, key: str = "") -> None:
        """The row of this need, else the first, else the next act."""
        self.rows.set_chosen(key)
        if self.rows.rows():
            self.rows.focus_chosen()
        else:
            self.packet_button.setFocus()

    def _build_side(self) -> None:
        side = self.body.side_column
        note = Panel(self._words("needs.about"), side, name="needs-about")
        for part in ("needs.about-answers", "needs.about-paper", "needs.about-codes"):
            note.body.addWidget(WrapLabel(self._words(part), note, tone=Tone.MUTED))
        self.add_side(note)
        self.compensation = CompensationPanel(self._language, side)
        self.compensation.hide()
        self.add_side(self.compensation)
        self.need = NeedPanel(self._language, side)
        self.new_referral = NewReferralPanel(self._language, side)
        self.referral = ReferralPanel(self._language, side)
        self.claim = ClaimPanel(self._language, side)
        for task in (self.need, self.new_referral, self.referral, self.claim):
            self.add_task(task)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="needs-actions")
        self.add_button = Button(self._words("needs.add"), bar, name="needs-add", icon=Icon.PLUS)
        self.packet_button = Button(
            self._words("needs.packet"), bar, name="needs-packet", role=ButtonRole.PRIMARY
        )
        bar.add_left(self.add_button)
        bar.add_right(self.packet_button)
        self.add_button.clicked.connect(self._add)
        self.packet_button.clicked.connect(self._packet)
        self.add_button.hide()
        self.set_actions(bar)

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit()

    @Slot()
    def _packet(self) -> None:
        self.packet_requested.emit()
