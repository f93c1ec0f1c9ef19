"""What is told of a backup before it takes the place of a store; nothing is changed by it."""

import os
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.services.ports import Backup, CarriedOver, StoreHere, tell_nobody
from desktop.storage.backup_folder import facts_path
from desktop.storage.gate import open_gate
from desktop.storage.restore_desk import SealedRestoreDesk
from tests.storage.backing_up import back_up, fill
from tests.storage.raw_file import flip_bit
from tests.storage.test_backup_faults import run_and_kill
from tests.storage.test_restore import opened_events
from tests.storage.test_staff_desk import id_of, refusal
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    SECOND_SPECIALIST,
    MadeStore,
    make_store,
    wanted_set_up,
)


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where the backups are."""
    return tmp_path / "usb"


@pytest.fixture
def backup(made: MadeStore, usb: Path) -> Backup:
    """A backup of a store with something in every table."""
    fill(made)
    return back_up(made.gate.backups(), usb).backup


def desk_of(made: MadeStore, *, is_demo: bool = False) -> SealedRestoreDesk:
    """Nobody has the store open."""
    made.gate.close()
    return SealedRestoreDesk(made.data_dir, made.clock, is_demo=is_demo)


def revoke(made: MadeStore, name: str) -> None:
    """An administrator closes an account."""
    session = made.sign_in(ADMINISTRATOR)
    session.staff_desk.revoke(id_of(session, name))
    session.close()


def other_store(data_dir: Path) -> MadeStore:
    """A store with an id of its own."""
    clock, ids = FakeClock(), CountingIds("9")
    gate = open_gate(data_dir, clock, ids, kdf=CHEAP_KDF)
    return MadeStore(gate, clock, ids, gate.set_up(wanted_set_up()))


def message_of(refused: pytest.ExceptionInfo[KnownError]) -> str:
    """Its sentence."""
    return refused.value.message_id


def test_a_folder_shows_the_backups_of_every_store_newest_first(
    made: MadeStore, backup: Backup, usb: Path, tmp_path: Path
) -> None:
    other = other_store(tmp_path / "other")
    other.clock.advance(600)
    theirs = back_up(other.gate.backups(), usb).backup
    other.gate.close()
    desk = desk_of(made)

    found = desk.find(usb)

    assert [one.path for one in found] == [theirs.path, backup.path]
    assert desk.find(backup.path) == (backup,)


def test_a_place_without_backups_is_said(made: MadeStore, tmp_path: Path) -> None:
    desk = desk_of(made)
    (tmp_path / "empty").mkdir()

    with pytest.raises(KnownError) as empty:
        desk.find(tmp_path / "empty")
    with pytest.raises(KnownError) as gone:
        desk.find(tmp_path / "gone")

    assert (message_of(empty), message_of(gone)) == ("restore.no-backups", "restore.nothing-there")


def test_a_look_says_whose_it_is_and_what_would_be_taken_over(
    made: MadeStore, backup: Backup
) -> None:
    revoke(made, SECOND_SPECIALIST)
    desk = desk_of(made)

    look = desk.look(backup.path, tell_nobody)

    assert (look.hospital, look.workstation) == ("Invented General Hospital", "Bedside One")
    assert look.report.is_whole
    assert (look.here, look.carried) == (StoreHere.LATER, CarriedOver(ended=1, erased=0))


def test_a_look_changes_nothing(made: MadeStore, backup: Backup) -> None:
    revoke(made, SECOND_SPECIALIST)
    desk = desk_of(made)
    before = {path.name: path.read_bytes() for path in made.data_dir.iterdir()}

    desk.look(backup.path, tell_nobody)

    assert {path.name: path.read_bytes() for path in made.data_dir.iterdir()} == before
    made.reopen()
    assert refusal(made, SECOND_SPECIALIST) == "sign-in.wrong-password"


def test_a_look_leaves_no_folder_behind_where_there_was_none(
    made: MadeStore, backup: Backup, tmp_path: Path
) -> None:
    desk = SealedRestoreDesk(tmp_path / "new", made.clock)

    look = desk.look(backup.path, tell_nobody)

    assert (look.here, look.carried) == (StoreHere.NONE, None)
    assert not (tmp_path / "new").exists()


def test_another_store_is_told_from_one_that_does_not_open(
    made: MadeStore, backup: Backup, tmp_path: Path
) -> None:
    other = other_store(tmp_path / "other")
    other.gate.close()
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "store.db").write_bytes(b"not a store at all")

    at_other = SealedRestoreDesk(other.data_dir, made.clock).look(backup.path, tell_nobody)
    at_broken = SealedRestoreDesk(broken, made.clock).look(backup.path, tell_nobody)

    assert at_other.here is StoreHere.OTHER
    assert at_broken.here is StoreHere.UNKNOWN


def test_a_backup_that_does_not_hold_is_shown_with_what_is_wrong(
    made: MadeStore, backup: Backup
) -> None:
    facts_path(backup.path).unlink()
    flip_bit(backup.path, "certificates", "body", 0.5)

    look = desk_of(made).look(backup.path, tell_nobody)

    assert not look.report.is_whole
    assert look.report.problems


def test_a_file_that_is_no_backup_is_named_as_such(made: MadeStore, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("not sealed, not anything")

    with pytest.raises(KnownError) as refused:
        desk_of(made).look(letter, tell_nobody)

    assert message_of(refused) == "restore.not-a-backup"
    assert "letter.txt" in explain(refused.value)


@pytest.mark.parametrize("kept_share", [0.02, 0.5, 0.99])
def test_a_backup_that_was_cut_off_is_never_put_in_place(
    made: MadeStore, backup: Backup, kept_share: float
) -> None:
    facts_path(backup.path).unlink()
    os.truncate(backup.path, int(backup.size_bytes * kept_share))
    desk = desk_of(made)
    before = made.database.read_bytes()

    with pytest.raises(KnownError) as refused:
        desk.restore(backup.path, None, tell_nobody)

    assert message_of(refused) == "restore.damaged"
    assert made.database.read_bytes() == before
    assert not list(made.data_dir.glob("before-restore-*"))


def test_the_demo_and_real_records_do_not_take_each_others_place(
    made: MadeStore, backup: Backup, usb: Path, tmp_path: Path
) -> None:
    demo = make_store(tmp_path / "demo", is_demo=True)
    practice = back_up(demo.gate.backups(), tmp_path / "practice").backup
    demo.gate.close()

    with pytest.raises(KnownError) as into_real:
        desk_of(made).look(practice.path, tell_nobody)
    with pytest.raises(KnownError) as into_demo:
        desk_of(demo, is_demo=True).look(backup.path, tell_nobody)

    assert message_of(into_real) == "restore.demo"
    assert message_of(into_demo) == "restore.not-the-demo"


def test_whoever_gave_the_password_stands_in_the_restored_audit_trail(
    made: MadeStore, backup: Backup
) -> None:
    session = made.sign_in(ADMINISTRATOR)
    ada = session.me.staff_id
    session.close()

    desk_of(made).restore(backup.path, ada, tell_nobody)

    assert opened_events(made.database, made.shown.recovery_codes)[-1].actor == ada


def test_a_restore_that_is_called_off_at_any_step_changes_nothing(
    made: MadeStore, backup: Backup
) -> None:
    desk = desk_of(made)
    before = {path.name: path.read_bytes() for path in made.data_dir.iterdir()}
    steps: list[str] = []

    class CalledOff(Exception):
        """Whoever looked at it thought better of it."""

    def stop_at(last: int) -> None:
        told = 0

        def tell(what: str, _done: int, _total: int) -> None:
            nonlocal told
            told += 1
            steps.append(what)
            if told == last:
                raise CalledOff

        with pytest.raises(CalledOff):
            desk.restore(backup.path, None, tell)

    for last in range(1, 8):
        stop_at(last)

        assert {path.name: path.read_bytes() for path in made.data_dir.iterdir()} == before
    assert "backup.step-checking" in steps


def test_the_store_is_as_it_was_after_4_kills_in_a_look(made: MadeStore, backup: Backup) -> None:
    made.gate.close()
    before = made.database.read_bytes()
    for lines in (1, 2, 5, 14):
        run_and_kill("look", made.data_dir, backup.path, after_lines=lines)

        assert made.database.read_bytes() == before
    made.reopen()

    assert not list(made.data_dir.glob("*in-the-making*"))
    assert not list(made.data_dir.glob("before-restore-*"))


def test_a_look_killed_where_there_is_no_store_leaves_what_the_next_one_clears(
    made: MadeStore, backup: Backup, tmp_path: Path
) -> None:
    run_and_kill("look", tmp_path / "new", backup.path, after_lines=3)

    look = SealedRestoreDesk(tmp_path / "new", made.clock).look(backup.path, tell_nobody)

    assert look.here is StoreHere.NONE
    assert not list((tmp_path / "new").glob("*in-the-making*"))
