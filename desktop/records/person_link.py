"""Two people of the store who are one: a link that moves, merges and re-seals nothing."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId, StaffId


@dataclass(frozen=True, slots=True)
class PersonLink:
    """One half of a link, kept under ``person_id``; the other half is kept under ``other_id``.

    Cases, history and consents stay where they are. A link that was undone stays as history.
    """

    link_id: RecordId
    person_id: PersonId
    other_id: PersonId
    made_by: StaffId
    made_at: datetime
    undone_by: StaffId | None = None
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether both are taken for one person now."""
        return self.undone_at is None

    def undone(self, by: StaffId, at: datetime) -> "PersonLink":
        """The same link, undone; KnownError ``link.none`` when it was undone before."""
        if not self.stands:
            raise KnownError("link.none")
        return replace(self, undone_by=by, undone_at=at)
