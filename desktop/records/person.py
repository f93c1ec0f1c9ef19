"""A person's identity: kept in the ID compartment, never shown where an alias will do."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.records.ids import PersonId


class ContactKind(StrEnum):
    """A way to reach someone."""

    OWN_PHONE = "own-phone"
    TRUSTED_PERSON = "trusted-person"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class ContactPath:
    """One way to reach the person, with what is safe to do on it."""

    kind: ContactKind
    value: str = field(repr=False)
    owner: str = field(default="", repr=False)
    safe_to_call: bool = False
    safe_to_text: bool = False
    safe_to_leave_message: bool = False
    best_times: str = ""


@dataclass(frozen=True, slots=True)
class PersonIdentity:
    """Legal identity; every field may be unknown while the person has only an alias."""

    person_id: PersonId
    legal_name: str | None = field(default=None, repr=False)
    birth_date: date | None = field(default=None, repr=False)
    medical_record_number: str | None = field(default=None, repr=False)
    contacts: tuple[ContactPath, ...] = field(default=(), repr=False)
