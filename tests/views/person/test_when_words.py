"""Waits in words: a number never parts from its unit, and no unit is nought beside another."""

from datetime import timedelta

import pytest

from desktop.views.person.when_words import target_words, wait_words


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(minutes=5), "0\u00a0h 05\u00a0min"),
        (timedelta(hours=47, minutes=59), "47\u00a0h 59\u00a0min"),
        (timedelta(days=2), "2\u00a0days"),
        (timedelta(days=2, hours=3), "2\u00a0days 3\u00a0h"),
    ],
)
def test_a_wait_is_told_in_whole_units(wait: timedelta, words: str) -> None:
    assert wait_words(wait, "en") == words


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("minutes", [90, 240])
def test_a_target_keeps_number_and_unit_on_one_line(minutes: int, language: str) -> None:
    assert "\u00a0" in target_words(minutes, language)
