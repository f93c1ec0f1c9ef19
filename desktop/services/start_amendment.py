"""Start an amendment: a change to a signed form, with its reason, signed off again later."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.draft_journal import draft_of_form
from desktop.services.episode_records import form_of
from desktop.services.open_form import OpenForm, begun, newest_signed
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.work import Work


def start_amendment(
    work: Work, ref: EpisodeRef, kind: FormKind, reason: str, record_id: RecordId | None = None
) -> OpenForm:
    """A draft on the signed revision, which it will name as what it supersedes.

    ``record_id`` names a loaded form.

    KnownErrors ``amendment.not-signed``, ``amendment.reason-missing``, ``amendment.draft-open``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if not reason.strip():
        raise KnownError("amendment.reason-missing")
    form = form_of(work, ref, kind, record_id)
    signed = newest_signed(work, form.record_id) if form else None
    if form is None or signed != form.number:
        raise KnownError("amendment.not-signed")
    if draft_of_form(work, ref, kind, record_id) is not None:
        raise KnownError("amendment.draft-open")
    draft = DraftRef(ref.person_id, form.record_id, form.number, signed)
    work.audit(AuditAction.AMENDMENT_STARTED, form.record_id)
    return begun(work, ref, kind, draft, form.value.instrument, reason.strip())
