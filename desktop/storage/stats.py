"""Counts and sizes of a store, and nothing else of it."""

from sqlalchemy import Connection, func, select, text

from desktop.services.ports import StoreStats
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import (
    AuditRow,
    Base,
    DekWrapRow,
    PacketRow,
    RecordRow,
    RevisionRow,
    SignOffRow,
    SiteFactRow,
)


def store_stats(store: OpenedStore) -> StoreStats:
    """Count everything; no key is needed."""
    with store.database.transaction() as connection:
        kinds = select(RecordRow.kind, func.count()).group_by(RecordRow.kind)
        drafts = select(JournalEntryRow.record_id, JournalEntryRow.base).distinct().subquery()
        people = select(func.count(func.distinct(DekWrapRow.person_id)))
        return StoreStats(
            format_version=connection.execute(text("PRAGMA user_version")).scalar_one(),
            file_bytes=store.database.path.stat().st_size,
            free_bytes=_pages(connection, "freelist_count") * _pages(connection, "page_size"),
            staff=len(store.staff()),
            people=connection.execute(people).scalar_one(),
            records=_count(connection, RecordRow),
            records_by_kind=dict(connection.execute(kinds.order_by(RecordRow.kind)).all()),
            revisions=_count(connection, RevisionRow),
            drafts=connection.execute(select(func.count()).select_from(drafts)).scalar_one(),
            draft_rows=_count(connection, JournalEntryRow),
            sign_offs=_count(connection, SignOffRow),
            packets=_count(connection, PacketRow),
            audit_entries=_count(connection, AuditRow),
            site_facts=_count(connection, SiteFactRow),
        )


def _count(connection: Connection, row: type[Base]) -> int:
    return connection.execute(select(func.count()).select_from(row)).scalar_one()


def _pages(connection: Connection, pragma: str) -> int:
    return int(connection.execute(text(f"PRAGMA {pragma}")).scalar_one())
