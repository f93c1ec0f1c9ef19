"""Undo and redo of changes."""

from dataclasses import dataclass, field

from desktop.forms.answers import Answer
from desktop.forms.instances import ItemKey


@dataclass(frozen=True, slots=True)
class Step:
    """One answer before and after."""

    key: ItemKey
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True)
class Edit:
    """What one act changed: the answer itself first, then what came with it."""

    steps: tuple[Step, ...]

    def reversed(self) -> "Edit":
        """What takes it back; the answer itself stays first."""
        return Edit(tuple(Step(one.key, one.after, one.before) for one in self.steps))


@dataclass(slots=True)
class History:
    """Two stacks of edits; a new edit forgets what was undone."""

    _done: list[Edit] = field(default_factory=list)
    _undone: list[Edit] = field(default_factory=list)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit to bring back."""
        return bool(self._undone)

    def record(self, edit: Edit) -> None:
        """Remembers a new edit."""
        self._done.append(edit)
        self._undone.clear()

    def take_back(self) -> Edit | None:
        """The edit to undo, moved to the redo side."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def bring_back(self) -> Edit | None:
        """The edit to redo, moved to the undo side."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
