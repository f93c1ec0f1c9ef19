"""Break-glass: one person, four hours, a reason, a review by somebody else; and keys on loan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.records.break_glass import BrokenGlass, GlassKind, GlassOutcome, GlassReason
from desktop.records.ids import PersonId, StaffId
from desktop.services.ports.staff_desk import RecoveryCodes


@dataclass(frozen=True, slots=True)
class Loan:
    """One person's data keys, lent to one privacy officer."""

    person_id: PersonId
    officer_id: StaffId
    lender_id: StaffId
    """"root" when two recovery codes lent them."""
    at: datetime
    until: datetime


class GlassDesk(Protocol):
    """Accesses as the signed-in person may begin, end and review them."""

    def open(
        self, person_id: PersonId, kind: GlassKind, reason: GlassReason, note: str
    ) -> BrokenGlass:
        """Begin an access of my own; the note is sealed to the auditor.

        For an officer it takes the keys that were lent and ends with the loan. KnownErrors
        ``glass.reason-missing``, ``glass.note-too-long``, ``glass.not-lent``, ``glass.standing``,
        ``person.erased``, ``work.not-allowed`` for a role that has no such access.
        """
        ...

    def end(self, glass_id: str) -> None:
        """End my access before its time; keys that were lent for it are destroyed.

        KnownError ``glass.unknown``.
        """
        ...

    def standing(self, person_id: PersonId) -> BrokenGlass | None:
        """My access to this person, if one is in force now."""
        ...

    def all(self) -> Sequence[BrokenGlass]:
        """Every access ever, oldest first; readable to every account."""
        ...

    def note_of(self, glass_id: str) -> str:
        """What was said; KnownError ``store.no-key`` for all but the auditor."""
        ...

    def review(self, glass_id: str, outcome: GlassOutcome) -> None:
        """By a nurse manager or privacy officer who did not open it.

        KnownErrors ``glass.unknown``, ``glass.yourself``, ``glass.reviewed``,
        ``work.not-allowed``.
        """
        ...

    def lend(
        self, person_id: PersonId, officer_id: StaffId, codes: RecoveryCodes | None = None
    ) -> Loan:
        """Seal this person's ID and CLIN data keys to that officer for four hours.

        From my own keys, or with two recovery codes from the root's. KnownErrors
        ``glass.not-an-officer``, ``keys.not-mine``, ``recovery.*``, ``person.erased``.
        """
        ...

    def loans(self) -> Sequence[Loan]:
        """What is lent now to anybody, newest first; what ran out is destroyed."""
        ...

    def clear_over(self) -> None:
        """Destroy the lent keys that ran out. None during a rollback alarm."""
        ...
