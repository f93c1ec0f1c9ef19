"""When a backup is due and how a try is remembered: pure rules, light enough for the first page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.errors import KnownError
from desktop.services.ports import BackupDone, BackupLog, BackupTry

SETTING = "backup-plan"
"""``on`` or ``off``, the hour, the folder, between semicolons."""

DEFAULT_HOUR = 13
"""In the middle of the day, when the workstation is on and shifts do not change."""
LAST_HOUR = 23
AGAIN_AFTER = timedelta(hours=1)
"""After a failure, the drive may be back in an hour."""
QUIET_DAYS = 3
"""From then on the sign-in page says how old the last backup is."""


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """``folder`` is an absolute path, "" until somebody chose one; ``hour`` is local, 0 to 23."""

    folder: str = ""
    is_on: bool = False
    hour: int = DEFAULT_HOUR


def plan_of(value: str) -> BackupPlan:
    """The plan of a stored setting; the default one for anything else."""
    state, _, rest = value.partition(";")
    hour, _, folder = rest.partition(";")
    if state not in ("on", "off") or not (hour.isascii() and hour.isdigit()):
        return BackupPlan()
    if int(hour) > LAST_HOUR or not folder:
        return BackupPlan()
    return BackupPlan(folder, state == "on", int(hour))


def is_due(plan: BackupPlan, log: BackupLog, now: datetime) -> bool:
    """Whether the hour has passed since the last good backup; ``now`` is local and aware.

    So a backup older than 24 hours is always due. After a failure there is an hour's rest.
    """
    if not plan.is_on:
        return False
    hour_today = now.replace(hour=plan.hour, minute=0, second=0, microsecond=0)
    wanted_since = hour_today if hour_today <= now else hour_today - timedelta(days=1)
    if log.last_good is not None and wanted_since <= log.last_good.at <= now:
        return False
    rests = log.tries and not log.tries[0].is_good and now - log.tries[0].at < AGAIN_AFTER
    return not rests or log.tries[0].at > now


def days_without(plan: BackupPlan, log: BackupLog, now: datetime) -> int | None:
    """How many whole days old the last good backup is, once that is worth saying; else None.

    Where there never was one it counts from the first that failed.
    """
    since = log.last_good.at if log.last_good is not None else log.failing_since
    if not plan.is_on or since is None:
        return None
    days = (now - since).days
    return days if days >= QUIET_DAYS else None


def failed_try(at: datetime, error: Exception) -> BackupTry:
    """How a failure is remembered: by its sentence, never by its text."""
    message_id = error.message_id if isinstance(error, KnownError) else "shell.our-mistake"
    return BackupTry(at, message_id)


def good_try(done: BackupDone, seconds: float) -> BackupTry:
    """How a backup that was made is remembered."""
    facts = done.facts
    return BackupTry(
        facts.made_at,
        records=facts.records,
        size_bytes=facts.size_bytes,
        seconds=round(seconds, 3),
    )
