"""From needs to listings."""

import dataclasses
from datetime import timedelta

import pytest

from desktop.directory.listing import Listing, ServiceStatus
from desktop.directory.matching import hotlines, match
from tests.support.packet_requests import HOTLINES, TODAY, listing

NEEDS = ("housing-instability",)


def ids(*listings: Listing, language: str = "en", age: int | None = 30) -> list[str]:
    return [one.listing.service_id for one in match(listings, NEEDS, language, age, TODAY)]


def test_a_listing_for_another_need_is_left_out() -> None:
    assert ids(listing(1), listing(2, categories=frozenset({"food-insecurity"}))) == ["service-1"]


def test_a_listing_without_categories_matches_nothing() -> None:
    assert ids(listing(1, categories=frozenset())) == []


def test_no_needs_match_nothing() -> None:
    assert match([listing(1)], (), "en", 30, TODAY) == ()


@pytest.mark.parametrize(
    "status", [one for one in ServiceStatus if one is not ServiceStatus.ACTIVE]
)
def test_only_active_services_are_offered(status: ServiceStatus) -> None:
    assert ids(listing(1, status=status)) == []


@pytest.mark.parametrize(
    ("age", "fits"), [(17, False), (18, True), (24, True), (25, False), (None, True)]
)
def test_both_ends_of_the_age_range_fit(age: int | None, fits: bool) -> None:
    assert bool(ids(listing(1, minimum_age=18, maximum_age=24), age=age)) is fits


def test_who_speaks_the_language_comes_before_who_is_fresh() -> None:
    fresh = listing(1, languages=("en",))
    stale = listing(2, languages=("es",), assured_on=TODAY - timedelta(days=91))

    assert ids(fresh, stale, language="es") == ["service-2", "service-1"]


def test_fresh_comes_before_call_first() -> None:
    stale = listing(1, assured_on=TODAY - timedelta(days=91))

    assert ids(stale, listing(2)) == ["service-2", "service-1"]


def test_more_needs_answered_come_first_among_equals() -> None:
    both = listing(2, categories=frozenset({"housing-instability", "food-insecurity"}))
    needs = ("housing-instability", "food-insecurity")

    found = match([listing(1), both], needs, "en", 30, TODAY)

    assert [one.listing.service_id for one in found] == ["service-2", "service-1"]
    assert found[0].needs == ("food-insecurity", "housing-instability")


def test_a_stale_match_says_call_first() -> None:
    (found,) = match([listing(1, assured_on=None)], NEEDS, "en", 30, TODAY)

    assert found.call_first


def test_hotlines_come_988_first_and_are_no_matches() -> None:
    known = [dataclasses.replace(one, categories=frozenset(NEEDS)) for one in reversed(HOTLINES)]

    assert [one.service_id for one in hotlines([listing(1), *known])] == ["988", "211"]
    assert ids(listing(1), *known) == ["service-1"]


def test_a_hotline_that_closed_is_not_printed() -> None:
    closed = dataclasses.replace(HOTLINES[0], status=ServiceStatus.DEFUNCT)

    assert [one.service_id for one in hotlines([closed, HOTLINES[1]])] == ["211"]
