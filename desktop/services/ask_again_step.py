"""What an unanswered question about suicide changes in the step "follow-up" of the person page.

Unable, declined or missing never reads as no: it wants a plan to ask again. The newest completed
form that asks the person decides; what a relative or a caregiver was asked does not.
"""

from desktop.errors import KnownError
from desktop.forms.session import FormSession
from desktop.services.cases import CaseCard
from desktop.services.draft_session import record_session
from desktop.services.episode_records import forms_of
from desktop.services.person_steps import Step, StepKind, StepState
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

ASK_AGAIN = "step-summary.follow-up.ask-again"
ASKS_THE_PERSON = frozenset({"bedside-core", "youth-talk", "needs-assessment", "follow-up-check"})
"""Our forms with that question, by name."""


def with_ask_again(work: Work, ref: EpisodeRef, card: CaseCard, step: Step) -> Step:
    """The same step, or that the question waits; nothing is proposed once nobody may call."""
    is_over = card.is_closed or card.has_died or card.asks_no_contact
    if is_over or not must_ask_again(work, ref):
        return step
    return Step(StepKind.FOLLOW_UP, StepState.WAITING, ASK_AGAIN)


def must_ask_again(work: Work, ref: EpisodeRef) -> bool:
    """Whether the form completed last left it open. One that is not installed decides nothing."""
    asked = [
        form
        for form in forms_of(work, ref)
        if work.library.own_name(form.value.instrument.url) in ASKS_THE_PERSON
    ]
    for form in sorted(asked, key=lambda one: one.value.completed_at or one.at, reverse=True):
        try:
            session = record_session(work, ref, form.value)
        except KnownError:
            continue
        if _was_asked(session):
            return bool(session.to_ask_again)
    return False


def _was_asked(session: FormSession) -> bool:
    """Whether the question stood in it: a part that was put off asks nothing."""
    return any(
        instance.item.marks.reask_when_missing and session.state(key).enabled
        for key, instance in session.tree.by_key.items()
    )
