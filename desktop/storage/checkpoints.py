"""The port ``AuditTrail``: entries, and checkpoints of the chain and of what is newest."""

from collections.abc import Callable, Iterable

from sqlalchemy import insert

from desktop.records.audit_event import AuditEvent
from desktop.storage.census import take_census, vouched_ends
from desktop.storage.crypto.audit_chain import (
    CHECKPOINT_EVERY_ENTRIES,
    CHECKPOINT_EVERY_MINUTES,
    ChainHead,
    Checkpoint,
    sign_checkpoint,
)
from desktop.storage.crypto.census import RecordHead
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.log_heads import log_ends
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import AuditCheckpointRow
from desktop.storage.session_keys import SessionKeys


class SealedAuditTrail:
    """The port ``AuditTrail`` for one signed-in person, who also signs the checkpoints."""

    def __init__(
        self,
        store: OpenedStore,
        keys: SessionKeys,
        keep_anchor: Callable[[ChainHead], None],
    ) -> None:
        self._store = store
        self._chain = store.chain
        self._keys = keys
        self._clock = store.clock
        self._keep_anchor = keep_anchor
        self._checked = self._chain.head().count
        self._checked_at = self._clock.monotonic()
        with store.database.transaction() as connection:
            self._logs = vouched_ends(connection, store)

    def record(self, event: AuditEvent) -> None:
        """Append one entry; a checkpoint every 64 entries, 10 minutes, and when a log has grown."""
        head = self._chain.append(event, self._keys.signing)
        minutes = (self._clock.monotonic() - self._checked_at) / 60
        if (
            head.count - self._checked >= CHECKPOINT_EVERY_ENTRIES
            or minutes >= CHECKPOINT_EVERY_MINUTES
            or self._log_ends() != self._logs
        ):
            self.checkpoint()

    def checkpoint(self) -> None:
        """Sign the chain's length and head, and anchor it outside the file where possible."""
        head = self._chain.head()
        if head.count > self._checked:
            add_checkpoint(self._store, self._keys.me.staff_id, self._keys.signing)
            self._keep_anchor(head)
            self._logs = self._log_ends()
        self._checked = head.count
        self._checked_at = self._clock.monotonic()

    def _log_ends(self) -> tuple[int, ...]:
        with self._store.database.transaction() as connection:
            return log_ends(connection)


def add_checkpoint(
    store: OpenedStore, signer_id: str, signer: SigningKey, given_up: Iterable[RecordHead] = ()
) -> None:
    """Store a signed statement of the chain's head and of the records saved since the last.

    ``given_up`` are records of which two people said that what was newest is not there.
    """
    chain = store.chain
    head = chain.head()
    with store.database.transaction() as connection:
        checkpoint = Checkpoint(
            place=chain.place,
            head=head,
            signer_id=signer_id,
            made_at=store.time.now(),
            census=take_census(connection, store, given_up),
        )
        row = {
            "workstation_id": chain.place.workstation,
            "number": head.count,
            "body": sign_checkpoint(checkpoint, signer),
        }
        connection.execute(insert(AuditCheckpointRow), row)
