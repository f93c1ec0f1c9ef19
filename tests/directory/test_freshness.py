"""When a listing prints "call first"."""

from datetime import timedelta

import pytest

from desktop.directory.freshness import call_first
from tests.support.packet_requests import TODAY, listing


@pytest.mark.parametrize(
    ("age_days", "expected"), [(0, False), (89, False), (90, False), (91, True), (400, True)]
)
def test_a_listing_is_fresh_up_to_the_limit(age_days: int, expected: bool) -> None:
    checked = listing(assured_on=TODAY - timedelta(days=age_days))

    assert call_first(checked, TODAY, limit_days=90) is expected


def test_a_listing_that_nobody_checked_says_call_first() -> None:
    assert call_first(listing(assured_on=None), TODAY)


def test_a_check_in_the_future_is_not_believed() -> None:
    assert call_first(listing(assured_on=TODAY + timedelta(days=1)), TODAY)


def test_a_listing_with_an_alert_says_call_first_however_fresh() -> None:
    assert call_first(listing(assured_on=TODAY, alert="Moving this week"), TODAY)
