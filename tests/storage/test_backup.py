"""Backups: a whole copy of the ciphertext, checked before any older one goes."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.records.ids import PacketId
from desktop.services.ports import BackupDone, BackupTry, NotWhole, tell_nobody
from desktop.storage.backup_folder import facts_path
from tests.storage.backing_up import back_up, fill, fill_more
from tests.storage.cases import answer, new_case, new_form, packet_content
from tests.storage.raw_file import flip_bit, rows, without_triggers
from tests.support.store_fixture import ADMINISTRATOR, DESK, SPECIALIST, MadeStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; made by the first one."""
    return tmp_path / "usb"


def refusal(made: MadeStore, folder: Path) -> str:
    """The message id with which a backup is refused."""
    with pytest.raises(KnownError) as caught:
        back_up(made.gate.backups(), folder)
    assert explain(caught.value)
    return caught.value.message_id


def pass_days(made: MadeStore, days: int) -> None:
    """The calendar moves on, or back."""
    made.clock.set_wall(made.clock.now() + timedelta(days=days))


def made_days_ago(made: MadeStore, folder: Path, days: int) -> list[BackupDone]:
    """One backup a day until today."""
    pass_days(made, -(days - 1))
    done = []
    for _ in range(days):
        done.append(back_up(made.gate.backups(), folder))
        pass_days(made, 1)
    return done


def test_a_backup_holds_what_the_store_holds(made: MadeStore, folder: Path) -> None:
    fill(made)

    done = back_up(made.gate.backups(), folder)

    made.gate.close()
    for table in ("revisions", "journal", "packets", "audit", "dek_wraps", "trust_log"):
        query = " ".join(("SELECT * FROM", table))
        assert rows(done.backup.path, query) == rows(made.database, query)


def test_its_name_says_store_and_time(made: MadeStore, folder: Path) -> None:
    done = back_up(made.gate.backups(), folder)

    stamp = made.clock.now().strftime("%Y%m%dT%H%M%SZ")
    assert done.backup.path.name == f"firstlight-{done.facts.store_id[:8]}-{stamp}.backup"
    assert len(list(folder.iterdir())) == 2
    assert not list(made.data_dir.glob("*in-the-making*"))


def test_the_numbers_beside_it_are_readable_and_no_secret(made: MadeStore, folder: Path) -> None:
    fill(made)

    done = back_up(made.gate.backups(), folder)

    beside = json.loads(facts_path(done.backup.path).read_text())
    assert beside["records"] == 3
    assert beside["size_bytes"] == done.backup.path.stat().st_size
    assert beside["opened"] == 0
    assert beside["restore_s"] <= beside["copy_s"] + beside["verify_s"]
    assert set(beside) == {
        *("store_id", "made_at", "records", "size_bytes", "sha256", "opened"),
        *("copy_s", "verify_s", "restore_s"),
    }


def test_with_a_persons_keys_everything_they_may_open_is_opened(
    made: MadeStore, folder: Path
) -> None:
    fill(made)

    done = [
        back_up(made.sign_in(name).backups, folder) for name in (SPECIALIST, DESK, ADMINISTRATOR)
    ]

    # Two people with two keys each, three revisions, two rows of a draft, one
    # block of summaries; one packet; nothing.
    assert [each.facts.opened for each in done] == [10, 1, 0]


@pytest.mark.parametrize(
    ("table", "name", "message_id"),
    [
        ("dek_wraps", "wrapped", "verify.opened-key"),
        ("revisions", "sealed", "verify.opened-revision"),
        ("journal", "sealed", "verify.opened-draft"),
        ("caseload_blocks", "wrapped", "verify.opened-summaries"),
        ("caseload_blocks", "sealed", "verify.opened-summaries"),
    ],
)
def test_what_only_keys_can_tell_keeps_the_older_backup(
    made: MadeStore, folder: Path, table: str, name: str, message_id: str
) -> None:
    fill(made)
    good = back_up(made.sign_in(SPECIALIST).backups, folder)
    made.gate.close()
    flip_bit(made.database, table, name, 0.9)
    made.reopen()

    with pytest.raises(NotWhole) as caught:
        back_up(made.sign_in(SPECIALIST).backups, folder)

    assert message_id in {problem.message_id for problem in caught.value.problems}
    assert caught.value.problems[0].where in explain(caught.value)
    left = made.gate.backups().backups(folder)
    assert [backup.path for backup in left] == [good.backup.path]


