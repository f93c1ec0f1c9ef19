"""What only its owner reads: backups, restored stores, and what a copy left open to others."""

import stat
import sys
from pathlib import Path

import pytest

from desktop.app_paths import private_folder
from desktop.services.ports import tell_nobody
from desktop.storage.restore import restore_store
from tests.storage.backing_up import back_up, fill
from tests.support.store_fixture import SPECIALIST, MadeStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_open_file_in_an_open_folder_is_closed_to_others_at_the_next_start(
    made: MadeStore,
) -> None:
    made.gate.close()
    made.database.chmod(0o644)
    made.data_dir.chmod(0o755)

    made.reopen()

    made.sign_in(SPECIALIST).close()
    assert mode(made.data_dir) == 0o700
    files = [made.database, *made.data_dir.glob("store.db-*")]
    assert {mode(path) for path in files} == {0o600}


def test_a_folder_that_was_there_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    folder.chmod(0o755)

    assert mode(private_folder(folder)) == 0o700


def test_only_what_others_may_do_is_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    folder.chmod(0o555)

    assert mode(private_folder(folder)) == 0o500


def test_a_backup_is_for_its_owner_only(made: MadeStore, tmp_path: Path) -> None:
    folder = tmp_path / "usb"

    back_up(made.gate.backups(), folder)

    assert mode(folder) == 0o700
    assert [mode(path) for path in folder.iterdir()] == [0o600, 0o600]


def test_a_restored_store_and_the_one_it_replaced_are_for_their_owner_only(
    made: MadeStore, tmp_path: Path
) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup
    made.gate.close()

    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert restored.moved_aside is not None
    assert (mode(restored.moved_aside), mode(made.data_dir)) == (0o700, 0o700)
    assert mode(made.data_dir / "store.db") == 0o600
