"""The worklist screen: lists of people at the left, what is due and unfinished at the right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.cases import CaseCard
from desktop.views.person.ask_panel import AskPanel
from desktop.views.person.attempt_panel import AttemptPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.draft_card_panel import DraftCardPanel, DraftWords
from desktop.views.person.draft_panels import draft_panels
from desktop.views.person.task_panel import Task
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.row_item import Column
from desktop.views.widgets.top_bar import TopBar
from desktop.views.worklist.find_bar import FindBar
from desktop.views.worklist.new_person_panel import NewPersonPanel
from desktop.views.worklist.reach_dots import ReachDots
from desktop.views.worklist.worklist_lists import CaseChoice, ListPanel, go_to_found
from desktop.views.worklist.worklist_state import WorklistState

SHARES = (36, 39, 40, 27)
"""Widths of person, since arrival, last attempt, next attempt."""


class WorklistView(DeskFrame):
    """Signals: ``case_chosen(key)``, ``case_opened(key)``, ``outside_opened(key)``,
    ``draft_opened(key)``, ``returned_opened(key)``; ``new_person_requested()``,
    ``attempt_requested()``, ``open_requested()``; ``query_changed(text)``.
    The panels tell what was typed into them."""

    case_chosen = Signal(str)
    case_opened = Signal(str)
    outside_opened = Signal(str)
    draft_opened = Signal(str)
    returned_opened = Signal(str)
    new_person_requested = Signal()
    attempt_requested = Signal()
    open_requested = Signal()
    query_changed = Signal(str)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name="worklist")
        self._is_empty = False
        self._language = language
        self._build_top()
        self._build_lists()
        self._build_sides(language, now)
        self._build_actions()
        self.choice = CaseChoice(
            [*(panel.rows for panel in self._cases), self.due.rows],
            self,
        )
        self.choice.chosen.connect(self.case_chosen)
        self.choice.opened.connect(self.case_opened)
        self.outside.rows.opened.connect(self.outside_opened)
        self.drafts.rows.opened.connect(self.draft_opened)
        self.returned.rows.opened.connect(self.returned_opened)
        self._key(QKeySequence(QKeySequence.StandardKey.New), self._new_person)
        self._key(QKeySequence(QKeySequence.StandardKey.Find), self._find)
        self.layout_changed.connect(self._follow_layout)

    def show_state(self, state: WorklistState) -> None:
        """Show the lists; focus and choice stay where they were."""
        self.top.set_title(self.tr("Worklist"), state.second)
        reach = state.reach
        self.reach.show_reach(reach.reached, reach.arrived, reach.words, reach.second)
        self._is_empty = state.is_empty
        self.empty.setVisible(state.is_empty)
        self.set_alone(is_alone=state.is_empty)
        self.eligible.show_rows(state.eligible)
        self.eligible.setVisible(not state.is_empty)
        self.calls.show_rows(state.call_list)
        self.seen.show_rows(state.in_progress)
        self.missed.show_rows(state.missed)
        self.closed.show_rows(state.closed)
        self.outside.show_rows(state.outside)
        self.due.show_rows(state.due)
        self.drafts.show_rows(state.drafts)
        self.returned.show_rows(state.returned)
        self.choice.show_chosen(state.selected)
        open_cases = (state.eligible, state.call_list, state.in_progress)
        lists = (*open_cases, state.missed, state.closed, state.outside)
        self.find_bar.show_found(sum(map(len, lists)) if state.is_finding else None)
        self._show_actions(state)

    def show_draft(self, words: DraftWords) -> None:
        """Name the draft that was left, with the focus on going on with it."""
        self.draft_card.show_words(words)
        self.draft_card.resume.setFocus()
        announce(self.draft_card, f"{words.form}. {words.place}")

    def open_task(self, task: Task) -> None:
        """The one filled button is that of the task."""
        super().open_task(task)
        self.empty_button.set_role(ButtonRole.PLAIN)

    def close_task(self) -> None:
        """The next step of an empty list is filled again."""
        super().close_task()
        self.empty_button.set_role(ButtonRole.PRIMARY)

    def start_new_person(self) -> None:
        """Open the panel for a new person."""
        self.new_person().begin()
        self.open_task(self.new_person())

    def start_attempt(self, card: CaseCard) -> None:
        """Open the panel for an attempt."""
        asked = card.wishes_elsewhere
        self.attempt().begin(card.alias, card.standing, wishes_elsewhere=asked)
        self.open_task(self.attempt())

    def focus_list(self) -> None:
        """Put the focus on the chosen person, or on the one next step of an empty list."""
        if self._is_empty:
            self.empty_button.setFocus()
            return
        for panel in self._cases:
            if panel.rows.chosen_key():
                panel.rows.focus_chosen()
                return

    def _build_top(self) -> None:
        self.top = TopBar(self.tr("Worklist"), self, name="worklist-top")
        self.reach = ReachDots(self._say("worklist.open-reach"), self.top, name="worklist-reach")
        self.top.add_right(self.reach)
        self.set_top(self.top)

    def _build_lists(self) -> None:
        main = self.body.main_column
        self.draft_card = DraftCardPanel(main, name="worklist-resume", is_closable=True)
        self.find_bar = FindBar(main)
        self.find_bar.query_changed.connect(self.query_changed)
        self.find_bar.list_wanted.connect(self._go_to_found)
        title = self._say("outing.list")
        self.late = ListPanel(title, main, name="worklist-late", opens_on_press=True)
        heads = (self.tr("Since arrival"), self.tr("Last attempt"), self.tr("Next attempt"))
        title = self.tr("Eligible, not yet seen")
        self.eligible = ListPanel(
            title, main, name="worklist-eligible", columns=self._columns(heads), hides_empty=False
        )
        self.eligible.set_note(self.tr("Longest wait first"))
        heads = (self.tr("Last news"), self.tr("What happened"), self.tr("Next call"))
        title = self.tr("Left before contact: call list")
        self.calls = ListPanel(title, main, name="worklist-calls", columns=self._columns(heads))
        heads = (self.tr("Reached"), self.tr("Language"), self.tr("Next contact"))
        title = self.tr("Seen, still open")
        self.seen = ListPanel(title, main, name="worklist-seen", columns=self._columns(heads))
        why, last = self._say("worklist.stood-in-way"), self._say("worklist.last-news")
        heads = (self.tr("Arrived"), why, last)
        title = self._say("worklist.missed")
        self.missed = ListPanel(title, main, name="worklist-missed", columns=self._columns(heads))
        self.missed.set_note(self._say("worklist.this-month"))
        heads = (self.tr("Arrived"), self.tr("State"), "")
        title = self.tr("Closed")
        self.closed = ListPanel(title, main, name="worklist-closed", columns=self._columns(heads))
        self._cases = (self.eligible, self.calls, self.seen, self.missed, self.closed)
        self.outside = ListPanel(
            self._say("worklist.outside"),
            main,
            name="worklist-outside",
            opens_on_press=True,
        )
        self._build_empty(main)
        first = (self.draft_card, self.find_bar, self.late)
        for widget in (*first, *self._cases, self.outside, self.empty):
            self.body.main.addWidget(widget)

    def _build_empty(self, parent: QWidget) -> None:
        self.empty = EmptyState(
            self.tr("Nobody is on the list"),
            self.tr("When the team hears of somebody, add the person here with an alias."),
            parent,
            name="worklist-empty",
        )
        self.empty_button = Button(
            self.tr("New person"),
            self.empty,
            name="worklist-first",
            role=ButtonRole.PRIMARY,
            icon=Icon.PLUS,
        )
        self.empty_button.clicked.connect(self._new_person)
        self.empty.add_action(self.empty_button)
        self.empty.hide()

    def _columns(self, heads: tuple[str, str, str]) -> tuple[Column, ...]:
        titles = (self.tr("Person"), *heads)
        return tuple(Column(title, share) for title, share in zip(titles, SHARES, strict=True))

    def _build_sides(self, language: str, now: Callable[[], datetime]) -> None:
        side = self.body.side_column
        self.due = ListPanel(self.tr("Due now"), side, name="worklist-due")
        self.drafts = ListPanel(
            self.tr("Your drafts"), side, name="worklist-drafts", opens_on_press=True
        )
        self.returned = ListPanel(
            self.tr("Returned with a comment"), side, name="worklist-returned", opens_on_press=True
        )
        for panel in (self.due, self.drafts, self.returned):
            self.add_side(panel)
        wanted = self.on_demand
        self.new_person = wanted(lambda: NewPersonPanel(language, now, side))
        self.new_person.when_made(lambda task: task.action_changed.connect(self.word_task))
        self.asking = wanted(lambda: AskPanel(language, side, name="worklist-ask"))
        self.attempt = wanted(lambda: AttemptPanel(language, now, side, name="worklist-attempt"))
        self.draft_panels = draft_panels(self, language, name="worklist-draft")

    def _build_actions(self) -> None:
        self.action_bar = ActionBar(self, name="worklist-actions")
        bar = self.action_bar
        self.new_button = Button(self.tr("New person"), bar, name="worklist-new", icon=Icon.PLUS)
        self.find_button = Button(self.tr("Find"), bar, name="worklist-find", icon=Icon.SEARCH)
        self.log_button = Button(self.tr("Log attempt"), bar, name="worklist-log", icon=Icon.PEN)
        self.open_button = Button(
            self.tr("Open"), bar, name="worklist-open", role=ButtonRole.PRIMARY
        )
        self.action_bar.add_left(self.new_button)
        self.action_bar.add_left(self.find_button)
        self.action_bar.add_right(self.log_button)
        self.action_bar.add_right(self.open_button)
        self.new_button.clicked.connect(self._new_person)
        self.find_button.clicked.connect(self._find)
        self.log_button.clicked.connect(self._log_attempt)
        self.open_button.clicked.connect(self._open)
        self.set_actions(self.action_bar)

    def _show_actions(self, state: WorklistState) -> None:
        alias = state.selected_alias
        self.open_button.setText(self.tr("Open {alias}").format(alias=alias))
        self.open_button.setVisible(bool(alias))
        self.log_button.setVisible(state.can_log)
        self.new_button.setVisible(not state.is_empty)
        self.find_button.setVisible(not state.is_empty or state.is_finding)
        self._note = self.tr("{alias} is selected").format(alias=alias) if alias else ""
        self._show_note()

    def _show_note(self) -> None:
        self.action_bar.set_note(self._note if self.desk_layout is Layout.FULL else "")

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    def _key(self, keys: QKeySequence, act: Callable[[], None]) -> None:
        QShortcut(keys, self).activated.connect(act)

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        is_full, is_stacked = layout is Layout.FULL, layout is Layout.STACKED
        for panel in self._cases:
            panel.set_stacked(is_stacked)
        self.reach.set_words_only(is_words_only=not is_full)
        for button in (self.new_button, self.find_button, self.log_button):
            button.set_icon_only(is_stacked)
        self._show_note()

    @Slot()
    def _new_person(self) -> None:
        self.new_person_requested.emit()

    @Slot()
    def _find(self) -> None:
        self.find_bar.open()

    @Slot(bool)
    def _go_to_found(self, is_enter: bool) -> None:
        """The first of those that were found; with nobody the focus stays in the line."""
        lists = (*self._cases, self.outside)
        asked = bool(self.find_bar.line.value())
        if not go_to_found(lists, opens_the_only=is_enter and asked):
            announce(self.find_bar.line, self.find_bar.words.text())

    @Slot()
    def _log_attempt(self) -> None:
        self.attempt_requested.emit()

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit()
