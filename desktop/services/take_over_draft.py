"""Take over another's draft: a logged act; the earlier author stays a writer of it."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.draft_journal import read_draft
from desktop.services.draft_rows import body_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, JournalKind, JournalRow
from desktop.services.work import Work


def take_over_draft(work: Work, draft: DraftRef) -> None:
    """From now on the draft is the signed-in person's.

    KnownErrors ``draft.gone``, ``draft.carried-over``.
    """
    work.need(Permission.WRITE_CASES)
    state = read_draft(work, draft)
    if state is None:
        raise KnownError("draft.gone")
    need_case(work, Permission.WRITE_CASES, state.ref)
    if state.carried is not None:
        raise KnownError("draft.carried-over", version=state.carried.version)
    me = work.session.me.staff_id
    if state.owner == me:
        return
    row = JournalRow(JournalKind.STARTED, "", body_of(state.started), me, work.clock.now())
    work.session.journal.append(state.draft, row)
    work.audit(AuditAction.DRAFT_TAKEN_OVER, state.draft.record_id, state.owner)
