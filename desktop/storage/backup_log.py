"""What was tried with backups, beside the store: times and numbers only, and easily done without.

Not in the store: it has to be read when the folder of the backups is away, and it says nothing
that anybody must be able to trust.
"""

import logging
from pathlib import Path

from desktop.errors import KnownError
from desktop.services.ports import BackupLog, BackupTry
from desktop.storage.codec import decode, encode
from desktop.storage.file_copy import write_small

KEPT = 30

log = logging.getLogger("firstlight.backup")


def read_backup_log(data_dir: Path) -> BackupLog:
    """The log; an empty one when there is none or it is not readable."""
    try:
        return decode(_path(data_dir).read_bytes(), BackupLog)
    except (OSError, KnownError):
        return BackupLog()


def add_to_backup_log(data_dir: Path, tried: BackupTry) -> None:
    """Remember one more try; a disk that does not take it loses this line only."""
    before = read_backup_log(data_dir)
    last_good = tried if tried.is_good else before.last_good
    failing_since = None if tried.is_good else before.failing_since or tried.at
    kept = BackupLog((tried, *before.tries)[:KEPT], last_good, failing_since)
    try:
        write_small(_path(data_dir), encode(kept))
    except OSError as error:
        log.warning("the backup log was not kept", exc_info=error)


def _path(data_dir: Path) -> Path:
    return data_dir / "backups.json"
