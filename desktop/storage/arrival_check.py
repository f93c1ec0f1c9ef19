"""Opening everything of a case that was just written, before it is kept: every tag, every link."""

from collections import defaultdict

from sqlalchemy import Connection

from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.services.ports import JournalRow
from desktop.storage.case_bundle import CaseBundle, DraftRowCopy, RecordCopy, record_copy
from desktop.storage.codec import decode, decode_body
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import read_number
from desktop.storage.crypto.hashing import digest
from desktop.storage.opened_store import OpenedStore
from desktop.storage.places import RevisionSlot, draft_start
from desktop.storage.session_keys import SessionKeys
from desktop.storage.sign_offs import verified_sign_offs


def check_arrived(
    connection: Connection, store: OpenedStore, keys: SessionKeys, bundle: CaseBundle
) -> None:
    """Return when all of it opens in its place. KnownError ``store.damaged``, ``..newer-version``.

    What this account has no key for is checked by hashes and signatures alone.
    """
    for count in bundle.counts:
        if keys.holds(count.compartment):
            place = (PersonId(count.person_id), count.compartment, count.version)
            key = keys.data_key(connection, *place)
            read_number(open_sealed(key.key, keys.places.seal_count(*place), count.sealed))
    for record in bundle.records:
        authors = _opened_chain(connection, keys, record)
        signed = verified_sign_offs(connection, store.trust, RecordId(record.record_id))
        if any(authors.get(each.revision) == each.signer for each in signed):
            raise Damaged  # nobody signs off what they wrote
    drafts: dict[tuple[str, int], list[DraftRowCopy]] = defaultdict(list)
    for row in bundle.draft_rows:
        drafts[row.record_id, row.base].append(row)
    for (record_id, base), rows in drafts.items():
        _open_draft(connection, keys, record_id, base, rows)


def _opened_chain(connection: Connection, keys: SessionKeys, record: RecordCopy) -> dict[int, str]:
    """Who wrote each revision, as it says under its seal."""
    authors: dict[int, str] = {}
    previous = b""
    for expected, each in enumerate(record.revisions, start=1):
        if each.number != expected or each.previous_hash != previous:
            raise Damaged
        previous = digest(each.sealed)
        if not keys.holds(record.compartment):
            continue
        slot = RevisionSlot(
            person_id=PersonId(record.person_id),
            record_id=RecordId(record.record_id),
            kind=record.kind,
            compartment=record.compartment,
            number=each.number,
            dek_version=each.dek_version,
            schema_version=each.schema_version,
            previous_hash=each.previous_hash,
        )
        key = keys.data_key(connection, slot.person_id, slot.compartment, slot.dek_version)
        body = decode_body(open_sealed(key.key, keys.places.revision(slot), each.sealed), object)
        if body.amends != each.amends:
            raise Damaged
        authors[each.number] = body.author
    return authors


def _open_draft(
    connection: Connection,
    keys: SessionKeys,
    record_id: str,
    base: int,
    rows: list[DraftRowCopy],
) -> None:
    record = record_copy(connection, RecordId(record_id))
    revisions = {each.number: each.sealed for each in record.revisions} if record else {}
    if base != max(revisions, default=0):
        raise Damaged
    amends, person = rows[0].amends, PersonId(rows[0].person_id)
    if record is not None and record.person_id != person:
        raise Damaged
    before = draft_start(base, amends, revisions.get(base, b""))
    for expected, row in enumerate(sorted(rows, key=lambda each: each.seq), start=1):
        if row.seq != expected or row.amends != amends or row.person_id != person:
            raise Damaged
        key = keys.data_key(connection, person, Compartment.CLIN, row.dek_version)
        place = keys.places.journal_row(
            person, RecordId(record_id), row.dek_version, row.seq, before
        )
        decode(open_sealed(key.key, place, row.sealed), JournalRow)
        before = digest(row.sealed)
