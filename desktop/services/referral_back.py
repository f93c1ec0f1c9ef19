"""Take a step of a referral back, and a disclosure that was noted and never happened."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import refused_detail, release_detail
from desktop.records.ids import RecordId
from desktop.records.kinds import REFERRAL
from desktop.records.referral import Referral, ReferralStatus
from desktop.records.roles import Permission
from desktop.services.episode_records import one_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.told_first import Release
from desktop.services.work import Work

WHAT = "referral"
"""What a partner was told, in the accounting of disclosures."""


def disclosure_of(ref: EpisodeRef, referral: Referral) -> Release:
    """The entry of the accounting that a sent referral has (45 CFR 164.528(b)(2))."""
    detail = release_detail(referral.to_org, WHAT, referral.purpose.value)
    return Release(AuditAction.RELEASED, ref.person_id, detail, ref.person_id)


def take_disclosure_back(work: Work, ref: EpisodeRef, referral: Referral) -> None:
    """Nobody was told: a second entry takes the first one out of the accounting; both stay in
    the trail."""
    told = disclosure_of(ref, referral)
    detail = refused_detail(told.action, told.detail)
    work.audit(AuditAction.RELEASE_REFUSED, told.subject, detail, told.person)


def put_referral_back(work: Work, ref: EpisodeRef, referral_id: RecordId, number: int) -> Referral:
    """The referral as its revision ``number`` had it, as a new revision.

    What was entered by mistake stays so. KnownErrors ``store.no-such-record``,
    ``referral.not-now``, ``episode.closed``, ``store.changed-meanwhile``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    found = one_of(work, REFERRAL, ref, referral_id)
    if not 0 < number < found.number:
        raise KnownError("store.no-such-record")
    if found.value.status is ReferralStatus.ENTERED_IN_ERROR:
        raise KnownError("referral.not-now")
    records = work.session.records
    before = records.load_revision(REFERRAL, referral_id, number).value
    records.save(REFERRAL, ref.person_id, referral_id, before, base=found.number)
    work.audit(AuditAction.REFERRAL_PUT_BACK, referral_id, before.status.value)
    if found.value.sent is not None and before.sent is None:
        take_disclosure_back(work, ref, found.value)
    return before
