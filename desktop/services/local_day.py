"""Days and clock times as people at the workstation say them."""

from datetime import date, datetime

from desktop.services.work import Work


def local_day(work: Work) -> date:
    """Today's date in the workstation's time zone.

    Not the UTC date: in Hartford that turns over at 19:00 or 20:00, and a consent would end
    hours before the day that the person signed for is over.
    """
    return work.clock.now().astimezone().date()


def record_time(at: datetime) -> str:
    """A moment as records show it: local time, year first, such as 2026-03-14 14:05."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
