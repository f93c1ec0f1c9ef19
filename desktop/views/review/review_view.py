"""The review desk's view: queue at the left, answers in the middle, checks at the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.review.queue_panel import QueuePanel, age
from desktop.views.review.review_states import LineFilter, ReviewState, count_of
from desktop.views.review.sign_panel import SignPanel
from desktop.views.review.visit_panel import VisitPanel
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.top_bar import TopBar

QUEUE_WIDTH = 264
CHECKS_WIDTH = 304
NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX, which PySide6 does not export."""


class ReviewView(QWidget):
    """Signals: ``visit_chosen(visit_id)``, ``alert_opened(index)``, ``filter_chosen(filter)``,
    ``comment_requested(form_id, item_key)``, ``comment_written(form_id, item_key, text,
    reply_to)``, ``settle_requested(comment_id)``, ``return_requested()``, ``sign_requested()``,
    ``refresh_requested()``, ``late_opened(outing_id)``."""

    visit_chosen = Signal(str)
    alert_opened = Signal(int)
    late_opened = Signal(str)
    filter_chosen = Signal(str)
    comment_requested = Signal(str, str)
    comment_written = Signal(str, str, str, str)
    settle_requested = Signal(str)
    return_requested = Signal()
    sign_requested = Signal()
    refresh_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self._language = language
        self.top_bar = TopBar(self.tr("Review desk"), self, name="review-top")
        self.filter = Segment(
            self.tr("Which answers"),
            [Choice(kind.value, self._filter_name(kind, 0)) for kind in LineFilter],
            self,
            name="review-filter",
        )
        self.top_bar.add_right(self.filter)
        self.queue = QueuePanel(language, self)
        self.visit = VisitPanel(language, self)
        self.checks = SignPanel(language, self)
        self.refresh = Button(self.tr("Refresh"), self, name="review-refresh", icon=Icon.REFRESH)
        self.sign = Button(self.tr("Sign off"), self, name="review-sign", icon=Icon.PEN)
        self.give_back = Button(
            self.tr("Return"), self, name="review-return", icon=Icon.CORNER_UP_LEFT
        )
        self.actions_bar = ActionBar(self, name="review-actions")
        self.actions_bar.add_left(self.refresh)
        self.actions_bar.add_right(self.give_back)
        self.actions_bar.add_right(self.sign)
        self.back_to_queue = Button(
            self.tr("Queue"), self, name="review-queue-button", icon=Icon.ARROW_LEFT
        )
        self.actions_bar.add_left(self.back_to_queue)
        self._state: ReviewState | None = None
        self._body = QHBoxLayout()
        self._lay_out()
        self._connect()
        theme_holder().changed.connect(self._fit)

    def show_state(self, state: ReviewState) -> None:
        """Show the whole desk."""
        page = state.page
        chosen = page.visit.visit_id if page else ""
        self.queue.show_desk(state.desk, state.now, chosen)
        self.visit.show_state(state)
        self.checks.show_page(page)
        self._state = state
        self.top_bar.set_title(self.tr("Review desk"), self._second(state))
        self.filter.setVisible(page is not None)
        if page is not None:
            for kind in LineFilter:
                self.filter.set_text(kind.value, self._filter_name(kind, count_of(page, kind)))
            self.filter.set_chosen(state.filter.value)
        self._show_actions(state)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns become rows when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body.setSpacing(0)
        column.addWidget(self.top_bar)
        self._body.addWidget(self.queue)
        self._body.addWidget(Rule(self, is_upright=True))
        self._body.addWidget(self.visit, 1)
        self._body.addWidget(Rule(self, is_upright=True))
        self._body.addWidget(self.checks)
        column.addLayout(self._body, 1)
        column.addWidget(self.actions_bar)
        for region in (self.top_bar, self.queue, self.visit, self.actions_bar):
            mark_region(region)

    def _connect(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.visit.go_to_next_flag)
        self.queue.visit_chosen.connect(self.visit_chosen)
        self.queue.alert_opened.connect(self.alert_opened)
        self.queue.late_opened.connect(self.late_opened)
        self.filter.chosen.connect(self.filter_chosen)
        self.visit.comment_requested.connect(self.comment_requested)
        self.visit.comment_written.connect(self.comment_written)
        self.visit.settle_requested.connect(self.settle_requested)
        self.refresh.clicked.connect(self._refresh)
        self.back_to_queue.clicked.connect(self._refresh)
        self.give_back.clicked.connect(self._return)
        self.sign.clicked.connect(self._sign)

    def _second(self, state: ReviewState) -> str:
        waiting = len(state.desk.queue)
        if not waiting:
            return self.tr("Nothing waiting")
        oldest = age(state.now - min(row.submitted_at for row in state.desk.queue))
        return self.tr("{count} waiting, oldest {age}").format(count=waiting, age=oldest)

    def _show_actions(self, state: ReviewState) -> None:
        page = state.page
        self.sign.setVisible(page is not None)
        if page is None:
            self.actions_bar.set_note("")
            return
        comments = len(page.visit.open_comments)
        can_sign = page.can_sign.allowed
        reason = "" if can_sign else sentence(page.can_sign.reason_id, self._language)
        self.sign.set_closed(reason)
        self.sign.set_role(ButtonRole.PRIMARY if can_sign else ButtonRole.PLAIN)
        self.give_back.set_role(ButtonRole.PRIMARY if comments else ButtonRole.PLAIN)
        self.actions_bar.set_note(reason)

    def _filter_name(self, kind: LineFilter, count: int) -> str:
        words = {
            LineFilter.FLAGS: self.tr("Flags {count}"),
            LineFilter.MISSING: self.tr("Missing {count}"),
            LineFilter.COMMENTS: self.tr("Comments {count}"),
            LineFilter.ALL: self.tr("All {count}"),
        }
        return words[kind].format(count=count)

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        kind = layout_for(self.window().width(), theme.scale)
        is_full = kind is Layout.FULL
        has_page = self._state is not None and self._state.page is not None
        # The filter needs the room, and the rail says which desk it is.
        is_tight = has_page and kind is Layout.STACKED
        self.top_bar.title_label.setText("" if is_tight else self.tr("Review desk"))
        # An empty queue is a blank page: what stands in the place of a visit says so.
        is_waiting = self._state is not None and self._state.desk.has_rows
        is_queue = is_full or (not has_page and is_waiting)
        self.queue.setVisible(is_queue)
        self.visit.setVisible(is_full or not is_queue)
        self.visit.show_checks_below(not is_full)
        self.checks.setVisible(is_full and has_page)
        self.back_to_queue.setVisible(has_page and not is_full)
        self.refresh.setVisible(is_full or not has_page)
        self.top_bar.second_label.setVisible(is_full)
        self._fit_return(kind)
        for widget, width in ((self.queue, QUEUE_WIDTH), (self.checks, CHECKS_WIDTH)):
            least = theme.metrics.scaled(width) if is_full else 0
            widget.setMinimumWidth(least)
            widget.setMaximumWidth(least or NO_LIMIT)

    def _fit_return(self, kind: Layout) -> None:
        """Return is never gone: closed, it says why. Its count has no room at large text."""
        page = self._state.page if self._state else None
        comments = len(page.visit.open_comments) if page else 0
        counts = bool(comments) and kind is not Layout.STACKED
        with_comments = self.tr("Return with %n comment(s)", "", comments)
        self.give_back.setText(with_comments if counts else self.tr("Return"))
        self.give_back.setVisible(page is not None)
        none = self.tr("Comment on an answer before you return it.")
        self.give_back.set_closed(none if page is not None and not comments else "")

    @Slot()
    def _refresh(self) -> None:
        self.refresh_requested.emit()

    @Slot()
    def _return(self) -> None:
        self.return_requested.emit()

    @Slot()
    def _sign(self) -> None:
        self.sign_requested.emit()
