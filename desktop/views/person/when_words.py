"""Moments and waits in words, in the time zone of this computer."""

from datetime import datetime, timedelta

from desktop.messages import sentence

MINUTES_PER_HOUR = 60
HOURS_SHOWN = 48
"""Longer waits are told in days and hours."""


def clock_words(at: datetime) -> str:
    """``14:05``."""
    return at.astimezone().strftime("%H:%M")


def moment_words(at: datetime, now: datetime, language: str) -> str:
    """``14:05`` today, ``yesterday 14:05``, ``tomorrow 14:05``, else ``2026-03-14 14:05``."""
    local = at.astimezone()
    days = (local.date() - now.astimezone().date()).days
    if days == 0:
        return clock_words(at)
    if days in (-1, 1):
        word = "tomorrow" if days == 1 else "yesterday"
        return sentence(f"when.{word}", language, time=clock_words(at))
    return local.strftime("%Y-%m-%d %H:%M")


def wait_words(wait: timedelta, language: str) -> str:
    """``5 h 05 min``; from two days on ``2 days 3 h``. A wait below zero is none.

    A number never parts from its unit at the end of a line.
    """
    minutes = max(int(wait.total_seconds()) // MINUTES_PER_HOUR, 0)
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if hours < HOURS_SHOWN:
        return sentence("wait.hours", language, hours=hours, minutes=f"{rest:02d}")
    stem = "wait.days" if hours % 24 else "wait.whole-days"
    return sentence(stem, language, days=hours // 24, hours=hours % 24)


def target_words(minutes: int, language: str) -> str:
    """``past 4 h``, or ``past 90 min`` when the target is no whole number of hours."""
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if rest:
        return sentence("wait.past-minutes", language, minutes=minutes)
    return sentence("wait.past-hours", language, hours=hours)
