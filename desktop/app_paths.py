"""Where the app keeps its files: data, settings and logs, each folder readable by its user only."""

import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

APP_NAME = "firstlight"
PRIVATE_FOLDER = 0o700


class AppPaths(NamedTuple):
    """The folders of one installation. ``data`` is a real store, ``demo`` the invented one."""

    data: Path
    demo: Path
    config: Path
    logs: Path


def app_paths(data_dir: Path | None = None) -> AppPaths:
    """The system's usual folders, or everything below ``data_dir`` when one is given."""
    if data_dir is not None:
        return AppPaths(data_dir, data_dir, data_dir / "settings", data_dir / "logs")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_NAME, appauthor=False, roaming=False)
    data = Path(dirs.user_data_dir)
    return AppPaths(
        data / "store", data / "demo", Path(dirs.user_config_dir), Path(dirs.user_log_dir)
    )


def private_folder(path: Path) -> Path:
    """The folder, made if missing, closed to other users of this computer."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if sys.platform != "win32":
        with suppress(OSError):  # of another account: only its owner may
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & 0o077:
                path.chmod(mode & PRIVATE_FOLDER)
    return path
