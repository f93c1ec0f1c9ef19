"""The seven steps of the person page: what is done, what waits, what to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.records.consent import ConsentStatus, ConsentType
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.no_plan import NoPlanReason, NoPlanToday
from desktop.records.packet_record import PacketRecord
from desktop.records.room import CapacityCheck, CapacityResult
from desktop.records.visit import ReviewState, Visit
from desktop.services.cases import CaseCard
from desktop.services.consents import NOT_ASKED, ConsentCard, needed
from desktop.services.draft_cards import DraftCard
from desktop.services.draft_session import OpenDraft
from desktop.services.local_day import record_time
from desktop.services.ports import PacketState, Revision


class StepKind(StrEnum):
    """The steps in the order of the page."""

    CONTACT = "contact"
    ASSESSMENT = "assessment"
    CONSENT = "consent"
    SAFETY_PLAN = "safety-plan"
    NEEDS = "needs"
    PACKET = "packet"
    FOLLOW_UP = "follow-up"


class StepState(StrEnum):
    """The ten state icons, less "later"."""

    DONE = "done"
    IN_PROGRESS = "in-progress"
    NOT_STARTED = "not-started"
    PLANNED = "planned"
    WAITING = "waiting"
    SAID_NO = "said-no"
    LOCKED = "locked"
    LOOK_HERE = "look-here"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Step:
    """One row: ``summary_id`` is a message id, ``params`` fill it."""

    kind: StepKind
    state: StepState
    summary_id: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormSoFar:
    """One form of a case: its draft, its newest revision, and the visit that holds it."""

    draft: OpenDraft | None
    card: DraftCard | None
    revision: Revision[FormRecord] | None
    visit: Visit | None


def contact_step(card: CaseCard, tries: int) -> Step:
    """Reached, closed before that, gone, tried, or not tried."""
    if card.reached_at is not None:
        when = {"at": record_time(card.reached_at)}
        return _step(StepKind.CONTACT, StepState.DONE, "step-summary.contact.reached", when)
    if card.is_closed:
        return _step(StepKind.CONTACT, StepState.NOT_STARTED, "step-summary.contact.closed")
    if card.left_before_contact:
        return _step(StepKind.CONTACT, StepState.LOOK_HERE, "step-summary.contact.left")
    if tries:
        return _step(
            StepKind.CONTACT, StepState.IN_PROGRESS, "step-summary.contact.tried", {"count": tries}
        )
    return _step(StepKind.CONTACT, StepState.NOT_STARTED, "step-summary.contact.not-tried")


def form_step(kind: FormKind, form: FormSoFar) -> Step:
    """A draft first, then where the completed form stands in review."""
    step = StepKind.ASSESSMENT if kind is FormKind.ASSESSMENT else StepKind.SAFETY_PLAN
    if form.draft is not None and form.card is not None:
        return _draft_step(step, form.draft, form.card)
    if form.revision is None:
        return _step(step, StepState.NOT_STARTED, f"step-summary.{kind.value}.not-started")
    if form.visit is None:
        return _step(step, StepState.DONE, "step-summary.form.complete")
    if form.visit.state is ReviewState.RETURNED:
        count = len(form.visit.open_comments)
        return _step(step, StepState.LOOK_HERE, "step-summary.form.returned", {"count": count})
    return _step(step, StepState.DONE, f"step-summary.form.{form.visit.state.value}")


def plan_step(form: FormSoFar, no_plan: NoPlanToday | None) -> Step:
    """As for any form; one that was not begun may have a reason not to be today."""
    is_absent = form.draft is None and form.revision is None
    if no_plan is None or not is_absent:
        return form_step(FormKind.SAFETY_PLAN, form)
    said_no = no_plan.reason is NoPlanReason.DECLINED
    state = StepState.SAID_NO if said_no else StepState.WAITING
    return _step(StepKind.SAFETY_PLAN, state, no_plan_text_id(no_plan.reason))


NO_PLAN_TODAY = "no-plan-today"


def no_plan_text_id(reason: NoPlanReason) -> str:
    """The message id of "No plan today" with its reason."""
    return f"no-plan-today.{reason.value}"


def _draft_step(step: StepKind, draft: OpenDraft, card: DraftCard) -> Step:
    if draft.open_alerts:
        count = len(draft.open_alerts)
        return _step(step, StepState.DANGER, "step-summary.form.alert-open", {"count": count})
    if not card.is_mine:
        return _step(
            step, StepState.WAITING, "step-summary.form.someone-elses", {"name": card.author_name}
        )
    so_far = {"answered": card.answered, "total": card.total, "reasons": card.with_reason}
    return _step(step, StepState.IN_PROGRESS, "step-summary.form.draft", so_far)


def consent_step(cards: tuple[ConsentCard, ...], capacity: CapacityCheck | None) -> Step:
    """How many were given, of how many there are to ask."""
    cards = needed(cards)
    given = sum(card.is_given for card in cards)
    asked = sum(card.state != NOT_ASKED for card in cards)
    counts = {"given": given, "asked": asked, "total": len(cards)}
    answered = [card for card in cards if card.state not in (NOT_ASKED, ConsentStatus.ASK_LATER)]
    if capacity is not None and capacity.result is CapacityResult.ABSENT:
        return _step(StepKind.CONSENT, StepState.LOCKED, "step-summary.consent.capacity-absent")
    if any(card.has_expired and card.state == ConsentStatus.GRANTED for card in cards):
        return _step(StepKind.CONSENT, StepState.LOOK_HERE, "step-summary.consent.expired", counts)
    if any(card.ask_again for card in cards):
        return _step(StepKind.CONSENT, StepState.LOOK_HERE, "step-summary.consent.again", counts)
    if not asked:
        return _step(
            StepKind.CONSENT, StepState.NOT_STARTED, "step-summary.consent.not-asked", counts
        )
    if answered and not given:
        return _step(StepKind.CONSENT, StepState.SAID_NO, "step-summary.consent.said-no", counts)
    if len(answered) == len(cards):
        return _step(StepKind.CONSENT, StepState.DONE, "step-summary.consent.given", counts)
    return _step(StepKind.CONSENT, StepState.IN_PROGRESS, "step-summary.consent.given", counts)


def needs_step(needs: int | None, is_draft: bool, cards: tuple[ConsentCard, ...]) -> Step:
    """What the answers named; a partner can be told once a release is given."""
    if needs is None:
        return _step(StepKind.NEEDS, StepState.NOT_STARTED, "step-summary.needs.not-known")
    if is_draft:
        return _step(
            StepKind.NEEDS, StepState.IN_PROGRESS, "step-summary.needs.so-far", {"count": needs}
        )
    if not needs:
        return _step(StepKind.NEEDS, StepState.DONE, "step-summary.needs.none")
    releases = [card for card in cards if card.consent_type is ConsentType.RELEASE]
    if any(card.is_given for card in releases):
        return _step(StepKind.NEEDS, StepState.DONE, "step-summary.needs.found", {"count": needs})
    if any(card.state == NOT_ASKED for card in releases):
        return _step(
            StepKind.NEEDS,
            StepState.WAITING,
            "step-summary.needs.waits-for-consent",
            {"count": needs},
        )
    return _step(StepKind.NEEDS, StepState.DONE, "step-summary.needs.not-shared", {"count": needs})


_PACKET_STEPS = {
    PacketState.READY: (StepState.WAITING, "step-summary.packet.ready"),
    PacketState.PRINTED: (StepState.DONE, "step-summary.packet.printed"),
    PacketState.REFUSED: (StepState.LOOK_HERE, "step-summary.packet.refused"),
    PacketState.HANDED_OVER: (StepState.DONE, "step-summary.packet.handed-over"),
    PacketState.DELETED: (StepState.LOOK_HERE, "step-summary.packet.gone"),
}


def packet_step(newest: PacketRecord | None, state: PacketState | None) -> Step:
    """Where the newest packet is; a packet can be made at any time with what is known."""
    if newest is None:
        return _step(StepKind.PACKET, StepState.NOT_STARTED, "step-summary.packet.not-started")
    when = {"at": record_time(newest.made_at)}
    if newest.packet_id is None:
        return _step(StepKind.PACKET, StepState.DONE, "step-summary.packet.printed-here", when)
    step_state, text_id = _PACKET_STEPS[state or PacketState.DELETED]
    return _step(StepKind.PACKET, step_state, text_id, when)


def follow_up_step(plan_due: date | None, card: CaseCard, today: date) -> Step:
    """The first day on which a plan is to be gone over, else the next attempt that was noted;
    nothing after a death, or once the person asked that nobody calls. From that day on an open
    case says that it has come, and afterwards that it is late."""
    if card.has_died:
        return _step(StepKind.FOLLOW_UP, StepState.DONE, "step-summary.follow-up.died")
    if card.asks_no_contact:
        return _step(StepKind.FOLLOW_UP, StepState.SAID_NO, "step-summary.follow-up.no-contact")
    if plan_due is not None:
        day = {"day": plan_due.isoformat()}
        if card.is_closed or today < plan_due:
            return _step(
                StepKind.FOLLOW_UP, StepState.PLANNED, "step-summary.follow-up.plan-review", day
            )
        text_id = "step-summary.follow-up.plan-review-today"
        if today > plan_due:
            text_id = "step-summary.follow-up.plan-review-late"
        return _step(StepKind.FOLLOW_UP, StepState.WAITING, text_id, day)
    if card.reached_at is not None and card.next_due is not None:
        when = {"at": record_time(card.next_due)}
        return _step(
            StepKind.FOLLOW_UP, StepState.PLANNED, "step-summary.follow-up.next-contact", when
        )
    return _step(StepKind.FOLLOW_UP, StepState.NOT_STARTED, "step-summary.follow-up.no-date")


_MOST_URGENT = (
    (StepState.DANGER,),
    (StepState.LOOK_HERE,),
    (StepState.IN_PROGRESS,),
    (StepState.NOT_STARTED,),
    (StepState.WAITING, StepState.LOCKED),
)


def next_step(steps: tuple[Step, ...]) -> Step:
    """Where to go on: danger first, then what to look at, then what is begun, then the first."""
    for states in _MOST_URGENT:
        for step in steps:
            if step.state in states:
                return step
    return steps[-1]


def _step(
    kind: StepKind, state: StepState, text_id: str, params: Mapping[str, str | int] | None = None
) -> Step:
    return Step(kind, state, text_id, params or {})
