"""Whether somebody who is being added may be in a case already; invented places and aliases."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.records.same_case import (
    AGES_APART_YEARS,
    SAME_STAY,
    HeardCase,
    LikeWhy,
    why_alike,
)

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
KNOWN = HeardCase("Maple 12", "ED 7", NOON, 19)
A_MOMENT = timedelta(seconds=1)


def heard(
    alias: str = "Birch 37",
    place: str = "ED 7",
    after: timedelta = timedelta(minutes=20),
    age: int | None = None,
) -> HeardCase:
    """Somebody who is being added."""
    return HeardCase(alias, place, NOON + after, age)


@pytest.mark.parametrize("place", ["ED 7", "ed7", " E.D.-7 "])
def test_the_same_bed_at_about_the_same_time_is_alike(place: str) -> None:
    assert why_alike(heard(place=place), KNOWN) is LikeWhy.PLACE


@pytest.mark.parametrize("place", ["ED 8", "ED 77", "", "ED"])
def test_another_bed_is_not(place: str) -> None:
    assert why_alike(heard(place=place), KNOWN) is None


def test_a_place_without_a_number_is_everybodys() -> None:
    waiting = HeardCase("Maple 12", "Waiting room", NOON, 19)

    assert why_alike(heard(place="waiting room"), waiting) is None


def test_the_time_counts_up_to_its_edge_on_both_sides() -> None:
    assert why_alike(heard(after=SAME_STAY), KNOWN) is LikeWhy.PLACE
    assert why_alike(heard(after=-SAME_STAY), KNOWN) is LikeWhy.PLACE
    assert why_alike(heard(after=SAME_STAY + A_MOMENT), KNOWN) is None
    assert why_alike(HeardCase("Birch 37", "ED 7", None), KNOWN) is None


def test_ages_that_cannot_be_one_persons_speak_against_the_place() -> None:
    assert why_alike(heard(age=19 + AGES_APART_YEARS), KNOWN) is LikeWhy.PLACE
    assert why_alike(heard(age=19 + AGES_APART_YEARS + 1), KNOWN) is None


@pytest.mark.parametrize("alias", ["maple 12", "Mapel 12", "Maple  12"])
def test_an_alias_that_was_heard_a_little_differently_is_alike(alias: str) -> None:
    assert why_alike(heard(alias, "ED 1"), KNOWN) is LikeWhy.ALIAS


@pytest.mark.parametrize("alias", ["Maple 13", "Maple", "Birch 12", "12 Maple", ""])
def test_another_alias_is_not(alias: str) -> None:
    assert why_alike(heard(alias, "ED 1"), KNOWN) is None
