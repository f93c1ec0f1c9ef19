"""Reading a file that the user named on the command line or in a picker."""

from pathlib import Path
from typing import Any

from desktop.errors import KnownError

MAX_JSON = 64 * 1024 * 1024
"""Bytes of a response with its attachments."""
MAX_PARTS = 300_000
"""Objects, lists and members of a response: parsing more would take seconds before anything could
be judged. One of our largest form has some 20,000."""


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
    """The JSON object of the file. KnownErrors ``cli.not-json``, ``cli.too-large``."""
    import json  # brings more along than the first window should wait for

    data = read_file(path, MAX_JSON + 1)
    is_large = len(data) > MAX_JSON
    if is_large or sum(data.count(mark) for mark in (b"{", b"[", b",")) > MAX_PARTS:
        raise KnownError("cli.too-large", file=path.name, limit_mb=MAX_JSON // 1024 // 1024)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise KnownError("cli.not-json", file=path.name) from error
    if not isinstance(value, dict):
        raise KnownError("cli.not-json", file=path.name)
    return value
