"""Append-only revisions of records, sealed per person and compartment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.kinds import RecordKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Revision(Generic[T]):
    """One immutable revision of one record, opened. Numbers start at 1."""

    person_id: PersonId
    record_id: RecordId
    number: int
    author: StaffId
    at: datetime
    value: T
    amends: int | None = None


class RecordStore(Protocol):
    """Append-only revisions, sealed per person and compartment."""

    def create_person(self) -> PersonId:
        """A new person with fresh keys; durable on return."""
        ...

    def persons(self) -> Sequence[PersonId]:
        """Everyone whose CLIN key this account holds."""
        ...

    def save(
        self,
        kind: RecordKind[T],
        person_id: PersonId,
        record_id: RecordId,
        value: T,
        *,
        base: int,
        amends: int | None = None,
        clears_journal: bool = False,
    ) -> Revision[T]:
        """Append revision ``base + 1`` (0 = first). Durable on return.

        A record with a signed-off revision takes only a revision whose ``amends`` names it.
        Raises KnownError ``store.changed-meanwhile`` when ``base`` is not the newest number and
        ``store.signed`` when a signature forbids it. ``clears_journal`` empties the record's
        journal in the same transaction. Saving the same record, number and value again is a
        retry and returns the stored revision.
        """
        ...

    def load(self, kind: RecordKind[T], record_id: RecordId) -> Revision[T]:
        """The newest revision; KnownError ``store.no-such-record`` when there is none."""
        ...

    def load_revision(self, kind: RecordKind[T], record_id: RecordId, number: int) -> Revision[T]:
        """One named revision."""
        ...

    def list_newest(self, kind: RecordKind[T], person_id: PersonId) -> Sequence[Revision[T]]:
        """Newest revision of each record of this kind of one person, oldest record first."""
        ...

    def everywhere(self, kind: RecordKind[T]) -> Sequence[RecordId]:
        """Every record of a kind, of everybody who is not erased, oldest first; opens nothing.

        Without the key of its compartment there is none.
        """
        ...

    def count(self, kind: RecordKind[T], person_id: PersonId) -> int:
        """How many records of this kind a person has; needs no key."""
        ...

    def history(self, kind: RecordKind[T], record_id: RecordId) -> Sequence[Revision[T]]:
        """All revisions, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class EpisodeRef:
    """Which case of which person: what a screen passes back to open it."""

    person_id: PersonId
    episode_id: EpisodeId
