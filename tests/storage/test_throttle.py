"""Waits after failed sign-ins: the table, the clocks, the hard stop."""

from collections.abc import Iterator
from datetime import timedelta
from math import ceil
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.engine import Database
from desktop.storage.structure import create_schema
from desktop.storage.throttle import STOP_AT, Throttle, slot_account, wait_s
from tests.support.fake_clock import START, FakeClock

ACCOUNT = "someone"
DAY_S = 24 * 60 * 60


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty store file."""
    opened = Database(tmp_path / "store.db")
    with opened.transaction() as connection:
        create_schema(connection)
    yield opened
    opened.close()


def _fail(throttle: Throttle, times: int) -> None:
    for _ in range(times):
        throttle.count_try(ACCOUNT)


def _wait_left(throttle: Throttle) -> int:
    try:
        throttle.check(ACCOUNT)
    except KnownError as error:
        return int(error.params["seconds"])
    return 0


WAITS_S = {
    0: 0,
    1: 0,
    2: 0,
    3: 0,
    4: 1,
    5: 2,
    6: 4,
    7: 8,
    8: 16,
    9: 30,
    10: 900,
    11: 900,
    50: 900,
    99: 900,
}
"""Failures in a row, and the seconds until the next try (NIST SP 800-63B-4 3.2.2)."""

JUMPS = [timedelta(days=-4000), timedelta(seconds=-1), timedelta(0), timedelta(days=4000)]


@pytest.mark.parametrize(("failures", "seconds"), WAITS_S.items())
def test_each_failure_waits_as_the_rule_says(
    database: Database, failures: int, seconds: int
) -> None:
    clock = FakeClock()
    throttle = Throttle(database, clock)
    _fail(throttle, failures)
    left = _wait_left(throttle)
    clock.advance(seconds)

    assert wait_s(failures) == seconds
    assert left == seconds
    assert _wait_left(throttle) == 0


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize(("failures", "seconds"), WAITS_S.items())
def test_after_a_restart_the_whole_wait_counts_from_the_start_whatever_the_wall_clock_says(
    database: Database, failures: int, seconds: int, jump: timedelta
) -> None:
    _fail(Throttle(database, FakeClock()), failures)
    clock = FakeClock(START + jump)
    later = Throttle(database, clock)
    clock.advance(seconds / 2)
    clock.set_wall(START - jump)
    left = _wait_left(later)
    clock.advance(seconds / 2)

    assert left == ceil(seconds / 2)
    assert _wait_left(later) == 0


def test_a_try_is_allowed_as_soon_as_its_wait_is_over(database: Database) -> None:
    clock = FakeClock()
    throttle = Throttle(database, clock)
    _fail(throttle, 9)
    left = [_wait_left(throttle)]
    clock.advance(29.5)
    left.append(_wait_left(throttle))
    clock.advance(0.5)
    left.append(_wait_left(throttle))

    assert left == [30, 1, 0]


def test_changing_the_wall_clock_does_not_shorten_a_wait(database: Database) -> None:
    clock = FakeClock()
    throttle = Throttle(database, clock)
    _fail(throttle, 10)

    clock.set_wall(START + timedelta(days=9))

    assert _wait_left(throttle) == 900


def test_success_forgets_the_failures(database: Database) -> None:
    throttle = Throttle(database, FakeClock())
    _fail(throttle, 8)

    throttle.clear(ACCOUNT)

    assert _wait_left(throttle) == 0
    assert _wait_left(Throttle(database, FakeClock())) == 0


@pytest.mark.parametrize("jump", JUMPS)
def test_a_hundred_failures_over_restarts_stop_the_account_for_good(
    database: Database, jump: timedelta
) -> None:
    tried = 0
    while tried < STOP_AT:
        clock = FakeClock(START + tried * jump)
        throttle = Throttle(database, clock)
        for _ in range(7):
            if tried < STOP_AT:
                clock.advance(_wait_left(throttle))
                throttle.check(ACCOUNT)
                throttle.count_try(ACCOUNT)
                tried += 1
    clock.advance(10_000_000)
    clock.set_wall(START + jump)
    later = Throttle(database, FakeClock(START + jump))

    for each in (throttle, later):
        with pytest.raises(KnownError) as caught:
            each.check(ACCOUNT)
        assert caught.value.message_id == "sign-in.stopped"
        each.check("someone else")
    assert tried == STOP_AT


def test_an_account_that_was_opened_again_counts_from_zero(database: Database) -> None:
    throttle = Throttle(database, FakeClock())
    _fail(throttle, STOP_AT)

    throttle.clear(ACCOUNT)

    assert _wait_left(throttle) == 0
    assert _wait_left(Throttle(database, FakeClock())) == 0


@pytest.mark.parametrize("restarts", [False, True])
def test_a_name_of_nobody_is_stopped_for_a_day_and_an_account_for_good(
    database: Database, restarts: bool
) -> None:
    nobody, clock = slot_account(7), FakeClock()
    throttle = Throttle(database, clock)
    _fail(throttle, STOP_AT)
    for _ in range(STOP_AT):
        throttle.count_try(nobody)
    clock.advance(DAY_S - 1)
    if restarts:
        throttle = Throttle(database, clock)
    with pytest.raises(KnownError, match=r"sign-in\.stopped"):
        throttle.check(nobody)

    clock.advance(1)

    throttle.check(nobody)
    with pytest.raises(KnownError, match=r"sign-in\.stopped"):
        throttle.check(ACCOUNT)
