"""Reading a file that the user named on the command line or in a picker."""

from pathlib import Path
from typing import Any

from desktop.errors import KnownError


def read_file(path: Path) -> bytes:
    """The bytes of the file. KnownError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnownError("cli.cannot-read", file=path.name) from error


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object of the file. KnownError when it is none."""
    import json  # brings more along than the first window should wait for

    try:
        value = json.loads(read_file(path))
    except (ValueError, RecursionError) as error:
        raise KnownError("cli.not-json", file=path.name) from error
    if not isinstance(value, dict):
        raise KnownError("cli.not-json", file=path.name)
    return value
