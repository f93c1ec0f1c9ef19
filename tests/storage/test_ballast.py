"""Room held back beside the store: real blocks, given up on a full disk, made again later."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.storage.ballast import BALLAST_BYTES, Ballast
from desktop.storage.engine import Database
from desktop.storage.schema import MetaRow
from desktop.storage.structure import create_schema
from tests.storage.ballast_writer import AFTER
from tests.storage.test_disk_faults import IN_A_MOUNT, own_mounts
from tests.support.store_fixture import SPECIALIST, copy_store

ROOT = Path(__file__).parents[2]
SIZE = 256 * 1024
__all__ = ["own_mounts"]


def _typed_until_full(tmp_path: Path, held: int) -> list[str]:
    made = copy_store(tmp_path / "data")
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()
    small = tmp_path / "small"
    small.mkdir()
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", IN_A_MOUNT.format(options="size=40m"), "sh", str(small),
         sys.executable, "-m", "tests.storage.ballast_writer", str(made.data_dir), str(small),
         person, "f" * 32, str(held)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.usefixtures("own_mounts")
def test_a_full_disk_gives_the_room_back_and_the_draft_is_saved(tmp_path: Path) -> None:
    blocks, said, before, after, is_done, size, is_whole = _typed_until_full(
        tmp_path, BALLAST_BYTES
    )

    assert int(blocks) >= BALLAST_BYTES == 16 * 1024 * 1024
    assert said == "nothing"
    assert int(before) > 20
    assert int(after) == AFTER
    assert (is_done, is_whole) == ("True", "True")
    assert int(size) == BALLAST_BYTES


@pytest.mark.usefixtures("own_mounts")
def test_without_it_the_same_disk_refuses_what_is_typed(tmp_path: Path) -> None:
    blocks, said, before, after, _is_done, size, is_whole = _typed_until_full(tmp_path, 0)

    assert (blocks, size) == ("0", "0")
    assert (said, after) == ("store.disk-full", "0")
    assert int(before) > 20
    assert is_whole == "True"


def test_it_is_made_once_and_whole(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, SIZE)

    made = [ballast.make(), ballast.make()]

    assert made == [True, True]
    assert ballast.path.stat().st_size == SIZE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no blocks and has no modes")
def test_it_holds_its_room_and_is_for_its_owner_only(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, SIZE)

    ballast.make()

    assert ballast.path.stat().st_blocks * 512 >= SIZE
    assert stat.S_IMODE(ballast.path.stat().st_mode) == 0o600


def test_one_that_a_kill_cut_off_is_made_anew(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, SIZE)
    ballast.path.write_bytes(b"half")

    assert not ballast.is_there
    assert not ballast.give_back()
    assert ballast.make()
    assert ballast.path.stat().st_size == SIZE


def test_a_disk_without_room_is_left_to_the_store(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, shutil.disk_usage(tmp_path).free)

    assert not ballast.make()
    assert list(tmp_path.iterdir()) == []


def test_of_size_nought_there_is_none(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, 0)

    assert (ballast.make(), ballast.give_back(), list(tmp_path.iterdir())) == (
        False,
        False,
        [],
    )


def test_a_folder_that_cannot_be_written_says_nothing(tmp_path: Path) -> None:
    assert not Ballast(tmp_path / "absent", SIZE).make()


def test_an_act_on_a_full_disk_is_refused_once_and_works_when_done_again(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, SIZE)
    ballast.make()
    database = Database(tmp_path / "store.db", ballast)
    with database.transaction() as connection:
        create_schema(connection)
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 4}"))

    with pytest.raises(KnownError) as first:
        _write(database, 200_000)
    with pytest.raises(KnownError) as second:
        _write(database, 200_000)

    database.close()
    assert first.value.message_id == "store.last-room"
    assert "again" in explain(first.value)
    assert second.value.message_id == "store.disk-full"
    assert database.is_on_last_room
    assert not ballast.path.exists()


def _write(database: Database, size: int) -> None:
    with database.transaction() as connection:
        connection.execute(insert(MetaRow), {"name": "much", "value": bytes(size)})
