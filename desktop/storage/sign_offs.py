"""The port ``SignOffs``: Ed25519 signatures over exactly the stored bytes of a revision."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from desktop.errors import KnownError
from desktop.records.ids import RecordId, StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import SignOff
from desktop.storage.codec import decode_body
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.failures import Damaged, NotTrusted, WrongKey
from desktop.storage.crypto.framing import number
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import sign
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.opened_store import OpenedStore
from desktop.storage.revisions import (
    StoredRevision,
    newest_revision,
    read_revisions,
    revisions_query,
)
from desktop.storage.schema import RecordRow, RevisionRow, SignOffRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.timestamps import from_text, to_text

SIGNERS = frozenset({Role.NURSE_MANAGER})
"""Roles whose signature closes a record; who wrote the revision never signs it."""


class SealedSignOffs:
    """Signatures as one signed-in person may give and check them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def sign(self, record_id: RecordId, revision: int) -> SignOff:
        """Sign that revision; from then on it is immutable.

        Only the newest revision can be signed: KnownErrors ``store.changed-meanwhile``,
        ``store.no-such-record``, ``store.no-key``, ``rollback.wait``. By role and author:
        ``work.not-allowed``, ``review.own-record``. Signing it again returns the
        first signature.
        """
        self._store.watch.need_quiet()
        me = self._keys.me.staff_id
        for known in self.of(record_id):
            if known.revision == revision and known.signer == me:
                return known
        sign_off = SignOff(record_id, revision, me, self._store.clock.now())
        with self._store.database.transaction() as connection:
            stored = newest_revision(connection, record_id)
            if stored is None:
                raise KnownError("store.no-such-record")
            if stored.slot.number != revision:
                raise KnownError("store.changed-meanwhile")
            self._store.need_here(stored.slot.person_id)
            author = author_of(connection, self._keys, stored)
            if self._keys.me.role not in SIGNERS:
                raise KnownError("work.not-allowed")
            if author == me:
                raise KnownError("review.own-record")
            context = sign_off_context(self._store.trust.hospital, stored, sign_off)
            row = {
                "record_id": record_id,
                "revision": revision,
                "signer": me,
                "at": to_text(sign_off.at),
                "signature": sign(self._keys.signing, Label.SIGN_OFF, context, stored.sealed),
            }
            connection.execute(insert(SignOffRow), row)
        self._store.heads.forget(record_id)
        return sign_off

    def of(self, record_id: RecordId) -> Sequence[SignOff]:
        """Verified signatures, oldest first; KnownError ``store.damaged`` if one is not valid."""
        with self._store.database.transaction() as connection:
            return verified_sign_offs(connection, self._store.trust, record_id)


def author_of(connection: Connection, keys: SessionKeys, stored: StoredRevision) -> str:
    """Who wrote a revision, as it says under its seal: nobody signs what they cannot open."""
    slot = stored.slot
    key = keys.data_key(connection, slot.person_id, slot.compartment, slot.dek_version)
    try:
        plain = open_sealed(key.key, keys.places.revision(slot), stored.sealed)
    except WrongKey:
        raise Damaged from None
    return decode_body(plain, object).author


def sign_off_context(hospital: str, stored: StoredRevision, sign_off: SignOff) -> tuple[bytes, ...]:
    """What a signature is bound to besides the stored bytes."""
    return (
        hospital.encode(),
        Compartment(stored.slot.compartment).value.encode(),
        stored.slot.person_id.encode(),
        sign_off.record_id.encode(),
        number(sign_off.revision),
        sign_off.signer.encode(),
        to_text(sign_off.at).encode(),
    )


def verified_sign_offs(
    connection: Connection, trust: TrustBook, record_id: RecordId
) -> tuple[SignOff, ...]:
    """Every signature of one record, checked; KnownError ``store.damaged`` for a bad one.

    One of somebody whose role signs nothing is a bad one, whatever their key made.
    """
    rows = select(SignOffRow.revision, SignOffRow.signer, SignOffRow.at, SignOffRow.signature)
    rows = rows.where(SignOffRow.record_id == record_id).order_by(
        SignOffRow.at, SignOffRow.revision
    )
    revisions = revisions_query().where(RecordRow.record_id == record_id)
    signed = connection.execute(rows).all()
    if not signed:
        return ()
    numbers = RevisionRow.number.in_([row[0] for row in signed])
    stored = {
        found.slot.number: found for found in read_revisions(connection, revisions.where(numbers))
    }
    return tuple(_verified(trust, record_id, row, stored) for row in signed)


def _verified(
    trust: TrustBook,
    record_id: RecordId,
    row: tuple[int, str, str, bytes],
    stored: dict[int, StoredRevision],
) -> SignOff:
    revision, signer, at, signature = row
    sign_off = SignOff(record_id, revision, StaffId(signer), from_text(at))
    if revision not in stored:
        raise Damaged
    context = sign_off_context(trust.hospital, stored[revision], sign_off)
    try:
        trust.check_signature(signer, Label.SIGN_OFF, context, stored[revision].sealed, signature)
    except NotTrusted:
        raise Damaged from None
    if trust.person(signer).role not in SIGNERS:
        raise Damaged
    return sign_off
