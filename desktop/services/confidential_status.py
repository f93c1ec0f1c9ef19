"""No information: set it, look at it again, lift it; each step is a revision and an audit entry."""

from datetime import date, timedelta

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy, ConfidentialStatus, LiftedWhy
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import CONFIDENTIAL_STATUS
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.linked_people import linked_people
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.site_settings import site_number
from desktop.services.work import Work

REVIEW_DAYS = 7
"""Days until the status is looked at again. No source gives a figure: this one is ours, and a site
sets its own as ``confidential-review-days``."""

REVIEW_BOUNDS_DAYS = (1, 90)
"""What a site may set."""


def statuses_of(work: Work, ref: EpisodeRef) -> tuple[ConfidentialStatus, ...]:
    """Each time that it was set in this case, or still held when this case began, as it stands
    now, oldest first."""
    arrived_at = episode_of(work, ref).value.arrived_at
    found = [one.value for one in work.list_newest(CONFIDENTIAL_STATUS, ref.person_id)]
    concerned = [
        one for one in found if one.episode_id == ref.episode_id or one.held_at(arrived_at)
    ]
    return tuple(sorted(concerned, key=lambda status: status.since))


def holding_status(work: Work, ref: EpisodeRef) -> ConfidentialStatus | None:
    """The one that holds now; None while callers are answered as usual.

    It is about the person: set in one case it holds in each until somebody lifts it, also in a
    later one that nobody was asked about yet, and in one that is linked.
    """
    revision = _holding(work, ref)
    return revision.value if revision else None


def kept_holding(work: Work, person_id: PersonId) -> ConfidentialStatus | None:
    """The one that is kept under this id alone: what a packed summary may say, which is not made
    anew when a linked person changes."""
    revision = _held_under(work, person_id)
    return revision.value if revision else None


def set_no_information(work: Work, ref: EpisodeRef, asked_by: AskedBy) -> ConfidentialStatus:
    """Tell nobody from now on; also of a case that was closed, whose person may still be here.

    KnownErrors ``confidential.set-already``, those of ``need_case``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    episode_of(work, ref)
    if _holding(work, ref) is not None:
        raise KnownError("confidential.set-already")
    status = ConfidentialStatus(
        RecordId(work.ids.new_id()),
        ref.episode_id,
        asked_by,
        work.clock.now(),
        work.session.me.staff_id,
        _next_review(work),
    )
    _save(work, ref.person_id, status, 0)
    work.audit(AuditAction.CONFIDENTIAL_SET, ref.episode_id, asked_by.value)
    return status


def review_no_information(work: Work, ref: EpisodeRef) -> ConfidentialStatus:
    """It was looked at and is still needed. KnownErrors ``confidential.not-set``, those of
    ``need_case``."""
    need_case(work, Permission.WRITE_CASES, ref)
    revision = _need(work, ref)
    me, now = work.session.me.staff_id, work.clock.now()
    status = revision.value.reviewed(now, me, _next_review(work))
    _save(work, revision.person_id, status, revision.number)
    work.audit(AuditAction.CONFIDENTIAL_REVIEWED, ref.episode_id)
    return status


def lift_no_information(work: Work, ref: EpisodeRef, why: LiftedWhy) -> ConfidentialStatus:
    """Callers are answered as usual again. KnownErrors ``confidential.not-set``, those of
    ``need_case``."""
    need_case(work, Permission.WRITE_CASES, ref)
    revision = _need(work, ref)
    status = revision.value.lifted(work.clock.now(), work.session.me.staff_id, why)
    _save(work, revision.person_id, status, revision.number)
    work.audit(AuditAction.CONFIDENTIAL_LIFTED, ref.episode_id, why.value)
    return status


def _next_review(work: Work) -> date:
    days = site_number(work, "confidential-review-days", REVIEW_DAYS, REVIEW_BOUNDS_DAYS)
    return local_day(work) + timedelta(days=days)


def _holding(work: Work, ref: EpisodeRef) -> Revision[ConfidentialStatus] | None:
    people = (ref.person_id, *linked_people(work, ref.person_id))
    held = (_held_under(work, person_id) for person_id in people)
    return next((one for one in held if one is not None), None)


def _held_under(work: Work, person_id: PersonId) -> Revision[ConfidentialStatus] | None:
    found = work.list_newest(CONFIDENTIAL_STATUS, person_id)
    return next((one for one in found if one.value.holds), None)


def _need(work: Work, ref: EpisodeRef) -> Revision[ConfidentialStatus]:
    episode_of(work, ref)
    revision = _holding(work, ref)
    if revision is None:
        raise KnownError("confidential.not-set")
    return revision


def _save(work: Work, person_id: PersonId, status: ConfidentialStatus, base: int) -> None:
    work.session.records.save(CONFIDENTIAL_STATUS, person_id, status.status_id, status, base=base)
