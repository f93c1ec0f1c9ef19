"""Reading the audit trail back: only who holds the auditor's key can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.records.audit_event import AuditEvent, Vouched
from desktop.records.ids import PersonId


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry of the chain; ``event`` is None when it was changed or sealed to a lost key."""

    number: int
    event: AuditEvent | None
    vouched: Vouched = Vouched.SIGNED


class AuditReader(Protocol):
    """The audit trail of this store, opened. KnownError ``store.no-key`` for everyone else."""

    def count(self) -> int:
        """How many entries there are; needs no key."""
        ...

    def read(self, first: int, last: int) -> Sequence[AuditLine]:
        """Entries ``first`` to ``last`` (from 1, both included), oldest first."""
        ...

    def persons_of(self, subjects: Sequence[str]) -> Mapping[str, PersonId]:
        """Whose record each subject is, for those that are records or persons; needs no key."""
        ...
