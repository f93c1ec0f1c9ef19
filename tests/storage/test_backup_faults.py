"""kill -9, a full disk and a read-only drive: store and older backups stay whole."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.clock import SystemClock
from desktop.services.ports import Backup, tell_nobody
from desktop.storage.backup_folder import read_backups
from desktop.storage.restore import restore_store
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up, fill, fill_more
from tests.support.store_fixture import MadeStore

ROOT = Path(__file__).parents[2]


def run_and_kill(act: str, data_dir: Path, other: Path, after_lines: int) -> None:
    """Start the child, kill it after it said so many steps."""
    words = [sys.executable, "-m", "tests.storage.backup_child", act, str(data_dir), str(other)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        for _ in range(after_lines):
            assert child.stdout.readline()
        child.kill()


def whole_backups(made: MadeStore, folder: Path, scratch: Path) -> tuple[Backup, ...]:
    """The backups in a folder, each of which was restored to see that it is whole."""
    store_id = next(folder.glob("*.backup")).name.split("-")[1]
    found = read_backups(folder, store_id)
    for number, backup in enumerate(found):
        restored = restore_store(backup.path, scratch / f"{number}", made.clock, tell_nobody)
        assert restored.report.is_whole
    return found


def _backups_survive_kills(made: MadeStore, tmp_path: Path, runs: int) -> None:
    fill(made)
    fill_more(made, 2)
    folder = tmp_path / "usb"
    first = back_up(made.gate.backups(), folder).backup
    made.gate.close()
    for run in range(runs):
        run_and_kill("backup", made.data_dir, folder, after_lines=1 + run * 5 % 31)

        assert verify_store(made.data_dir).is_whole
        found = whole_backups(made, folder, tmp_path / f"scratch-{run}")
        assert first.path in {backup.path for backup in found}
    made.reopen()
    assert not list(made.data_dir.glob("*in-the-making*"))
    back_up(made.gate.backups(), folder)
    assert not list(folder.glob("*.unfinished"))


def test_store_and_backups_survive_3_kills_in_a_backup(made: MadeStore, tmp_path: Path) -> None:
    _backups_survive_kills(made, tmp_path, 3)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_store_and_backups_survive_40_kills_in_a_backup(made: MadeStore, tmp_path: Path) -> None:
    _backups_survive_kills(made, tmp_path, 40)


def _the_store_survives_kills_in_a_restore(made: MadeStore, tmp_path: Path, runs: int) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup
    made.gate.close()
    for run in range(runs):
        run_and_kill("restore", made.data_dir, backup.path, after_lines=1 + run * 3 % 37)

        assert verify_store(made.data_dir).is_whole
        for aside in made.data_dir.glob("before-restore-*"):
            assert verify_store(aside).is_whole
    made.reopen()
    assert not list(made.data_dir.glob("*in-the-making*"))


def test_there_is_a_whole_store_after_3_kills_in_a_restore(made: MadeStore, tmp_path: Path) -> None:
    _the_store_survives_kills_in_a_restore(made, tmp_path, 3)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_there_is_a_whole_store_after_40_kills_in_a_restore(
    made: MadeStore, tmp_path: Path
) -> None:
    _the_store_survives_kills_in_a_restore(made, tmp_path, 40)


ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from desktop.errors import KnownError
from desktop.clock import SystemClock
from desktop.services.ports import tell_nobody
from desktop.storage.gate import open_gate
from desktop.storage.restore import restore_store
from tests.storage.backing_up import back_up
from tests.support.fake_clock import CountingIds
from tests.support.store_fixture import CHEAP_KDF
act, data_dir, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
try:
    if act == "restore":
        restore_store(other, data_dir, SystemClock(), tell_nobody)
    else:
        if act == "unmeasured":
            from desktop.storage import backup_run
            backup_run.need_room = lambda folder, size: None
        gate = open_gate(data_dir, SystemClock(), CountingIds(), kdf=CHEAP_KDF)
        back_up(gate.backups(), other)
    print("done")
except KnownError as error:
    print(error.message_id)
print(*sorted(path.name for path in (data_dir if act == "restore" else other).iterdir()))
"""
IN_A_MOUNT = 'mount -t tmpfs -o {options} none "$1" && shift && exec "$@"'


@pytest.fixture
def own_mounts() -> None:
    """Skip where this account may not make mounts of its own (needs user namespaces)."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-Urm", "true"], check=False).returncode != 0:
        pytest.skip("unshare(1) is not allowed here")


def on_a_mount(folder: Path, options: str, act: str, data_dir: Path, other: Path) -> list[str]:
    """What a child says to which ``folder`` is a small or read-only disk of its own."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", IN_A_MOUNT.format(options=options), "sh", str(folder),
         sys.executable, "-c", ON_A_SMALL_DISK, act, str(data_dir), str(other)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.usefixtures("own_mounts")
@pytest.mark.parametrize("act", ["backup", "unmeasured"])
def test_a_full_drive_is_named_and_gets_no_half_backup(
    made: MadeStore, tmp_path: Path, act: str
) -> None:
    fill(made)
    fill_more(made, 2)
    made.gate.close()

    said = on_a_mount(tmp_path / "usb", "size=1m", act, made.data_dir, tmp_path / "usb")

    assert said == ["backup.disk-full"]
    assert verify_store(made.data_dir).is_whole


@pytest.mark.usefixtures("own_mounts")
def test_a_read_only_drive_is_named(made: MadeStore, tmp_path: Path) -> None:
    made.gate.close()

    said = on_a_mount(tmp_path / "usb", "ro", "backup", made.data_dir, tmp_path / "usb")

    assert said == ["backup.folder-read-only"]


@pytest.mark.usefixtures("own_mounts")
def test_a_restore_onto_a_full_disk_leaves_nothing(made: MadeStore, tmp_path: Path) -> None:
    fill_more(made, 2)
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup
    target = tmp_path / "new"

    said = on_a_mount(target, "size=1m", "restore", target, backup.path)

    assert said == ["backup.no-room-here", "store.lock"]


def test_a_restore_again_after_a_kill_works(made: MadeStore, tmp_path: Path) -> None:
    fill(made)
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup
    made.gate.close()
    run_and_kill("restore", made.data_dir, backup.path, after_lines=2)

    restored = restore_store(backup.path, made.data_dir, SystemClock(), tell_nobody)

    assert restored.report.is_whole
