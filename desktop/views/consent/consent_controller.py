"""Drives the consents of a case: reads, asks, signs, keeps a no, takes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.records.consent import Consent, ConsentScope, Purpose
from desktop.services.consents import NOT_ASKED, ConsentPage
from desktop.services.person_steps import StepKind
from desktop.services.ports import EpisodeRef
from desktop.views.consent.consent_changes import ConsentChanges
from desktop.views.consent.consent_reading import (
    AskedText,
    OpenedConsents,
    first_index,
    next_index,
    open_consents,
    wanted_page,
)
from desktop.views.consent.consent_states import (
    CannotWay,
    ConsentState,
    ConsentText,
    Part,
    ScopeChoice,
    SignAttempt,
    Stage,
)
from desktop.views.consent.consent_view import ConsentView
from desktop.views.consent.outcome_words import OutcomeWords
from desktop.views.consent.text_requests import TextRequests
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.person.person_banner import PersonBannerState
from desktop.views.person.person_words import apart_words, banner_state
from desktop.views.screen import Message, ScreenContext

T = TypeVar("T")
PLAN = StepKind.SAFETY_PLAN


class ConsentController(QObject):
    """The consents of ``ref``; ``recipient`` and ``purpose`` open one release at once."""

    def __init__(
        self,
        context: ScreenContext,
        ref: EpisodeRef,
        recipient: str = "",
        purpose: Purpose | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._ref = ref
        self._recipient = recipient
        self._purpose = purpose
        self._words = OutcomeWords(self)
        self._page: ConsentPage | None = None
        self._banner = PersonBannerState("")
        self._mode = LanguageMode.BOTH
        self._state: ConsentState | None = None
        self._view = ConsentView(context.language)
        self._changes = ConsentChanges(context, ref, self._view)
        self._texts = TextRequests(context, ref, self._view)
        self._connect()

    @property
    def view(self) -> QWidget:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the consents and open the one that is wanted, or the first not asked."""
        self._context.navigator.set_title(self.tr("Consents"))
        work = partial(open_consents, self._context.work, self._ref, self._recipient, self._purpose)
        self._run(work, self._opened)

    def flush(self) -> None:
        """Nothing waits for the store."""

    def _connect(self) -> None:
        view, bar, navigator = self._view, self._view.actions_bar, self._context.navigator
        view.back_requested.connect(partial(navigator.open_person, self._ref))
        view.consent_opened.connect(self.open_consent)
        view.mode_chosen.connect(self._choose_mode)
        view.way_chosen.connect(self._choose_way)
        view.scope_changed.connect(self.change_scope)
        view.scope_edit_requested.connect(partial(self._go, Stage.SCOPE))
        view.cannot_sign_requested.connect(self._begin_cannot_sign)
        view.ink_changed.connect(self._note_moment)
        view.sign_requested.connect(self.sign)
        view.withdrawal_requested.connect(self.withdraw)
        bar.no_requested.connect(partial(self._decline, later=False))
        bar.later_requested.connect(partial(self._decline, later=True))
        bar.back_requested.connect(partial(self._go, Stage.ASKING))
        bar.ask_requested.connect(self.ask_again)
        bar.withdraw_requested.connect(partial(self._go, Stage.WITHDRAWING))
        bar.keep_requested.connect(partial(self._go, Stage.ANSWERED))
        bar.go_on_requested.connect(partial(navigator.open_person, self._ref, PLAN))
        self._changes.begun.connect(self._work_begun)
        self._changes.kept.connect(self._kept)
        self._changes.missing.connect(self._part_missing)
        self._changes.refused.connect(self._work_refused)
        self._changes.guardians_changed.connect(self._read_guardians)

    @Slot(int)
    def open_consent(self, index: int) -> None:
        """Show one of the row: its answer, or its text to be asked."""
        self._context.navigator.hush()
        self._view.start_over()
        card = self._need_page().cards[index]
        if card.consent is None or card.state == NOT_ASKED:
            self._ask(index, None, self._show_asking)
        else:
            self._show_answer(index, card.consent, self._view.focus_text)

    @Slot()
    def ask_again(self) -> None:
        """Ask anew; what was answered before stays as it is."""
        self._ask(self._need_state().chosen, None, self._show_asking)

    @Slot(object)
    def change_scope(self, choice: ScopeChoice) -> None:
        """Ask for other facts or until another day."""
        state = self._need_state()
        scope = state.need_document.scope
        if scope is not None:
            self._ask(state.chosen, choice.applied_to(scope), self._show_scope)

    @Slot(object)
    def sign(self, attempt: SignAttempt) -> None:
        """Keep the yes; what is missing is said at its place."""
        state = self._need_state()
        if not state.is_working:
            self._changes.sign(state.need_document, attempt)

    @Slot(str)
    def withdraw(self, how: str) -> None:
        """Take the open consent back."""
        state = self._need_state()
        if state.card.consent is not None and not state.is_working:
            self._changes.withdraw(state.card.consent.consent_id, how)

    def _decline(self, *, later: bool) -> None:
        """Keep the no, or that the person wants to be asked later."""
        state = self._need_state()
        if not state.is_working:
            self._changes.decline(state.need_document, later=later)

    @Slot()
    def _work_begun(self) -> None:
        """Nothing can be pressed twice meanwhile."""
        self._show(replace(self._need_state(), is_working=True))

    @Slot()
    def _work_refused(self) -> None:
        self._show(replace(self._need_state(), is_working=False))

    @Slot(object, str)
    def _part_missing(self, part: Part, words: str) -> None:
        self._work_refused()
        self._view.show_problem(part, words)

    @Slot(object)
    def _kept(self, consent: Consent) -> None:
        self._context.navigator.say(Message(*self._words.of(consent)))
        self._read_page(self._read_again)

    @Slot()
    def _read_guardians(self) -> None:
        self._read_page(self._guardians_read)

    def _read_page(self, done: Callable[[ConsentPage], None]) -> None:
        work = self._context.work
        self._run(partial(wanted_page, work, self._ref, self._recipient, self._purpose), done)

    def _guardians_read(self, page: ConsentPage) -> None:
        self._page = page
        self._show(replace(self._need_state(), page=page, is_working=False))

    def _opened(self, opened: OpenedConsents) -> None:
        person = opened.person
        self._page = opened.page
        self._banner = banner_state(
            person.card,
            self._context.language,
            private=person.room.private_now if person.room else None,
            consents_given=person.consents_given,
            consents_total=opened.page.total,
            case_text=apart_words(person.linked, self._context.language),
        )
        if opened.page.language == self._context.language:
            self._mode = LanguageMode(opened.page.language)
        self._context.navigator.set_title(opened.page.alias)
        self.open_consent(first_index(opened.page, self._recipient))

    def _read_again(self, page: ConsentPage) -> None:
        self._page = page
        self._banner = replace(self._banner, consents_given=page.given)
        self._view.start_over()
        chosen = self._need_state().chosen
        consent = page.cards[chosen].consent
        focus = partial(self._view.focus_consent, next_index(page, chosen))
        if consent is not None:
            self._show_answer(chosen, consent, focus)

    def _ask(
        self,
        index: int,
        scope: ConsentScope | None,
        shown: Callable[[int, AskedText], None],
    ) -> None:
        card = self._need_page().cards[index]
        purpose = self._purpose if card.recipient == self._recipient else None
        self._texts.ask(
            card,
            purpose or card.purpose,
            scope,
            self._need_page().language,
            done=partial(shown, index),
            scope_refused=self._scope_refused,
        )

    def _scope_refused(self, why: KnownError) -> None:
        words = explain(why, self._context.language)
        self._show(replace(self._need_state(), scope_problem=words))

    def _show_asking(self, index: int, asked: AskedText) -> None:
        self._show(self._asking(index, asked, Stage.ASKING))
        self._view.focus_text()

    def _show_scope(self, index: int, asked: AskedText) -> None:
        self._show(self._asking(index, asked, Stage.SCOPE))

    def _asking(self, index: int, asked: AskedText, stage: Stage) -> ConsentState:
        state = self._new_state(index, stage, asked.text, self._mode)
        return replace(state, document=asked.document, can_take=asked.can_take)

    def _show_answer(self, index: int, consent: Consent, focus: Callable[[], None]) -> None:
        self._texts.kept(consent, partial(self._answer_read, index, focus))

    def _answer_read(self, index: int, focus: Callable[[], None], text: ConsentText) -> None:
        self._show(self._new_state(index, Stage.ANSWERED, text, LanguageMode(text.language)))
        focus()

    def _new_state(
        self, index: int, stage: Stage, text: ConsentText, mode: LanguageMode
    ) -> ConsentState:
        now = self._context.work.clock.now()
        today = now.astimezone().date()
        return ConsentState(self._need_page(), self._banner, today, now, index, stage, text, mode)

    @Slot(object)
    def _choose_mode(self, mode: LanguageMode) -> None:
        self._mode = mode
        self._show(replace(self._need_state(), mode=mode))

    @Slot(object)
    def _choose_way(self, way: CannotWay | None) -> None:
        self._show(replace(self._need_state(), way=way))

    @Slot()
    def _begin_cannot_sign(self) -> None:
        if self._need_state().can_take:
            self._go(Stage.CANNOT_SIGN)

    def _go(self, stage: Stage) -> None:
        self._show(replace(self._need_state(), stage=stage, way=None))
        self._view.focus_stage(stage)

    @Slot()
    def _note_moment(self) -> None:
        self._state = replace(self._need_state(), now=self._context.work.clock.now())
        self._view.show_moment(self._state)

    def _need_page(self) -> ConsentPage:
        if self._page is None:
            raise BugError("the consents were not read yet")
        return self._page

    def _need_state(self) -> ConsentState:
        if self._state is None:
            raise BugError("no consent is open yet")
        return self._state

    def _show(self, state: ConsentState) -> None:
        self._state = state
        self._view.show_state(state)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        context = self._context
        context.runner.run(self._view, work, done=done, failed=context.navigator.fail)
