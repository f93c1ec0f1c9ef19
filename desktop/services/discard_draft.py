"""Discard a draft with a reason; what was complete before stays as it was."""

from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.draft_journal import DraftState, own_draft
from desktop.services.draft_session import draft_session
from desktop.services.ports import DraftRef
from desktop.services.work import Work


class DiscardReason(StrEnum):
    """Why a draft is thrown away: a code, because it goes into the audit trail."""

    BY_MISTAKE = "by-mistake"
    WRONG_CASE = "wrong-case"
    PERSON_ASKED = "person-asked"
    START_AGAIN = "start-again"


def discard_draft(work: Work, draft: DraftRef, reason: DiscardReason) -> None:
    """Remove the draft's rows; not while somebody must still be told of an alert in it.

    KnownErrors ``draft.someone-elses``, ``draft.gone``, ``draft.alert-open``; ``rollback.wait``:
    what is thrown away may be all there is of it.
    """
    work.need(Permission.WRITE_CASES)
    work.session.rollback.need_quiet()
    remove_draft(work, own_draft(work, draft), DiscardReason(reason).value)


def remove_draft(work: Work, state: DraftState, audit_code: str) -> None:
    """The removal itself, with the code that stands in the audit trail.

    KnownError ``draft.alert-open``.
    """
    if draft_session(work, state).open_alerts:
        raise KnownError("draft.alert-open")
    work.session.journal.discard(state.draft)
    work.audit(AuditAction.DRAFT_DISCARDED, state.draft.record_id, audit_code)
