"""A keyring in a file, so that what one process kept is there for the next."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def _nothing(_name: str) -> None:
    pass


@dataclass
class FileKeyring:
    """Keeps entries in a JSON file; ``after_set`` is told the name of each one that was kept."""

    path: Path
    after_set: Callable[[str], None] = _nothing

    @property
    def entries(self) -> dict[str, str]:
        """Everything kept now."""
        if not self.path.exists():
            return {}
        kept: dict[str, str] = json.loads(self.path.read_text())
        return kept

    def get(self, name: str) -> str | None:
        """The kept value or None."""
        return self.entries.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep or replace."""
        self.path.write_text(json.dumps({**self.entries, name: value}))
        self.after_set(name)

    def delete(self, name: str) -> None:
        """Remove; quietly when there is none."""
        entries = self.entries
        entries.pop(name, None)
        self.path.write_text(json.dumps(entries))
