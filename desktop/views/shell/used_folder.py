"""Whether a folder holds something that has to be opened before anything new is made."""

import stat
from pathlib import Path


def is_used(folder: Path) -> bool:
    """Whether a store is expected in the folder: it holds a file, or cannot be looked into.

    Folders in it are the settings and logs of an installation that keeps all in one place. What
    is no folder at all is opened like a store, so that the sentence about it is shown. Asked by
    ``stat``: ``Path.exists`` says no on Windows of a name that no disk takes, and from Python
    3.14 on of all that cannot be asked.
    """
    try:
        if stat.S_ISDIR(folder.stat().st_mode):
            return any(entry.is_file() for entry in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
