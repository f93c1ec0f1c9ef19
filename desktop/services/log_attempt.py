"""Log an attempt to reach a person."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import ATTEMPT
from desktop.records.roles import Permission
from desktop.records.standing import Standing, standing_of
from desktop.services.add_case import CLOCK_SLACK
from desktop.services.cases import CaseCard, card_of
from desktop.services.draft_alerts import open_alert_count
from desktop.services.episode_records import attempts_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """One try. ``tried_at`` None means now; ``next_due`` puts the case back on the worklist.

    ``may_call_later`` is what somebody who declined now said to a later call, None where nobody
    asked.
    """

    mode: AttemptMode
    outcome: AttemptOutcome
    tried_at: datetime | None = None
    next_due: datetime | None = None
    may_call_later: bool | None = None


def log_attempt(work: Work, ref: EpisodeRef, new: NewAttempt) -> CaseCard:
    """Keep the attempt. KnownErrors ``attempt.in-future``, ``attempt.next-before-try``,
    ``attempt.no-more-contact`` (nobody is due again who asked not to be contacted, until they are
    spoken with again), ``attempt.died``, ``attempt.later-elsewhere`` (a later call belongs to
    *declined now*)."""
    need_case(work, Permission.WRITE_CASES, ref)
    episode = open_episode_of(work, ref)
    now = work.clock.now()
    tried_at = new.tried_at or now
    if tried_at > now + CLOCK_SLACK:
        raise KnownError("attempt.in-future")
    if new.next_due is not None and new.next_due <= tried_at:
        raise KnownError("attempt.next-before-try")
    if new.may_call_later is not None and new.outcome is not AttemptOutcome.DECLINED_NOW:
        raise KnownError("attempt.later-elsewhere")
    attempt = Attempt(
        RecordId(work.ids.new_id()),
        ref.episode_id,
        tried_at,
        new.mode,
        new.outcome,
        work.session.me.staff_id,
        new.next_due,
        new.may_call_later,
    )
    if new.next_due is not None:
        _need_nothing_standing(work, ref, attempt)
    work.session.records.save(ATTEMPT, ref.person_id, attempt.attempt_id, attempt, base=0)
    work.audit(AuditAction.ATTEMPT_LOGGED, ref.episode_id, new.outcome.value)
    return card_of(work, episode, open_alert_count(work, ref))


def _need_nothing_standing(work: Work, ref: EpisodeRef, attempt: Attempt) -> None:
    """Refuse a next attempt while a wish for no contact, or a death, holds after this one."""
    tried = sorted((*attempts_of(work, ref), attempt), key=lambda one: one.tried_at)
    standing = standing_of(tried)
    if standing is Standing.NO_CONTACT:
        raise KnownError("attempt.no-more-contact")
    if standing is Standing.DIED:
        raise KnownError("attempt.died")
