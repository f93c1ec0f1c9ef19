"""A set-up that was not finished: the whole store beside its place."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from desktop.storage.crypto.site_secret import SiteSecret


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The file, its site secret, and what takes both away again."""

    path: Path
    secret: SiteSecret = field(repr=False)
    undo: ExitStack
