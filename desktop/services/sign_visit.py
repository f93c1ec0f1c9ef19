"""Sign off a visit: the reviewer's signature on exactly the revisions that were reviewed."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM, VISIT
from desktop.records.roles import Permission
from desktop.records.visit import FormVersion, Visit
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.episode_records import one_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def sign_visit(work: Work, ref: EpisodeRef, visit_id: RecordId) -> Visit:
    """Sign each form and close the review; a run that was cut off half-way can be run again.

    KnownErrors ``review.own-record``, ``review.comments-open``, ``review.form-changed``,
    ``review.not-in-state.*``; ``confirm.needed`` without the password just now.
    """
    need_case(work, Permission.REVIEW, ref)
    revision = one_of(work, VISIT, ref, visit_id)
    signed = revision.value.signed(work.session.me.staff_id, work.clock.now())
    for version in signed.forms:
        if one_of(work, FORM, ref, version.form_id).number != version.revision:
            raise KnownError("review.form-changed")
    need_confirmed(work, ConfirmedAct.SIGN_OFF)
    for version in signed.forms:
        _sign_once(work, version)
    work.session.records.save(VISIT, ref.person_id, visit_id, signed, base=revision.number)
    work.audit(AuditAction.VISIT_SIGNED, visit_id)
    return signed


def _sign_once(work: Work, version: FormVersion) -> None:
    me = work.session.me.staff_id
    signatures = work.session.sign_offs.of(version.form_id)
    if not any(one.revision == version.revision and one.signer == me for one in signatures):
        work.session.sign_offs.sign(version.form_id, version.revision)
