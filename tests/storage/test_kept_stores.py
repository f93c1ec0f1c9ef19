"""Whole older stores that restores moved aside: listed, destroyed by hand, gone after 14 days."""

import os
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.ports import BackupTry, KeptStore, SecondPerson, tell_nobody
from desktop.storage import made_here
from desktop.storage.kept_stores import destroy_kept, kept_stores
from desktop.storage.restore import restore_store
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up, fill
from tests.storage.cases import new_case
from tests.storage.test_restore import opened_events
from tests.support.store_fixture import (
    ADMINISTRATOR,
    MANAGER,
    SPECIALIST,
    MadeStore,
    password_of,
)

DAY_S = 24 * 60 * 60


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where the backups are."""
    return tmp_path / "usb"


@pytest.fixture
def restored(made: MadeStore, usb: Path) -> MadeStore:
    """A store that was put back over a newer one, which is kept."""
    fill(made)
    backup = back_up(made.gate.backups(), usb).backup
    session = made.sign_in(SPECIALIST)
    new_case(session, "d" * 32)
    session.close()
    made.gate.close()
    restore_store(backup.path, made.data_dir, made.clock, tell_nobody)
    made.reopen()
    return made


def settle(made: MadeStore) -> None:
    """Two people confirm the restore."""
    session = made.sign_in(ADMINISTRATOR)
    second = SecondPerson(MANAGER, password_of(MANAGER))
    session.rollback.confirm_restore(password_of(ADMINISTRATOR), second)
    session.close()


def kept_of(made: MadeStore) -> tuple[KeptStore, ...]:
    """What the desk lists."""
    return tuple(made.gate.backups().kept())


def back_up_and_remember(made: MadeStore, folder: Path) -> None:
    """A backup of the app by itself, as the daily one."""
    desk = made.gate.backups()
    back_up(desk, folder)
    desk.remember(BackupTry(made.clock.now()))


def test_what_a_restore_moved_aside_is_listed_with_date_and_size(restored: MadeStore) -> None:
    (kept,) = kept_of(restored)

    folder = restored.data_dir / kept.name
    assert kept.moved_at == restored.clock.now()
    assert kept.size_bytes == sum(path.stat().st_size for path in folder.iterdir())
    assert verify_store(folder).records > 0


def test_destroying_it_leaves_nothing_of_it_and_the_store_as_it_is(restored: MadeStore) -> None:
    settle(restored)
    (kept,) = kept_of(restored)

    restored.gate.backups().destroy_kept(kept.name)

    assert kept_of(restored) == ()
    assert not list(restored.data_dir.glob("*before-restore*"))
    restored.gate.close()
    assert verify_store(restored.data_dir).is_whole


def test_its_content_is_overwritten_and_not_only_let_go(restored: MadeStore) -> None:
    (kept,) = kept_of(restored)
    file = restored.data_dir / kept.name / "store.db"
    held = file.open("rb")

    destroy_kept(restored.data_dir, kept.name)

    with held:
        assert set(held.read()) == {0}


def test_during_the_alarm_it_is_not_destroyed(restored: MadeStore) -> None:
    (kept,) = kept_of(restored)

    with pytest.raises(KnownError) as refused:
        restored.gate.backups().destroy_kept(kept.name)

    assert refused.value.message_id == "rollback.wait"
    assert kept_of(restored) == (kept,)


@pytest.mark.parametrize(
    "name", ["before-restore-20260314T140500Z-9", "..", "store.db", "before-restore-x/../../usb"]
)
def test_nothing_else_is_destroyed_in_its_name(restored: MadeStore, name: str) -> None:
    before = sorted(path.name for path in restored.data_dir.iterdir())

    with pytest.raises(KnownError) as refused:
        destroy_kept(restored.data_dir, name)

    assert refused.value.message_id == "kept.gone"
    assert sorted(path.name for path in restored.data_dir.iterdir()) == before


def test_after_14_days_it_goes_with_the_next_backup_and_the_trail_says_so(
    restored: MadeStore, usb: Path
) -> None:
    settle(restored)
    (kept,) = kept_of(restored)
    restored.clock.advance(14 * DAY_S)
    back_up_and_remember(restored, usb)
    after_14 = kept_of(restored)
    restored.clock.advance(1)
    back_up_and_remember(restored, usb)

    assert after_14 == (kept,)
    assert kept_of(restored) == ()
    restored.gate.close()
    said = [
        (event.action, event.subject)
        for event in opened_events(restored.database, restored.shown.recovery_codes)
        if event.action is AuditAction.KEPT_STORE_DESTROYED
    ]
    assert said == [(AuditAction.KEPT_STORE_DESTROYED, kept.name)]


def test_during_the_alarm_nothing_expires(restored: MadeStore, usb: Path) -> None:
    (kept,) = kept_of(restored)
    restored.clock.advance(40 * DAY_S)

    back_up_and_remember(restored, usb)

    assert kept_of(restored) == (kept,)


def test_a_backup_that_fails_lets_nothing_expire(restored: MadeStore, usb: Path) -> None:
    settle(restored)
    (kept,) = kept_of(restored)
    restored.clock.advance(40 * DAY_S)
    usb.rename(usb.with_name("unplugged"))
    usb.write_text("not a folder")

    with pytest.raises(KnownError):
        back_up(restored.gate.backups(), usb)

    assert kept_of(restored) == (kept,)


def test_killed_while_it_is_destroyed_the_next_start_goes_on(restored: MadeStore) -> None:
    settle(restored)
    (kept,) = kept_of(restored)
    going = restored.data_dir / f"{made_here.DESTROY}-{kept.name}"
    (restored.data_dir / kept.name).rename(going)

    listed = kept_of(restored)
    restored.reopen()

    assert listed == ()
    assert not going.exists()
    assert restored.sign_in(SPECIALIST).records.persons()


def test_a_second_name_of_the_store_in_use_is_never_overwritten(restored: MadeStore) -> None:
    (kept,) = kept_of(restored)
    restored.gate.close()
    twin = restored.data_dir / kept.name / "store.db"
    twin.unlink()
    os.link(restored.database, twin)
    content = restored.database.read_bytes()

    destroy_kept(restored.data_dir, kept.name)

    assert restored.database.read_bytes() == content
    assert kept_stores(restored.data_dir) == ()
