"""Moving a case between workstations of the hospital by a sealed file: signed acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.records.hand_over import HandedOver, HandOverReason, TakeBackReason, Workstation
from desktop.records.ids import PersonId, StaffId


@dataclass(frozen=True, slots=True)
class HandOverFile:
    """What goes to the other workstation, and how much is in it."""

    letter: str
    """The hand-over's random id; its first characters name the file."""
    content: bytes = field(repr=False)
    records: int
    drafts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A file that was checked to the last bit: what comes, from whom."""

    letter: str
    person_ids: tuple[PersonId, ...]
    aliases: tuple[str, ...] = field(repr=False)
    sender: Workstation
    given_by: str = field(repr=False)
    """The name of who handed it over."""
    made_at: datetime
    records: int
    drafts: int
    is_return: bool
    """The case was here before."""
    is_held: bool
    """A legal hold comes with it."""


class HandOverDesk(Protocol):
    """What the signed-in person may see and do about cases that move.

    Whoever holds the keys of cases (specialists, nurse managers) hands over and takes in; every
    act raises KnownError ``work.not-allowed`` for another role.
    """

    def here(self) -> Workstation:
        """This workstation."""
        ...

    def workstations(self) -> Sequence[Workstation]:
        """The others that are known here, by name."""
        ...

    def card(self) -> bytes:
        """This workstation's card as a file. KnownError ``workstation.no-card``."""
        ...

    def take_card(self, content: bytes) -> Workstation:
        """Know another workstation from now on; for administrators.

        KnownErrors ``workstation.not-a-card``, ``workstation.own-card``,
        ``workstation.older-card``, ``work.not-allowed``.
        """
        ...

    def away(self) -> Mapping[PersonId, HandedOver]:
        """Whose case is at another workstation now. Readable to every account."""
        ...

    def takers(self) -> Mapping[PersonId, frozenset[StaffId]]:
        """Who took each case in that came from elsewhere: it is in their caseload."""
        ...

    def make(
        self, people: Sequence[PersonId], to: Workstation, reason: HandOverReason
    ) -> HandOverFile:
        """Close the people's case here and seal everything of it to that workstation.

        Durable on return: from then on nothing is written about them here. Treatment notes (42 CFR
        Part 2) go along only where the signed-in person is named for them. KnownErrors
        ``hand-over.away``, ``hand-over.to-be-erased``, ``workstation.unknown``, ``person.erased``,
        ``hand-over.too-large``, ``rollback.wait``.
        """
        ...

    def take_back(self, person_id: PersonId, reason: TakeBackReason) -> None:
        """The case stays here after all. KnownErrors ``hand-over.not-away``,
        ``hand-over.confirmed`` when the other workstation's receipt was read.

        That the other workstation is lost a nurse manager says, receipt or not."""
        ...

    def look(self, content: bytes) -> Arriving:
        """Check a file as :meth:`take_in` does, and change nothing."""
        ...

    def take_in(self, content: bytes) -> Arriving:
        """Check everything, then write all of it in one transaction, or nothing.

        KnownErrors ``hand-over.*``, ``person.erased``, ``rollback.wait``, ``store.no-key``.
        """
        ...

    def receipt(self, letter: str) -> bytes:
        """A file that tells the other workstation that its case arrived.

        KnownErrors ``hand-over.not-taken-in``, ``workstation.unknown``.
        """
        ...

    def take_receipt(self, content: bytes) -> HandedOver:
        """Read such a file: the case is not taken back by hand any more. KnownErrors as above."""
        ...
