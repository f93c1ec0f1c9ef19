"""Where to go on with a person: the one next act, read from the page."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.messages import sentence
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.services.offered_forms import LineState
from desktop.services.person_steps import NO_PLAN_TODAY, Step, StepKind, StepState
from desktop.services.read_person import PersonPage
from desktop.services.referral_step import DUE, TO_TELL

COMPLETE = "step-summary.form.complete"
SUBMITTED = "step-summary.form.submitted"
SIGNED = "step-summary.form.signed"
SOMEONE_ELSES = "step-summary.form.someone-elses"
RETURNED = "step-summary.form.returned"

FORM_OF = {
    StepKind.ASSESSMENT: FormKind.ASSESSMENT,
    StepKind.SAFETY_PLAN: FormKind.SAFETY_PLAN,
}


class Act(StrEnum):
    """What can be done next."""

    LOG = "log"
    START = "start"
    RESUME = "resume"
    ALERT = "alert"
    COMMENTS = "comments"
    TAKE_OVER = "take-over"
    ROOM = "room"
    CONSENTS = "consents"
    REFERRALS = "referrals"
    """A partner is to be told, or to be asked again."""
    SEND = "send"
    PACKET = "packet"
    CLOSE = "close"
    """The person died, or asked for no more contact: the case can end, whenever somebody is
    ready."""
    AGAIN = "again"
    """Hurt again: a new case of the person."""
    NOTHING = "nothing"


DESK_OF = {
    Act.CONSENTS: StepKind.CONSENT,
    Act.REFERRALS: StepKind.NEEDS,
    Act.PACKET: StepKind.PACKET,
}
"""Acts that open the page of a step."""

_BY_STEP = frozenset(
    {Act.LOG, Act.ALERT, Act.COMMENTS, Act.TAKE_OVER, Act.ROOM, Act.CONSENTS, Act.REFERRALS}
)
"""Acts that the step's own words explain."""


_TAKES_CONTACT = frozenset({Act.LOG, Act.START, Act.ROOM, Act.CONSENTS})
"""Acts that begin with going to the person, or calling."""


@dataclass(frozen=True, slots=True)
class NextAct:
    """The act, the form it is about, and its words: a heading, a line, and the button's."""

    act: Act
    kind: FormKind | None
    title: str
    words: str
    button: str


def can_send(page: PersonPage) -> bool:
    """Whether a completed form waits to be sent and no draft stands in the way."""
    is_complete = any(step.summary_id == COMPLETE for step in page.steps) or any(
        line.state is LineState.COMPLETE for line in page.loaded
    )
    has_draft = page.draft is not None or any(line.draft is not None for line in page.loaded)
    is_over = page.card.is_closed and not page.card.has_died
    return is_complete and not has_draft and not is_over


def signed_forms(page: PersonPage) -> tuple[FormKind, ...]:
    """The forms that are signed off, which only an amendment can change.

    A talk that is the assessment is opened as the further form that it is.
    """
    signed = (FORM_OF[step.kind] for step in page.steps if step.summary_id == SIGNED)
    return tuple(one for one in signed if not (page.talk and one is FormKind.ASSESSMENT))


def next_act(page: PersonPage, language: str) -> NextAct:
    """The next act in the interface language."""
    act, kind = _act_of(page)
    stem = f"person-next.{act.value}"
    if act is Act.NOTHING and page.card.has_died:
        stem = "person-next.died"
    elif act is Act.CLOSE and not page.card.has_died:
        stem = "person-next.no-contact"
    elif act is Act.NOTHING and page.card.is_closed:
        stem = "person-next.closed"
    if act in (Act.START, Act.RESUME, Act.ALERT, Act.COMMENTS) and kind is not None:
        is_talk = kind is FormKind.ASSESSMENT and act in (Act.START, Act.RESUME)
        stem = f"{stem}.{page.talk if is_talk and page.talk else kind.value}"
    return NextAct(
        act,
        kind,
        sentence(f"{stem}.title", language),
        _words(page, act, stem, language),
        "" if act is Act.NOTHING else sentence(f"{stem}.button", language),
    )


def _words(page: PersonPage, act: Act, stem: str, language: str) -> str:
    if act is Act.RESUME and page.draft is not None:
        section = page.draft.section_title.in_language(language)
        counts = {"answered": page.draft.answered + page.draft.with_reason}
        stopped = "stopped" if section else "answered"
        return sentence(
            f"person-next.resume.{stopped}",
            language,
            section=section,
            total=page.draft.total,
            **counts,
        )
    if act in _BY_STEP:
        return step_words(page.next, language)
    reason = page.card.close_reason
    why = sentence(f"close-reason.{reason.value}", language) if reason is not None else ""
    return sentence(f"{stem}.words", language, reason=why)


def step_words(step: Step, language: str) -> str:
    """The summary sentence of a step."""
    return sentence(step.summary_id, language, **step.params)


def _act_of(page: PersonPage) -> tuple[Act, FormKind | None]:
    """As the steps say; nothing is proposed that goes against a wish for no more contact."""
    act, kind = _act_by_steps(page)
    is_open = not page.card.is_closed
    if is_open and page.card.asks_no_contact and act in _TAKES_CONTACT:
        return Act.CLOSE, None
    return act, kind


def _act_by_steps(page: PersonPage) -> tuple[Act, FormKind | None]:
    step = page.next
    if page.card.has_died and not page.card.is_closed:
        return Act.CLOSE, None
    if page.card.is_closed:
        is_again = page.can_begin_again and page.card.close_reason is CloseReason.HURT_AGAIN
        return (Act.AGAIN if is_again else Act.NOTHING), None
    is_urgent = step.state in (StepState.DANGER, StepState.LOOK_HERE)
    if step.kind in FORM_OF:
        return _form_act(step), FORM_OF[step.kind]
    others_draft = page.draft is not None and not page.draft.is_mine
    if step.kind is StepKind.NEEDS and others_draft:
        return Act.TAKE_OVER, page.draft.kind if page.draft else None
    if step.kind in (StepKind.NEEDS, StepKind.PACKET, StepKind.FOLLOW_UP):
        if can_send(page) and not is_urgent:
            return Act.SEND, None
        if step.kind is StepKind.PACKET and step.state is not StepState.WAITING:
            return Act.PACKET, None
        if step.summary_id in (TO_TELL, DUE):
            return Act.REFERRALS, None
        if step.kind is StepKind.NEEDS:
            return Act.CONSENTS, None
        return (Act.LOG if step.kind is StepKind.FOLLOW_UP else Act.NOTHING), None
    if step.kind is StepKind.CONSENT:
        return (Act.ROOM if step.state is StepState.LOCKED else Act.CONSENTS), None
    return Act.LOG, None


def _form_act(step: Step) -> Act:
    if step.state is StepState.DANGER:
        return Act.ALERT
    if step.summary_id == RETURNED:
        return Act.COMMENTS
    if step.summary_id == SOMEONE_ELSES:
        return Act.TAKE_OVER
    is_absent = step.state is StepState.NOT_STARTED or step.summary_id.startswith(NO_PLAN_TODAY)
    return Act.START if is_absent else Act.RESUME
