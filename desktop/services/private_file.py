"""Write a file that the user asked for: for its owner only, whole or not at all."""

import os
from pathlib import Path

from desktop.errors import KnownError


def write_private(path: Path, content: bytes, failed: str = "packet.file-not-written") -> None:
    """Mode 0600 from the first byte; KnownError ``failed`` when the disk refuses."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError:
        raise KnownError(failed) from None
