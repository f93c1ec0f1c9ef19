"""What the audit trail says: who did what to which record, never its content."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import StaffId

BY_ITSELF = StaffId("app")
"""Who made a backup that nobody asked for: the app, by the site's plan."""


class AuditAction(StrEnum):
    """Everything that reads, writes or releases."""

    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    CONFIRM_FAILED = "confirm-failed"
    """A wrong password of somebody signed in; ``detail`` is the act for which it was asked."""
    PIN_FAILED = "pin-failed"
    """A wrong PIN at the cover screen, or where a screen was turned to the patient."""
    UNLOCK_FAILED = "unlock-failed"
    """A wrong passphrase of the workstation; nobody is signed in then."""
    CODE_REFUSED = "code-refused"
    """A one-time or recovery code that opened nothing; ``detail`` is the reason."""
    TRIES_SET_BACK = "tries-set-back"
    """The file held fewer failed sign-ins than the keyring: an older file, or a changed one."""
    TRAIL_GREW = "trail-grew"
    """Entries were added while the app was closed; ``detail`` is the first and the last number."""
    SIGNED_OUT = "signed-out"
    COVERED = "covered"
    LOCKED = "locked"
    CLOCK_RAN_BACK = "clock-ran-back"
    """The wall clock was set back while somebody was signed in; ``detail`` is by how many s."""
    CASE_ADDED = "case-added"
    EVENT_NOTED = "event-noted"
    PERSON_AGAIN = "person-again"
    """A case was added to a person who has an earlier one, which ``detail`` names."""
    WORKLIST_READ = "worklist-read"
    REACH_COUNTED = "reach-counted"
    """``detail`` is the first and the last day."""
    REVIEW_DESK_READ = "review-desk-read"
    PACKET_DESK_READ = "packet-desk-read"
    OVERSIGHT_READ = "oversight-read"
    CASE_OPENED = "case-opened"
    CASE_CLOSED = "case-closed"
    ATTEMPT_LOGGED = "attempt-logged"
    IDENTITY_READ = "identity-read"
    IDENTITY_SAVED = "identity-saved"
    IDENTITIES_COMPARED = "identities-compared"
    """Names were compared by the app, and none was shown; ``detail`` is with how many people."""
    PEOPLE_LINKED = "people-linked"
    """Two people of the store are taken for one; ``detail`` is the other."""
    LINK_UNDONE = "link-undone"
    CONFIDENTIAL_SET = "confidential-set"
    """Nobody is told that the person is here; ``detail`` is who asked."""
    CONFIDENTIAL_REVIEWED = "confidential-reviewed"
    CONFIDENTIAL_NAME_ALLOWED = "confidential-name-allowed"
    """A paper with the legal name was made all the same; ``detail`` is which kind."""
    CONFIDENTIAL_LIFTED = "confidential-lifted"
    """``detail`` is why."""
    MAY_KNOW_READ = "may-know-read"
    MAY_KNOW_SAVED = "may-know-saved"
    """``detail`` is how many people are named now."""
    ROOM_NOTED = "room-noted"
    CAPACITY_NOTED = "capacity-noted"
    NO_PLAN_NOTED = "no-plan-noted"
    NEEDS_READ = "needs-read"
    NEED_NOTED = "need-noted"
    REPORT_CAUSE_NOTED = "report-cause-noted"
    REPORT_TOLD = "report-told"
    REPORT_WRITTEN = "report-written"
    REPORT_STEP_BACK = "report-step-back"
    NEEDS_PUT_BACK = "needs-put-back"
    COMPENSATION_NOTED = "compensation-noted"
    REFERRAL_NOTED = "referral-noted"
    """A step of a referral to a partner; ``detail`` is the status that it has since."""
    OUTING_PLANNED = "outing-planned"
    OUTING_PUT_OFF = "outing-put-off"
    OUTING_CANCELLED = "outing-cancelled"
    OUTING_LEFT = "outing-left"
    OUTING_CALL_NOTED = "outing-call-noted"
    """They who are away are safe; ``detail`` says whether they called in or were reached."""
    OUTING_BACK_NOTED = "outing-back-noted"
    LATE_OUTINGS_READ = "late-outings-read"
    """Of whom nobody has heard past their time; ``detail`` is how many."""
    DRAFT_READ = "draft-read"
    FORM_READ = "form-read"
    FORM_STARTED = "form-started"
    FORM_SIGNATURE_TAKEN = "form-signature-taken"
    FORM_COMPLETED = "form-completed"
    FORM_REPAIRED = "form-repaired"
    AMENDMENT_STARTED = "amendment-started"
    DRAFT_DISCARDED = "draft-discarded"
    DRAFT_TAKEN_OVER = "draft-taken-over"
    DRAFT_CARRIED_OVER = "draft-carried-over"
    DRAFT_OPENED_AGAIN = "draft-opened-again"
    TURNED_TO_PATIENT = "turned-to-patient"
    TURNED_TO_STAFF = "turned-to-staff"
    ALERT_ACKNOWLEDGED = "alert-acknowledged"
    CONSENTS_READ = "consents-read"
    CONSENT_GIVEN = "consent-given"
    CONSENT_DECLINED = "consent-declined"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    CONSENT_COPY_NOTED = "consent-copy-noted"
    CONSENT_PAPER_READ = "consent-paper-read"
    PARTNER_TOLD = "partner-told"
    GUARDIAN_NOTED = "guardian-noted"
    GUARDIAN_BARRED = "guardian-barred"
    VISIT_SUBMITTED = "visit-submitted"
    VISIT_READ = "visit-read"
    VISIT_COMMENTED = "visit-commented"
    VISIT_RETURNED = "visit-returned"
    VISIT_SIGNED = "visit-signed"
    PACKET_PLANNED = "packet-planned"
    PACKET_PREVIEWED = "packet-previewed"
    PACKET_SENT = "packet-sent"
    PACKET_READ = "packet-read"
    PACKET_PRINTED = "packet-printed"
    PACKET_SAVED_AS_FILE = "packet-saved-as-file"
    RECORD_PRINTED = "record-printed"
    PACKET_REFUSED = "packet-refused"
    PACKET_HANDED_OVER = "packet-handed-over"
    """The desk gave the paper to the person; its copy here is destroyed."""
    PACKET_DELETED = "packet-deleted"
    RELEASED = "released"
    RELEASE_REFUSED = "release-refused"
    """What an entry before this one said was not done; ``detail`` is that entry's action and
    detail."""
    AUDIT_READ = "audit-read"
    DISCLOSURES_REPORTED = "disclosures-reported"
    PART2_READ = "part2-read"
    PART2_WRITTEN = "part2-written"
    PART2_RELEASED = "part2-released"
    GLASS_OPENED = "glass-opened"
    GLASS_ENDED = "glass-ended"
    GLASS_REVIEWED = "glass-reviewed"
    KEYS_LENT = "keys-lent"
    LENT_PERSON_READ = "lent-person-read"
    HOLD_SET = "hold-set"
    HOLD_END_ASKED = "hold-end-asked"
    HOLD_ENDED = "hold-ended"
    HOLD_KEPT = "hold-kept"
    ERASURE_ASKED = "erasure-asked"
    ERASURE_DROPPED = "erasure-dropped"
    PERSON_ERASED = "person-erased"
    TEXT_APPROVED = "text-approved"
    SETTING_CHANGED = "setting-changed"
    FORM_LOADED = "form-loaded"
    FORM_MADE_CURRENT = "form-made-current"
    FORM_RETIRED = "form-retired"
    BACKUP_MADE = "backup-made"
    BACKUP_FAILED = "backup-failed"
    RESTORE_TRIED = "restore-tried"
    KEPT_STORE_DESTROYED = "kept-store-destroyed"
    """An older store that a restore had moved aside; ``subject`` is the name of its folder."""
    STORE_VERIFIED = "store-verified"
    STORE_RESTORED = "store-restored"
    WORKSTATION_ENROLLED_AGAIN = "workstation-enrolled-again"
    WORKSTATION_ADDED = "workstation-added"
    """This one was made from a backup; ``detail`` is the workstation that the backup is of."""
    WORKSTATION_CARD_READ = "workstation-card-read"
    """From then on cases go to that workstation and come from it."""
    HAND_OVER_MADE = "hand-over-made"
    """A case went to another workstation; ``detail`` is the hand-over's id."""
    HAND_OVER_TAKEN_BACK = "hand-over-taken-back"
    HAND_OVER_READ = "hand-over-read"
    """A file was checked and shown, and not taken in yet."""
    HAND_OVER_TAKEN_IN = "hand-over-taken-in"
    HAND_OVER_REFUSED = "hand-over-refused"
    """A file that was not taken in; ``detail`` is the reason."""
    HAND_OVER_RECEIPT_MADE = "hand-over-receipt-made"
    HAND_OVER_CONFIRMED = "hand-over-confirmed"
    """The other workstation's receipt was read here."""
    STAFF_CERTIFIED = "staff-certified"
    STAFF_ENROLLED = "staff-enrolled"
    RECOVERY_RENEWED = "recovery-renewed"
    STAFF_RENEWED = "staff-renewed"
    STAFF_REVOKED = "staff-revoked"
    STAFF_NAMED = "staff-named"
    STAFF_NAMED_NO_MORE = "staff-named-no-more"
    SIGN_IN_OPENED_AGAIN = "sign-in-opened-again"
    SECRETS_CHANGED = "secrets-changed"
    KEY_HANDED_ON = "key-handed-on"
    KEY_RENEWED = "key-renewed"
    ROLLBACK_FOUND = "rollback-found"
    RESTORE_CONFIRMED = "restore-confirmed"


