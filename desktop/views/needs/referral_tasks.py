"""Runs the referrals of the needs page: one to add, and what happened with one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.referral import ClosedReason, Referral
from desktop.records.referral_moves import REASONS
from desktop.services.ports import EpisodeRef
from desktop.services.read_needs import NeedsPage
from desktop.services.read_referrals import ReferralCard
from desktop.services.refer import (
    ReferralWish,
    end_referral,
    hold_referral,
    note_accepted,
    note_first_meeting,
    propose_referral,
    resume_referral,
    send_referral,
)
from desktop.services.referral_back import put_referral_back
from desktop.services.referral_gate import told_categories
from desktop.services.referral_partners import PartnerChoice, partners_for
from desktop.services.work import Work
from desktop.views.needs.needs_view import NeedsView
from desktop.views.needs.referral_acts import ENDS, ActGiven, ReferralAct
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class ReferralTasks(QObject):
    """``kept`` is called with the referral after each step was stored, and what takes it back."""

    def __init__(
        self,
        context: ScreenContext,
        ref: EpisodeRef,
        view: NeedsView,
        tasks: TaskRunner,
        kept: Callable[[Referral, Callable[[], object] | None], None],
    ) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._tasks = tasks
        self._kept = kept
        self._page: NeedsPage | None = None
        self._shows_private = False
        self._card: ReferralCard | None = None
        view.referrals.add_requested.connect(self.add)
        view.referrals.referral_opened.connect(self.open)
        view.new_referral.needs_chosen.connect(self._offer)
        view.new_referral.wish_given.connect(self._propose)
        view.referral.act_given.connect(self._note)
        view.referral.consent_requested.connect(self._consent)

    def show(self, page: NeedsPage, *, shows_private: bool) -> None:
        """What was read, and whether what is known in private only may be seen now."""
        self._page = page
        self._shows_private = shows_private

    @Slot()
    def add(self) -> None:
        """Ask which needs, then whom."""
        if self._page is None or self._view.keeps_task():
            return
        needs = [
            one
            for one in self._page.needs
            if one.is_open and (self._shows_private or not one.is_private)
        ]
        self._view.new_referral.begin(needs)
        self._view.open_task(self._view.new_referral)

    @Slot(str)
    def open(self, referral_id: str) -> None:
        """One referral at the side."""
        page = self._page
        if page is None or not page.may_write or self._view.keeps_task():
            return
        found = [one for one in page.referrals if one.referral.referral_id == referral_id]
        if not found:
            return
        self._card = found[0]
        language = self._context.language
        told = [
            sentence(f"consent-short.{one.value}", language)
            for one in told_categories(found[0].referral.needs)
        ]
        self._view.referral.begin(found[0], told, page.today)
        self._view.open_task(self._view.referral)

    @Slot(object)
    def _offer(self, needs: Sequence[str]) -> None:
        if not needs:
            self._view.new_referral.show_partners(())
            return
        work, language = self._context.work, self._context.language
        self._context.runner.run(
            self._view,
            partial(partners_for, work, self._ref, tuple(needs), language),
            done=self._offered,
            failed=self._context.navigator.fail,
        )

    def _offered(self, choices: Sequence[PartnerChoice]) -> None:
        self._view.new_referral.show_partners(choices)

    @Slot(object)
    def _propose(self, wish: ReferralWish) -> None:
        work = partial(propose_referral, self._context.work, self._ref, wish)
        self._tasks.run(self._view.new_referral, work, self._proposed)

    def _proposed(self, referral: Referral) -> None:
        self._kept(referral, None)

    @Slot(object)
    def _note(self, given: ActGiven) -> None:
        card, work = self._card, self._context.work
        if card is None:
            return
        which = card.referral.referral_id
        back = partial(put_referral_back, work, self._ref, which, card.revision)
        self._tasks.run(
            self._view.referral,
            partial(_noted, work, self._ref, card.referral, given),
            partial(self._step_kept, None if given.act is ReferralAct.MISTAKE else back),
        )

    def _step_kept(self, back: Callable[[], object] | None, referral: Referral) -> None:
        words = sentence("refer.noted", self._context.language, partner=referral.to_org)
        if back is not None:
            self._view.notice.show_notice(words)
        self._kept(referral, back)

    @Slot()
    def _consent(self) -> None:
        if self._card is not None:
            referral = self._card.referral
            self._context.navigator.open_consents(self._ref, referral.to_org, referral.purpose)


def _noted(work: Work, ref: EpisodeRef, referral: Referral, given: ActGiven) -> Referral:
    """Keep what happened."""
    act, which = given.act, referral.referral_id
    if act is ReferralAct.SEND and given.how is not None:
        return send_referral(work, ref, which, given.how)
    if act is ReferralAct.YES and given.on is not None:
        return note_accepted(work, ref, which, given.who, given.on)
    if act in (ReferralAct.MET, ReferralAct.NOT_MET) and given.on is not None:
        was_held = act is ReferralAct.MET
        return note_first_meeting(work, ref, which, given.on, was_held=was_held)
    if act is ReferralAct.HOLD:
        return hold_referral(work, ref, which)
    if act is ReferralAct.GO_ON:
        return resume_referral(work, ref, which)
    return end_referral(work, ref, which, ENDS[act], given.reason or _only_reason(act))


def _only_reason(act: ReferralAct) -> ClosedReason:
    return REASONS[ENDS[act]][0]
