"""The folder that backups go to: its names, the small file beside each, and what is rotated away.

Names say store and time; nothing here says anything of a person.
"""

import re
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.errors import KnownError
from desktop.services.ports import Backup, BackupFacts
from desktop.storage.codec import decode, encode
from desktop.storage.file_copy import known_failure, sync_names, write_small

DAYS_KEPT = 14
SPARE_BYTES = 1 << 20
"""Room for the small files beside the copy."""
UNFINISHED = ".unfinished"
_NAME = re.compile(r"firstlight-([0-9a-f]{8})-(\d{8}T\d{6}Z)\.backup")
_TIME = "%Y%m%dT%H%M%SZ"
_SHORT = 8


def backup_name(store_id: str, made_at: datetime) -> str:
    """``firstlight-3fa9c2d1-20260314T140500Z.backup``: which store, when in UTC."""
    return f"firstlight-{store_id[:_SHORT]}-{made_at.astimezone(UTC).strftime(_TIME)}.backup"


def facts_path(backup: Path) -> Path:
    """The small readable file beside a backup."""
    return backup.with_suffix(".json")


def prepare_folder(folder: Path, data_dir: Path) -> None:
    """Make the folder when only its last part is missing (mode 0700), and try to write there.

    KnownErrors ``backup.folder-is-data``, ``backup.folder-missing``, ``backup.folder-read-only``,
    ``backup.disk-full``.
    """
    if not folder.is_absolute():
        raise KnownError("backup.folder-missing")
    try:
        place, data = folder.resolve(), data_dir.resolve()
        if place == data or data in place.parents:
            raise KnownError("backup.folder-is-data")
        if not place.is_dir():
            if place.exists() or not place.parent.is_dir():
                raise KnownError("backup.folder-missing")
            place.mkdir(mode=0o700)
        probe = place / f"firstlight{UNFINISHED}"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        raise known_failure(error) from None


def need_room(folder: Path, size_bytes: int) -> None:
    """KnownError ``backup.disk-full`` when a copy of that size does not fit there."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise known_failure(error) from None
    if free < size_bytes + SPARE_BYTES:
        raise KnownError("backup.disk-full")


def clear_unfinished(folder: Path, store_id: str) -> None:
    """Remove what backups of this store that were cut off left behind."""
    for left in folder.glob(f"firstlight-{store_id[:_SHORT]}-*{UNFINISHED}"):
        left.unlink(missing_ok=True)


def read_backups(folder: Path, store_id: str | None = None) -> tuple[Backup, ...]:
    """The backups of this store (None: of every one), newest first; none without the folder."""
    found = []
    try:
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match is not None and (store_id is None or match[1] == store_id[:_SHORT]):
                found.append(read_backup(path))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True))


def read_backup(path: Path) -> Backup:
    """One backup with its facts. KnownErrors ``backup.unreadable``, ``backup.facts-damaged``."""
    match = _NAME.fullmatch(path.name)
    try:
        status = path.stat()
        made_at = datetime.fromtimestamp(status.st_mtime, UTC)
    except OSError:
        raise KnownError("backup.unreadable", file=path.name) from None
    if match is not None:
        made_at = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
    facts = read_facts_of(path)
    return Backup(path, facts.made_at if facts else made_at, status.st_size, facts)


def read_facts_of(backup: Path) -> BackupFacts | None:
    """The facts beside a backup; None when there are none or they are not readable."""
    try:
        return decode(facts_path(backup).read_bytes(), BackupFacts)
    except (OSError, KnownError):
        return None


def write_facts(backup: Path, facts: BackupFacts) -> None:
    """Put the facts beside a backup in one step. Raises OSError."""
    write_small(facts_path(backup), encode(facts))


def surplus(backups: Sequence[Backup], newest: Path) -> tuple[Backup, ...]:
    """What goes when ``newest`` was made and checked: all but the last of each of 14 days.

    ``newest`` always stays, also where a clock that ran backwards makes it look old, and so does
    the newest that somebody's keys opened: of the others no tag was ever checked.
    """
    in_order = sorted(backups, key=lambda each: (each.made_at, each.path.name))
    last_of_day: dict[date, Backup] = {}
    for backup in in_order:
        last_of_day[backup.made_at.astimezone(UTC).date()] = backup
    kept = [last_of_day[day] for day in sorted(last_of_day, reverse=True)[:DAYS_KEPT]]
    opened = [each.path for each in in_order if each.facts is not None and each.facts.opened]
    paths = {backup.path for backup in kept} | {newest, *opened[-1:]}
    return tuple(backup for backup in backups if backup.path not in paths)


def rotate(folder: Path, store_id: str, newest: Path) -> tuple[str, ...]:
    """Remove the surplus; returns the names. Whatever cannot be removed simply stays."""
    removed = []
    for backup in surplus(read_backups(folder, store_id), newest):
        try:
            backup.path.unlink()
            facts_path(backup.path).unlink(missing_ok=True)
        except OSError:
            continue
        removed.append(backup.path.name)
    if removed:
        sync_names(folder)
    return tuple(removed)
