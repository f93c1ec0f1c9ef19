"""The person page: where one case stands and where to go on."""

from dataclasses import dataclass, field
from datetime import date

from desktop.records.attempt import Attempt
from desktop.records.audit_event import AuditAction
from desktop.records.episode import Episode
from desktop.records.event_facts import NOTHING_SAID, EventFacts
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.hand_over import Workstation
from desktop.records.roles import Permission
from desktop.records.room import CapacityCheck, RoomState
from desktop.records.visit import FormVersion, ReviewState
from desktop.services.ask_again_step import with_ask_again
from desktop.services.capacity_step import with_recheck
from desktop.services.cases import CaseCard, case_card
from desktop.services.consents import NOT_ASKED, ConsentCard, consent_cards, needed
from desktop.services.draft_cards import DraftCard, draft_card
from desktop.services.draft_journal import DraftState, all_drafts_of_episode
from desktop.services.draft_session import OpenDraft, draft_session
from desktop.services.episode_records import (
    attempts_of,
    capacity_of,
    episode_of,
    form_of,
    forms_of,
    no_plan_of,
    packets_of,
    room_of,
    visits_of,
)
from desktop.services.first_touch import CORE, first_touch
from desktop.services.form_offers import FAMILY, FormOffer
from desktop.services.further_plans import is_plan
from desktop.services.hurt_again import can_begin_again, case_number
from desktop.services.linked_people import LinkedCase, linked_cases
from desktop.services.local_day import local_day
from desktop.services.named_needs import case_needs
from desktop.services.need_here import AwayCase, away_case
from desktop.services.offered_forms import (
    LoadedFormLine,
    carried_lines,
    loaded_forms_of,
    startable_forms,
)
from desktop.services.outings import CaseOutings, case_outings
from desktop.services.own_caseload import need_case
from desktop.services.person_steps import (
    FormSoFar,
    Step,
    consent_step,
    contact_step,
    follow_up_step,
    form_step,
    needs_step,
    next_step,
    packet_step,
    plan_step,
)
from desktop.services.person_timeline import TimelineEntry, timeline_of
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.print_record import PrintableRecord, printable_records
from desktop.services.read_confidential import HeldConfidential, read_confidential
from desktop.services.read_referrals import referral_cards
from desktop.services.referral_step import with_referrals
from desktop.services.room_now import room_now
from desktop.services.show_plan import PlanToShow, plans_to_show
from desktop.services.untold_alerts import UntoldAlert, untold_alerts
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One case at a glance. ``draft`` is one's own if there is one, else another's."""

    card: CaseCard
    outings: CaseOutings
    room: RoomState | None
    capacity: CapacityCheck | None
    attempts: tuple[Attempt, ...]
    steps: tuple[Step, ...]
    next: Step
    consents_given: int
    consents_asked: int
    consents_total: int
    timeline: tuple[TimelineEntry, ...]
    review_state: ReviewState | None
    draft: DraftCard | None
    own_drafts: tuple[DraftCard, ...] = ()
    loaded: tuple[LoadedFormLine, ...] = ()
    """Forms of this case beside assessment and plan, ours and those that the site loaded."""
    own_to_carry: tuple[LoadedFormLine, ...] = ()
    """Drafts of our own forms that could go on in a newer version."""
    offered: tuple[FormOffer, ...] = ()
    """Forms that can be begun, today or later."""
    printable: tuple[PrintableRecord, ...] = ()
    """Completed forms that can be printed for the staff."""
    linked: tuple[LinkedCase, ...] = ()
    """Other cases of the same person, under any id; their consents and forms stay theirs."""
    talk: str = CORE
    """The form of ours that is the assessment of this case where that is not the core."""
    event: EventFacts = NOTHING_SAID
    away: AwayCase | None = None
    """Where the case went; nothing is written of it here until it is back."""
    workstations: tuple[Workstation, ...] = ()
    """Where it could go."""
    untold: tuple[UntoldAlert, ...] = ()
    """Alerts of completed forms that nobody was told of yet."""
    untold_unknown: int = 0
    """How many forms could not be opened to look for such alerts."""
    confidential: HeldConfidential | None = None
    """That nobody is told that the person is here; None while callers are answered as usual."""
    plans: tuple[PlanToShow, ...] = ()
    """Completed plans, which the person may read on the screen."""
    consents: tuple[ConsentCard, ...] = field(default=(), repr=False)
    """Everything that was asked: what was given, its copy, and whom a taking back is owed."""

    @property
    def case_number(self) -> int:
        """Which case of the person this is, by arrival, from 1."""
        return case_number(self.card.arrived_at, self.linked)

    @property
    def can_begin_again(self) -> bool:
        """Whether a new case of the person can be opened from here."""
        return self.away is None and can_begin_again(self.card.close_reason, self.linked)


def read_person(work: Work, ref: EpisodeRef) -> PersonPage:
    """Open the case; the look is in the audit trail. Each kind of record is read once."""
    work = work.reading()
    access = need_case(work, Permission.READ_CASES, ref)
    drafts, closed = _drafts(work, ref)
    untold, untold_unknown = untold_alerts(work, ref, drafts)
    card = case_card(work, ref, _in_drafts(drafts) + len(untold))
    work.audit(AuditAction.CASE_OPENED, ref.episode_id, access)
    room, capacity = room_of(work, ref), capacity_of(work, ref)
    cards, episode = consent_cards(work, ref), episode_of(work, ref).value
    consents = needed(cards)
    assessment, talk = _assessment(work, ref, episode, drafts)
    steps = _steps(work, ref, card, drafts, assessment)
    draft_cards = sorted((draft_card(work, one) for one in drafts), key=lambda one: not one.is_mine)
    loaded = loaded_forms_of(work, ref, draft_cards, closed)
    return PersonPage(
        card=card,
        outings=case_outings(work, ref),
        room=room_now(work, room.value if room else None),
        capacity=capacity.value if capacity else None,
        attempts=attempts_of(work, ref),
        steps=steps,
        next=next_step(steps),
        consents_given=sum(one.is_given for one in consents),
        consents_asked=sum(one.state != NOT_ASKED for one in consents),
        consents_total=len(consents),
        timeline=timeline_of(work, ref),
        review_state=_review_state(work, ref),
        draft=next((one for one in draft_cards if _is_step(work, one, talk)), None),
        own_drafts=tuple(one for one in draft_cards if one.is_mine),
        loaded=loaded,
        own_to_carry=carried_lines(work, draft_cards),
        offered=_offered(work, episode, card, loaded),
        printable=printable_records(work, ref),
        linked=linked_cases(work, ref),
        talk=talk,
        event=episode.event,
        away=away_case(work, ref.person_id),
        workstations=tuple(work.session.hand_over_desk.workstations()),
        untold=untold,
        confidential=read_confidential(work, ref),
        untold_unknown=untold_unknown,
        plans=plans_to_show(work, ref),
        consents=tuple(one for one in cards if one.consent is not None),
    )


def _in_drafts(drafts: list[OpenDraft]) -> int:
    """How many alerts of drafts were told to nobody yet."""
    return sum(len(draft.open_alerts) for draft in drafts)


def _drafts(work: Work, ref: EpisodeRef) -> tuple[list[OpenDraft], list[DraftState]]:
    """Those in hand, and those that are closed since they went on elsewhere."""
    found = all_drafts_of_episode(work, ref)
    drafts = [draft_session(work, state) for state in found if state.carried is None]
    return drafts, [state for state in found if state.carried is not None]


def _offered(
    work: Work, episode: Episode, card: CaseCard, loaded: tuple[LoadedFormLine, ...]
) -> tuple[FormOffer, ...]:
    """After a death only what is for the family; nothing after any other end."""
    if card.is_closed and not card.has_died:
        return ()
    offers = startable_forms(work, episode, loaded)
    return tuple(one for one in offers if not card.has_died or one.rule.for_whom == FAMILY)


def _is_step(work: Work, card: DraftCard, talk: str) -> bool:
    """Whether a draft is the one of a step of the page."""
    if card.kind is not FormKind.LOADED:
        return True
    return bool(talk) and work.library.own_name(card.instrument.url) == talk


def _assessment(
    work: Work, ref: EpisodeRef, episode: Episode, drafts: list[OpenDraft]
) -> tuple[FormSoFar, str]:
    """The form that is the assessment, and its name where it is not the core."""
    core, talk = _form(work, ref, FormKind.ASSESSMENT, drafts), first_touch(work, episode)
    if not talk or core.draft is not None or core.revision is not None:
        return core, CORE

    def is_talk(url: str) -> bool:
        return work.library.own_name(url) == talk

    draft = next((one for one in drafts if is_talk(one.state.started.instrument.url)), None)
    kept = [one for one in forms_of(work, ref) if is_talk(one.value.instrument.url)]
    return _so_far(work, ref, draft, kept[-1] if kept else None), talk


def _steps(
    work: Work,
    ref: EpisodeRef,
    card: CaseCard,
    drafts: list[OpenDraft],
    assessment: FormSoFar,
) -> tuple[Step, ...]:
    plan = _form(work, ref, FormKind.SAFETY_PLAN, drafts)
    consents = consent_cards(work, ref)
    capacity = capacity_of(work, ref)
    noted = capacity.value if capacity else None
    again = None if card.is_closed else noted
    packets, no_plan = packets_of(work, ref), no_plan_of(work, ref)
    newest = packets[-1] if packets else None
    states = {one.packet_id: one.state for one in work.session.packets.statuses()}
    packet_state = states.get(newest.packet_id) if newest and newest.packet_id else None
    needs = needs_step(_needs(work, ref, assessment), assessment.draft is not None, consents)
    return (
        contact_step(card, len(attempts_of(work, ref))),
        form_step(FormKind.ASSESSMENT, assessment),
        with_recheck(consent_step(consents, noted), again, work.clock.now()),
        plan_step(plan, no_plan.value if no_plan else None),
        with_referrals(needs, referral_cards(work, ref), local_day(work)),
        packet_step(newest, packet_state),
        with_ask_again(
            work, ref, card, follow_up_step(_plan_due(work, ref), card, local_day(work))
        ),
    )


def _plan_due(work: Work, ref: EpisodeRef) -> date | None:
    """The first review date of all safety plans of the case."""
    forms = [form.value for form in forms_of(work, ref)]
    days = [
        form.review_due
        for form in forms
        if form.kind is FormKind.SAFETY_PLAN
        or is_plan(work.library.own_name(form.instrument.url) or "")
    ]
    return min((day for day in days if day is not None), default=None)


def _form(work: Work, ref: EpisodeRef, kind: FormKind, drafts: list[OpenDraft]) -> FormSoFar:
    draft = next((one for one in drafts if one.state.started.kind is kind), None)
    return _so_far(work, ref, draft, form_of(work, ref, kind))


def _so_far(
    work: Work, ref: EpisodeRef, draft: OpenDraft | None, revision: Revision[FormRecord] | None
) -> FormSoFar:
    holding = [
        visit.value
        for visit in visits_of(work, ref)
        if revision is not None
        and FormVersion(revision.record_id, revision.number) in visit.value.forms
    ]
    return FormSoFar(
        draft,
        draft_card(work, draft) if draft else None,
        revision,
        holding[-1] if holding else None,
    )


def _needs(work: Work, ref: EpisodeRef, assessment: FormSoFar) -> int | None:
    """How many needs want help; with a draft of the assessment, those that it names so far too."""
    case = case_needs(work, ref)
    here = {one.category for one in case.open}
    if assessment.draft is not None:
        closed = {one.category for one in case.needs} - here
        named = {need.category for need in assessment.draft.session.needs}
        return len(here | (named - closed))
    return len(here) if case.is_known else None


def _review_state(work: Work, ref: EpisodeRef) -> ReviewState | None:
    visits = visits_of(work, ref)
    return visits[-1].value.state if visits else None
