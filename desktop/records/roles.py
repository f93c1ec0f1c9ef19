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


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SPECIALIST: frozenset(
        {Permission.READ_CASES, Permission.WRITE_CASES, Permission.BUILD_PACKETS}
    ),
    Role.NURSE_MANAGER: frozenset(
        {
            Permission.READ_CASES,
            Permission.WRITE_CASES,
            Permission.REVIEW,
            Permission.BUILD_PACKETS,
        }
    ),
    Role.PACKET_DESK: frozenset({Permission.PRINT_PACKETS}),
    Role.PRIVACY_OFFICER: frozenset(),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.APPROVE_TEXTS,
            Permission.LOAD_FORMS,
            Permission.CERTIFY_STAFF,
            Permission.SET_SITE,
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
