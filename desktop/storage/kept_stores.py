"""What restores moved aside: whole older stores, until somebody destroys them or they are old.

They hold the keys of whoever was erased since, so they go like backups do.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.services.ports import KeptStore
from desktop.storage.made_here import DESTROY, here_failed, wipe_folder
from desktop.storage.store_folder import sync_folder

DAYS_KEPT = 14
_NAME = re.compile(r"before-restore-(\d{8}T\d{6}Z)-\d+")
_TIME = "%Y%m%dT%H%M%SZ"


def new_kept_folder(data_dir: Path, clock: Clock) -> Path:
    """Make the folder for what is moved aside now: ``before-restore-TIME-N``, mode 0700."""
    stamp = clock.now().astimezone(UTC).strftime(_TIME)
    number = 1
    while (kept := data_dir / f"before-restore-{stamp}-{number}").exists():
        number += 1
    kept.mkdir(mode=0o700)
    return kept


def kept_stores(data_dir: Path) -> tuple[KeptStore, ...]:
    """What is kept, newest first; none when the folder cannot be looked into."""
    found = []
    try:
        for path in data_dir.iterdir():
            match = _NAME.fullmatch(path.name)
            if match is not None and path.is_dir():
                at = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                found.append(KeptStore(path.name, at, _size_of(path)))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda kept: (kept.moved_at, kept.name), reverse=True))


def destroy_kept(data_dir: Path, name: str) -> None:
    """Take it out of the list in one step, then overwrite and remove its files.

    Cut off after that step the next start goes on. KnownErrors ``kept.gone``, ``store.read-only``.
    """
    if _NAME.fullmatch(name) is None or not (data_dir / name).is_dir():
        raise KnownError("kept.gone")
    going = data_dir / f"{DESTROY}-{name}"
    try:
        (data_dir / name).rename(going)
        sync_folder(data_dir)
    except OSError as error:
        raise here_failed(error) from None
    wipe_folder(going)


def expire_kept(data_dir: Path, now: datetime) -> Sequence[str]:
    """Destroy what is kept for more than 14 days; returns the names. The rest simply stays."""
    gone = []
    for kept in kept_stores(data_dir):
        if now - kept.moved_at <= timedelta(days=DAYS_KEPT):
            continue
        try:
            destroy_kept(data_dir, kept.name)
        except KnownError:
            continue
        gone.append(kept.name)
    return gone


def _size_of(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
