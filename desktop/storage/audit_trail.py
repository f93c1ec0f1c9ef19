"""The audit trail: entries sealed to the auditor, chained by hash."""

from collections.abc import Callable

from sqlalchemy import Connection, insert, select

from desktop.records.audit_event import AuditEvent
from desktop.storage.codec import encode
from desktop.storage.crypto.audit_chain import (
    GENESIS,
    ChainHead,
    ChainPlace,
    next_hash,
)
from desktop.storage.crypto.hpke_wrap import PublicKey, seal_to
from desktop.storage.crypto.signed_entry import EntryPlace, pack_entry
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.engine import Database, RowInsert, Value
from desktop.storage.places import Places
from desktop.storage.schema import AuditRow


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

    def append(
        self,
        event: AuditEvent,
        signer: SigningKey | None = None,
        together_with: Callable[[Connection], None] | None = None,
    ) -> ChainHead:
        """Seal and chain one entry; durable on return.

        ``signer`` is the key of whom it names; None where nobody is signed in. ``together_with``
        writes what is done with the entry or not at all.
        """
        before = self.head()
        index = before.count + 1
        context = Places(self.place.hospital).audit_entry(
            self.place.workstation, index, before.head_hash, self._epoch
        )
        place = EntryPlace(self.place, index, before.head_hash)
        sealed = seal_to(self._auditor, context, pack_entry(encode(event), place, signer))
        entry_hash = next_hash(self.place, index, before.head_hash, sealed)
        self._head = None  # read anew should the write fail half-way
        row: dict[str, Value] = {
            "workstation_id": self.place.workstation,
            "number": index,
            "epoch": self._epoch,
            "sealed": sealed,
            "previous_hash": before.head_hash,
            "entry_hash": entry_hash,
        }
        if together_with is None:
            self._database.append(self._insert, row)
        else:
            with self._database.transaction() as connection:
                connection.execute(insert(AuditRow), row)
                together_with(connection)
        self._head = ChainHead(index, entry_hash)
        return self._head
