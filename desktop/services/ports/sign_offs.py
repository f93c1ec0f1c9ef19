"""Signatures of staff over stored revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.records.ids import RecordId, StaffId


@dataclass(frozen=True, slots=True)
class SignOff:
    """An Ed25519 signature of one person over exactly one stored revision."""

    record_id: RecordId
    revision: int
    signer: StaffId
    at: datetime


class SignOffs(Protocol):
    """Signatures over stored revisions."""

    def sign(self, record_id: RecordId, revision: int) -> SignOff:
        """Sign that revision with the signed-in person's key; from then on it is immutable."""
        ...

    def of(self, record_id: RecordId) -> Sequence[SignOff]:
        """Verified signatures, oldest first; KnownError ``store.damaged`` if one is not valid."""
        ...
