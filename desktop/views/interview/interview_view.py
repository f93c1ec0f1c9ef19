"""The interview screen: banner, room, sections, page, side panel, actions; shows and tells."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.session import ItemKey
from desktop.views.interview.alert_stack import AlertStack
from desktop.views.interview.column_width import NO_LIMIT, column_widths
from desktop.views.interview.compact_bar import CompactBar
from desktop.views.interview.focus_order import FocusOrder
from desktop.views.interview.interview_actions import InterviewActions
from desktop.views.interview.interview_state import (
    ActionState,
    AlertState,
    HeadState,
    RoomBarState,
    ScoreState,
    SectionEntry,
)
from desktop.views.interview.layouts.making import Card
from desktop.views.interview.layouts.parts import PageState
from desktop.views.interview.page_head import PageHead
from desktop.views.interview.room_bar import RoomBar, RoomButton
from desktop.views.interview.score_panel import ScorePanel
from desktop.views.interview.section_page import SectionPage
from desktop.views.interview.sections_panel import SectionsPanel
from desktop.views.interview.turn_button import TurnButton
from desktop.views.person.person_banner import PersonBanner, PersonBannerState
from desktop.views.safety_plan.plan_side import PlanSide
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.widgets.announce import announce
from desktop.views.widgets.growing_place import GrowingPlace
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.steady_place import SteadyPlace
from desktop.views.widgets.surface import Ground, Rule, Surface


class InterviewView(Surface):
    """Built of parts that can be rebuilt from state at any time.

    ``side`` replaces the score panel (a safety plan's "On paper"). Signals: those of the parts,
    passed on; ``next_section_requested()`` Ctrl+Enter; ``layout_changed()`` words may be shorter;
    ``turn_requested()`` to the person; ``unsaved_changed()`` when ``has_unsaved`` may have.
    """

    answered = Signal(str, object)
    question_focused = Signal(str)
    section_requested = Signal(str)
    jump_requested = Signal(str)
    room_changed = Signal(object, object)
    language_chosen = Signal(str)
    next_section_requested = Signal()
    back_requested = Signal()
    turn_requested = Signal()
    layout_changed = Signal()
    unsaved_changed = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        side: PlanSide | None = None,
    ) -> None:
        super().__init__(Ground.CANVAS, parent)
        self.setObjectName("interview")
        self._now = now
        self._is_plan = side is not None
        self._column_widths = column_widths(is_plan=self._is_plan)
        self._layout: Layout | None = None
        self._focus_order = FocusOrder()
        self.banner = PersonBanner(self, name="interview-banner")
        self.room_button = RoomButton(self)
        self._room_holder = GrowingPlace(self.room_button, self)
        self.banner.add_right(self._room_holder)
        self.turn_button = TurnButton(self)
        self.banner.add_right(GrowingPlace(self.turn_button, self))
        self.room = RoomBar(self)
        self.sections = SectionsPanel(self)
        self.head = PageHead(self)
        self.page = SectionPage(now, self)
        self.note = MessageBar(self, name="interview-note")
        self.alerts = AlertStack(self.page, now)
        self.score = ScorePanel(self)
        self.side: PlanSide | ScorePanel = side or self.score
        self.action_bar = InterviewActions(self, is_plan=self._is_plan)
        self.compact = CompactBar(self.sections, self.side, self._column_widths, self)
        self._lay_out()
        self._connect()
        self._add_keys()
        theme_holder().changed.connect(self._fit)
        # The narrowest first: what has not been shown yet must not widen the window.
        self._arrange(Layout.STACKED)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.banner, self.room, self.compact):
            column.addWidget(bar)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._rules = (Rule(self, is_upright=True), Rule(self, is_upright=True))
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self._head_place = SteadyPlace(self.head, self)
        middle.addWidget(self._head_place)
        middle.addWidget(self.page, 1)
        middle.addWidget(self.note)
        self._body.addWidget(self.sections)
        self._body.addWidget(self._rules[0])
        self._body.addLayout(middle, 1)
        self._body.addWidget(self._rules[1])
        self._body.addWidget(self.side)
        column.addLayout(self._body, 1)
        column.addWidget(self.action_bar)
        if self._is_plan:
            self.score.hide()
            self.compact.set_side_words(self.tr("On paper"), Icon.FILE_TEXT)
        self.room.hide()

    def _connect(self) -> None:
        self.banner.back_requested.connect(self.back_requested)
        self.turn_button.turn_requested.connect(self.turn_requested)
        self.room.room_changed.connect(self.room_changed)
        self.room_button.room_changed.connect(self.room_changed)
        self.sections.section_requested.connect(self._section_pressed)
        self.head.language_chosen.connect(self.language_chosen)
        self.compact.language_chosen.connect(self.language_chosen)
        self.page.answered.connect(self.answered)
        self.page.question_focused.connect(self.question_focused)
        self.page.left_empty.connect(self.action_bar.focus_next)
        self.page.growth.grown.connect(self._page_grown)
        for part in (self.page, self.alerts):
            part.unsaved_changed.connect(self.unsaved_changed)
        if isinstance(self.side, PlanSide):
            self.side.review.line.unsaved_changed.connect(self.unsaved_changed)
        self.score.jump_requested.connect(self._jump_pressed)

    def _add_keys(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._add_key(keys).activated.connect(self.next_section_requested)
        self._add_key("Ctrl+Z").activated.connect(self.action_bar.undo.click)
        self._add_key("Ctrl+Shift+Z").activated.connect(self.action_bar.redo.click)

    def _add_key(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def show_banner(self, state: PersonBannerState) -> None:
        """Show whose interview it is."""
        self.banner.show_state(state)

    def show_room(self, state: RoomBarState) -> None:
        """Show who is here."""
        self.room.show_room(state)
        self.room_button.show_room(state)
        self._fit()

    def show_head(self, state: HeadState) -> None:
        """Show the section and the place in it."""
        self.head.show_head(state)
        self.compact.show_head(state)

    def show_sections(self, sections: tuple[SectionEntry, ...], current: str) -> None:
        """Show the section list."""
        self.sections.show_sections(sections, current)

    def show_score(self, state: ScoreState) -> None:
        """Show the panel at the right."""
        self.score.show_score(state)
        self.compact.show_score(state)

    def show_actions(self, state: ActionState) -> None:
        """Show what the buttons can do."""
        self.action_bar.show_actions(state)

    def show_page(self, page: PageState, *, is_new: bool) -> None:
        """Show a section; a new one is announced."""
        self.page.show_page(page)
        if is_new:
            announce(self, self.head.title.text())

    def show_alerts(self, alerts: tuple[AlertState, ...]) -> None:
        """Show every alert of this interview; one that just opened takes the focus."""
        self.alerts.show_alerts(alerts)
        self.action_bar.set_primary(not any(one.is_open and one.is_here for one in alerts))

    def focus_question(self, key: ItemKey | None) -> None:
        """Put the focus into a question of the page; None: the first."""
        self.page.focus_question(key)

    def order_focus(self, changed: Iterable[ItemKey] | None = None) -> None:
        """Tab order is reading order, also for what came in between.

        After ``changed`` questions the other cards are not looked through again; a new one is.
        """
        before = (self.banner, self.room, self.sections, self.compact, self.head)
        parts = (*before, *self.page.parts(), self.note, self.side, self.action_bar)
        if changed is None:
            self._focus_order.apply(self, parts)
            return
        cards = [card for key in changed if (card := self.page.card(key)) is not None]
        panels = [part for part in self.page.parts() if not isinstance(part, Card)]
        self._focus_order.apply(self, parts, [*cards, *panels, self.note, self.side])

    @property
    def has_unsaved(self) -> bool:
        """Whether anything on the screen was not told: half a word, half a hand-off."""
        side = self.side
        is_side_unsaved = isinstance(side, PlanSide) and side.review.line.has_unsaved
        return self.page.has_unsaved or self.alerts.has_unsaved or is_side_unsaved

    def flush(self) -> None:
        """Tell what was typed now."""
        self.page.flush()
        if isinstance(self.side, PlanSide):
            self.side.flush()

    @Slot(tuple)
    def _page_grown(self, finished: tuple[ItemKey, ...]) -> None:
        self.order_focus(finished)

    @Slot(str)
    def _section_pressed(self, section: str) -> None:
        self.compact.sections.close_popup()
        self.section_requested.emit(section)

    @Slot(str)
    def _jump_pressed(self, key: str) -> None:
        self.compact.side.close_popup()
        self.jump_requested.emit(key)

    @Slot()
    def _fit(self) -> None:
        """Choose the layout for the width, counted with the rail."""
        theme = current_theme()
        wanted = layout_for(self.window().width(), theme.scale)
        room_fits = wanted is Layout.FULL and self.room.wanted_width() <= self.width()
        self.room.setVisible(room_fits and not self._is_plan)
        self._room_holder.setVisible(not room_fits or self._is_plan)
        for column, width in zip((self.sections, self.side), self._column_widths, strict=True):
            is_fixed = wanted is Layout.FULL
            column.setMinimumWidth(theme.metrics.scaled(width) if is_fixed else 0)
            column.setMaximumWidth(theme.metrics.scaled(width) if is_fixed else NO_LIMIT)
        if wanted is not self._layout:
            self._arrange(wanted)

    def _arrange(self, wanted: Layout) -> None:
        was_full = self._layout is None or self._layout is Layout.FULL
        is_full, is_stacked = wanted is Layout.FULL, wanted is Layout.STACKED
        if was_full and not is_full:
            self.compact.sections.take()
            self.compact.side.take()
        elif is_full and not was_full:
            self.compact.sections.give_back(self._body, 0)
            self.compact.side.give_back(self._body, self._body.count())
        self._layout = wanted
        self.compact.setVisible(not is_full)
        self.compact.set_stacked(is_stacked)
        self._head_place.setVisible(is_full)
        for rule in self._rules:
            rule.setVisible(is_full)
        self.action_bar.set_compact(not is_full)
        self.turn_button.set_icon_only(not is_full)
        self.page.set_layout(is_limited=is_full, is_stacked=is_stacked)
        self.alerts.set_stacked(is_stacked)
        self.order_focus()
        self.layout_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in an answer goes to the next question; never in a panel above the questions."""
        focus = QApplication.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and focus is not None and self._may_go_on(focus):
            self.action_bar.next.click()
        else:
            super().keyPressEvent(event)

    def _may_go_on(self, focus: QWidget) -> bool:
        if focus is self.action_bar.next:
            return True
        return self.page.isAncestorOf(focus) and not self.page.is_above(focus)
