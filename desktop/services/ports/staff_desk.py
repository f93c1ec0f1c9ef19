"""People of the site after set-up: invite, renew, revoke, name; only an administrator does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role, StaffMember

RecoveryCodes = tuple[str, str]
"""Two of the three printed codes, as typed: they open the hospital root for one act."""


@dataclass(frozen=True, slots=True)
class NewStaff:
    """Someone to be certified."""

    sign_in_name: str
    display_name: str
    role: Role


class StaffStanding(StrEnum):
    """How far someone's account has come."""

    INVITED = "invited"
    """The one-time code was not used yet."""
    EXPIRED = "expired"
    """The one-time code ran out unused; or the password ended with the key of the workstation."""
    WAITING = "waiting"
    """Password chosen; a holder has yet to hand on some key of the role."""
    ACTIVE = "active"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """One account. ``until`` is when the code ends, or when the person was revoked."""

    member: StaffMember
    standing: StaffStanding
    until: datetime | None = None
    missing: tuple[Compartment, ...] = ()
    """Keys of the role that nobody has handed on yet."""
    named: tuple[Compartment, ...] = ()
    """Compartments of named users that this person was named for."""
    fingerprint: str = ""
    """Twelve characters in groups of four that name the person's public keys; empty without."""


@dataclass(frozen=True, slots=True)
class NewCode:
    """A one-time code: shown or printed once, never kept."""

    staff_id: StaffId
    code: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewRecoveryCodes:
    """Three codes that open nothing until they are taken: shown or printed once, never kept."""

    codes: tuple[str, str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReEnrolment:
    """Which administrator gets the code, and how the workstation keeps its secret from now on."""

    administrator: str
    """Sign-in name."""
    codes: RecoveryCodes = field(repr=False)
    passphrase: str | None = field(default=None, repr=False)
    """None: the keyring of the system."""


class StaffDesk(Protocol):
    """The administrator's view. What concerns an administrator needs two recovery codes.

    Every change raises KnownError ``site.only-administrator`` for another role, ``staff.unknown``,
    ``staff.revoked``, and with codes ``recovery.*`` or ``code.*``.
    """

    def people(self) -> Sequence[StaffEntry]:
        """Everyone, by display name; those revoked last. Readable to every account."""
        ...

    def invite(self, new: NewStaff, codes: RecoveryCodes | None = None) -> NewCode:
        """Certify name and role and make a code for 72 hours.

        KnownErrors ``set-up.*`` for names, ``staff.name-taken``, ``staff.needs-recovery-codes``.
        """
        ...

    def renew(self, staff_id: StaffId, codes: RecoveryCodes | None = None) -> NewCode:
        """A new code for a forgotten password or an unused code; the old password ends now."""
        ...

    def revoke(self, staff_id: StaffId, codes: RecoveryCodes | None = None) -> None:
        """End the account now. KnownErrors ``staff.yourself``, ``staff.needs-recovery-codes``."""
        ...

    def name_user(self, staff_id: StaffId, compartment: Compartment, *, is_named: bool) -> None:
        """Add to, or take from, the named users of P2. KnownError ``staff.no-such-list``."""
        ...

    def clear_stop(self, staff_id: StaffId) -> None:
        """Let someone try again who was stopped after too many failed sign-ins."""
        ...

    def make_recovery_codes(self, codes: RecoveryCodes) -> NewRecoveryCodes:
        """Three new codes for two old ones; nothing changes yet."""
        ...

    def take_recovery_codes(self, codes: RecoveryCodes, new: NewRecoveryCodes) -> None:
        """The new codes from now on; the old ones open nothing here any more."""
        ...
