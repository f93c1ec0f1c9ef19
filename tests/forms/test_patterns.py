"""Patterns of forms: full matches, what cannot be applied, and no hang on hostile ones."""

import time

import pytest

from desktop.forms.patterns import (
    MAX_PATTERN_INPUT,
    can_be_matched,
    matches_pattern,
    plain_pattern,
)


@pytest.mark.parametrize(
    ("pattern", "value", "matches"),
    [
        ("[0-9]{4}", "2026", True),
        ("[0-9]{4}", "20260", False),
        ("^[0-9]{4}$", "2026", True),
        (r"\d+(\.\d{1,2})?", "12.50", True),
        (r"[^@\s]+@[^@\s]+\.[a-z]{2,}", "ana@correo.example", True),
        (r"\p{L}+", "ñandú", True),
        ("a|b", "b", True),
        ("ñ+", "ññ", True),
        ("", "", True),
        (".*", "half \ud800 a pair", True),
    ],
)
def test_the_whole_text_has_to_match(pattern, value, matches):
    assert can_be_matched(pattern)
    assert matches_pattern(pattern, value) is matches


@pytest.mark.parametrize(
    "pattern", ["[", "(?=a)a", r"(a)\1", "(", "a{2,1}", "(x{1000}){1000}", "a" * 2_000, "\ud800["]
)
def test_what_cannot_be_applied_is_known_before_and_matches_nothing(pattern):
    assert not can_be_matched(pattern)
    assert not matches_pattern(pattern, "a")


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*b", "(a*)*b", "a*a*a*a*a*b", "(.*)(.*)(.*)x", "(a|aa)+$"]
)
def test_patterns_that_hang_others_are_answered_at_once(pattern):
    started = time.monotonic()

    assert not matches_pattern(pattern, "a" * 50_000 + "!")

    assert time.monotonic() - started < 1


def test_a_text_beyond_the_limit_never_matches():
    assert not matches_pattern(".*", "a" * (MAX_PATTERN_INPUT + 1))


@pytest.mark.parametrize(
    ("written", "plain"),
    [("matches('a+')", "a+"), ("a+", "a+"), ("matches(a)", "matches(a)")],
)
def test_the_older_wrapping_is_taken_off(written, plain):
    assert plain_pattern(written) == plain
