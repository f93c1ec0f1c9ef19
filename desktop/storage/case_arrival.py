"""Writing a case that arrives: what is here already has to be the beginning of what comes.

A case is unknown here, or it went away from here by a hand-over: then the same ids come back and
each record's chain of revisions goes on. Anything else is a second life of the same case, and is
refused before a row is written ("fork"): nobody can say which of two histories is the true one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.storage.case_bundle import (
    CaseBundle,
    DraftRowCopy,
    KeyCopy,
    RecordCopy,
    RevisionCopy,
    SignOffCopy,
    record_copy,
)
from desktop.storage.caseload import mark_stale
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.header import Suite, read_header
from desktop.storage.crypto.keywrap import unwrap_key, wrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.journal_rows import JournalEntryRow, before_new_draft, next_position
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import (
    DekWrapRow,
    RecordRow,
    RevisionRow,
    SignOffRow,
)
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.session_keys import SessionKeys

_FORK = "hand-over.fork"


class Arrival:
    """One bundle on its way into a store, within one transaction."""

    def __init__(
        self, connection: Connection, store: OpenedStore, keys: SessionKeys, bundle: CaseBundle
    ) -> None:
        self._connection = connection
        self._store = store
        self._keys = keys
        self._bundle = bundle

    def write(self) -> None:
        """Every row that is not here yet.

        KnownErrors ``hand-over.is-here``, ``hand-over.fork``, ``hand-over.keys-apart``,
        ``person.erased``, ``hand-over.to-be-erased``, ``store.damaged``.
        """
        self._need_free()
        self._need_own_rows()
        self._write_keys()
        self._need_nothing_left_out()
        for record in self._bundle.records:
            self._write_record(record)
        self._write_drafts()
        for person in self._bundle.person_ids:
            mark_stale(self._connection, PersonId(person))

    @property
    def is_known(self) -> bool:
        """Whether anybody of it has keys here: not after a backup from before it was put back."""
        known = exists().where(DekWrapRow.person_id.in_(self._bundle.person_ids))
        return bool(self._connection.execute(select(known)).scalar_one())

    @property
    def is_return(self) -> bool:
        """Whether somebody of it was here before."""
        away = self._store.people.away
        return any(each in away for each in self._bundle.person_ids)

    def _need_free(self) -> None:
        """Unknown here, or away by a hand-over."""
        for person in self._bundle.person_ids:
            self._store.need_not_erased(person)
            if person in self._store.people.wishes:
                raise KnownError("hand-over.to-be-erased")
            away = self._store.people.away.get(person)
            if away is not None and away.letter not in self._bundle.earlier:
                raise KnownError("hand-over.older")
            known = exists().where(DekWrapRow.person_id == person)
            is_known = self._connection.execute(select(known)).scalar_one()
            if is_known and away is None:
                raise KnownError("hand-over.is-here")

    def _need_own_rows(self) -> None:
        """Everything in the bundle is of its people, and once; no id is of somebody else here."""
        people, bundle = set(self._bundle.person_ids), self._bundle
        named = {key.person_id for key in bundle.keys}
        named |= {count.person_id for count in bundle.counts}
        named |= {record.person_id for record in bundle.records}
        named |= {row.person_id for row in bundle.draft_rows}
        if not named <= people:
            raise Damaged
        ids = [record.record_id for record in bundle.records]
        drafts = {row.record_id: row.person_id for row in bundle.draft_rows}
        places = [(row.record_id, row.base, row.seq) for row in bundle.draft_rows]
        signed = [
            (record.record_id, each.revision, each.signer)
            for record in bundle.records
            for each in record.sign_offs
        ]
        if any(len(set(each)) != len(each) for each in (ids, places, signed)):
            raise Damaged
        for table in (RecordRow, JournalEntryRow):
            query = select(table.record_id, table.person_id)
            query = query.where(table.record_id.in_([*ids, *drafts]))
            if any(person not in people for _, person in self._connection.execute(query)):
                raise Damaged

    def _write_keys(self) -> None:
        copies: dict[tuple[str, Compartment, int], list[KeyCopy]] = defaultdict(list)
        for copy in self._bundle.keys:
            copies[copy.person_id, copy.compartment, copy.version].append(copy)
        if not {(each, Compartment.CLIN) for each in self._bundle.person_ids} <= {
            place[:2] for place in copies
        }:
            raise Damaged
        for (person, compartment, version), wraps in copies.items():
            if not self._has_key(person, compartment, version, wraps):
                epoch, wrapped = self._wrapped(wraps)
                row = {
                    "person_id": person,
                    "compartment": compartment.value,
                    "version": version,
                    "epoch": epoch,
                    "wrapped": wrapped,
                }
                self._connection.execute(insert(DekWrapRow), row)
        for count in self._bundle.counts:
            if (count.person_id, count.compartment, count.version) not in copies:
                raise Damaged
            at = {
                "person_id": count.person_id,
                "compartment": count.compartment.value,
                "version": count.version,
            }
            row_ = upsert(KeySealRow).values(**at, sealed=count.sealed)
            self._connection.execute(
                row_.on_conflict_do_update(index_elements=list(at), set_={"sealed": count.sealed})
            )

    def _has_key(
        self, person: str, compartment: Compartment, version: int, wraps: Sequence[KeyCopy]
    ) -> bool:
        """Whether the very same data key is here; another one of that number is a fork."""
        query = select(DekWrapRow.epoch, DekWrapRow.wrapped).where(
            DekWrapRow.person_id == person,
            DekWrapRow.compartment == compartment.value,
            DekWrapRow.version == version,
        )
        if self._connection.execute(query).first() is None:
            return False
        if self._keys.holds(compartment):
            here = self._keys.data_key(self._connection, PersonId(person), compartment, version)
            opened = self._opened(wraps)
            if opened is None or opened.key_id != here.key.key_id:
                raise KnownError(_FORK)
        return True

    def _wrapped(self, wraps: Sequence[KeyCopy]) -> tuple[int, bytes]:
        """Under the newest key of the compartment here; as it came where this account has none.

        Whoever is not named for treatment notes learns nothing of them (42 CFR 2.13(c)(2)): such a
        key is taken as it is where the key around it is one that this store knows.
        """
        first = wraps[0]
        opened = self._opened(wraps)
        if opened is not None:
            epoch = self._keys.epochs_of(first.compartment)[-1]
            wrapping = SymmetricKey(self._keys.secret(first.compartment, epoch))
            place = self._keys.places.data_key(
                PersonId(first.person_id), first.compartment, first.version, epoch
            )
            return epoch, wrap_key(wrapping, place, opened)
        known = self._store.trust.epochs
        for copy in wraps:
            renewed = known.get((copy.compartment.value, copy.epoch))
            key_id = read_header(copy.wrapped, Suite.AES_256_GCM).key_id
            if renewed is not None and renewed.key_id == key_id:
                return copy.epoch, copy.wrapped
        raise KnownError("hand-over.keys-apart")

    def _opened(self, wraps: Sequence[KeyCopy]) -> SymmetricKey | None:
        """The data key by whichever of its wraps is under a key of mine; all must agree."""
        found: SymmetricKey | None = None
        for copy in wraps:
            if copy.epoch not in self._keys.epochs_of(copy.compartment):
                continue
            wrapping = SymmetricKey(self._keys.secret(copy.compartment, copy.epoch))
            place = self._keys.places.data_key(
                PersonId(copy.person_id), copy.compartment, copy.version, copy.epoch
            )
            try:
                opened = unwrap_key(wrapping, place, copy.wrapped)
            except WrongKey:
                continue  # both workstations made a key of that number since they parted
            if found is not None and found.key_id != opened.key_id:
                raise Damaged
            found = opened
        return found

    def _need_nothing_left_out(self) -> None:
        """A record that is here and does not come would be lost on the other side."""
        query = select(RecordRow.record_id, RecordRow.compartment)
        query = query.where(RecordRow.person_id.in_(self._bundle.person_ids))
        coming = {record.record_id for record in self._bundle.records}
        for record_id, name in self._connection.execute(query):
            stays = name == Compartment.P2.value and not self._bundle.has_restricted
            if record_id not in coming and not stays:
                raise KnownError(_FORK)

    def _write_record(self, record: RecordCopy) -> None:
        numbers = [each.number for each in record.revisions]
        if not numbers or numbers != list(range(1, len(numbers) + 1)):
            raise Damaged
        here = record_copy(self._connection, RecordId(record.record_id))
        known: Mapping[int, RevisionCopy] = {}
        signed: Iterable[object] = ()
        if here is None:
            row = {
                "record_id": record.record_id,
                "person_id": record.person_id,
                "kind": record.kind,
                "compartment": record.compartment.value,
            }
            self._connection.execute(insert(RecordRow), row)
        else:
            is_same = (here.person_id, here.kind, here.compartment) == (
                record.person_id,
                record.kind,
                record.compartment,
            )
            if not is_same or record.revisions[: len(here.revisions)] != here.revisions:
                raise KnownError(_FORK)
            if not set(here.sign_offs) <= set(record.sign_offs):
                raise KnownError(_FORK)
            known, signed = {each.number: each for each in here.revisions}, here.sign_offs
        for revision in record.revisions:
            if revision.number not in known:
                self._connection.execute(
                    insert(RevisionRow), _columns(revision) | {"record_id": record.record_id}
                )
            new = [
                each
                for each in record.sign_offs
                if each.revision == revision.number and each not in set(signed)
            ]
            for each in new:
                self._connection.execute(
                    insert(SignOffRow), _columns(each) | {"record_id": record.record_id}
                )

    def _write_drafts(self) -> None:
        """The drafts of the case are what the file says: those here stood still since it went."""
        people = JournalEntryRow.person_id.in_(self._bundle.person_ids)
        self._connection.execute(delete(JournalEntryRow).where(people))
        drafts: dict[tuple[str, int], list[DraftRowCopy]] = defaultdict(list)
        for row in self._bundle.draft_rows:
            drafts[row.record_id, row.base].append(row)
        for rows in drafts.values():
            position = before_new_draft(self._connection)
            for expected, row in enumerate(sorted(rows, key=lambda each: each.seq), start=1):
                if row.seq != expected:
                    raise Damaged
                position = next_position(position)
                self._connection.execute(
                    insert(JournalEntryRow), _columns(row) | {"position": position}
                )


def _columns(copy: RevisionCopy | SignOffCopy | DraftRowCopy) -> dict[str, object]:
    """The fields of a copy, which are named as the columns are."""
    return asdict(copy)
