"""Moments of the record in the time of this computer, as screens write them."""

from datetime import datetime

from desktop.clock import Clock


def shown_moment(moment: datetime) -> str:
    """``2026-03-14 14:05``."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def shown_day(moment: datetime) -> str:
    """``2026-03-14``."""
    return f"{moment.astimezone():%Y-%m-%d}"


def shown_clock(moment: datetime) -> str:
    """``14:05``."""
    return f"{moment.astimezone():%H:%M}"


def local_now(clock: Clock) -> datetime:
    """The wall clock in the time zone of this computer."""
    return clock.now().astimezone()
