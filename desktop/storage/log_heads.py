"""How long each log of signed papers is, and a hash over all of it: what a checkpoint vouches for.

A row taken out at the end of a log leaves no gap, so only a count that somebody signed tells.
"""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, column, func, select

from desktop.storage.crypto.census import LOG, RecordHead
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.hashing import DIGEST_BYTES, digest
from desktop.storage.schema import (
    Base,
    CertificateRow,
    GlassLogRow,
    PacketRow,
    PersonLogRow,
    SignOffRow,
    SiteFactRow,
    TrustLogRow,
)

_PLACE = column("rowid", Integer)
"""SQLite's own number of a row: order is meaning in these tables, and no row of them ever goes."""
_NOTHING = bytes(DIGEST_BYTES)
_LOGS: dict[str, tuple[type[Base], tuple[str, ...]]] = {
    "certificates": (CertificateRow, ("body",)),
    "trust_log": (TrustLogRow, ("kind", "body")),
    "person_log": (PersonLogRow, ("person_id", "kind", "body")),
    "glass_log": (GlassLogRow, ("glass_id", "kind", "body")),
    "site_facts": (SiteFactRow, ("kind", "signer", "signature")),
    "sign_offs": (SignOffRow, ("record_id", "revision", "signer", "signature")),
    "packets": (PacketRow, ("packet_id",)),
}
"""What is hashed of each. A fact's signature covers its body; a packet's state changes."""


class LogHeads:
    """The heads of one open store; rows that were hashed once are not read again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, int, bytes]] = {}

    def heads(self, connection: Connection) -> tuple[RecordHead, ...]:
        """One for each log, as it is now."""
        ends = zip(_LOGS, log_ends(connection), strict=True)
        return tuple(self._head(connection, name, end) for name, end in ends)

    def _head(self, connection: Connection, name: str, end: int) -> RecordHead:
        place, count, hashed = self._known.get(name, (0, 0, _NOTHING))
        if place < end:
            for at, row in _rows(connection, name, after=place):
                place, count, hashed = at, count + 1, _next(hashed, row)
            self._known[name] = (place, count, hashed)
        return RecordHead(LOG + name, count, hashed)


def log_ends(connection: Connection) -> tuple[int, ...]:
    """A number for each log that grows when the log does; quick."""
    return tuple(each or 0 for each in connection.execute(_ends()).one())


@cache
def _ends() -> Select[Any]:
    """Built once: that costs more than SQLite's answer."""
    newest = (
        select(func.max(_PLACE)).select_from(table).scalar_subquery() for table, _ in _LOGS.values()
    )
    return select(*newest)


def log_length(connection: Connection, record_id: str) -> int:
    """How many rows the log has that a head names; 0 for a log that there is not."""
    table, _ = _LOGS.get(record_id.removeprefix(LOG), (None, ()))
    if table is None:
        return 0
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def log_hashes(connection: Connection, record_id: str, counts: Collection[int]) -> dict[int, bytes]:
    """The hash over the first so many rows of the log that a head names, where it is as long."""
    name = record_id.removeprefix(LOG)
    found: dict[int, bytes] = {}
    hashed = _NOTHING
    if name in _LOGS:
        for count, (_, row) in enumerate(_rows(connection, name, after=0), start=1):
            hashed = _next(hashed, row)
            if count in counts:
                found[count] = hashed
    return found


def _rows(connection: Connection, name: str, after: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Place and content in their order; Any: columns of texts, numbers and blobs."""
    table, names = _LOGS[name]
    columns = [table.__table__.c[each] for each in names]
    query: Select[*tuple[Any, ...]] = select(_PLACE, *columns).select_from(table)
    for place, *row in connection.execute(query.where(after < _PLACE).order_by(_PLACE)):
        yield place, tuple(row)


def _next(hashed: bytes, row: tuple[Any, ...]) -> bytes:
    return digest(frame(hashed, *map(_octets, row)))


def _octets(value: str | int | bytes) -> bytes:
    if isinstance(value, bytes):
        return value
    return number(value) if isinstance(value, int) else value.encode()
