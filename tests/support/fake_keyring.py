"""A keyring in memory that can be locked, or forget what it is given, or refuse to work."""

from dataclasses import dataclass, field

from desktop.errors import KnownError


@dataclass
class FakeKeyring:
    """Keeps entries in a dictionary; ``is_locked`` and ``is_null`` play the two bad kinds."""

    entries: dict[str, str] = field(default_factory=dict, repr=False)
    is_locked: bool = False
    is_null: bool = False

    def get(self, name: str) -> str | None:
        """The kept value or None."""
        self._refuse_when_locked()
        return self.entries.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep, unless this keyring is the kind that keeps nothing."""
        self._refuse_when_locked()
        if not self.is_null:
            self.entries[name] = value

    def delete(self, name: str) -> None:
        """Remove; quietly when there is none."""
        self._refuse_when_locked()
        self.entries.pop(name, None)

    def _refuse_when_locked(self) -> None:
        if self.is_locked:
            raise KnownError("keyring.locked")
