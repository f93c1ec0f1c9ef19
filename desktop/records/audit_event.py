"""What the audit trail says: who did what to which record, never its content."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import StaffId


class AuditAction(StrEnum):
    """Everything that reads, writes or releases."""

    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGNED_OUT = "signed-out"
    COVERED = "covered"
    LOCKED = "locked"
    CASE_ADDED = "case-added"
    CASE_OPENED = "case-opened"
    CASE_CLOSED = "case-closed"
    ATTEMPT_LOGGED = "attempt-logged"
    IDENTITY_READ = "identity-read"
    IDENTITY_SAVED = "identity-saved"
    ROOM_NOTED = "room-noted"
    CAPACITY_NOTED = "capacity-noted"
    NO_PLAN_NOTED = "no-plan-noted"
    FORM_STARTED = "form-started"
    FORM_SIGNATURE_TAKEN = "form-signature-taken"
    FORM_COMPLETED = "form-completed"
    FORM_REPAIRED = "form-repaired"
    AMENDMENT_STARTED = "amendment-started"
    DRAFT_DISCARDED = "draft-discarded"
    DRAFT_TAKEN_OVER = "draft-taken-over"
    DRAFT_CARRIED_OVER = "draft-carried-over"
    DRAFT_OPENED_AGAIN = "draft-opened-again"
    ALERT_ACKNOWLEDGED = "alert-acknowledged"
    CONSENT_GIVEN = "consent-given"
    CONSENT_DECLINED = "consent-declined"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    VISIT_SUBMITTED = "visit-submitted"
    VISIT_READ = "visit-read"
    VISIT_COMMENTED = "visit-commented"
    VISIT_RETURNED = "visit-returned"
    VISIT_SIGNED = "visit-signed"
    PACKET_SENT = "packet-sent"
    PACKET_READ = "packet-read"
    PACKET_PRINTED = "packet-printed"
    PACKET_SAVED_AS_FILE = "packet-saved-as-file"
    PACKET_REFUSED = "packet-refused"
    PACKET_DELETED = "packet-deleted"
    TEXT_APPROVED = "text-approved"
    SETTING_CHANGED = "setting-changed"
    FORM_LOADED = "form-loaded"
    FORM_MADE_CURRENT = "form-made-current"
    FORM_RETIRED = "form-retired"
    STAFF_CERTIFIED = "staff-certified"
    STAFF_ENROLLED = "staff-enrolled"


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One entry; ``subject`` is an opaque id, ``detail`` a code or a hash."""

    action: AuditAction
    actor: StaffId
    at: datetime
    subject: str = ""
    detail: str = ""
