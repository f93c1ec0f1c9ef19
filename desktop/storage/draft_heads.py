"""How far each draft's journal has come: a cache of numbers and hashes, no content."""

from collections.abc import Iterable

import msgspec

from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import DraftRef
from desktop.storage.crypto.seal_line import SealLine


class DraftHead(msgspec.Struct, frozen=True):
    """The last row of a draft (``seq`` 0: none) and the signed revision it amends, if any.

    ``position`` is where it lies in the journal, or the one before where the first row will.

    A struct, because one is made at each keystroke: a frozen dataclass sets its fields in Python.
    """

    seq: int
    position: int
    last_hash: bytes
    amends: int | None
    line: SealLine | None = None
    """What its rows have in common, once one was sealed."""


class DraftHeads:
    """Shared by all sessions of one open store, so that none trusts a stale head."""

    def __init__(self) -> None:
        self._heads: dict[tuple[PersonId, RecordId, int], DraftHead] = {}

    def take(self, draft: DraftRef) -> DraftHead | None:
        """The known head, or None; forgotten until :meth:`keep`, so until a row is on disk."""
        return self._heads.pop((draft.person_id, draft.record_id, draft.base), None)

    def keep(self, draft: DraftRef, head: DraftHead) -> None:
        """Remember after a row was written or the head was read."""
        self._heads[draft.person_id, draft.record_id, draft.base] = head

    def forget_all(self, record_ids: Iterable[str]) -> None:
        """The same for several."""
        for record_id in record_ids:
            self.forget(RecordId(record_id))

    def forget(self, record_id: RecordId) -> None:
        """Read anew next time: the record was saved, signed or its draft discarded."""
        for place in [known for known in self._heads if known[1] == record_id]:
            del self._heads[place]
