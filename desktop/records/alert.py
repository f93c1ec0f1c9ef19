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
    """One act on one alert of one form. ``told`` is empty when no one was reached.

    ``about`` are the item keys of the answers that raised the alert at that time: a later, other
    answer asks for a hand-off of its own. Empty stands for all of them (kept so by an earlier
    version).
    """

    form_id: RecordId
    alert_code: str
    told: str = field(repr=False)
    how: ToldBy
    told_at: datetime
    recorded_by: StaffId
    recorded_at: datetime
    said: str = field(default="", repr=False)
    about: tuple[str, ...] = ()

    def covers(self, alert_code: str, key: str) -> bool:
        """Whether the clinician who was told knows of this answer."""
        return (
            self.closes and self.alert_code == alert_code and (not self.about or key in self.about)
        )

    @property
    def closes(self) -> bool:
        """Whether this act acknowledges the alert: a named clinician was told."""
        return bool(self.told.strip())
