"""The two clocks of a mandated report: times and who, never what it is about.

In Connecticut a mandated reporter tells the Department of Children and Families within 12 hours and
sends the written form within 48 hours of that (torrington.org, "DCF mandated reporting"; fpntc.org,
"Mandatory child abuse reporting: state summaries"). Other states differ: a site sets the hours.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import StaffId


class ReportStage(StrEnum):
    """What is owed next."""

    ORAL = "oral"
    WRITTEN = "written"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ReportHours:
    """Hours from reasonable cause to the oral report, and from that to the written one."""

    oral: int
    written: int


@dataclass(frozen=True, slots=True)
class MandatedReport:
    """Somebody had reasonable cause at ``cause_at``; each later time is None until it happened."""

    cause_at: datetime
    cause_by: StaffId
    told_at: datetime | None = None
    told_by: StaffId | None = None
    written_at: datetime | None = None
    written_by: StaffId | None = None

    @property
    def stage(self) -> ReportStage:
        """What is owed next."""
        if self.told_at is None:
            return ReportStage.ORAL
        return ReportStage.WRITTEN if self.written_at is None else ReportStage.DONE

    def told(self, at: datetime, by: StaffId) -> "MandatedReport":
        """The same after the oral report. KnownErrors ``report.not-next``, ``report.too-early``."""
        self._need(ReportStage.ORAL, at, self.cause_at)
        return replace(self, told_at=at, told_by=by)

    def written(self, at: datetime, by: StaffId) -> "MandatedReport":
        """The same after the written one. KnownErrors ``report.not-next``, ``report.too-early``."""
        self._need(ReportStage.WRITTEN, at, self.told_at or self.cause_at)
        return replace(self, written_at=at, written_by=by)

    def step_back(self) -> "MandatedReport | None":
        """The same without its last step; None without the first."""
        if self.written_at is not None:
            return replace(self, written_at=None, written_by=None)
        if self.told_at is not None:
            return replace(self, told_at=None, told_by=None)
        return None

    def due_at(self, hours: ReportHours) -> datetime | None:
        """When what is owed next is late, in UTC; None when nothing is owed."""
        if self.told_at is None:
            return self.cause_at + timedelta(hours=hours.oral)
        if self.written_at is None:
            return self.told_at + timedelta(hours=hours.written)
        return None

    def _need(self, stage: ReportStage, at: datetime, before: datetime) -> None:
        if self.stage is not stage:
            raise KnownError("report.not-next")
        if at < before:
            raise KnownError("report.too-early")
