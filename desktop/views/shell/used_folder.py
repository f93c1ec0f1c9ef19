"""Whether a folder holds something that has to be opened before anything new is made."""

from pathlib import Path


def is_used(folder: Path) -> bool:
    """Whether a store is expected in the folder: it holds a file, or cannot be looked into.

    Folders in it are the settings and logs of an installation that keeps all in one place. What
    is no folder at all is opened like a store, so that the sentence about it is shown.
    """
    try:
        if folder.is_dir():
            return any(entry.is_file() for entry in folder.iterdir())
        return folder.exists()
    except OSError:
        return True
