"""Checking the audit trail without a key: what was edited, taken out, moved, put in or cut off."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from desktop.services.ports import StoreProblem
from desktop.storage.crypto.audit_chain import (
    GENESIS,
    ChainHead,
    ChainPlace,
    is_checkpoint_of,
    next_hash,
    read_checkpoint,
)
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import AuditCheckpointRow, AuditRow

_MOVED_TRIED = 64
"""For so many entries that do not fit it is looked whether they fit at another number."""


class _Entry(NamedTuple):
    number: int
    previous_hash: bytes
    sealed: bytes
    entry_hash: bytes

    def fits(self, place: ChainPlace, number: int) -> bool:
        """Whether this is what was chained under ``number``."""
        return next_hash(place, number, self.previous_hash, self.sealed) == self.entry_hash


def audit_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """One problem for each place where the chain, a checkpoint or an anchor does not hold."""
    place = store.chain.place
    query = (
        select(AuditRow.number, AuditRow.previous_hash, AuditRow.sealed, AuditRow.entry_hash)
        .where(AuditRow.workstation_id == place.workstation)
        .order_by(AuditRow.number)
    )
    entries = [_Entry(*row) for row in connection.execute(query)]
    broken = list(_broken(place, entries))
    for number, message_id in broken:
        yield StoreProblem(_where(place, number), message_id)
    heads: list[ChainHead] = []
    rows = select(AuditCheckpointRow.number, AuditCheckpointRow.body).where(
        AuditCheckpointRow.workstation_id == place.workstation
    )
    for number, body in connection.execute(rows.order_by(AuditCheckpointRow.number)):
        found = _signed_head(store, number, body)
        if isinstance(found, ChainHead):
            heads.append(found)
        else:
            yield StoreProblem(f"audit_checkpoints/{number}", found)
    hashes = {one.number: one.entry_hash for one in entries}
    yield from _against_heads(place, hashes, heads, is_broken=bool(broken))
    missed = store.watch.missed
    if missed is not None:
        yield StoreProblem(_where(place, missed.count), "verify.rolled-back")


def _broken(place: ChainPlace, entries: Sequence[_Entry]) -> Iterator[tuple[int, str]]:
    """What is wrong within the chain, each place once; the end is for the checkpoints."""
    previous: bytes | None = GENESIS
    expected, tried = 1, 0
    for entry in entries:
        if entry.number > expected:
            yield expected, "verify.audit-missing"
            previous = None  # what it should follow is gone
        if entry.fits(place, entry.number):
            if previous is not None and entry.previous_hash != previous:
                yield entry.number, "verify.audit-spliced"
            previous = entry.entry_hash
        else:
            tried += 1
            is_moved = tried <= _MOVED_TRIED and any(
                entry.fits(place, other.number) for other in entries
            )
            yield entry.number, "verify.audit-moved" if is_moved else "verify.audit-edited"
            previous = None if is_moved else entry.entry_hash
        expected = entry.number + 1


def _signed_head(store: OpenedStore, number: int, body: bytes) -> ChainHead | str:
    """What a checkpoint says, or the sentence about why it says nothing."""
    place = store.chain.place
    try:
        head = read_checkpoint(body, store.trust, place).head
    except NotTrusted:
        return "verify.checkpoint-stranger"
    except Damaged:
        is_signature = is_checkpoint_of(body, place)
        return "verify.checkpoint-signature" if is_signature else "verify.checkpoint"
    return head if head.count == number else "verify.checkpoint"


def _against_heads(
    place: ChainPlace,
    hashes: Mapping[int, bytes],
    heads: Sequence[ChainHead],
    *,
    is_broken: bool,
) -> Iterator[StoreProblem]:
    """Whether the chain is still what was signed for: its end once, its inside once.

    A place where the chain itself is broken is named already, and hashes follow from it.
    """
    last = max(hashes, default=0)
    cut = [head for head in heads if head.count > last]
    if cut:
        yield StoreProblem(_where(place, last + 1), "verify.audit-cut")
    changed = [head for head in heads if hashes.get(head.count, head.head_hash) != head.head_hash]
    if changed and not is_broken:
        yield StoreProblem(_where(place, changed[0].count), "verify.audit-rewritten")


def _where(place: ChainPlace, number: int) -> str:
    return f"audit/{place.workstation}/{number}"
