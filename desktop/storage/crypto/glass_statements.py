"""What is signed about break-glass: opened, ended, reviewed, and a data key that was lent."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from desktop.storage.crypto.certificates import moment, read_moment
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.framing import frame, number, read_number, read_text, unframe
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassStatement(Statement):
    """A link of the chain of all statements about break-glass (``before`` as in the person log)."""

    kind: ClassVar[str]
    glass_id: str
    signer_id: str
    at: datetime
    before: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassOpened(GlassStatement):
    """Somebody opens one person for some hours; ``note_hash`` is of the sealed note, or empty."""

    label = Label.GLASS_OPENED
    kind = "opened"
    person_id: str
    access: str
    reason: str
    until: datetime
    note_hash: bytes

    def encode(self) -> bytes:
        """Nine framed fields."""
        return frame(
            self.glass_id.encode(),
            self.signer_id.encode(),
            moment(self.at),
            self.before,
            self.person_id.encode(),
            self.access.encode(),
            self.reason.encode(),
            moment(self.until),
            self.note_hash,
        )

    @classmethod
    def decode(cls, statement: bytes) -> "GlassOpened":
        """Undo :meth:`encode`; raises ``Damaged``."""
        glass, signer, at, before, person, access, reason, until, note = unframe(statement, 9)
        return cls(
            glass_id=read_text(glass),
            signer_id=read_text(signer),
            at=read_moment(at),
            before=before,
            person_id=read_text(person),
            access=read_text(access),
            reason=read_text(reason),
            until=read_moment(until),
            note_hash=note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassEnded(GlassStatement):
    """Whoever opened it is done before the time is over."""

    label = Label.GLASS_ENDED
    kind = "ended"

    def encode(self) -> bytes:
        """Four framed fields."""
        return frame(self.glass_id.encode(), self.signer_id.encode(), moment(self.at), self.before)

    @classmethod
    def decode(cls, statement: bytes) -> "GlassEnded":
        """Undo :meth:`encode`; raises ``Damaged``."""
        glass, signer, at, before = unframe(statement, 4)
        return cls(
            glass_id=read_text(glass),
            signer_id=read_text(signer),
            at=read_moment(at),
            before=before,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassReviewed(GlassStatement):
    """Somebody else looked at it."""

    label = Label.GLASS_REVIEWED
    kind = "reviewed"
    outcome: str

    def encode(self) -> bytes:
        """Five framed fields."""
        return frame(
            self.glass_id.encode(),
            self.signer_id.encode(),
            moment(self.at),
            self.before,
            self.outcome.encode(),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "GlassReviewed":
        """Undo :meth:`encode`; raises ``Damaged``."""
        glass, signer, at, before, outcome = unframe(statement, 5)
        return cls(
            glass_id=read_text(glass),
            signer_id=read_text(signer),
            at=read_moment(at),
            before=before,
            outcome=read_text(outcome),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LentKey(Statement):
    """A holder (or the root) lends one data key of one person to one officer for some hours."""

    label = Label.LENT_KEY
    person_id: str
    compartment: str
    version: int
    officer_id: str
    lender_id: str
    at: datetime
    until: datetime
    sealed: bytes = field(repr=False)

    def encode(self) -> bytes:
        """Eight framed fields."""
        return frame(
            self.person_id.encode(),
            self.compartment.encode(),
            number(self.version),
            self.officer_id.encode(),
            self.lender_id.encode(),
            moment(self.at),
            moment(self.until),
            self.sealed,
        )

    @classmethod
    def decode(cls, statement: bytes) -> "LentKey":
        """Undo :meth:`encode`; raises ``Damaged``."""
        person, compartment, version, officer, lender, at, until, sealed = unframe(statement, 8)
        return cls(
            person_id=read_text(person),
            compartment=read_text(compartment),
            version=read_number(version),
            officer_id=read_text(officer),
            lender_id=read_text(lender),
            at=read_moment(at),
            until=read_moment(until),
            sealed=sealed,
        )

    def context(self, hospital: str) -> SealContext:
        """Where the sealed key belongs: this officer, this person, until then."""
        return SealContext(
            hospital=hospital,
            compartment=self.compartment,
            object_type="lent-key",
            epoch=int(self.until.timestamp()),
            patient_id=self.person_id,
            record_id=self.officer_id,
            revision=self.version,
        )
