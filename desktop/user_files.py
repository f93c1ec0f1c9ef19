"""Reading a file that the user named on the command line or in a picker."""

from pathlib import Path
from typing import Any

from desktop.errors import KnownError

MAX_JSON = 64 * 1024 * 1024
"""Bytes of a response with its attachments; what is cut off there is no JSON any more."""


def read_file(path: Path, at_most: int | None = None) -> bytes:
    """The bytes of the file, of a longer one the first ``at_most``. KnownError when unreadable."""
    try:
        if at_most is None:
            return path.read_bytes()
        with path.open("rb") as file:
            return file.read(at_most)
    except OSError as error:
        raise KnownError("cli.cannot-read", file=path.name) from error


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object of the file. KnownError when it is none, or above ``MAX_JSON`` bytes."""
    import json  # brings more along than the first window should wait for

    try:
        value = json.loads(read_file(path, MAX_JSON))
    except (ValueError, RecursionError) as error:
        raise KnownError("cli.not-json", file=path.name) from error
    if not isinstance(value, dict):
        raise KnownError("cli.not-json", file=path.name)
    return value
