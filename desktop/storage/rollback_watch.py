"""The alarm that the store is older than what was once seen of it.

An anchor is the count and hash of the audit chain, kept outside the file: in the system's keyring,
or in the footer of printed packets. A store that lacks what an anchor saw was put back.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from desktop.errors import KnownError
from desktop.services.ports import RollbackAlarm
from desktop.storage.crypto.anchor_code import anchor_mark
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.census import RecordHead, gap_mark
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, number, read_number, unframe
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.schema import AuditRow, MetaRow

SEEN = "rollback-seen"
"""The footer that found the store too old: stays until two people settle it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What was seen of the chain: the whole hash from a keyring, twelve characters from paper."""

    count: int
    mark: bytes

    @classmethod
    def of(cls, head: ChainHead) -> "Anchor":
        """What the keyring remembers."""
        return cls(head.count, head.head_hash)

    def fits(self, head: ChainHead) -> bool:
        """Whether the chain had this head then."""
        is_whole = len(self.mark) == DIGEST_BYTES
        return self.mark == (head.head_hash if is_whole else anchor_mark(head))


class RollbackWatch:
    """The anchor that is not reached, if any. One per open store."""

    def __init__(self, workstation: str) -> None:
        self._workstation = workstation
        self._missed: Anchor | None = None
        self.missed_records: tuple[RecordHead, ...] = ()
        """Newest revisions that a checkpoint saw and that are not there."""
        self.marked: set[str] = set()
        """Records that were marked as written to during the alarm."""
        self.is_anchored = False
        """Whether the keyring said how far the chain had come."""

    @property
    def missed(self) -> Anchor | None:
        """What was seen and is not there."""
        return self._missed

    def start(self, connection: Connection, trust: TrustBook, anchor: ChainHead | None) -> None:
        """Compare with the keyring's anchor (None: no keyring) and with a footer noted earlier."""
        noted = connection.execute(select(MetaRow.value).where(MetaRow.name == SEEN)).scalar()
        wanted = [_decode(noted)] if noted is not None else []
        self.is_anchored = anchor is not None
        if anchor is not None:
            wanted.append(Anchor.of(anchor))
        for each in wanted:
            self.check(connection, trust, each)

    def check(self, connection: Connection, trust: TrustBook, anchor: Anchor) -> bool:
        """Whether the chain reaches it, or two people gave it up; if not, the alarm is on."""
        if anchor.count == 0 or (anchor.count, anchor.mark) in trust.restored:
            return True
        query = select(AuditRow.entry_hash).where(
            AuditRow.workstation_id == self._workstation, AuditRow.number == anchor.count
        )
        found = connection.execute(query).scalar()
        is_reached = found is not None and anchor.fits(ChainHead(anchor.count, found))
        if not is_reached:
            self._missed = anchor
        return is_reached

    def miss_records(self, missed: tuple[RecordHead, ...], count: int) -> None:
        """The alarm is on when there are any; ``count`` is how long the chain is."""
        self.missed_records = missed
        if missed and self._missed is None:
            self._missed = Anchor(count, gap_mark(missed))

    def note(self, connection: Connection, anchor: Anchor) -> None:
        """Remember a footer over the next start."""
        connection.execute(delete(MetaRow).where(MetaRow.name == SEEN))
        connection.execute(insert(MetaRow), {"name": SEEN, "value": _encode(anchor)})

    def settle(self, connection: Connection) -> None:
        """Two people confirmed: the alarm is off."""
        connection.execute(delete(MetaRow).where(MetaRow.name == SEEN))
        self._missed = None
        self.missed_records = ()
        self.marked.clear()

    def alarm(self, entries: int) -> RollbackAlarm | None:
        """For the screen; ``entries`` is how long the chain is now."""
        if self._missed is None:
            return None
        return RollbackAlarm(self._missed.count, entries, len(self.missed_records))

    def need_quiet(self) -> None:
        """KnownError ``rollback.wait`` while the alarm is on: no signing, release or deletion."""
        if self._missed is not None:
            raise KnownError("rollback.wait")


def _encode(anchor: Anchor) -> bytes:
    return frame(number(anchor.count), anchor.mark)


def _decode(stored: bytes) -> Anchor:
    count, mark = unframe(stored, 2)
    if not mark:
        raise Damaged
    return Anchor(read_number(count), mark)
