"""How often each data key sealed: counted in blocks, so that an answer costs no more writing.

With random 96-bit nonces one AES-GCM key may seal 2^32 times at most (NIST SP 800-38D 8.3); after
2^24 a new data key is made. A block of counts is taken before it is used, in the same transaction
as the first seal of it: a kill loses the rest of a block, never a count.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.services.ports import StoreProblem
from desktop.storage.crypto.aead import (
    CHUNK_BYTES,
    SEALS_BEFORE_NEW_KEY,
    SEALS_HARD_LIMIT,
    open_sealed,
    seal,
)
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import number, read_number
from desktop.storage.engine import Database
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.schema import RecordRow, RevisionRow
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.session_keys import DataKey, SessionKeys

_Key = tuple[PersonId, Compartment, int]
AT_ONCE = 1024


def seals_of(plaintext: bytes) -> int:
    """Calls of the cipher that one value takes: it is padded, then cut at 1 MiB."""
    return len(plaintext) // CHUNK_BYTES + 2 if len(plaintext) >= CHUNK_BYTES // 2 else 1


@dataclass(slots=True)
class SealCounts:
    """Shared by all sessions of one open store. The limits are lower in tests only."""

    new_key_at: int = SEALS_BEFORE_NEW_KEY
    never_beyond: int = SEALS_HARD_LIMIT
    at_once: int = AT_ONCE
    _left: dict[_Key, int] = field(default_factory=dict)
    _new: set[_Key] = field(default_factory=set)

    def note_new(self, place: _Key) -> None:
        """A key was made just now: nothing is sealed under it, and nobody need look for that."""
        self._new.add(place)

    def take(self, place: _Key, seals: int = 1) -> bool:
        """Use up seals of a block that is on disk; False when there are not so many left."""
        left = self._left.get(place, 0)
        if left < seals:
            return False
        self._left[place] = left - seals
        return True

    @contextmanager
    def counting(
        self, database: Database, keys: SessionKeys, person_id: PersonId, compartment: Compartment
    ) -> Iterator[Connection]:
        """A transaction for :meth:`key_for`: its count, and a new key, go when it fails."""
        try:
            with database.transaction() as connection:
                yield connection
        except Exception:
            self.forget()
            keys.forget_newest(person_id, compartment)
            raise

    def key_for(
        self,
        connection: Connection,
        keys: SessionKeys,
        person_id: PersonId,
        compartment: Compartment,
        seals: int = 1,
    ) -> DataKey:
        """The key to seal with so often; a new one when the newest was used up to its limit.

        In the transaction of what is sealed, made by :meth:`counting`. KnownErrors
        ``store.no-key``, ``store.damaged``, ``store.key-used-up``.
        """
        key = keys.newest_data_key(connection, person_id, compartment)
        if self.take((person_id, compartment, key.version), seals):
            return key
        keys.forget_newest(person_id, compartment)  # another session may have made a newer one
        key = keys.newest_data_key(connection, person_id, compartment)
        count = self._count(connection, keys, person_id, compartment, key)
        block = max(self.at_once, seals) + 1  # the count is sealed under the key too
        if count + seals + 1 > self.new_key_at:
            key = keys.add_data_key(connection, person_id, compartment)
            count = 0
        block = min(block, self.never_beyond - count)
        if block < seals + 1:
            raise KnownError("store.key-used-up")
        self._write(connection, keys, person_id, compartment, key, count + block)
        self._left[person_id, compartment, key.version] = block - 1 - seals
        self._new.discard((person_id, compartment, key.version))
        return key

    def forget(self) -> None:
        """Read anew what is on disk."""
        self._left.clear()
        self._new.clear()

    def _count(
        self,
        connection: Connection,
        keys: SessionKeys,
        person_id: PersonId,
        compartment: Compartment,
        key: DataKey,
    ) -> int:
        query = select(KeySealRow.sealed).where(
            KeySealRow.person_id == person_id,
            KeySealRow.compartment == compartment.value,
            KeySealRow.version == key.version,
        )
        sealed = connection.execute(query).scalar()
        if sealed is None:  # not counted before: at least what is there
            place = (person_id, compartment, key.version)
            return 0 if place in self._new else _rows(connection, *place)
        return _opened(keys, (person_id, compartment, key.version), key, sealed)

    def _write(
        self,
        connection: Connection,
        keys: SessionKeys,
        person_id: PersonId,
        compartment: Compartment,
        key: DataKey,
        count: int,
    ) -> None:
        place = keys.places.seal_count(person_id, compartment, key.version)
        sealed = seal(key.key, place, number(count))
        row = {
            "person_id": person_id,
            "compartment": compartment.value,
            "version": key.version,
            "sealed": sealed,
        }
        statement = upsert(KeySealRow).values(**row)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["person_id", "compartment", "version"], set_={"sealed": sealed}
            )
        )


def count_problems(connection: Connection, keys: SessionKeys) -> Iterator[StoreProblem]:
    """Counts that do not open, or that are smaller than what is there under their key."""
    there = _all_rows(connection)
    for person, name, version, sealed in connection.execute(
        select(KeySealRow.person_id, KeySealRow.compartment, KeySealRow.version, KeySealRow.sealed)
    ).all():
        if name not in list(Compartment) or not keys.holds(Compartment(name)):
            continue
        place = (PersonId(person), Compartment(name), version)
        try:
            key = keys.data_key(connection, *place)
            is_right = _opened(keys, place, key, sealed) >= there[person, name, version]
        except KnownError:
            is_right = False
        if not is_right:
            yield StoreProblem(f"key_seals/{person}/{name}/{version}", "verify.key-seals")


def _opened(keys: SessionKeys, place: _Key, key: DataKey, sealed: bytes) -> int:
    try:
        return read_number(open_sealed(key.key, keys.places.seal_count(*place), sealed))
    except WrongKey:
        raise Damaged from None


def _rows(
    connection: Connection, person_id: PersonId, compartment: Compartment, version: int
) -> int:
    """Values that are stored under the key now: what was discarded is not among them."""
    revisions = (
        select(func.count())
        .select_from(RevisionRow)
        .join(RecordRow, RecordRow.record_id == RevisionRow.record_id)
        .where(
            RecordRow.person_id == person_id,
            RecordRow.compartment == compartment.value,
            RevisionRow.dek_version == version,
        )
    )
    total = connection.execute(revisions).scalar_one()
    if compartment is Compartment.CLIN:
        drafts = select(func.count()).select_from(JournalEntryRow)
        drafts = drafts.where(
            JournalEntryRow.person_id == person_id, JournalEntryRow.dek_version == version
        )
        total += connection.execute(drafts).scalar_one()
    return total


def _all_rows(connection: Connection) -> Counter[tuple[str, str, int]]:
    """The same for every key, in two passes."""
    revisions = (
        select(RecordRow.person_id, RecordRow.compartment, RevisionRow.dek_version, func.count())
        .join_from(RecordRow, RevisionRow, RevisionRow.record_id == RecordRow.record_id)
        .group_by(RecordRow.person_id, RecordRow.compartment, RevisionRow.dek_version)
    )
    drafts = select(JournalEntryRow.person_id, JournalEntryRow.dek_version, func.count()).group_by(
        JournalEntryRow.person_id, JournalEntryRow.dek_version
    )
    total: Counter[tuple[str, str, int]] = Counter()
    for person, compartment, version, count in connection.execute(revisions):
        total[person, compartment, version] += count
    for person, version, count in connection.execute(drafts):
        total[person, Compartment.CLIN.value, version] += count
    return total
