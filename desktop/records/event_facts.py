"""What is kept of the event: the kind of place, and whether the hospital reported. No narrative."""

from dataclasses import dataclass
from enum import StrEnum


class EventSetting(StrEnum):
    """The kind of place, never which one. Connecticut's benefit is for acts in public areas (CGS
    17b-28j)."""

    PUBLIC = "public"
    HOME = "home"
    SCHOOL = "school"
    WORK = "work"
    NOT_KNOWN = "not-known"


class PoliceReport(StrEnum):
    """Whether the hospital reported the wound to the police, and nothing more than that.

    Gunshot and serious stab wounds are the hospital's to report (CGS 19a-490f), not this program's.
    """

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Each None until somebody said it. On no paper."""

    setting: EventSetting | None = None
    police_report: PoliceReport | None = None


NOTHING_SAID = EventFacts()
"""Of a case of which nobody noted either."""
