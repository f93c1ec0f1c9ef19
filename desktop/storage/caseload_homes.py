"""In which block each person's summary is, and where a new person's goes."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from desktop.records.ids import PersonId


class CaseloadHomes:
    """What the index says, without those who are not in the block that it names."""

    def __init__(
        self, index: Iterable[tuple[str, int]], blocks: Mapping[int, Container[PersonId]]
    ) -> None:
        rows = [(PersonId(person), block) for person, block in index]
        self._homes = {who: block for who, block in rows if who in blocks.get(block, ())}
        self.strays = [who for who, _ in rows if who not in self._homes]
        """Left behind by damage."""
        self._sizes = Counter(self._homes.values())
        self._last = max(self._sizes, default=1)

    def home_of(self, person_id: PersonId, at_most: int) -> int:
        """The person's block; a new person goes to the last one, or the next at ``at_most``."""
        if person_id not in self._homes:
            self._last += self._sizes[self._last] >= at_most
            self._homes[person_id] = self._last
            self._sizes[self._last] += 1
        return self._homes[person_id]
