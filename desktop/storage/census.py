"""The store against what signed checkpoints saw of it: what was taken out at the newest end.

Each checkpoint of the audit trail holds the newest revision of every record saved since the one
before, and of each log of signed papers its length and a hash over it.
What was saved since the last checkpoint is in none yet: that is the window.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Integer, column, func, select

from desktop.errors import KnownError
from desktop.services.ports import StoreProblem
from desktop.storage.crypto.audit_chain import Checkpoint, read_checkpoint
from desktop.storage.crypto.census import LOG, NOTHING, Census, RecordHead, gap_mark
from desktop.storage.crypto.hashing import digest
from desktop.storage.log_heads import log_ends, log_hashes, log_length
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import AuditCheckpointRow, RevisionRow

AT_ONCE = 2_000
"""Revisions that one census takes at most: a store that had none before catches up in steps."""
AT_START = 64
"""Checkpoints that a start looks at; ``store verify`` looks at all."""
_IN_ONE_QUERY = 500
_PLACE = column("rowid", Integer)
"""SQLite's own number of a row: it grows with each, and nothing here is ever deleted or vacuumed
(https://sqlite.org/lang_createtable.html#rowid)."""


@dataclass(slots=True)
class _Seen:
    """What the checkpoints together say: of each record its revisions and their hashes."""

    restored: frozenset[bytes]
    records: dict[str, dict[int, bytes]] = field(default_factory=dict)

    def take(self, census: Census) -> None:
        """One more. What was seen before goes only where two people gave it up by name."""
        is_settled = bool(census.given_up) and gap_mark(census.given_up) in self.restored
        lost = {head.record_id: head for head in census.given_up} if is_settled else {}
        for head in census.heads:
            known = self.records.setdefault(head.record_id, {})
            if head.record_id in lost and head.record_id.startswith(LOG):
                known.clear()
            elif head.record_id in lost:
                known.pop(lost[head.record_id].number, None)
                for number in [each for each in known if each >= head.number]:
                    del known[number]
            if head.number:
                known.setdefault(head.number, head.hash)

    def newest(self) -> dict[str, RecordHead]:
        """The newest revision of each record."""
        return {
            record_id: RecordHead(record_id, max(known), known[max(known)])
            for record_id, known in self.records.items()
            if known
        }


def take_census(
    connection: Connection, store: OpenedStore, given_up: Iterable[RecordHead] = ()
) -> Census:
    """What was saved since the newest census; of ``given_up`` what is there in their place."""
    before = next((each.census for each in _checkpoints(connection, store, 1)), None)
    last = connection.execute(select(func.max(_PLACE)).select_from(RevisionRow)).scalar() or 0
    upto = min(before.upto if before is not None else 0, last)
    query = (
        select(_PLACE, RevisionRow.record_id, RevisionRow.number, RevisionRow.sealed)
        .select_from(RevisionRow)
        .where(upto < _PLACE)
        .order_by(_PLACE)
        .limit(AT_ONCE)
    )
    heads: dict[str, RecordHead] = {}
    lost = tuple(given_up)
    records = [head.record_id for head in lost if not head.record_id.startswith(LOG)]
    for record_id, number in _numbers(connection, records).items():
        heads[record_id] = _head_at(connection, record_id, number)
    for place, record_id, number, sealed in connection.execute(query):
        upto = place
        heads[record_id] = RecordHead(record_id, number, digest(sealed))
    for log in store.logs.heads(connection):
        heads[log.record_id] = log
    return Census(upto, tuple(heads.values()), lost)


def vouched_ends(connection: Connection, store: OpenedStore) -> tuple[int, ...]:
    """The ends of the logs where the newest checkpoint saw them as they are; () where not."""
    newest = next((each.census for each in _checkpoints(connection, store, 1)), None)
    seen = set(newest.heads) if newest is not None else set()
    return log_ends(connection) if seen.issuperset(store.logs.heads(connection)) else ()


def census_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """One problem for each record that is not, or no longer, as a checkpoint saw it."""
    seen = _seen(connection, store)
    gone = _gone(connection, seen.newest())
    others = dict(_changed_logs(connection, seen))
    for log, count in others.items():
        yield StoreProblem(f"{log.removeprefix(LOG)}/{count}", "verify.log-other")
    for each in gone:
        if each.wanted.record_id in others:
            continue
        if each.wanted.record_id.startswith(LOG):
            yield StoreProblem(each.wanted.record_id.removeprefix(LOG), "verify.log-cut")
        elif each.found:
            where = f"revisions/{each.wanted.record_id}/{each.wanted.number}"
            yield StoreProblem(where, "verify.revision-gone")
        else:
            yield StoreProblem(f"records/{each.wanted.record_id}", "verify.record-gone")
    query = select(RevisionRow.record_id, RevisionRow.number, RevisionRow.sealed)
    for record_id, number, sealed in connection.execute(query):
        wanted = seen.records.get(record_id, {}).get(number)
        if wanted is not None and wanted != digest(sealed):
            yield StoreProblem(f"revisions/{record_id}/{number}", "verify.revision-other")


def missed_records(connection: Connection, store: OpenedStore) -> tuple[RecordHead, ...]:
    """The same quickly, by numbers alone and in the newest checkpoints: for each start."""
    newest = _seen(connection, store, AT_START).newest()
    gone = {each.wanted for each in _gone(connection, newest)}
    for record_id, head in newest.items():
        if record_id.startswith(LOG):
            found = log_hashes(connection, record_id, {head.number})
            if found.get(head.number) != head.hash:
                gone.add(head)
    return tuple(sorted(gone))


def _changed_logs(connection: Connection, seen: _Seen) -> Iterator[tuple[str, int]]:
    """Each log that is not what was signed for, with the first length at which that shows."""
    for record_id, known in seen.records.items():
        if record_id.startswith(LOG):
            found = log_hashes(connection, record_id, known)
            other = [count for count in sorted(found) if found[count] != known[count]]
            if other:
                yield record_id, other[0]


@dataclass(frozen=True, slots=True)
class _Gone:
    wanted: RecordHead
    found: int


def _gone(connection: Connection, heads: Mapping[str, RecordHead]) -> list[_Gone]:
    numbers = _numbers(connection, heads)
    return [
        _Gone(head, numbers[record_id])
        for record_id, head in heads.items()
        if numbers[record_id] < head.number
    ]


def _numbers(connection: Connection, record_ids: Iterable[str]) -> dict[str, int]:
    """The newest revision of each; 0 where there is none."""
    named = list(record_ids)
    found = dict.fromkeys(named, 0)
    for log in [each for each in named if each.startswith(LOG)]:
        found[log] = log_length(connection, log)
    wanted = [each for each in named if not each.startswith(LOG)]
    for at in range(0, len(wanted), _IN_ONE_QUERY):
        part = wanted[at : at + _IN_ONE_QUERY]
        query = select(RevisionRow.record_id, func.max(RevisionRow.number))
        query = query.where(RevisionRow.record_id.in_(part)).group_by(RevisionRow.record_id)
        found.update(dict(connection.execute(query).all()))
    return found


def _head_at(connection: Connection, record_id: str, number: int) -> RecordHead:
    query = select(RevisionRow.sealed).where(
        RevisionRow.record_id == record_id, RevisionRow.number == number
    )
    sealed = connection.execute(query).scalar()
    return RecordHead(record_id, number, NOTHING if sealed is None else digest(sealed))


def _seen(connection: Connection, store: OpenedStore, newest: int | None = None) -> _Seen:
    seen = _Seen(frozenset(mark for _, mark in store.trust.restored))
    for checkpoint in _checkpoints(connection, store, newest):
        if checkpoint.census is not None:
            seen.take(checkpoint.census)
    return seen


def _checkpoints(
    connection: Connection, store: OpenedStore, newest: int | None = None
) -> Iterator[Checkpoint]:
    """Those that hold, oldest first; one that does not is for the check of the trail."""
    place = store.chain.place
    query = (
        select(AuditCheckpointRow.body)
        .where(AuditCheckpointRow.workstation_id == place.workstation)
        .order_by(AuditCheckpointRow.number.desc())
        .limit(newest)
    )
    for body in reversed(connection.execute(query).scalars().all()):
        try:
            yield read_checkpoint(body, store.trust, place)
        except KnownError:
            continue
