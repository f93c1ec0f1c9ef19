"""A name that nobody has looks like one that somebody has, however often it is tried."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from desktop.storage.crypto.name_slot import SLOTS, name_slot
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.throttle import STOP_AT
from desktop.storage.verify import verify_store
from tests.storage.raw_file import rows
from tests.storage.station import Station
from tests.support.store_fixture import ADMINISTRATOR, PIN, SPECIALIST, MadeStore, password_of

NOBODY = "nobody-here"
WRONG = "not the password of anybody"
LONG_WAIT_S = 15 * 60
DAY_S = 24 * 60 * 60


def told(made: MadeStore, name: str, times: int = 1, wait_s: float = 0) -> list[tuple[str, object]]:
    """What so many wrong tries in a row are told, each ``wait_s`` after the one before."""
    heard = []
    for _ in range(times):
        made.clock.advance(wait_s)
        with pytest.raises(KnownError) as caught:
            made.gate.sign_in(name, WRONG)
        heard.append((caught.value.message_id, caught.value.params))
    return heard


def names_of(made: MadeStore) -> Iterable[object]:
    """The accounts that the closed file counts for."""
    made.gate.close()
    return [account for (account,) in rows(made.database, "SELECT account FROM sign_in_throttle")]


@pytest.mark.parametrize("wait_s", [0, LONG_WAIT_S])
def test_at_every_number_of_failures_both_are_told_the_same(made: MadeStore, wait_s: float) -> None:
    times = STOP_AT + 3

    real = told(made, SPECIALIST, times, wait_s)
    invented = told(made, NOBODY, times, wait_s)

    assert invented == real
    assert real[9 if wait_s else 4][0] == ("sign-in.wrong-password" if wait_s else "sign-in.wait")
    assert real[-1][0] == ("sign-in.stopped" if wait_s else "sign-in.wait")


def test_after_a_restart_both_are_told_the_same(made: MadeStore) -> None:
    for name in (SPECIALIST, NOBODY):
        told(made, name, 10, LONG_WAIT_S)
    for name in (SPECIALIST, NOBODY):
        told(made, name)

    made.reopen()

    real, invented = told(made, SPECIALIST), told(made, NOBODY)
    assert invented == real
    assert real[0][0] == "sign-in.wait"


def test_one_mistyped_name_makes_no_other_name_wait(made: MadeStore) -> None:
    told(made, NOBODY, 12, LONG_WAIT_S)

    others = [told(made, f"somebody-else-{number}") for number in range(8)]

    assert sum(each[0][0] == "sign-in.wait" for each in others) <= 2


def test_letter_case_and_outer_spaces_change_no_count(made: MadeStore) -> None:
    told(made, NOBODY, 10, LONG_WAIT_S)

    assert told(made, f"  {NOBODY.upper()} ")[0][0] == "sign-in.wait"


@pytest.mark.parametrize("restarts", [False, True])
def test_a_day_without_a_try_forgets_a_name_that_nobody_has(
    made: MadeStore, restarts: bool
) -> None:
    told(made, NOBODY, 12, LONG_WAIT_S)
    made.clock.advance(DAY_S)
    if restarts:
        made.reopen()

    heard = told(made, NOBODY, 5)

    assert [each[0] for each in heard] == ["sign-in.wrong-password"] * 4 + ["sign-in.wait"]


def test_a_day_without_a_try_forgets_nothing_of_a_real_account(made: MadeStore) -> None:
    told(made, SPECIALIST, 12, LONG_WAIT_S)
    made.clock.advance(DAY_S)

    heard = told(made, SPECIALIST, 2)

    assert [each[0] for each in heard] == ["sign-in.wrong-password", "sign-in.wait"]


def test_the_success_of_somebody_who_tried_before_her_enrolment_clears_her_name(
    made: MadeStore,
) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    invited = administrator.staff_desk.invite(NewStaff("nia", "Nia Example", Role.SPECIALIST))
    administrator.close()
    told(made, "nia", 12, LONG_WAIT_S)
    made.gate.enrol("nia", invited.code, password_of("nia"), PIN)

    made.gate.sign_in("nia", password_of("nia")).close()

    assert names_of(made) == []


def test_nothing_of_a_typed_name_is_in_the_file(made: MadeStore) -> None:
    told(made, NOBODY, 3)
    session = made.sign_in(SPECIALIST)
    session.close()

    (account,) = names_of(made)

    assert str(account).startswith("name-")
    assert not any(NOBODY.encode() in file.read_bytes() for file in made.data_dir.iterdir())
    assert verify_store(made.data_dir).problems == ()


def test_many_invented_names_push_no_account_out_of_the_keyring(tmp_path: Path) -> None:
    station = Station(tmp_path / "data")
    station.work_a_little()
    for number in range(70):
        with pytest.raises(KnownError):
            station.gate.sign_in(f"nobody-{number}", WRONG)
    with pytest.raises(KnownError):
        station.gate.sign_in(SPECIALIST, WRONG)

    kept = [entry for name, entry in station.keyring.entries.items() if "failed-tries" in name]

    station.gate.close()
    assert [entry.count("=") for entry in kept] == [1]


def test_slots_are_spread_and_differ_from_store_to_store() -> None:
    names = [f"name {number}" for number in range(2_000)]
    one, other = SiteSecret.generate(1), SiteSecret.generate(1)

    slots = [name_slot(one, "hospital", name) for name in names]

    assert set(slots) == set(range(SLOTS))
    assert slots != [name_slot(other, "hospital", name) for name in names]
    assert slots == [name_slot(one, "hospital", name) for name in names]
