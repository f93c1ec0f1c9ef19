"""The audit trail: entries sealed to the auditor, chained by hash, confirmed by checkpoints."""

from collections.abc import Callable

from sqlalchemy import insert, select

from desktop.clock import Clock
from desktop.records.audit_event import AuditEvent
from desktop.storage.codec import encode
from desktop.storage.crypto.audit_chain import (
    CHECKPOINT_EVERY_ENTRIES,
    CHECKPOINT_EVERY_MINUTES,
    GENESIS,
    ChainHead,
    ChainPlace,
    Checkpoint,
    next_hash,
    sign_checkpoint,
)
from desktop.storage.crypto.hpke_wrap import PublicKey, seal_to
from desktop.storage.engine import Database, RowInsert
from desktop.storage.places import Places
from desktop.storage.schema import AuditCheckpointRow, AuditRow
from desktop.storage.session_keys import SessionKeys


class AuditChain:
    """The chain of this workstation. One per open store; anyone who writes can append."""

    def __init__(
        self, database: Database, place: ChainPlace, auditor: PublicKey, epoch: int
    ) -> None:
        self.place = place
        self._database = database
        self._auditor = auditor
        self._epoch = epoch
        self._insert = RowInsert.into(AuditRow)
        self._head: ChainHead | None = None

    def seal_to(self, auditor: PublicKey, epoch: int) -> None:
        """From now on entries are for this key."""
        self._auditor = auditor
        self._epoch = epoch

    def head(self) -> ChainHead:
        """How many entries there are, and the hash of the last."""
        if self._head is None:
            query = (
                select(AuditRow.number, AuditRow.entry_hash)
                .where(AuditRow.workstation_id == self.place.workstation)
                .order_by(AuditRow.number.desc())
                .limit(1)
            )
            with self._database.transaction() as connection:
                row = connection.execute(query).first()
            self._head = ChainHead(*row) if row else ChainHead(0, GENESIS)
        return self._head

    def append(self, event: AuditEvent) -> ChainHead:
        """Seal and chain one entry; durable on return."""
        before = self.head()
        index = before.count + 1
        context = Places(self.place.hospital).audit_entry(
            self.place.workstation, index, before.head_hash, self._epoch
        )
        sealed = seal_to(self._auditor, context, encode(event))
        entry_hash = next_hash(self.place, index, before.head_hash, sealed)
        self._head = None  # read anew should the write fail half-way
        self._database.append(
            self._insert,
            {
                "workstation_id": self.place.workstation,
                "number": index,
                "epoch": self._epoch,
                "sealed": sealed,
                "previous_hash": before.head_hash,
                "entry_hash": entry_hash,
            },
        )
        self._head = ChainHead(index, entry_hash)
        return self._head


class SealedAuditTrail:
    """The port ``AuditTrail`` for one signed-in person, who also signs the checkpoints."""

    def __init__(
        self,
        database: Database,
        chain: AuditChain,
        keys: SessionKeys,
        clock: Clock,
        keep_anchor: Callable[[ChainHead], None],
    ) -> None:
        self._database = database
        self._chain = chain
        self._keys = keys
        self._clock = clock
        self._keep_anchor = keep_anchor
        self._checked = chain.head().count
        self._checked_at = clock.monotonic()

    def record(self, event: AuditEvent) -> None:
        """Append one entry; a checkpoint every 64 entries or 10 minutes."""
        head = self._chain.append(event)
        minutes = (self._clock.monotonic() - self._checked_at) / 60
        if (
            head.count - self._checked >= CHECKPOINT_EVERY_ENTRIES
            or minutes >= CHECKPOINT_EVERY_MINUTES
        ):
            self.checkpoint()

    def checkpoint(self) -> None:
        """Sign the chain's length and head, and anchor it outside the file where possible."""
        head = self._chain.head()
        if head.count > self._checked:
            add_checkpoint(self._database, self._chain, self._keys, self._clock)
            self._keep_anchor(head)
        self._checked = head.count
        self._checked_at = self._clock.monotonic()


def add_checkpoint(database: Database, chain: AuditChain, keys: SessionKeys, clock: Clock) -> None:
    """Store a statement of the chain's head signed by whoever is signed in."""
    head = chain.head()
    checkpoint = Checkpoint(
        place=chain.place, head=head, signer_id=keys.me.staff_id, made_at=clock.now()
    )
    row = {
        "workstation_id": chain.place.workstation,
        "number": head.count,
        "body": sign_checkpoint(checkpoint, keys.signing),
    }
    with database.transaction() as connection:
        connection.execute(insert(AuditCheckpointRow), row)
