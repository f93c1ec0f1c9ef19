"""Waits after failed sign-ins: the table, the clocks, the hard stop."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.engine import Database
from desktop.storage.structure import create_schema
from desktop.storage.throttle import STOP_AT, Throttle, wait_s
from tests.support.fake_clock import START, FakeClock

ACCOUNT = "someone"


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


def test_the_waits_grow_as_the_rule_says() -> None:
    waits = [wait_s(failures) for failures in range(12)]

    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 900, 900]


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


def test_after_a_restart_with_a_clock_set_back_the_whole_wait_starts_again(
    database: Database,
) -> None:
    _fail(Throttle(database, FakeClock()), 10)

    later = Throttle(database, FakeClock(START - timedelta(days=1)))

    assert _wait_left(later) == 900


def test_after_a_restart_long_afterwards_nobody_waits_for_an_old_failure(
    database: Database,
) -> None:
    _fail(Throttle(database, FakeClock()), 10)

    later = Throttle(database, FakeClock(START + timedelta(days=1)))

    assert _wait_left(later) == 0


def test_success_forgets_the_failures(database: Database) -> None:
    throttle = Throttle(database, FakeClock())
    _fail(throttle, 8)

    throttle.clear(ACCOUNT)

    assert _wait_left(throttle) == 0
    assert _wait_left(Throttle(database, FakeClock())) == 0


def test_a_hundred_failures_stop_the_account_for_good(database: Database) -> None:
    clock = FakeClock()
    throttle = Throttle(database, clock)
    _fail(throttle, STOP_AT)
    clock.advance(10_000_000)

    with pytest.raises(KnownError) as caught:
        throttle.check(ACCOUNT)
    throttle.check("someone else")

    assert caught.value.message_id == "sign-in.stopped"
