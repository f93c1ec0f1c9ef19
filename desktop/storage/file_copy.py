"""Copying one file to another disk: told step by step, synced, and read back from the medium."""

import errno
import hashlib
import os
from pathlib import Path

from desktop.errors import KnownError
from desktop.services.ports import Tell
from desktop.storage.store_folder import sync_folder

BLOCK_BYTES = 1 << 20
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def known_failure(error: OSError) -> KnownError:
    """The user's sentence for a backup folder that does not take what it is given."""
    if error.errno in _FULL:
        return KnownError("backup.disk-full")
    if error.errno in _READ_ONLY:
        return KnownError("backup.folder-read-only")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return KnownError("backup.folder-missing")
    return KnownError("backup.folder-gone")


def copy_file(source: Path, target: Path, tell: Tell, what: str) -> str:
    """Copy to a new file of mode 0600 and sync it; returns the SHA-256 in hexadecimal.

    Raises OSError, and what ``tell`` raises; the target is then for the caller to remove.
    """
    total, done, sums = source.stat().st_size, 0, hashlib.sha256()
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb", buffering=0) as writer, source.open("rb") as reader:
        tell(what, done, total)
        while block := reader.read(BLOCK_BYTES):
            sums.update(block)
            _write_all(writer.fileno(), block)
            done += len(block)
            tell(what, done, total)
        os.fsync(writer.fileno())
        _forget_cached(writer.fileno())
    return sums.hexdigest()


def sum_of_file(path: Path, tell: Tell, what: str) -> str:
    """The SHA-256 of a file as it is on its medium. Raises OSError, and what ``tell`` raises."""
    total, done, sums = path.stat().st_size, 0, hashlib.sha256()
    with path.open("rb", buffering=0) as reader:
        tell(what, done, total)
        while block := reader.read(BLOCK_BYTES):
            sums.update(block)
            done += len(block)
            tell(what, done, total)
    return sums.hexdigest()


def write_small(path: Path, content: bytes) -> None:
    """Replace a small file in one step (mode 0600), synced. Raises OSError."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        # a file object: on Windows a bare descriptor would write "\r\n" for each "\n"
        with os.fdopen(descriptor, "wb", buffering=0) as writer:
            _write_all(writer.fileno(), content)
            os.fsync(writer.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def sync_names(folder: Path) -> None:
    """As ``sync_folder``, where the folder's system knows it (some network shares do not)."""
    try:
        sync_folder(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _write_all(descriptor: int, block: bytes) -> None:
    """write(2) may take less than it is given, last of all on a disk that is full now."""
    rest = memoryview(block)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _forget_cached(descriptor: int) -> None:
    """What is read back then comes from the medium, where the system lets us ask for that."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
