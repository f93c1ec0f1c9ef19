"""A wait goes on over starts of the app, by the clock of this start of the computer alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.engine import Database
from desktop.storage.since_boot import noted, seconds_at, this_boot
from desktop.storage.structure import create_schema
from desktop.storage.throttle import KeptTries, Throttle
from tests.storage.raw_file import execute
from tests.support.fake_clock import FakeClock
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import SPECIALIST, MadeStore, password_of

ACCOUNT, OTHER = "a" * 32, "b" * 32
BOOT, WHOLE_S = "boot-one", 900


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty store file."""
    opened = Database(tmp_path / "store.db")
    with opened.transaction() as connection:
        create_schema(connection)
    yield opened
    opened.close()


def fail(throttle: Throttle, times: int = 10, account: str = ACCOUNT) -> None:
    """Tries that count as failed."""
    for _ in range(times):
        throttle.count_try(account)


def left_s(throttle: Throttle) -> int:
    """Seconds until the next try."""
    try:
        throttle.check(ACCOUNT)
    except KnownError as error:
        return int(error.params["seconds"])
    return 0


@pytest.mark.parametrize(
    ("boot", "left"), [(BOOT, 300), ("boot-two", WHOLE_S), ("", WHOLE_S)], ids=str
)
def test_what_remains_of_a_wait_goes_on_only_in_the_same_start_of_the_computer(
    database: Database, boot: str, left: int
) -> None:
    clock = FakeClock()
    fail(Throttle(database, clock, boot=BOOT))
    clock.advance(600)

    later = Throttle(database, clock, boot=boot)

    assert left_s(later) == left
    clock.advance(left)
    assert left_s(later) == 0


def test_a_time_that_is_still_to_come_counts_for_nothing(database: Database) -> None:
    clock = FakeClock()
    clock.advance(5_000)
    fail(Throttle(database, clock, boot=BOOT))

    assert left_s(Throttle(database, FakeClock(), boot=BOOT)) == WHOLE_S


def test_with_a_keyring_a_time_set_back_in_the_file_shortens_no_wait(database: Database) -> None:
    clock, entries = FakeClock(), StoreKeyring(FakeKeyring(), "e" * 32)
    fail(Throttle(database, clock, KeptTries(entries), BOOT))
    clock.advance(600)
    earlier = f"2026-03-14T14:05:00.000000+00:00 {noted(BOOT, 1.0)}"
    database.close()
    execute(database.path, "UPDATE sign_in_throttle SET last_failed_at = ?", earlier)
    again = Database(database.path)

    assert left_s(Throttle(again, clock, KeptTries(entries), BOOT)) == 300
    again.close()


def test_a_failure_of_somebody_else_makes_no_wait_shorter(database: Database) -> None:
    clock, entries = FakeClock(), StoreKeyring(FakeKeyring(), "e" * 32)
    throttle = Throttle(database, clock, KeptTries(entries), BOOT)
    fail(throttle, account=OTHER)
    clock.advance(600)
    fail(throttle)
    clock.advance(600)
    fail(throttle, 1, OTHER)

    assert left_s(Throttle(database, clock, KeptTries(entries), BOOT)) == WHOLE_S


@pytest.mark.parametrize("text", ["", BOOT, f"{BOOT}#", f"{BOOT}#-1", f"{BOOT}#x", "other#5"])
def test_what_is_no_time_of_this_start_is_none(text: str) -> None:
    assert seconds_at(text, BOOT, 10.0) is None


def test_a_shifted_clock_has_no_start_to_go_by(tmp_path: Path) -> None:
    boot_id, offsets = tmp_path / "boot_id", tmp_path / "offsets"
    boot_id.write_text("one\n", encoding="ascii")
    straight = "monotonic           0         0\nboottime            0         0\n"

    said = []
    for words in (straight, straight.replace("boottime            0", "boottime        86400")):
        offsets.write_text(words, encoding="ascii")
        said.append(this_boot(boot_id, offsets))

    assert said == ["one", ""]
    assert this_boot(tmp_path / "absent", offsets) == ""


@pytest.mark.skipif(not this_boot(), reason="starts of this computer have no id")
def test_a_command_started_anew_is_let_in_once_the_wait_is_over(made: MadeStore) -> None:
    for _ in range(10):
        made.clock.advance(31)
        with pytest.raises(KnownError):
            made.gate.sign_in(SPECIALIST, "wrong")
    made.reopen()
    with pytest.raises(KnownError) as caught:
        made.sign_in(SPECIALIST)
    assert caught.value.message_id == "sign-in.wait"

    made.clock.advance(WHOLE_S)
    made.reopen()

    made.gate.sign_in(SPECIALIST, password_of(SPECIALIST)).close()
