"""Room held back beside the store, given up to finish the last save when the disk is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from desktop.storage.store_folder import sync_folder

BALLAST_BYTES = 16 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024
_ROOM_TIMES = 2
"""The disk must have so many times the ballast free, else the room is left to the store."""


class Ballast:
    """A file that takes up real blocks. ``size`` 0: nothing is held back."""

    def __init__(self, folder: Path, size: int = BALLAST_BYTES) -> None:
        self.path = folder / "ballast"
        self._size = size

    @property
    def is_there(self) -> bool:
        """Whether the whole of it is held back."""
        try:
            return self._size > 0 and self.path.stat().st_size >= self._size
        except OSError:
            return False

    def make(self) -> bool:
        """Hold the room back where the disk has enough; returns whether it is held back.

        Nothing is said when it cannot be: a store without it works as one whose disk is full.
        """
        if self._size == 0 or self.is_there:
            return self.is_there
        try:
            self.path.unlink(missing_ok=True)  # one that a kill cut off half-way
            if shutil.disk_usage(self.path.parent).free < _ROOM_TIMES * self._size:
                return False
            self._write()
            sync_folder(self.path.parent)
        except OSError:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        return self.is_there

    def give_back(self) -> bool:
        """Free the room, durably; returns whether there was any."""
        if not self.is_there:
            return False
        try:
            self.path.unlink()
            sync_folder(self.path.parent)  # only then the file system hands the blocks out again
        except OSError:
            return False
        return True

    def _write(self) -> None:
        """Written with what does not compress: a hole in a file holds no room back."""
        piece = os.urandom(_PIECE_BYTES)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for at in range(0, self._size, _PIECE_BYTES):
                file.write(piece[: self._size - at])
            file.flush()
            os.fsync(file.fileno())
