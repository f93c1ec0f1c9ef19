"""Where the files of ``resources/`` are: beside the package, or inside it when installed."""

from pathlib import Path

from desktop.errors import BugError


def resources_dir() -> Path:
    """The folder that holds instruments, directory, messages and translations."""
    package = Path(__file__).resolve().parent
    for candidate in (package.parent / "resources", package / "resources"):
        if candidate.is_dir():
            return candidate
    raise BugError("the resources folder is missing from this installation")
