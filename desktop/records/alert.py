"""What was done about an alert: who was told, how, when; and tries that reached no one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import RecordId, StaffId


class ToldBy(StrEnum):
    """How a clinician was told."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class HandOff:
    """One act on one alert of one form. ``told`` is empty when no one was reached."""

    form_id: RecordId
    alert_code: str
    told: str = field(repr=False)
    how: ToldBy
    told_at: datetime
    recorded_by: StaffId
    recorded_at: datetime
    said: str = field(default="", repr=False)

    @property
    def closes(self) -> bool:
        """Whether this act acknowledges the alert: a named clinician was told."""
        return bool(self.told.strip())