@pytest.mark.parametrize(
    ("table", "name", "position"),
    [
        ("dek_wraps", "wrapped", 0.0),
        ("revisions", "sealed", 0.0),
        ("journal", "sealed", 0.0),
        ("caseload_blocks", "wrapped", 0.0),
        ("packets", "content", 0.5),
        ("packets", "sealed_key", 0.5),
        ("user_blobs", "blob", 0.5),
        ("audit", "sealed", 0.0),
    ],
)
def test_without_keys_a_broken_header_or_sum_is_found(
    made: MadeStore, folder: Path, table: str, name: str, position: float
) -> None:
    fill(made)
    made.gate.close()
    flip_bit(made.database, table, name, position)
    made.reopen()

    with pytest.raises(NotWhole) as caught:
        back_up(made.gate.backups(), folder)

    assert "verify.sealed" in {problem.message_id for problem in caught.value.problems}
    assert not list(folder.iterdir())


def test_what_is_written_while_a_copy_is_made_is_whole_in_it(made: MadeStore, folder: Path) -> None:
    fill_more(made, 4)
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, "f" * 32)
    run, slices = made.gate.backups().begin(folder), 0

    while not run.copy_some():
        slices += 1
        session.journal.append(draft, answer(f'"{slices}"'))
    done = run.finish(tell_nobody)

    assert slices > 2
    kept = rows(done.backup.path, "SELECT seq FROM journal ORDER BY seq")
    assert [seq for (seq,) in kept] == list(range(1, len(kept) + 1))
    assert len(session.journal.rows(draft)) == slices


def test_a_backup_can_be_stopped_between_slices_and_leaves_nothing(
    made: MadeStore, folder: Path
) -> None:
    fill_more(made, 3)
    run = made.gate.backups().begin(folder)
    run.copy_some()

    run.stop()

    assert not folder.exists()
    assert not list(made.data_dir.glob("*in-the-making*"))
    assert new_case(made.sign_in(SPECIALIST), "c" * 32)


def test_closing_the_store_calls_a_running_copy_off(made: MadeStore, folder: Path) -> None:
    fill_more(made, 3)
    run = made.gate.backups().begin(folder)
    run.copy_some()

    made.gate.close()

    with pytest.raises(BugError):
        run.copy_some()


def test_two_backups_at_once_are_refused(made: MadeStore, folder: Path) -> None:
    desk = made.gate.backups()
    run = desk.begin(folder)

    with pytest.raises(KnownError) as caught:
        desk.begin(folder)

    run.stop()
    assert caught.value.message_id == "backup.under-way"
    assert back_up(desk, folder).backup.path.exists()


class Enough(Exception):
    """Somebody pressed Cancel."""


@pytest.mark.parametrize(
    "at", ["backup.step-checking", "backup.step-copying", "backup.step-reading-back"]
)
def test_a_backup_can_be_stopped_at_each_step_and_leaves_nothing(
    made: MadeStore, folder: Path, at: str
) -> None:
    fill(made)
    good = back_up(made.gate.backups(), folder)
    pass_days(made, 1)
    run = made.gate.backups().begin(folder)
    while not run.copy_some():
        pass

    def press_cancel(what: str, _done: int, _total: int) -> None:
        if what == at:
            raise Enough

    with pytest.raises(Enough):
        run.finish(press_cancel)

    assert sorted(folder.iterdir()) == sorted([good.backup.path, facts_path(good.backup.path)])
    assert not list(made.data_dir.glob("*in-the-making*"))


def test_fourteen_days_are_kept_and_the_fifteenth_goes(made: MadeStore, folder: Path) -> None:
    done = made_days_ago(made, folder, 16)

    kept = [backup.path for backup in made.gate.backups().backups(folder)]

    assert kept == [each.backup.path for each in reversed(done[2:])]
    assert [each.removed for each in done] == [
        *[()] * 14,
        (done[0].backup.path.name,),
        (done[1].backup.path.name,),
    ]
    assert len(list(folder.iterdir())) == 2 * 14


def test_of_one_day_the_last_is_kept(made: MadeStore, folder: Path) -> None:
    first = back_up(made.gate.backups(), folder)
    second = back_up(made.gate.backups(), folder)

    kept = [backup.path for backup in made.gate.backups().backups(folder)]

    assert second.backup.path != first.backup.path
    assert kept == [second.backup.path]


