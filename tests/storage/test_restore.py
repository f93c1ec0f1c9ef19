"""Restoring a backup, and the drill that only tries it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import BackupTry, NotWhole, tell_nobody
from desktop.storage.backup_folder import facts_path
from desktop.storage.codec import decode
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.hpke_wrap import KeyPair, open_from
from desktop.storage.crypto.signed_entry import unpack_entry
from desktop.storage.engine import Database
from desktop.storage.gate import open_gate
from desktop.storage.opened_store import open_store
from desktop.storage.restore import restore_store
from desktop.storage.schema import FORMAT_VERSION
from desktop.storage.trust_writer import root_from
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up, fill
from tests.storage.cases import new_case
from tests.storage.raw_file import flip_bit, rows
from tests.storage.test_leaks import CANARIES, canaries_in, work_a_day
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import (
    CHEAP_KDF,
    PASSPHRASE,
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)

RELEASED = Path(__file__).parent / "released" / "store-v1.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the backups are."""
    return tmp_path / "usb"


def test_a_restored_store_has_everything_and_the_one_before_is_kept(
    made: MadeStore, folder: Path
) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), folder).backup
    later = new_case(made.sign_in(SPECIALIST), "d" * 32)
    made.gate.close()

    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    made.reopen()
    session = made.sign_in(SPECIALIST)
    assert session.records.load(FORM, RecordId("f" * 32)).number == 1
    assert later not in session.records.persons()
    assert restored.moved_aside is not None
    assert verify_store(restored.moved_aside).records == restored.report.records + 2
    assert not list(made.data_dir.glob("*in-the-making*"))


def test_a_backup_is_restored_into_an_empty_folder(
    made: MadeStore, folder: Path, tmp_path: Path
) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), folder).backup

    restored = restore_store(backup.path, tmp_path / "new", made.clock, tell_nobody)

    assert restored.moved_aside is None
    assert verify_store(tmp_path / "new").is_whole


def test_the_audit_trail_goes_on_and_says_that_it_was_restored(
    made: MadeStore, folder: Path
) -> None:
    backup = back_up(made.gate.backups(), folder).backup
    made.gate.close()
    made.clock.advance(3600)

    restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    codes = made.shown.recovery_codes
    events = opened_events(made.database, codes)
    before = opened_events(backup.path, codes)
    assert events[:-1] == before
    assert events[-1].action is AuditAction.STORE_RESTORED
    assert (events[-1].at, events[-1].detail) == (made.clock.now(), "2026-03-14T14:05:00+00:00")


def test_a_restored_store_is_opened_with_the_rollback_alarm(made: MadeStore, folder: Path) -> None:
    backup = back_up(made.gate.backups(), folder).backup
    made.sign_in(SPECIALIST).close()
    made.gate.close()

    restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    made.reopen()
    session = made.sign_in(SPECIALIST)
    with pytest.raises(KnownError) as caught:
        session.rollback.need_quiet()
    assert caught.value.message_id == "rollback.wait"
    assert new_case(session, "c" * 32)


def test_restoring_into_an_empty_folder_is_no_alarm_by_itself(
    made: MadeStore, folder: Path, tmp_path: Path
) -> None:
    backup = back_up(made.gate.backups(), folder).backup
    made.gate.close()
    restore_store(backup.path, tmp_path / "new", made.clock, tell_nobody)

    made.gate = open_gate(tmp_path / "new", made.clock, made.ids, kdf=CHEAP_KDF)
    made.gate.unlock(PASSPHRASE)

    made.sign_in(SPECIALIST).rollback.need_quiet()


@pytest.mark.parametrize("position", [0, 0.1, 0.5, 0.9, 1])
def test_a_backup_with_one_changed_byte_is_refused_and_named(
    made: MadeStore, folder: Path, position: float
) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), folder).backup
    made.gate.close()
    before = made.database.read_bytes()
    data = bytearray(backup.path.read_bytes())
    data[round(position * (len(data) - 1))] ^= 1
    backup.path.write_bytes(data)

    with pytest.raises(KnownError) as caught:
        restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert caught.value.message_id == "backup.changed"
    assert backup.path.name in explain(caught.value)
    assert made.database.read_bytes() == before
    assert not list(made.data_dir.glob("before-restore-*"))


def test_a_backup_without_its_numbers_is_still_checked(made: MadeStore, folder: Path) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), folder).backup
    facts_path(backup.path).unlink()
    made.gate.close()
    assert restore_store(backup.path, made.data_dir, made.clock, tell_nobody).backup.facts is None
    with closing(sqlite3.connect(backup.path)) as raw:
        raw.execute("DROP TABLE outbox")
        raw.commit()

    with pytest.raises(NotWhole) as caught:
        restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert [one.message_id for one in caught.value.problems] == ["verify.schema"]


