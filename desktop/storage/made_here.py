"""Folders in the data folder that are used for a moment and never outlive their use for long."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from desktop.errors import KnownError

SNAPSHOT, DRILL, RESTORE = "backup-in-the-making", "drill-in-the-making", "restore-in-the-making"


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
