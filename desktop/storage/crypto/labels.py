"""Every label that separates one use of a key from another: HKDF, AAD, HPKE info, signatures."""

from enum import StrEnum


class Label(StrEnum):
    """Domain separation labels (RFC 5869 3.2, RFC 9180 9.1). Unique and prefix-free by test.

    A released label is never changed: a new meaning gets a new label.
    """

    KEY_ID = "kcv"
    PUBLIC_KEY_ID = "firstlight public key id v1"
    RECORD = "firstlight record v1"
    KEY_WRAP = "firstlight key wrap v1"
    SEALED_TO_KEY = "firstlight sealed to public key v1"
    WRAPPED_TO_KEY = "firstlight key to public key v1"
    USER_KEK = "firstlight user kek v1"
    USER_BLOB = "firstlight user blob v1"
    PIN = "firstlight pin v1"
    NAME_SLOT = "firstlight name slot v1"
    WORKSTATION_KEK = "firstlight workstation kek v1"
    WORKSTATION_BLOB = "firstlight workstation blob v1"
    ENROLMENT_KEY = "firstlight enrolment key v1"
    ENROLMENT_BLOB = "firstlight enrolment blob v1"
    RECOVERY_CODE_ID = "firstlight recovery code id v1"
    RECOVERY_PAIR_KEY = "firstlight recovery pair key v1"
    RECOVERY_BLOB = "firstlight recovery blob v1"
    CERTIFICATE = "firstlight certificate v1"
    CODE_SIGNING_KEY = "firstlight code signing key v1"
    INVITATION = "firstlight invitation v1"
    ENROLLED_KEYS = "firstlight enrolled keys v1"
    REVOCATION = "firstlight revocation v1"
    NAMING = "firstlight naming v1"
    EPOCH = "firstlight epoch v1"
    RESTORE = "firstlight restore v1"
    ANCHOR_CODE = "firstlight anchor code v1"
    GRANT = "firstlight grant v1"
    SIGN_OFF = "firstlight sign-off v1"
    SITE_FACT = "firstlight site fact v1"
    LEGAL_HOLD = "firstlight legal hold v1"
    ERASURE = "firstlight erasure v1"
    TOMBSTONE = "firstlight tombstone v1"
    WORKSTATION_KEY = "firstlight workstation key v1"
    HAND_OVER = "firstlight hand-over v1"
    HAND_OVER_FILE = "firstlight hand-over file v1"
    GLASS_OPENED = "firstlight break-glass opened v1"
    GLASS_ENDED = "firstlight break-glass ended v1"
    GLASS_REVIEWED = "firstlight break-glass reviewed v1"
    LENT_KEY = "firstlight lent key v1"
    AUDIT_ENTRY = "firstlight audit entry v1"
    AUDIT_ACTOR = "firstlight audit actor v1"
    AUDIT_CHECKPOINT = "firstlight audit checkpoint v1"
    CENSUS_CHECKPOINT = "firstlight audit checkpoint with census v1"
    LOGS_CHECKPOINT = "firstlight audit checkpoint with census v2"
    CENSUS_GAP = "firstlight census gap v1"

    @property
    def octets(self) -> bytes:
        """The label as bytes."""
        return self.value.encode("ascii")
