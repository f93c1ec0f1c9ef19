"""Folders in the data folder that are used for a moment and never outlive their use for long."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from desktop.errors import KnownError

SNAPSHOT, DRILL, RESTORE = "backup-in-the-making", "drill-in-the-making", "restore-in-the-making"
DESTROY = "being-destroyed"
"""What was a whole store: not in the list any more, and its files go."""
_BLOCK = bytes(1 << 20)


def make_private(folder: Path) -> Path:
    """An empty folder of mode 0700; what a process that was killed left there goes.

    KnownErrors ``backup.no-room-here``, ``store.read-only``.
    """
    rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise here_failed(error) from None
    return folder


def here_failed(error: OSError) -> KnownError:
    """The user's sentence for the store's own disk."""
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return KnownError("backup.no-room-here" if is_full else "store.read-only")


@contextmanager
def private_folder(folder: Path) -> Iterator[Path]:
    """As above, removed again at the end."""
    make_private(folder)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


def clear_left(data_dir: Path) -> None:
    """Remove what a killed process left. Only while the lock of the data folder is held."""
    for name in (SNAPSHOT, DRILL, RESTORE):
        for left in data_dir.glob(f"{name}*"):
            rmtree(left, ignore_errors=True)
    for left in data_dir.glob(f"{DESTROY}*"):
        wipe_folder(left)


def wipe_folder(folder: Path) -> None:
    """Overwrite what is in it once, then remove it; what cannot be stays for the next start.

    A file with a second name is left as it is: that may be the store in use. Where a disk writes
    elsewhere in place of over what was there (flash, copy on write), older blocks outlive this.
    """
    for path in folder.rglob("*"):
        with suppress(OSError):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_nlink == 1:
                _overwrite(path, status.st_size)
    rmtree(folder, ignore_errors=True)


def _overwrite(path: Path, size: int) -> None:
    with path.open("r+b", buffering=0) as writer:
        for at in range(0, size, len(_BLOCK)):
            writer.write(_BLOCK[: size - at])
        os.fsync(writer.fileno())
