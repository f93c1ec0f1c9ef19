"""Words on paper: long dates, clock times, opening hours and cleaned text, by language."""

import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, tzinfo

from desktop.directory.listing import Hours
from desktop.messages import sentence

_WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_MINUTES = ("00:00", "23:59")
_SHORTEST_RANGE = 3
_PLAINER = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u202f": "\u00a0"})
"""Signs that keyboards and phones put in and that the paper's font does not have."""


def clean(text: str) -> str:
    """Typed text made fit for paper: composed letters (NFC), no control or invisible signs.

    Line ends stay as ``\\n``; other white space becomes single spaces.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    composed = composed.translate(_PLAINER)
    visible = "".join(
        sign for sign in composed if sign in "\n\t" or unicodedata.category(sign)[0] != "C"
    )
    return "\n".join(" ".join(line.split()) for line in visible.split("\n")).strip()


def paragraphs(text: str) -> tuple[str, ...]:
    """The cleaned text line by line, empty lines left out."""
    return tuple(line for line in clean(text).split("\n") if line)


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text).split())


def upper_first(text: str) -> str:
    """The text with a capital at its start; Spanish writes days and months small."""
    return text[:1].upper() + text[1:]


def month_name(month: int, language: str) -> str:
    """The month's name; ``month`` is 1 to 12."""
    return sentence(f"paper.month.{month}", language)


def weekday_name(weekday: int, language: str) -> str:
    """The day's name; ``weekday`` is 0 (Monday) to 6."""
    return sentence(f"paper.weekday.{weekday}", language)


def long_date(day: date, language: str) -> str:
    """A date with the name of the month: "March 16, 2026", "16 de marzo de 2026"."""
    return sentence(
        "paper.date.long",
        language,
        day=day.day,
        month=month_name(day.month, language),
        year=str(day.year),
    )


def full_date(day: date, language: str) -> str:
    """A long date with the day of the week, starting with a capital."""
    return upper_first(
        sentence(
            "paper.date.full",
            language,
            weekday=weekday_name(day.weekday(), language),
            date=long_date(day, language),
        )
    )


def clock_time(moment: time, language: str) -> str:
    """A time of day on the twelve-hour clock, held together: "2:05 PM", "2:05 p. m."."""
    half = "paper.time.am" if moment.hour < 12 else "paper.time.pm"
    words = sentence(half, language, time=f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02}")
    return unbroken(words)


def local_moment(when: datetime, zone: tzinfo | None) -> datetime:
    """An aware time on the local clock; None is the clock of this computer."""
    return when.astimezone(zone)


def unbroken(text: str) -> str:
    """The text with no-break spaces, so that a number never runs over a line's end."""
    return text.replace(" ", "\u00a0")


def opening_hours(hours: Sequence[Hours], language: str) -> str:
    """Opening hours in words: "Monday to Friday, 9:00 AM to 5:00 PM"."""
    return upper_first("; ".join(_hours_words(one, language) for one in hours))


def _hours_words(hours: Hours, language: str) -> str:
    days = _days_words(hours.days, language)
    if hours.opens_at == "00:00" and hours.closes_at in _LAST_MINUTES:
        return sentence("paper.hours.day-and-night", language, days=days)
    return sentence(
        "paper.hours.line",
        language,
        days=days,
        opens=clock_time(time.fromisoformat(hours.opens_at), language),
        closes=clock_time(time.fromisoformat(hours.closes_at), language),
    )


def _days_words(codes: Collection[str], language: str) -> str:
    days = sorted(_WEEKDAY_CODES.index(code) for code in codes)
    names = [weekday_name(day, language) for day in days]
    if len(days) == len(_WEEKDAY_CODES):
        return sentence("paper.days.all", language)
    is_run = days[-1] - days[0] == len(days) - 1
    if is_run and len(days) >= _SHORTEST_RANGE:
        return sentence("paper.days.range", language, first=names[0], last=names[-1])
    return joined(names, language)


def joined(words: Sequence[str], language: str) -> str:
    """A list in words: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return sentence("paper.list", language, first=", ".join(words[:-1]), last=words[-1])
