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
    SOCIAL = "social-handle"
    MAILING = "mailing-address"


@dataclass(frozen=True, slots=True)
class ContactPath:
    """One way to reach the person, with what is safe to do on it.

    ``safe_to_text``: a written message may be sent on it, as a text message, an e-mail or a
    message to a handle. ``service``: where a handle is, in the person's own words. Which of the
    marks count on which kind says ``contact_acts.safe_acts``. Source: several paths with their
    own marks, because verifying a number alone did not help follow-up
    (http://onlinelibrary.wiley.com/doi/10.1111/acem.12128/full).
    """

    kind: ContactKind
    value: str = field(repr=False)
    owner: str = field(default="", repr=False)
    safe_to_call: bool = False
    safe_to_text: bool = False
    safe_to_leave_message: bool = False
    best_times: str = ""
    service: str = field(default="", repr=False)
    safe_to_mail: bool = False


@dataclass(frozen=True, slots=True)
class PersonIdentity:
    """Legal identity; every field may be unknown while the person has only an alias.

    ``name_used`` and ``pronouns``: how the person wants to be called, in their own words; they
    are shown only where the legal name may be.
    """

    person_id: PersonId
    legal_name: str | None = field(default=None, repr=False)
    birth_date: date | None = field(default=None, repr=False)
    medical_record_number: str | None = field(default=None, repr=False)
    contacts: tuple[ContactPath, ...] = field(default=(), repr=False)
    name_used: str = field(default="", repr=False)
    pronouns: str = field(default="", repr=False)
