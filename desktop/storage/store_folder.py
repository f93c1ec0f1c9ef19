"""The data folder: where the file is, who may read it, and that only one process uses it."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop.errors import KnownError
from desktop.storage.network_share import MOUNT_TABLE, is_network_share

_NOT_A_FOLDER = "store.folder-unusable"
_LEFTOVERS = "set-up-*"
_WITH_KEY = "-with-key"


class StoreFolder:
    """One data folder (mode 0700) with the store's file (0600) and its lock."""

    def __init__(self, path: Path, mount_table: Path = MOUNT_TABLE) -> None:
        self.path = path
        self.database = path / "store.db"
        self._mount_table = mount_table
        self._lock: BinaryIO | None = None

    def has_store(self) -> bool:
        """Whether the file is there; KnownError when the folder is no place for a store."""
        if is_network_share(self.path, self._mount_table):
            raise KnownError("store.network-share")
        try:
            if _is_there(self.path) and not self.path.is_dir():
                raise KnownError(_NOT_A_FOLDER)
            return _is_there(self.database)
        except OSError:
            raise KnownError(_NOT_A_FOLDER) from None

    def make(self) -> bool:
        """Make the folder if it is not there; returns whether it was made now."""
        try:
            is_new = not self.path.exists()
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if sys.platform != "win32":
                self.path.chmod(0o700)
        except PermissionError:
            raise KnownError("store.read-only") from None
        except OSError as error:
            raise KnownError(_reason(error)) from None
        return is_new

    def lock(self) -> None:
        """Take the folder for this process; KnownError ``store.in-use`` when another has it."""
        if self._lock is not None:
            return
        try:
            descriptor = os.open(self.path / "store.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise KnownError(_reason(error)) from None
        handle = os.fdopen(descriptor, "r+b", buffering=0)
        try:
            _lock_file(descriptor)
        except OSError:
            handle.close()
            raise KnownError("store.in-use") from None
        self._lock = handle

    def close_to_others(self) -> None:
        """Take from everybody else what a copy or a restore by hand may have given them.

        Folder 0700, files 0600. Left alone where they belong to another account: the system lets
        only the owner do that.
        """
        if sys.platform == "win32":
            return
        for path in (self.path, self.database, *self.path.glob("store.db-*")):
            with suppress(OSError):
                mode = stat.S_IMODE(path.stat().st_mode)
                if mode & 0o077:
                    path.chmod(mode & 0o700)

    def unlock(self) -> None:
        """Give the folder back; the operating system does it too when the process dies."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def remove_lock(self) -> None:
        """Give the folder back and leave no lock file: for a set-up that failed."""
        self.unlock()
        (self.path / "store.lock").unlink(missing_ok=True)

    def remove_if_empty(self) -> None:
        """Remove a folder that a failed set-up made."""
        if not any(self.path.iterdir()):
            self.path.rmdir()

    def unfinished(self, store_id: str, *, has_device_key: bool) -> Path:
        """The file that a set-up makes a store in; its name says what a kill would leave."""
        return self.path / f"set-up-{store_id}{_WITH_KEY if has_device_key else ''}.db"

    def put_in_place(self, made: Path) -> None:
        """Make a whole file the store, durably; KnownError when the disk refuses."""
        try:
            made.replace(self.database)
            sync_folder(self.path)
        except OSError as error:
            raise KnownError(_reason(error)) from None

    def has_leftovers(self) -> bool:
        """Whether a set-up is under way here, or was cut off."""
        return any(self.path.glob(_LEFTOVERS))

    def leftover_keys(self) -> tuple[str, ...]:
        """The ids of unfinished stores that may have a device key in the keyring."""
        marked = self.path.glob(f"set-up-*{_WITH_KEY}.db")
        return tuple(
            path.name.removeprefix("set-up-").removesuffix(f"{_WITH_KEY}.db") for path in marked
        )

    def clear_leftovers(self) -> None:
        """Remove what a set-up that was killed half-way left. Only while the lock is held."""
        for leftover in self.path.glob(_LEFTOVERS):
            leftover.unlink(missing_ok=True)


def create_private_file(path: Path) -> None:
    """An empty file of mode 0600 that was not there before; its WAL inherits the mode."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise KnownError(_reason(error)) from None


def _is_there(path: Path) -> bool:
    """As ``Path.exists``, which also says no, on Windows, of a name that no disk takes (and from
    Python 3.14 on of whatever cannot be asked): then a store would be offered anew. OSError."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def sync_folder(path: Path) -> None:
    """Make names in the folder durable (fsync(2): the file's own fsync does not)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "store.read-only"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "store.disk-full"
    return _NOT_A_FOLDER


def _lock_file(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
