"""An older copy of the store put back is noticed, and settled by two people."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import EPISODE
from desktop.services.ports import SecondPerson, tell_nobody
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, new_case, new_form, packet_content
from tests.storage.station import Station
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SPECIALIST,
    MadeStore,
    password_of,
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    station = Station(tmp_path / "data")
    yield station
    station.gate.close()


@pytest.fixture
def rolled_back(station: Station) -> Station:
    """An older copy was put back under a keyring that has seen more."""
    session = station.gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    new_case(session, "c" * 32)
    new_form(session, "f" * 32)
    session.close()
    copy = station.keep_copy()
    station.work_a_little()
    station.put_back(copy)
    return station


def second(name: str, password: str | None = None) -> SecondPerson:
    return SecondPerson(name, password or password_of(name))


def test_a_store_that_only_grows_raises_no_alarm(station: Station) -> None:
    for _ in range(3):
        station.work_a_little()
        station.restart()

    assert station.alarm() is None


def test_an_older_copy_put_back_is_noticed_at_the_next_start(rolled_back: Station) -> None:
    found = rolled_back.alarm()

    assert found is not None
    assert found.seen_entries > 0


def test_the_same_length_with_other_entries_is_noticed(station: Station) -> None:
    copy = station.keep_copy()
    station.work_a_little()
    station.gate.close()
    shutil.copy(copy, station.folder / "store.db")
    kept = dict(station.keyring.entries)
    station.restart()
    for _ in range(3):  # longer than before, but with a past of its own
        station.work_a_little()
    station.gate.close()
    station.keyring.entries = kept
    station.restart()

    assert station.alarm() is not None


def test_the_alarm_stays_over_restarts_and_the_anchor_is_not_forgotten(
    rolled_back: Station,
) -> None:
    anchor = dict(rolled_back.keyring.entries)

    for _ in range(2):
        rolled_back.work_a_little()
        rolled_back.restart()
        assert rolled_back.alarm() is not None

    assert rolled_back.keyring.entries == anchor


def test_reading_and_drafts_go_on_while_signing_release_and_deletion_wait(
    rolled_back: Station,
) -> None:
    session = rolled_back.gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    assert [len(session.records.list_newest(EPISODE, each)) for each in session.records.persons()]
    draft = new_form(session, "d" * 32)
    session.journal.append(draft, answer('"a"'))
    manager = rolled_back.gate.sign_in(MANAGER, password_of(MANAGER))
    administrator = rolled_back.gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))

    for act in (
        lambda: manager.sign_offs.sign(RecordId("f" * 32), 1),
        lambda: session.packets.put(PacketId("a" * 32), packet_content()),
        lambda: session.packets.delete(PacketId("a" * 32)),
        lambda: administrator.staff_desk.revoke(session.me.staff_id),
        session.rollback.need_quiet,
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "rollback.wait"


def test_two_people_settle_it_and_work_goes_on(rolled_back: Station) -> None:
    session = rolled_back.gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))

    other = session.rollback.confirm_restore(password_of(ADMINISTRATOR), second(MANAGER))

    assert other != session.me.staff_id
    assert session.rollback.alarm() is None
    session.close()
    rolled_back.restart()
    assert rolled_back.alarm() is None
    manager = rolled_back.gate.sign_in(MANAGER, password_of(MANAGER))
    manager.sign_offs.sign(RecordId("f" * 32), 1)
    manager.close()
    rolled_back.gate.close()
    assert verify_store(rolled_back.folder).problems == ()


def test_a_settled_restore_does_not_cover_another_one(rolled_back: Station) -> None:
    copy = rolled_back.folder.with_name("older.db")
    session = rolled_back.gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))
    session.rollback.confirm_restore(password_of(ADMINISTRATOR), second(MANAGER))
    session.close()
    rolled_back.work_a_little()

    rolled_back.put_back(copy)

    assert rolled_back.alarm() is not None


@pytest.mark.parametrize(
    ("first", "other", "message_id"),
    [
        (ADMINISTRATOR, second(ADMINISTRATOR), "rollback.two-people"),
        (MANAGER, second(SPECIALIST), "rollback.needs-administrator"),
        (ADMINISTRATOR, second(MANAGER, "not the password of max"), "sign-in.wrong-password"),
        (ADMINISTRATOR, second("nobody"), "sign-in.wrong-password"),
    ],
)
def test_one_person_alone_settles_nothing(
    rolled_back: Station, first: str, other: SecondPerson, message_id: str
) -> None:
    session = rolled_back.gate.sign_in(first, password_of(first))

    with pytest.raises(KnownError) as caught:
        session.rollback.confirm_restore(password_of(first), other)

    assert caught.value.message_id == message_id
    assert session.rollback.alarm() is not None


def test_without_an_alarm_there_is_nothing_to_settle(station: Station) -> None:
    session = station.gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))

    with pytest.raises(KnownError) as caught:
        session.rollback.confirm_restore(password_of(ADMINISTRATOR), second(MANAGER))

    assert caught.value.message_id == "rollback.no-alarm"


def test_in_passphrase_mode_a_printed_footer_finds_the_older_copy(
    made: MadeStore, tmp_path: Path
) -> None:
    made.gate.close()
    shutil.copy(made.database, tmp_path / "older.db")
    made.reopen()
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    footer = session.rollback.anchor_code()
    assert session.rollback.check_footer(footer)
    session.close()
    made.gate.close()
    shutil.copy(tmp_path / "older.db", made.database)
    made.reopen()
    session = made.sign_in(DESK)
    assert session.rollback.alarm() is None

    is_reached = session.rollback.check_footer(footer.lower().replace("0", "o"))

    assert not is_reached
    session.close()
    made.reopen()
    assert made.sign_in(DESK).rollback.alarm() is not None


@pytest.mark.parametrize("typed", ["", "12", "12-ABC", "x-7KQ2-MX9P-0ABC", "12-7KQ2-MX9P-0ABU"])
def test_a_footer_that_is_none_is_refused_and_changes_nothing(made: MadeStore, typed: str) -> None:
    desk = made.sign_in(DESK).rollback

    with pytest.raises(KnownError) as caught:
        desk.check_footer(typed)

    assert caught.value.message_id == "rollback.footer-unreadable"
    assert desk.alarm() is None


def test_a_check_with_an_account_names_the_older_copy(rolled_back: Station) -> None:
    session = rolled_back.gate.sign_in(MANAGER, password_of(MANAGER))

    report = session.backups.verify(tell_nobody)

    session.close()
    assert [one.message_id for one in report.problems] == ["verify.rolled-back"]
