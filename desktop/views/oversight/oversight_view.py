"""The oversight desk: what waits for somebody else's eyes, and one panel that asks."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.read_oversight import Oversight
from desktop.views.oversight.oversight_reader import OversightRows
from desktop.views.person.ask_panel import Ask, AskPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel
from desktop.views.worklist.worklist_lists import ListPanel


class OversightView(DeskFrame):
    """Keys of rows are ids of accesses and people.

    Signals: ``access_opened(key)``, ``wish_opened(key)``, ``hold_opened(key)``,
    ``loan_opened(key)``; ``hold_requested()``, ``codes_requested()``; ``switched(key, is_on)``.
    """

    access_opened = Signal(str)
    wish_opened = Signal(str)
    hold_opened = Signal(str)
    loan_opened = Signal(str)
    hold_requested = Signal()
    codes_requested = Signal()
    switched = Signal(str, bool)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="oversight")
        self._language = language
        self.set_top(TopBar(self._words("oversight.title"), self, name="oversight-top"))
        main = self.body.main_column
        self.empty = EmptyState(
            self._words("oversight.empty"),
            self._words("oversight.empty-help"),
            main,
            name="oversight-empty",
        )
        self.body.main.addWidget(self.empty)
        self.to_review = self._list("to-review", is_pressed=True)
        self.wishes = self._list("wishes", is_pressed=True)
        self.loans = self._list("loans", is_pressed=True)
        self.holds = self._list("holds", is_pressed=True)
        self.switches = self._list("switches")
        self.reviewed = self._list("reviewed")
        self.erased = self._list("erased")
        self._build_side()
        self._build_actions()
        self.layout_changed.connect(self._follow_layout)
        self.to_review.rows.opened.connect(self.access_opened)
        self.wishes.rows.opened.connect(self.wish_opened)
        self.holds.rows.opened.connect(self.hold_opened)
        self.loans.rows.opened.connect(self.loan_opened)
        self.switches.rows.checked.connect(self.switched)

    def show_rows(self, rows: OversightRows, oversight: Oversight) -> None:
        """Show the lists; focus stays where it was."""
        self.to_review.show_rows(rows.to_review)
        self.wishes.show_rows(rows.wishes)
        self.loans.show_rows(rows.loans)
        self.holds.show_rows(rows.holds)
        self.switches.show_rows(rows.switches)
        self.reviewed.show_rows(rows.reviewed)
        self.erased.show_rows(rows.erased)
        waiting = (rows.to_review, rows.wishes, rows.loans, rows.holds)
        self.empty.setVisible(not any(waiting))
        self.hold_button.setVisible(oversight.may_guard)
        self.codes_button.setVisible(oversight.may_read_lent)

    def ask(self, ask: Ask) -> None:
        """Open the panel with this question."""
        self.asking.begin(ask)
        self.open_task(self.asking)

    def focus_first(self) -> None:
        """The first row that waits, or the first act."""
        for panel in (self.to_review, self.wishes, self.loans, self.holds, self.switches):
            rows = panel.rows.rows()
            if rows:
                rows[0].setFocus()
                return
        for button in (self.hold_button, self.codes_button):
            if button.isVisibleTo(self):
                button.setFocus()
                return

    def _list(self, name: str, *, is_pressed: bool = False) -> ListPanel:
        panel = ListPanel(
            self._words(f"oversight.list-{name}"),
            self.body.main_column,
            name=f"oversight-{name}",
            opens_on_press=is_pressed,
        )
        self.body.main.addWidget(panel)
        return panel

    def _build_side(self) -> None:
        side = self.body.side_column
        note = Panel("", side, name="oversight-note")
        note.set_title(self._words("oversight.note-title"))
        note.body.addWidget(WrapLabel(self._words("oversight.note-words"), note, tone=Tone.MUTED))
        self.add_side(note)
        self.asking = AskPanel(self._language, side, name="oversight-ask")
        self.add_task(self.asking)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="oversight-actions")
        self.codes_button = self._button(bar, "codes", Icon.KEY, self._codes)
        self.hold_button = self._button(bar, "hold", Icon.LOCK, self._hold)
        self.set_actions(bar)

    def _button(self, bar: ActionBar, name: str, icon: Icon, act: Callable[[], None]) -> Button:
        words = self._words(f"oversight.act-{name}")
        button = Button(words, bar, name=f"oversight-{name}", icon=icon)
        button.clicked.connect(act)
        button.hide()
        bar.add_right(button)
        return button

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        self.codes_button.set_icon_only(layout is Layout.STACKED)

    @Slot()
    def _codes(self) -> None:
        self.codes_requested.emit()

    @Slot()
    def _hold(self) -> None:
        self.hold_requested.emit()
