"""Runs the oversight desk: reads the lists, asks, and takes what was given to the use cases."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.break_glass import GlassOutcome, GlassReason
from desktop.records.erasure import HoldReason
from desktop.records.ids import PersonId
from desktop.services.answer_erasure import drop_erasure, erase_person
from desktop.services.break_glass import open_lent
from desktop.services.legal_holds import ask_to_end_hold, end_hold, keep_hold, set_hold
from desktop.services.lend_keys import lend_with_codes
from desktop.services.read_oversight import (
    Oversight,
    read_oversight,
    switch_caseload_rule,
    switch_restricted_line,
)
from desktop.services.review_access import review_access
from desktop.services.work import Work
from desktop.views.oversight.asks import FIRST_CODE, NOTE, REFERENCE, SECOND_CODE, OversightAsks
from desktop.views.oversight.oversight_reader import RULE, OversightReader
from desktop.views.oversight.oversight_view import OversightView
from desktop.views.person.ask_panel import Ask, Given
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

Act = Callable[[Work, Given], object]
"""What is done with what was given."""


class OversightController(QObject):
    """For nurse managers, privacy officers and administrators."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._reader: OversightReader | None = None
        self._asks = OversightAsks(context.language)
        self._act: Act | None = None
        self._other: Act | None = None
        self._then: Callable[[], None] | None = None
        self._view = OversightView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        view = self._view
        view.access_opened.connect(self._review)
        view.wish_opened.connect(self._answer_wish)
        view.hold_opened.connect(self._answer_hold)
        view.loan_opened.connect(self._open_loan)
        view.hold_requested.connect(self._set_hold)
        view.codes_requested.connect(self._lend_with_codes)
        view.switched.connect(self._switch)
        view.asking.given.connect(self._given)
        view.asking.other_requested.connect(self._other_given)
        view.task_closed.connect(view.focus_first)

    @property
    def view(self) -> OversightView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the lists."""
        title = sentence("oversight.title", self._context.language)
        self._context.navigator.set_title(title)
        self._view.start_busy(title)
        self._refresh()

    def flush(self) -> None:
        """Nothing typed here is kept before its button is pressed."""

    def _refresh(self) -> None:
        self._context.runner.run(
            self._view,
            partial(read_oversight, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, oversight: Oversight) -> None:
        self._view.stop_busy()
        self._reader = OversightReader(oversight, self._context.language)
        self._view.close_task()
        self._view.show_rows(self._reader.rows(), oversight)
        self._view.focus_first()

    @Slot(str)
    def _review(self, key: str) -> None:
        line = self._reader.access(key) if self._reader else None
        if line is None:
            return
        if line.is_mine:
            self._tell("glass.yourself")
            return
        self._ask(
            self._asks.review(line),
            lambda work, given: review_access(work, key, GlassOutcome(given.reason)),
        )

    @Slot(str)
    def _answer_wish(self, key: str) -> None:
        line = self._reader.wish(key) if self._reader else None
        if line is None or self._reader is None:
            return
        person, may_agree = PersonId(key), self._reader.oversight.may_guard
        self._ask(
            self._asks.erase(line, may_agree=may_agree, kept_in=self._reader.oversight.kept_in),
            (lambda work, given: _erase(work, person, given))
            if may_agree
            else (lambda work, _given: drop_erasure(work, person)),
            lambda work, _given: drop_erasure(work, person),
        )

    @Slot(str)
    def _answer_hold(self, key: str) -> None:
        line = self._reader.hold(key) if self._reader else None
        if line is None or self._reader is None or not self._reader.oversight.may_guard:
            return
        person = PersonId(key)
        act: Callable[[Work, PersonId, Given], None] = _keep
        if not line.end_asked_by:
            act = _ask_to_end
        elif line.is_mine_to_end:
            act = _end
        self._ask(
            self._asks.held(line),
            lambda work, given: act(work, person, given),
            lambda work, given: _keep(work, person, given),
        )

    @Slot(str)
    def _open_loan(self, key: str) -> None:
        line = self._reader.loan(key) if self._reader else None
        if line is None:
            return
        person = PersonId(key)
        if line.is_open:
            self._context.navigator.open_lent(person)
            return
        self._ask(
            self._asks.open_lent(line),
            lambda work, given: _open_lent(work, person, given),
            then=partial(self._context.navigator.open_lent, person),
        )

    @Slot()
    def _set_hold(self) -> None:
        self._ask(self._asks.set_hold(), _set_hold)

    @Slot()
    def _lend_with_codes(self) -> None:
        self._ask(self._asks.lend_with_codes(), _lend)

    @Slot(str, bool)
    def _switch(self, key: str, is_on: bool) -> None:
        change = switch_caseload_rule if key == RULE else switch_restricted_line
        work = partial(change, self._context.work, is_on=is_on)
        self._context.runner.run(
            self._view, work, done=self._switched, failed=self._context.navigator.not_saved
        )

    def _switched(self, _nothing: None) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._refresh()

    def _ask(
        self,
        ask: Ask,
        act: Act,
        other: Act | None = None,
        *,
        then: Callable[[], None] | None = None,
    ) -> None:
        self._act, self._other, self._then = act, other, then
        self._view.ask(ask)

    @Slot(object)
    def _given(self, given: Given) -> None:
        if self._act is not None:
            work = partial(self._act, self._context.work, given)
            self._tasks.run(self._view.asking, work, self._done)

    @Slot()
    def _other_given(self) -> None:
        if self._other is not None:
            self._then = None
            work = partial(self._other, self._context.work, Given("", {}, ""))
            self._tasks.run(self._view.asking, work, self._done)

    def _done(self, _result: object) -> None:
        if self._then is not None:
            self._then()
        else:
            self._refresh()

    def _tell(self, message_id: str) -> None:
        words = sentence(message_id, self._context.language)
        self._context.navigator.say(Message(Tone.ACCENT, words))


def _erase(work: Work, person: PersonId, given: Given) -> None:
    erase_person(work, person, given.words[REFERENCE], given.password)


def _ask_to_end(work: Work, person: PersonId, _given: Given) -> None:
    ask_to_end_hold(work, person)


def _end(work: Work, person: PersonId, given: Given) -> None:
    end_hold(work, person, given.password)


def _keep(work: Work, person: PersonId, _given: Given) -> None:
    keep_hold(work, person)


def _open_lent(work: Work, person: PersonId, given: Given) -> None:
    open_lent(work, person, GlassReason(given.reason), given.words[NOTE], given.password)


def _set_hold(work: Work, given: Given) -> None:
    set_hold(work, given.words[REFERENCE], HoldReason(given.reason), given.password)


def _lend(work: Work, given: Given) -> None:
    codes = (given.words[FIRST_CODE], given.words[SECOND_CODE])
    lend_with_codes(work, given.words[REFERENCE], codes)