WITHOUT_SIGN_IN = frozenset(
    {
        AuditAction.SIGN_IN_FAILED,
        AuditAction.CONFIRM_FAILED,
        AuditAction.UNLOCK_FAILED,
        AuditAction.CODE_REFUSED,
        AuditAction.TRIES_SET_BACK,
        AuditAction.TRAIL_GREW,
        AuditAction.BACKUP_MADE,
        AuditAction.BACKUP_FAILED,
        AuditAction.KEPT_STORE_DESTROYED,
        AuditAction.STORE_RESTORED,
        AuditAction.WORKSTATION_ENROLLED_AGAIN,
        AuditAction.WORKSTATION_ADDED,
    }
)
"""What may be written where nobody's key is at hand: whoever it names did not sign it.

A wrong password that a second person gave stands here too; of who is signed in it is signed.
"""


class Vouched(StrEnum):
    """Whether an entry of the trail was made by whom it names."""

    SIGNED = "signed"
    NOBODY = "nobody"
    """Made with nobody signed in; only what :data:`WITHOUT_SIGN_IN` lists may be."""
    OLDER = "older"
    """Of a version that did not sign entries yet."""
    FALSE = "false"
    """It names somebody who did not sign it: count it for nothing."""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One entry; ``subject`` is an opaque id, ``detail`` a code or a hash."""

    action: AuditAction
    actor: StaffId
    at: datetime
    subject: str = ""
    detail: str = ""
    person: str = ""
    """The opaque id of the person concerned, where ``subject`` does not lead to it."""
