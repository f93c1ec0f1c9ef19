"""Days over which reach is counted: whole months of the calendar, or days that somebody gives."""

from datetime import date, timedelta
from enum import StrEnum


class ReachPeriod(StrEnum):
    """What can be chosen, the shortest first."""

    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THREE_MONTHS = "three-months"
    """This month and the two before it: small programs have few people in one."""
    THIS_YEAR = "this-year"
    OWN = "own"
    """Days that somebody gives."""


def days_of(period: ReachPeriod, today: date) -> tuple[date, date]:
    """First and last day of arrival that count; of days that are given, this month at first."""
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    match period:
        case ReachPeriod.LAST_MONTH:
            return before, first - timedelta(days=1)
        case ReachPeriod.THREE_MONTHS:
            return (before - timedelta(days=1)).replace(day=1), today
        case ReachPeriod.THIS_YEAR:
            return today.replace(month=1, day=1), today
        case _:
            return first, today