def test_a_clock_that_ran_backwards_never_costs_the_newest(made: MadeStore, folder: Path) -> None:
    made_days_ago(made, folder, 15)
    pass_days(made, -400)

    newest = back_up(made.gate.backups(), folder)

    assert newest.backup.path.exists()
    assert newest.backup.path.name not in newest.removed


def test_a_failed_backup_rotates_nothing(made: MadeStore, folder: Path) -> None:
    fill(made)
    made_days_ago(made, folder, 14)
    before = sorted(folder.iterdir())
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("UPDATE revisions SET number = 7")
    made.reopen()

    assert refusal(made, folder) == "backup.not-whole"
    assert sorted(folder.iterdir()) == before


def test_backups_of_another_store_in_the_folder_are_left_alone(
    made: MadeStore, folder: Path
) -> None:
    back_up(made.gate.backups(), folder)
    other = folder / "firstlight-ffffffff-20200101T000000Z.backup"
    other.write_bytes(b"of another workstation")

    made_days_ago(made, folder, 15)

    assert other.read_bytes() == b"of another workstation"
    assert other not in {backup.path for backup in made.gate.backups().backups(folder)}


def test_the_data_folder_is_no_place_for_backups(made: MadeStore) -> None:
    assert refusal(made, made.data_dir) == "backup.folder-is-data"
    assert refusal(made, made.data_dir / "copies") == "backup.folder-is-data"


def test_a_folder_that_is_away_or_a_file_is_named(made: MadeStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert refusal(made, tmp_path / "pulled" / "out") == "backup.folder-missing"
    assert refusal(made, tmp_path / "file") == "backup.folder-missing"
    assert refusal(made, Path("relative")) == "backup.folder-missing"


def test_a_folder_that_vanishes_on_the_way_is_named(made: MadeStore, folder: Path) -> None:
    fill(made)
    run = made.gate.backups().begin(folder)
    while not run.copy_some():
        pass

    def pull_out(what: str, _done: int, _total: int) -> None:
        if what == "backup.step-reading-back":
            folder.rename(folder.with_name("gone"))

    with pytest.raises(KnownError) as caught:
        run.finish(pull_out)

    assert caught.value.message_id in ("backup.folder-missing", "backup.folder-gone")
    assert not list(made.data_dir.glob("*in-the-making*"))


def test_what_reads_back_differently_is_not_kept(made: MadeStore, folder: Path) -> None:
    fill(made)
    good = back_up(made.gate.backups(), folder)
    pass_days(made, 1)
    run = made.gate.backups().begin(folder)
    while not run.copy_some():
        pass

    def wear_out(what: str, done: int, _total: int) -> None:
        if what == "backup.step-reading-back" and done == 0:
            written = next(folder.glob("*.unfinished"))
            data = bytearray(written.read_bytes())
            data[-1] ^= 1
            written.write_bytes(data)

    with pytest.raises(KnownError) as caught:
        run.finish(wear_out)

    assert caught.value.message_id == "backup.read-differently"
    assert [each.path for each in made.gate.backups().backups(folder)] == [good.backup.path]


def test_the_log_remembers_the_last_good_one_however_many_failed(made: MadeStore) -> None:
    desk = made.gate.backups()
    good = BackupTry(made.clock.now(), records=3, size_bytes=10, seconds=0.5)
    desk.remember(good)
    for _ in range(40):
        desk.remember(BackupTry(made.clock.now(), "backup.folder-missing"))

    log = desk.log()

    assert log.last_good == good
    assert len(log.tries) == 30
    assert not log.tries[0].is_good


def test_the_log_remembers_since_when_it_fails(made: MadeStore) -> None:
    desk, first = made.gate.backups(), made.clock.now()
    for _ in range(40):
        desk.remember(BackupTry(made.clock.now(), "backup.folder-missing"))
        made.clock.advance(3600)

    failing = desk.log()
    desk.remember(BackupTry(made.clock.now()))

    assert failing.failing_since == first
    assert desk.log().failing_since is None


def test_a_log_that_is_unreadable_is_an_empty_one(made: MadeStore) -> None:
    (made.data_dir / "backups.json").write_text("{")

    assert made.gate.backups().log().tries == ()


def test_the_keys_of_a_backup_are_forgotten_and_those_of_the_session_stay(
    made: MadeStore, folder: Path
) -> None:
    fill(made)
    session = made.sign_in(DESK)

    back_up(session.backups, folder)

    assert session.packets.open(PacketId("a" * 32)) == packet_content()
