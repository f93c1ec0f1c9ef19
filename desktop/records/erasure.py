"""Erasing a person's data for good, and the legal hold that forbids it: closed lists of reasons."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.base32 import first_letters, grouped, plain
from desktop.records.ids import PersonId, StaffId

_CHARACTERS = 8


class HoldReason(StrEnum):
    """Why nothing of a person may be destroyed for now."""

    LAWSUIT = "lawsuit"
    COURT_ORDER = "court-order"
    INVESTIGATION = "investigation"
    AUDIT = "audit"
    COMPLAINT = "complaint"


class ErasureReason(StrEnum):
    """Why a person's data are destroyed."""

    PERSON_ASKED = "person-asked"
    RETENTION_OVER = "retention-over"
    MADE_IN_ERROR = "made-in-error"


class HoldAct(StrEnum):
    """What happens to a hold."""

    SET = "set"
    END_ASKED = "end-asked"
    END_REFUSED = "end-refused"
    ENDED = "ended"


class ErasureAct(StrEnum):
    """What happens to a wish to erase before it is done."""

    ASKED = "asked"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class LegalHold:
    """A person whose data may not be destroyed; ``end_asked_by`` waits for somebody else's yes."""

    person_id: PersonId
    reason: HoldReason
    set_by: StaffId
    set_at: datetime
    end_asked_by: StaffId | None = None


@dataclass(frozen=True, slots=True)
class ErasureWish:
    """Somebody asked that a person be erased; somebody else has yet to agree."""

    person_id: PersonId
    reason: ErasureReason
    asked_by: StaffId
    asked_at: datetime
    records: int


@dataclass(frozen=True, slots=True)
class Erased:
    """A person whose data keys were destroyed: what is left is who, when, why and how much."""

    person_id: PersonId
    reason: ErasureReason
    asked_by: StaffId
    erased_by: StaffId
    erased_at: datetime
    records: int


def person_reference(person_id: PersonId) -> str:
    """Eight characters in two groups that name a person to staff who may not see who it is.

    40 bits of SHA-256 of the random id, in letters that are easy to read aloud.
    """
    return grouped(first_letters(hashlib.sha256(person_id.encode()).digest(), _CHARACTERS))


def same_reference(one: str, other: str) -> bool:
    """Whether both name the same person, however they were typed."""
    return plain(one) == plain(other)
