"""Who interprets between the person and the staff, and how: noted with the room."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_NOTE = 60
"""Letters of a language's name, or of an interpreter's number."""


class InterpreterMode(StrEnum):
    """How it is interpreted. A trained interpreter is free for the person (Section 1557 of the
    Affordable Care Act, Title VI of the Civil Rights Act)."""

    NONE_NEEDED = "none-needed"
    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"
    STAFF = "staff"
    """Staff who speak the person's language."""
    FAMILY = "family"
    """A relative or friend: kept with why, because a trained interpreter is what is due."""


class FamilyReason(StrEnum):
    """Why a relative or friend interpreted."""

    ASKED_FOR = "asked-for"
    COULD_NOT_WAIT = "could-not-wait"
    """Section 1557 lets a minor child interpret only then, with nobody else there."""
    NOBODY_FREE = "nobody-free"


@dataclass(frozen=True, slots=True)
class Interpreting:
    """``language`` is what is spoken to the person, ``interpreter_id`` the number that the service
    gave; both "" where nothing was said. ``family_reason`` belongs to FAMILY alone.
    """

    mode: InterpreterMode
    language: str = ""
    interpreter_id: str = ""
    family_reason: FamilyReason | None = None

    def tidied(self) -> "Interpreting":
        """The same without what its mode does not have, within the longest note."""
        is_none, is_family = (
            self.mode is InterpreterMode.NONE_NEEDED,
            self.mode is InterpreterMode.FAMILY,
        )
        has_id = not is_none and not is_family
        return Interpreting(
            self.mode,
            "" if is_none else self.language.strip()[:LONGEST_NOTE],
            self.interpreter_id.strip()[:LONGEST_NOTE] if has_id else "",
            self.family_reason if is_family else None,
        )
