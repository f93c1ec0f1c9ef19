"""One listing: a service that can help, as a hospital's directory describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

ENGLISH = "en"
"""The language that stands in where a text has no translation."""


class ServiceStatus(StrEnum):
    """Whether a service runs (Open Referral HSDS 3.0, schema/service.json, ``status``)."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class Phone(NamedTuple):
    """A number as printed, and what it is for (may be empty)."""

    number: str
    label: str = ""


class Hours(NamedTuple):
    """Opening hours: days as RFC 5545 codes ("MO"), times of day as "HH:MM", local."""

    days: tuple[str, ...]
    opens_at: str
    closes_at: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A service with what a person needs to use it.

    Texts by language have at least the language they were written in; ``categories`` are Gravity
    Project SDOH domain codes (HL7 FHIR US SDOH Clinical Care, SDOHCC CodeSystem). Ages are whole
    years, both ends included; None is no limit. ``languages`` are BCP 47 primary tags, empty when
    the directory does not say. ``assured_on`` is the day when somebody last checked the listing.
    """

    service_id: str
    organization: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    phones: tuple[Phone, ...] = ()
    address: str = ""
    languages: tuple[str, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    eligibility: Mapping[str, str] = field(default_factory=dict)
    schedule: Mapping[str, str] = field(default_factory=dict)
    hours: tuple[Hours, ...] = ()
    categories: frozenset[str] = frozenset()
    status: ServiceStatus = ServiceStatus.ACTIVE
    assured_on: date | None = None
    alert: str = ""

    def name_in(self, language: str) -> str:
        """The service's name in ``language``, else as written."""
        return self.names.get(language, self.name)


def text_in(texts: Mapping[str, str], language: str) -> str:
    """The text in ``language``, else in English, else empty."""
    return texts.get(language) or texts.get(ENGLISH, "")
