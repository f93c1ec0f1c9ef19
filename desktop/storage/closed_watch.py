"""What the audit trail gained while the app had it closed: nothing may, and it is written down."""

from contextlib import suppress

from sqlalchemy import select

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import AuditRow
from desktop.storage.throttle import UNKNOWN_ACCOUNT


def keep_closed(store: OpenedStore, entries: StoreKeyring | None) -> None:
    """Remember at the exit where the trail ends; ``entries`` None: there is no keyring."""
    if entries is None or store.database.has_failed:
        return
    # A keyring that is locked now only leaves the next start without this comparison.
    with suppress(KnownError):
        entries.keep_closed(store.chain.head())


def note_growth(store: OpenedStore, entries: StoreKeyring | None) -> None:
    """At a start: an entry that names the entries which nobody at this app wrote.

    A trail that is shorter than at the exit, or another one, is the alarm's to find.
    """
    if entries is None:
        return
    with suppress(KnownError):
        closed, head = entries.take_closed(), store.chain.head()
        if closed is None or head.count <= closed.count:
            return
        query = select(AuditRow.entry_hash).where(
            AuditRow.workstation_id == store.chain.place.workstation,
            AuditRow.number == closed.count,
        )
        with store.database.transaction() as connection:
            found = connection.execute(query).scalar()
        if found == closed.head_hash or closed.count == 0:
            added = f"{closed.count + 1}-{head.count}"
            nobody, now = StaffId(UNKNOWN_ACCOUNT), store.clock.now()
            store.chain.append(AuditEvent(AuditAction.TRAIL_GREW, nobody, now, detail=added))