@pytest.mark.parametrize("name", ["absent", "empty", "of another program"])
def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    made: MadeStore, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if name != "absent":
        path.write_bytes(b"" if name == "empty" else b"x" * 9000)
    made.gate.close()
    before = made.database.read_bytes()

    with pytest.raises(KnownError) as caught:
        restore_store(path, made.data_dir, made.clock, tell_nobody)

    expected = "backup.unreadable" if name == "absent" else "store.not-a-store"
    assert caught.value.message_id == expected
    assert made.database.read_bytes() == before


def test_a_store_that_is_open_is_not_replaced(made: MadeStore, folder: Path) -> None:
    backup = back_up(made.gate.backups(), folder).backup

    with pytest.raises(KnownError) as caught:
        restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert caught.value.message_id == "store.in-use"


def test_a_broken_store_is_moved_aside_as_it_is_with_its_log(made: MadeStore, folder: Path) -> None:
    backup = back_up(made.gate.backups(), folder).backup
    made.gate.close()
    made.database.write_bytes(b"broken")
    (made.data_dir / "store.db-wal").write_bytes(b"its log")

    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert restored.moved_aside is not None
    assert (restored.moved_aside / "store.db").read_bytes() == b"broken"
    assert (restored.moved_aside / "store.db-wal").read_bytes() == b"its log"
    assert verify_store(made.data_dir).is_whole


def test_a_backup_of_an_older_format_is_restored_and_brought_up(
    tmp_path: Path, made: MadeStore
) -> None:
    made.gate.close()
    old = tmp_path / "kept" / "old.db"
    old.parent.mkdir()
    shutil.copy(RELEASED, old)
    before = old.read_bytes()

    restored = restore_store(old, made.data_dir, made.clock, tell_nobody)

    made.reopen()
    session = made.sign_in(SPECIALIST)
    assert session.records.load(FORM, RecordId("f" * 32)).number == 1
    session.close()
    made.gate.close()
    assert rows(made.database, "PRAGMA user_version") == [(FORMAT_VERSION,)]
    assert old.read_bytes() == before
    assert restored.report.records == 3


def test_a_drill_checks_everything_and_leaves_nothing(made: MadeStore, folder: Path) -> None:
    fill(made)
    session = made.sign_in(SPECIALIST)
    backup = back_up(session.backups, folder).backup
    before = sorted(path.name for path in made.data_dir.iterdir())

    drill = session.backups.try_restore(backup.path, tell_nobody)

    assert drill.report.is_whole
    assert (drill.report.records, drill.report.opened) == (3, 10)
    assert drill.backup.made_at == backup.made_at
    assert drill.seconds > 0
    assert sorted(path.name for path in made.data_dir.iterdir()) == before
    assert session.records.load(FORM, RecordId("f" * 32)).number == 1


def test_a_drill_tells_what_does_not_hold(made: MadeStore, folder: Path) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), folder).backup
    facts_path(backup.path).unlink()
    flip_bit(backup.path, "revisions", "sealed", 0.9)

    drill = made.sign_in(SPECIALIST).backups.try_restore(backup.path, tell_nobody)

    assert "verify.opened-revision" in {one.message_id for one in drill.report.problems}


def test_no_canary_is_in_a_backup_nor_beside_the_store(made: MadeStore, folder: Path) -> None:
    work_a_day(made)
    back_up(made.sign_in(SPECIALIST).backups, folder)
    made.gate.backups().remember(BackupTry(made.clock.now(), records=1))
    secrets = [PASSPHRASE, PIN, password_of(SPECIALIST), *made.shown.recovery_codes]

    leaked = canaries_in(folder.parent, [*CANARIES.values(), *secrets, "%PDF-"])

    assert leaked == []
    assert len(list(folder.iterdir())) == 2


def opened_events(database: Path, codes: tuple[str, str, str]) -> list[AuditEvent]:
    """The audit trail of a closed file, opened with the root behind two recovery codes."""
    with closing(Database(database)) as opened:
        store = open_store(opened, FakeClock(), CountingIds())
        root = root_from(store, codes[:2], "nobody")
        query = "SELECT body FROM grants WHERE compartment = 'AUD' AND staff_id = 'root'"
        with opened.transaction() as connection:
            body = connection.execute(text(query)).scalar_one()
            entries = connection.execute(
                text("SELECT workstation_id, number, previous_hash, epoch, sealed FROM audit")
            ).all()
        pair = KeyPair(open_grant(body, store.trust, root.exchange)[1])
        return [
            decode(
                unpack_entry(
                    open_from(
                        pair, store.places.audit_entry(station, number, before, epoch), sealed
                    )
                ).event,
                AuditEvent,
            )
            for station, number, before, epoch, sealed in entries
        ]
