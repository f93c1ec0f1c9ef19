"""A store that a copy left open to other accounts is closed to them when it is opened."""

import stat
import sys
from pathlib import Path

import pytest

from desktop.app_paths import private_folder
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
