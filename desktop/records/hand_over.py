"""A case that moves to another workstation of the hospital: its acts, reasons and time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.records.ids import PersonId, StaffId, WorkstationId

LASTS = timedelta(days=7)
"""A hand-over file is refused after so long, so that a copy found later opens no second case.

Ours: long enough to carry it to another ward over a weekend; no rule names a time.
"""


class HandOverReason(StrEnum):
    """Why a case goes to another workstation."""

    CARE_MOVES = "care-moves"
    STAFF_MOVES = "staff-moves"
    WORKSTATION_ENDS = "workstation-ends"


class TakeBackReason(StrEnum):
    """Why a case that was handed over stays here after all."""

    NOT_WRITTEN = "not-written"
    """The file could not be written: the app takes the case back by itself."""
    FILE_LOST = "file-lost"
    FILE_REFUSED = "file-refused"
    PLAN_CHANGED = "plan-changed"
    OTHER_LOST = "other-lost"
    """The other workstation is gone, with the case: a nurse manager says so, receipt or not."""


class HandOverAct(StrEnum):
    """A step of a hand-over that is signed."""

    GIVEN = "given"
    TAKEN_BACK = "taken-back"
    CONFIRMED = "confirmed"
    """The other workstation's receipt was read here."""
    TAKEN_IN = "taken-in"


@dataclass(frozen=True, slots=True)
class Workstation:
    """A workstation of the hospital that the hospital root signed."""

    workstation_id: WorkstationId
    name: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """People whose case went to another workstation; once confirmed it comes back by file only."""

    person_ids: tuple[PersonId, ...]
    letter: str
    workstation_id: WorkstationId
    by: StaffId
    at: datetime
    file_hash: bytes = field(repr=False)
    is_confirmed: bool = False
