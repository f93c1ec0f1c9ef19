"""Drives the review desk: reads it, opens a visit, and carries out what the reviewer decides."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.records.debrief import Debrief, DebriefState
from desktop.records.ids import RecordId
from desktop.records.visit import Visit
from desktop.services.comment_answer import comment_answer
from desktop.services.confirmations import ConfirmedAct
from desktop.services.debriefs import (
    DebriefRow,
    note_held,
    note_not_wanted,
    note_offered,
    read_debriefs,
)
from desktop.services.late_outings import LateOutings, late_outings
from desktop.services.open_visit import VisitPage, open_visit
from desktop.services.ports import EpisodeRef
from desktop.services.read_review_desk import ReviewDesk, ReviewRow, read_review_desk
from desktop.services.return_visit import return_visit
from desktop.services.settle_comment import settle_comment
from desktop.services.sign_visit import sign_visit
from desktop.services.untold_alerts import UntoldName
from desktop.views.confirming import confirm_then
from desktop.views.debrief.debrief_list import DebriefNote
from desktop.views.review.review_states import LineFilter, ReviewState, count_of
from desktop.views.review.review_view import ReviewView
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

T = TypeVar("T")


class ReviewController(QObject):
    """The review desk; ``visit_id`` opens that visit at once."""

    def __init__(self, context: ScreenContext, visit_id: RecordId | None = None) -> None:
        super().__init__()
        self._context = context
        self._wanted = visit_id
        self._state: ReviewState | None = None
        self._view = ReviewView(context.language)
        view = self._view
        view.visit_chosen.connect(self.open_visit)
        view.filter_chosen.connect(self._choose_filter)
        view.comment_requested.connect(self._begin_comment)
        view.comment_written.connect(self.comment)
        view.settle_requested.connect(self.settle)
        view.return_requested.connect(self.give_back)
        view.sign_requested.connect(self.sign)
        view.refresh_requested.connect(self.start)
        view.alert_opened.connect(self._open_alert)
        view.late_opened.connect(self._open_late)
        view.queue.debriefs.noted.connect(self._note_debrief)
        view.visit.unsaved_changed.connect(self._unsaved_changed)

    @property
    def view(self) -> QWidget:
        """The screen."""
        return self._view

    @Slot()
    def start(self) -> None:
        """Read the desk again."""
        self._context.navigator.set_title(self.tr("Review desk"))
        self._run(partial(read_review_desk, self._context.work), self._desk_read)

    def hear_late(self) -> None:
        """Somebody else is not back from a visit, or everybody is: that list alone is new."""
        if self._state is not None:
            self._run(partial(late_outings, self._context.work), self._late_read)

    def flush(self) -> None:
        """Nothing is pending here: a comment counts once it is added."""

    @Slot(str)
    def open_visit(self, visit_id: str) -> None:
        """Open a visit of the queue; one's own stays closed."""
        row = self._row(visit_id)
        if row is None:
            return
        if row.is_mine:
            text = self.tr("You wrote this visit, so another reviewer signs it.")
            self._context.navigator.say(Message(Tone.ACCENT, text))
            return
        self._read_visit(row.ref, row.visit_id)

    @Slot(str, str, str, str)
    def comment(self, form_id: str, item_key: str, text: str, reply_to: str) -> None:
        """Keep a comment or a reply."""
        page = self._page()
        work = partial(
            comment_answer,
            self._context.work,
            page.ref,
            page.visit.visit_id,
            RecordId(form_id),
            item_key,
            text,
            RecordId(reply_to) if reply_to else None,
        )
        self._run(work, self._changed)

    @Slot(str)
    def settle(self, comment_id: str) -> None:
        """Settle a thread."""
        page = self._page()
        visit_id = page.visit.visit_id
        work = partial(settle_comment, self._context.work, page.ref, visit_id, RecordId(comment_id))
        self._run(work, self._changed)

    @Slot()
    def give_back(self) -> None:
        """Return the visit with its comments."""
        page = self._page()
        work = partial(return_visit, self._context.work, page.ref, page.visit.visit_id)
        self._run(work, partial(self._done, self.tr("{alias} was returned to {name}.")))

    @Slot()
    def sign(self) -> None:
        """Sign exactly these revisions, with the password again."""
        confirm_then(self._context, ConfirmedAct.SIGN_OFF, partial(self._sign, self._page()))

    def _sign(self, page: VisitPage) -> None:
        work = partial(sign_visit, self._context.work, page.ref, page.visit.visit_id)
        self._run(work, partial(self._done, self.tr("{alias} is signed. It cannot be changed.")))

    def _desk_read(self, desk: ReviewDesk) -> None:
        now = self._context.work.clock.now()
        self._tell_count(desk)
        self._show(ReviewState(desk, now))
        self._view.queue.focus_queue()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.open_visit(wanted)

    def _late_read(self, late: LateOutings) -> None:
        state = self._need_state()
        desk = replace(state.desk, late=late)
        self._tell_count(desk)
        if state.page is None:
            self._show(replace(state, desk=desk))
            return
        # Beside an open visit only the list changes: a comment may be half written.
        self._state = replace(state, desk=desk)
        self._view.queue.show_late(desk, self._context.work.clock.now())

    def _tell_count(self, desk: ReviewDesk) -> None:
        wanted = sum(one.is_open for one in desk.debriefs)
        count = len(desk.queue) + len(desk.alerts) + len(desk.late.rows) + wanted
        self._context.navigator.set_badge("review", count)

    def _read_visit(self, ref: EpisodeRef, visit_id: RecordId) -> None:
        self._run(partial(open_visit, self._context.work, ref, visit_id), self._visit_read)

    def _visit_read(self, page: VisitPage) -> None:
        state = self._need_state()
        is_same = state.page is not None and state.page.visit.visit_id == page.visit.visit_id
        kind = state.filter if is_same else self._first_filter(page)
        self._context.navigator.set_title(page.alias)
        self._show(replace(state, page=page, filter=kind, commenting=None))

    def _changed(self, visit: Visit) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._read_visit(self._page().ref, visit.visit_id)

    def _done(self, words: str, visit: Visit) -> None:
        alias = self._page().alias
        text = words.format(alias=alias, name=visit.author_name)
        self._context.navigator.say(Message(Tone.SUCCESS, text))
        self._context.navigator.saved(self._context.work.clock.now())
        self.start()

    @Slot()
    def _unsaved_changed(self) -> None:
        self._context.navigator.show_unsaved(is_unsaved=self._view.visit.has_unsaved)

    @Slot(str)
    def _choose_filter(self, kind: str) -> None:
        self._show(replace(self._need_state(), filter=LineFilter(kind)))

    @Slot(str, str)
    def _begin_comment(self, form_id: str, item_key: str) -> None:
        self._show(replace(self._need_state(), commenting=(RecordId(form_id), item_key)))

    @Slot(int)
    def _open_alert(self, index: int) -> None:
        row = self._need_state().desk.alerts[index]
        name = UntoldName(row.form_id, row.alert_code) if row.form_id is not None else None
        self._context.navigator.open_person(row.ref, name)

    @Slot(str)
    def _open_late(self, outing_id: str) -> None:
        rows = self._need_state().desk.late.rows
        row = next((one for one in rows if one.outing_id == outing_id), None)
        if row is not None:
            self._context.navigator.open_person(row.ref)

    @Slot(object)
    def _note_debrief(self, note: DebriefNote) -> None:
        work, one = self._context.work, RecordId(note.debrief_id)
        if note.held_on is not None:
            step = partial(note_held, work, one, note.held_on)
        elif note.state is DebriefState.OFFERED:
            step = partial(note_offered, work, one)
        else:
            step = partial(note_not_wanted, work, one)
        self._context.runner.run(
            self._view, step, done=self._debrief_noted, failed=self._debrief_refused
        )

    def _debrief_noted(self, _debrief: Debrief) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._run(partial(read_debriefs, self._context.work), self._debriefs_read)

    def _debriefs_read(self, rows: tuple[DebriefRow, ...]) -> None:
        state = self._need_state()
        desk = replace(state.desk, debriefs=rows)
        self._tell_count(desk)
        self._state = replace(state, desk=desk)
        self._view.queue.debriefs.show_rows(rows, self._context.work.clock.now())

    def _debrief_refused(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            words = explain(error, self._context.language)
            if self._view.queue.debriefs.show_problem(error.message_id, words):
                return
        self._context.navigator.fail(error)

    def _first_filter(self, page: VisitPage) -> LineFilter:
        return LineFilter.FLAGS if count_of(page, LineFilter.FLAGS) else LineFilter.ALL

    def _row(self, visit_id: str) -> ReviewRow | None:
        queue = self._need_state().desk.queue
        return next((row for row in queue if row.visit_id == visit_id), None)

    def _page(self) -> VisitPage:
        page = self._need_state().page
        if page is None:
            raise BugError("no visit is open")
        return page

    def _need_state(self) -> ReviewState:
        if self._state is None:
            raise BugError("the desk was not read yet")
        return self._state

    def _show(self, state: ReviewState) -> None:
        self._state = state
        self._view.show_state(state)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        context = self._context
        context.runner.run(self._view, work, done=done, failed=context.navigator.fail)
