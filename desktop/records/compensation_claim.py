"""Where a claim to the state's victim compensation stands: steps and days, and no amount.

The state pays costs of an injury that nobody else pays; its form is printed, signed and sent by the
person (jud.ct.gov/crimevictim/compensation.htm). What happened is told to that office alone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.records.ids import EpisodeId, StaffId


class ClaimState(StrEnum):
    """Where it stands."""

    OFFERED = "offered"
    """The person was told of it, and has not decided."""
    WANTED = "wanted"
    """The person wants to apply; the form is being filled in."""
    DECLINED = "declined"
    SENT = "sent"
    GRANTED = "granted"
    DENIED = "denied"
    """An office may be asked to look again; that is noted as sent once more."""


DECIDED = frozenset({ClaimState.GRANTED, ClaimState.DENIED})
WAITS_FOR_US = frozenset({ClaimState.OFFERED, ClaimState.WANTED})
"""States in which the last day to apply still counts."""


@dataclass(frozen=True, slots=True)
class CompensationClaim:
    """The newest step of one case; the revisions of its record are its history.

    ``on`` is the local day of the step, ``sent_on`` that of the application, None before it.
    """

    episode_id: EpisodeId
    state: ClaimState
    on: date
    noted_at: datetime
    noted_by: StaffId
    sent_on: date | None = None


def years_after(day: date, years: int) -> date:
    """The same day of the year so many years later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
