"""Who may do what: roles, permissions and the staff member who is signed in."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.records.ids import StaffId


class Role(StrEnum):
    """What a person is certified to do here. Keys enforce it first, this table second."""

    SPECIALIST = "specialist"
    NURSE_MANAGER = "nurse-manager"
    PACKET_DESK = "packet-desk"
    PRIVACY_OFFICER = "privacy-officer"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One guarded act of the service layer."""

    READ_CASES = "read-cases"
    WRITE_CASES = "write-cases"
    REVIEW = "review"
    BUILD_PACKETS = "build-packets"
    PRINT_PACKETS = "print-packets"
    APPROVE_TEXTS = "approve-texts"
    LOAD_FORMS = "load-forms"
    CERTIFY_STAFF = "certify-staff"
    SET_SITE = "set-site"
    READ_AUDIT = "read-audit"
    HAND_ON_KEYS = "hand-on-keys"
    """For every role: which keys, the keys themselves and the rules of their holders decide."""
    ASK_ERASURE = "ask-erasure"
    GUARD_DATA = "guard-data"
    """Set and end legal holds, agree to an erasure: without any clinical key."""
    REVIEW_ACCESS = "review-access"
    LEND_KEYS = "lend-keys"
    READ_LENT = "read-lent"


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SPECIALIST: frozenset(
        {
            Permission.READ_CASES,
            Permission.WRITE_CASES,
            Permission.BUILD_PACKETS,
            Permission.HAND_ON_KEYS,
        }
    ),
    Role.NURSE_MANAGER: frozenset(
        {
            Permission.READ_CASES,
            Permission.WRITE_CASES,
            Permission.REVIEW,
            Permission.BUILD_PACKETS,
            Permission.HAND_ON_KEYS,
            Permission.ASK_ERASURE,
            Permission.REVIEW_ACCESS,
            Permission.LEND_KEYS,
        }
    ),
    Role.PACKET_DESK: frozenset({Permission.PRINT_PACKETS, Permission.HAND_ON_KEYS}),
    Role.PRIVACY_OFFICER: frozenset(
        {
            Permission.HAND_ON_KEYS,
            Permission.READ_AUDIT,
            Permission.GUARD_DATA,
            Permission.REVIEW_ACCESS,
            Permission.READ_LENT,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.APPROVE_TEXTS,
            Permission.LOAD_FORMS,
            Permission.CERTIFY_STAFF,
            Permission.SET_SITE,
            Permission.HAND_ON_KEYS,
            Permission.GUARD_DATA,
        }
    ),
}


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A certified person of the hospital: who, under which sign-in name, in which role."""

    staff_id: StaffId
    sign_in_name: str
    display_name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Whether this role carries the permission."""
        return permission in PERMISSIONS[self.role]
