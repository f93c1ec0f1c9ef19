"""A full, failing or read-only disk: one clear sentence, nothing half-done, nothing lost."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text

from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.storage.engine import PRAGMAS, Database
from desktop.storage.schema import MetaRow
from desktop.storage.store_folder import StoreFolder
from desktop.storage.structure import create_schema
from tests.support.store_fixture import SPECIALIST, copy_store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty store file."""
    opened = Database(tmp_path / "store.db")
    with opened.transaction() as connection:
        create_schema(connection)
    yield opened
    opened.close()


def _write(database: Database, name: str, size: int) -> None:
    with database.transaction() as connection:
        connection.execute(insert(MetaRow), {"name": name, "value": bytes(size)})


def _count(database: Database) -> int:
    with database.transaction() as connection:
        return connection.execute(select(func.count()).select_from(MetaRow)).scalar_one()


def test_every_setting_that_durability_rests_on_reads_back(database: Database) -> None:
    with database.transaction() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar() for name, _, _ in PRAGMAS
        }

    assert found == {name: expected for name, _, expected in PRAGMAS}


def test_a_full_disk_is_named_and_what_was_saved_before_stays(database: Database) -> None:
    _write(database, "before", 100)
    with database.transaction() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 4}"))

    with pytest.raises(KnownError) as caught:
        _write(database, "too much", 200_000)
    _write(database, "small", 10)

    assert caught.value.message_id == "store.disk-full"
    assert "safe" in explain(caught.value)
    assert _count(database) == 2


def test_an_error_of_ours_names_no_value_of_the_statement(database: Database) -> None:
    _write(database, "a secret name", 10)

    with pytest.raises(BugError) as caught:
        _write(database, "a secret name", 10)

    assert "a secret name" not in str(caught.value) + repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_closed_file_is_not_opened_again_by_accident(database: Database) -> None:
    database.close()

    with pytest.raises(BugError):
        _write(database, "late", 10)


FAILING = """
import resource, sys
from pathlib import Path
from desktop.errors import KnownError
from desktop.storage.engine import Database
from sqlalchemy import insert
from desktop.storage.schema import MetaRow
from desktop.storage.structure import create_schema
database = Database(Path(sys.argv[1]))
with database.transaction() as connection:
    create_schema(connection)
def write(name, size):
    try:
        with database.transaction() as connection:
            connection.execute(insert(MetaRow), {"name": name, "value": bytes(size)})
        print("saved")
    except KnownError as error:
        print(error.message_id)
write("before", 10)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
write("fails", 400_000)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
write("after", 10)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_after_a_failed_write_nothing_is_tried_again_and_the_file_reopens_whole(
    tmp_path: Path,
) -> None:
    file = tmp_path / "store.db"

    done = subprocess.run(
        [sys.executable, "-c", FAILING, str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    reopened = Database(file)

    assert done.stdout.split() == ["saved", "store.disk-failed", "store.disk-failed"]
    assert _count(reopened) == 1
    reopened.close()


READ_ONLY = """
import sys
from pathlib import Path
from desktop.clock import RandomIds, SystemClock
from desktop.errors import KnownError
from desktop.storage.gate import open_gate
from tests.support.store_fixture import CHEAP_KDF, wanted_set_up
for folder in sys.argv[1:]:
    gate = open_gate(Path(folder), SystemClock(), RandomIds(), kdf=CHEAP_KDF)
    try:
        gate.set_up(wanted_set_up())
        print("made")
    except KnownError as error:
        print(error.message_id)
    gate.close()
"""
IN_A_MOUNT = 'mount -t tmpfs -o {options} none "$1" && shift && exec "$@"'


def _set_up_on_mount(folder: Path, options: str, *targets: Path) -> list[str]:
    """Try a set-up in a child process to which ``folder`` is a mount of its own."""
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", IN_A_MOUNT.format(options=options), "sh", str(folder),
         sys.executable, "-c", READ_ONLY, *map(str, targets)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return done.stdout.split()


@pytest.fixture
def own_mounts() -> None:
    """Skip where this account may not make mounts of its own (needs user namespaces)."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-Urm", "true"], check=False).returncode != 0:
        pytest.skip("unshare(1) is not allowed here")


@pytest.mark.usefixtures("own_mounts")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    assert _set_up_on_mount(tmp_path, "ro", tmp_path, tmp_path / "new") == ["store.read-only"] * 2


@pytest.mark.usefixtures("own_mounts")
def test_a_set_up_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    said = _set_up_on_mount(tmp_path, "size=64k", folder)

    assert said == ["store.disk-full"]


@pytest.mark.usefixtures("own_mounts")
def test_typing_on_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    made = copy_store(tmp_path / "data")
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()
    small = tmp_path / "small"
    small.mkdir()

    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", IN_A_MOUNT.format(options="size=1m"), "sh", str(small),
         sys.executable, "-m", "tests.storage.filling_writer", str(made.data_dir), str(small),
         person, "f" * 32],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip

    saved, said, after, is_whole = done.stdout.split()
    assert int(saved) > 20
    assert (said, after, is_whole) == ("store.disk-full", "3", "True")


@pytest.mark.skipif(sys.platform == "win32", reason="reads Linux's table of mounts")
def test_a_folder_on_a_network_drive_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    share = tmp_path / "share with space"
    share.mkdir()
    escaped = str(share).replace(" ", "\\040")
    table.write_text(
        "22 1 254:1 / / rw - ext4 /dev/vda rw\n"
        f"90 22 0:50 / {escaped} rw,relatime shared:1 - nfs4 server:/export rw\n"
    )

    with pytest.raises(KnownError) as caught:
        StoreFolder(share / "data", table).has_store()

    assert caught.value.message_id == "store.network-share"
    assert not StoreFolder(tmp_path / "local", table).has_store()


def test_a_transaction_that_cannot_begin_is_a_fault_of_ours_without_values(
    database: Database,
) -> None:
    database._raw().execute("BEGIN")

    with pytest.raises(BugError) as caught, database.transaction():
        pass

    assert "OperationalError" in str(caught.value)
