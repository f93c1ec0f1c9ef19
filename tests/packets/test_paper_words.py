"""Dates, times, hours and cleaned text on paper."""

from datetime import date, time

import pytest

from desktop.directory.listing import Hours
from desktop.messages import LANGUAGES
from desktop.packets.paper_words import (
    clean,
    clock_time,
    full_date,
    joined,
    long_date,
    month_name,
    one_line,
    opening_hours,
    paragraphs,
    weekday_name,
)

EVERY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "May 1, 2026"), ("es", "1 de mayo de 2026")]
)
def test_a_long_date_names_the_month(language: str, words: str) -> None:
    assert long_date(date(2026, 5, 1), language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Wednesday, May 6, 2026"), ("es", "Miércoles 6 de mayo de 2026")],
)
def test_a_full_date_names_the_day_and_starts_with_a_capital(language: str, words: str) -> None:
    assert full_date(date(2026, 5, 6), language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_day_has_its_own_name(language: str) -> None:
    assert len({month_name(month, language) for month in range(1, 13)}) == 12
    assert len({weekday_name(day, language) for day in range(7)}) == 7


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(0, 0), "12:00 AM"),
        (time(0, 5), "12:05 AM"),
        (time(9, 0), "9:00 AM"),
        (time(11, 59), "11:59 AM"),
        (time(12, 0), "12:00 PM"),
        (time(13, 30), "1:30 PM"),
        (time(23, 59), "11:59 PM"),
    ],
)
def test_clock_times_are_on_the_twelve_hour_clock(moment: time, words: str) -> None:
    assert clock_time(moment, "en").replace("\u00a0", " ") == words


def test_a_clock_time_never_breaks_over_a_line() -> None:
    assert clock_time(time(14, 0), "es") == "2:00\u00a0p.\u00a0m."


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(EVERY_DAY[:5], "09:00", "17:00"), "Monday to Friday, 9:00 AM to 5:00 PM"),
        (Hours(("TU", "TH"), "10:00", "14:00"), "Tuesday and Thursday, 10:00 AM to 2:00 PM"),
        (Hours(("SA", "SU"), "10:00", "14:00"), "Saturday and Sunday, 10:00 AM to 2:00 PM"),
        (
            Hours(("MO", "TU", "FR"), "09:00", "14:00"),
            "Monday, Tuesday and Friday, 9:00 AM to 2:00 PM",
        ),
        (Hours(("SU",), "10:00", "14:00"), "Sunday, 10:00 AM to 2:00 PM"),
        (Hours(EVERY_DAY, "17:00", "19:00"), "Every day, 5:00 PM to 7:00 PM"),
        (Hours(EVERY_DAY, "00:00", "23:59"), "Every day, day and night"),
        (Hours(EVERY_DAY, "00:00", "00:00"), "Every day, day and night"),
    ],
)
def test_opening_hours_read_like_a_sign_on_a_door(hours: Hours, words: str) -> None:
    assert opening_hours([hours], "en").replace("\u00a0", " ") == words


def test_opening_hours_in_spanish() -> None:
    hours = [Hours(EVERY_DAY[:5], "08:30", "16:30"), Hours(("SA",), "09:00", "12:00")]

    assert opening_hours(hours, "es").replace("\u00a0", " ") == (
        "Lunes a viernes, 8:30 a. m. a 4:30 p. m.; sábado, 9:00 a. m. a 12:00 p. m."
    )


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("a\u0301", "á"),
        ("one\u200b \x00two\ttabs", "one two tabs"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("860\u2011555\u20110119", "860-555-0119"),
        ("  ", ""),
    ],
)
def test_typed_text_is_made_fit_for_paper(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_lines_become_paragraphs_or_one_line() -> None:
    assert paragraphs("one\n\n two \n") == ("one", "two")
    assert one_line("one\n\n two \n") == "one two"


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_joined_in_words(words: list[str], said: str) -> None:
    assert joined(words, "en") == said
