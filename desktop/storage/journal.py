"""The port ``Journal``: one sealed row per change of a draft, durable before append returns."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from desktop.errors import BugError, KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.services.ports import DraftRef, JournalRow
from desktop.storage.branch_marks import mark_branch
from desktop.storage.codec import decode, encode
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.seal_line import SealLine
from desktop.storage.draft_heads import DraftHead
from desktop.storage.engine import RowInsert, Value
from desktop.storage.journal_rows import (
    JournalEntryRow,
    before_new_draft,
    first_position,
    is_first,
    last_row,
    next_position,
    of_draft,
    rows_of_draft,
)
from desktop.storage.opened_store import OpenedStore
from desktop.storage.places import draft_start
from desktop.storage.revisions import newest_revision, read_revisions, revisions_query
from desktop.storage.schema import RecordRow, RevisionRow
from desktop.storage.seal_counts import seals_of
from desktop.storage.session_keys import DataKey, SessionKeys
from desktop.storage.signature_guard import check_amends, signed_revision

_CLIN = Compartment.CLIN
_Row = tuple[dict[str, Value], DraftHead]
"""What is inserted, and the head of the draft once it is."""


class SealedJournal:
    """Drafts as one signed-in person may read and continue them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys
        self._insert = RowInsert.into(JournalEntryRow)

    def append(self, draft: DraftRef, row: JournalRow) -> int:
        """Write one row; returns its sequence number (from 1).

        KnownErrors ``store.signed``, ``store.changed-meanwhile`` when ``base`` is no longer the
        newest revision, ``store.no-key``.
        """
        self._store.need_here(draft.person_id)
        if self._store.watch.missed is not None:
            mark_branch(self._store, self._keys, draft.person_id, draft.record_id)
        head = self._store.heads.take(draft)
        if head is not None and head.amends != draft.amends:
            head = None
        key = self._keys.known_data_key(draft.person_id, _CLIN)
        if head is None or key is None:
            head, key = self._read_head(draft)
        plain = encode(row)
        seals, counts = seals_of(plain), self._store.seals
        if counts.take((draft.person_id, _CLIN, key.version), seals):
            values, after = self._row(draft, head, key, plain)
            self._store.database.append(self._insert, values)
        else:
            after = self._append_and_count(draft, head, plain, seals)
        self._store.heads.keep(draft, after)
        return after.seq

    def _append_and_count(
        self, draft: DraftRef, head: DraftHead, plain: bytes, seals: int
    ) -> DraftHead:
        """As one transaction with the next block of the count, perhaps under a new key."""
        counts, of_whom = self._store.seals, (self._keys, draft.person_id, _CLIN)
        with counts.counting(self._store.database, *of_whom) as connection:
            key = counts.key_for(connection, *of_whom, seals)
            values, after = self._row(draft, head, key, plain)
            connection.execute(insert(JournalEntryRow), values)
        return after

    def _row(self, draft: DraftRef, head: DraftHead, key: DataKey, plain: bytes) -> _Row:
        seq, line = head.seq + 1, head.line
        position = next_position(head.position)
        if line is None or line.key_id != key.key.key_id:
            place = self._store.places.journal_row(
                draft.person_id, draft.record_id, key.version, seq, head.last_hash
            )
            line = SealLine.of(place, key.key)
        sealed = line.seal(key.key, seq, head.last_hash, plain)
        values: dict[str, Value] = {
            "position": position,
            "record_id": draft.record_id,
            "base": draft.base,
            "seq": seq,
            "person_id": draft.person_id,
            "dek_version": key.version,
            "amends": head.amends,
            "sealed": sealed,
        }
        return values, DraftHead(seq, position, digest(sealed), head.amends, line)

    def rows(self, draft: DraftRef) -> Sequence[JournalRow]:
        """All rows of the draft in order; KnownError ``store.damaged`` when one is missing."""
        opened: list[JournalRow] = []
        with self._store.database.transaction() as connection:
            stored = rows_of_draft(connection, draft.record_id, draft.base)
            amends = stored[0].amends if stored else draft.amends
            before = self._start(connection, draft, amends)
            whose = (draft.record_id, draft.base, draft.person_id)
            for row in stored:
                is_next = row.seq == len(opened) + 1 and row.amends == amends
                if not is_next or (row.record_id, row.base, row.person_id) != whose:
                    raise Damaged
                opened.append(
                    self._open(connection, draft, row.dek_version, row.seq, before, row.sealed)
                )
                before = digest(row.sealed)
        return tuple(opened)

    def drafts(self) -> Sequence[DraftRef]:
        """Every record that has journal rows and that this account can open."""
        if not self._keys.holds(_CLIN):
            return ()
        query = (
            select(
                JournalEntryRow.person_id,
                JournalEntryRow.record_id,
                JournalEntryRow.base,
                JournalEntryRow.amends,
            )
            .where(is_first())
            .order_by(JournalEntryRow.record_id, JournalEntryRow.base)
        )
        with self._store.database.transaction() as connection:
            return tuple(
                DraftRef(PersonId(person), RecordId(record), base, amends)
                for person, record, base, amends in connection.execute(query)
            )

    def discard(self, draft: DraftRef) -> None:
        """Remove the draft's rows; the base revision stays."""
        self._store.need_here(draft.person_id)
        with self._store.database.transaction() as connection:
            first = first_position(connection, draft.record_id, draft.base)
            if first is not None:
                connection.execute(delete(JournalEntryRow).where(of_draft(first)))
        self._store.heads.forget(draft.record_id)

    def _read_head(self, draft: DraftRef) -> tuple[DraftHead, DataKey]:
        with self._store.database.transaction() as connection:
            key = self._keys.newest_data_key(connection, draft.person_id, _CLIN)
            newest = newest_revision(connection, draft.record_id)
            if newest is not None and newest.slot.person_id != draft.person_id:
                raise BugError("a draft is of another person than its record")
            if draft.base != (newest.slot.number if newest else 0):
                raise KnownError("store.changed-meanwhile")
            check_amends(signed_revision(connection, draft.record_id), draft.amends)
            first = first_position(connection, draft.record_id, draft.base)
            if first is None:
                start = self._start(connection, draft, draft.amends)
                return DraftHead(0, before_new_draft(connection), start, draft.amends), key
            last = last_row(connection, first)
        if (last.record_id, last.base) != (draft.record_id, draft.base):
            raise Damaged
        if last.person_id != draft.person_id:
            raise BugError("a draft never moves to another person")
        if last.amends != draft.amends:
            raise KnownError("store.changed-meanwhile")
        return DraftHead(last.seq, last.position, digest(last.sealed), draft.amends), key

    def _start(self, connection: Connection, draft: DraftRef, amends: int | None) -> bytes:
        if draft.base == 0:
            return draft_start(0, amends, b"")
        query = revisions_query().where(
            RecordRow.record_id == draft.record_id, RevisionRow.number == draft.base
        )
        base = read_revisions(connection, query)
        if not base:
            raise KnownError("store.no-such-record")
        return draft_start(draft.base, amends, base[0].sealed)

    def _open(
        self,
        connection: Connection,
        draft: DraftRef,
        version: int,
        seq: int,
        before: bytes,
        sealed: bytes,
    ) -> JournalRow:
        key = self._keys.data_key(connection, draft.person_id, _CLIN, version)
        place = self._store.places.journal_row(
            draft.person_id, draft.record_id, version, seq, before
        )
        try:
            return decode(open_sealed(key.key, place, sealed), JournalRow)
        except WrongKey:
            raise Damaged from None
