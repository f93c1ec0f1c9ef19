"""What changed of the packed summaries since the store was opened: ids and numbers, no content."""

from collections.abc import Callable, Iterable

from desktop.records.ids import PersonId


class CaseloadNews:
    """Shared by all sessions of one open store, so that a list is renewed where it changed.

    Every change of a summary, or of a record that one is made of, is noted here once it is on
    disk; the file is asked only for what nobody noted yet.
    """

    def __init__(self) -> None:
        self._stale: set[PersonId] | None = None
        self._written: dict[int, int] = {}
        self.now = 0
        """Grows with each change of a block."""

    def stale(self, read: Callable[[], Iterable[PersonId]]) -> frozenset[PersonId]:
        """Everyone without a current summary; ``read`` asks the file where that is not known."""
        if self._stale is None:
            self._stale = set(read())
        return frozenset(self._stale)

    def note_stale(self, person_id: PersonId) -> None:
        """A person is new, or one of the person's records changed."""
        if self._stale is not None:
            self._stale.add(person_id)

    def note_written(self, blocks: Iterable[int], people: Iterable[PersonId]) -> None:
        """Blocks were written anew, and hold current summaries of these people."""
        self._note(blocks)
        if self._stale is not None:
            self._stale.difference_update(people)

    def note_destroyed(self, blocks: Iterable[int]) -> None:
        """Blocks are gone; who was in them is to be asked of the file."""
        self._note(blocks)
        self._stale = None

    def written_since(self, then: int) -> tuple[int, ...]:
        """Blocks that changed after :attr:`now` was ``then``."""
        return tuple(sorted(block for block, at in self._written.items() if at > then))

    def _note(self, blocks: Iterable[int]) -> None:
        self.now += 1
        self._written.update(dict.fromkeys(blocks, self.now))
