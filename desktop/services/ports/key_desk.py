"""Handing on the keys of compartments, and renewing them after someone left: a holder's work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import StaffMember
from desktop.services.ports.staff_desk import RecoveryCodes


@dataclass(frozen=True, slots=True)
class PendingKey:
    """Someone enrolled who waits for a key. Compare ``fingerprint`` with the person."""

    member: StaffMember
    compartment: Compartment
    fingerprint: str
    can_hand_on: bool
    """Whether the signed-in person holds it and may give it."""
    needs_codes: bool = False
    """Nobody here holds it any more: the signed-in administrator gives it with two recovery codes,
    as after a workstation that was enrolled again."""

    @property
    def is_for_me(self) -> bool:
        """Whether the signed-in person is who gives it."""
        return self.can_hand_on or self.needs_codes


class KeyDesk(Protocol):
    """Keys as the signed-in person may give and renew them."""

    def pending(self) -> Sequence[PendingKey]:
        """Everyone who waits for a key, by name."""
        ...

    def hand_on(
        self, staff_id: StaffId, compartment: Compartment, codes: RecoveryCodes | None = None
    ) -> None:
        """Wrap the key for that person, from my own copy or with two codes from the root's.

        KnownErrors ``keys.not-mine``, ``keys.not-for-role``, ``recovery.*``.
        """
        ...

    def owed(self) -> Sequence[Compartment]:
        """Compartments whose key someone held who has left since: to be renewed."""
        ...

    def renewable(self) -> Sequence[Compartment]:
        """Those of :meth:`owed` that the signed-in person may renew from their own copy."""
        ...

    def renew(self, compartment: Compartment, codes: RecoveryCodes | None = None) -> None:
        """Make a new key, for everyone who may hold it and for the root.

        KnownErrors ``keys.not-mine``, ``recovery.*``.
        """
        ...

    def to_move(self) -> Mapping[Compartment, int]:
        """How many data keys still lie under an older key than the newest, where I hold both."""
        ...

    def rewrap(self, compartment: Compartment, at_most: int) -> int:
        """Move up to ``at_most`` data keys under the newest key; returns how many are left."""
        ...
