"""The port ``GlassDesk``: break-glass accesses, signed and chained, and keys on loan."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select

from desktop.errors import BugError, KnownError
from desktop.records.break_glass import (
    LASTS,
    BrokenGlass,
    GlassKind,
    GlassOutcome,
    GlassReason,
    check_opening,
)
from desktop.records.ids import PersonId, StaffId
from desktop.records.kinds import Compartment
from desktop.services.ports import Loan, RecoveryCodes
from desktop.storage.crypto.glass_statements import (
    GlassEnded,
    GlassOpened,
    GlassReviewed,
    GlassStatement,
)
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import open_from, seal_to
from desktop.storage.glass_book import OPENERS, REVIEWERS
from desktop.storage.lending import Lending, clear_over
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import GlassLogRow
from desktop.storage.session_keys import SessionKeys

_EPOCH_BYTES = 4


class SealedGlassDesk:
    """Accesses as one signed-in person may begin, end and review them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, lending: Lending) -> None:
        self._store = store
        self._keys = keys
        self._lending = lending

    def open(
        self, person_id: PersonId, kind: GlassKind, reason: GlassReason, note: str
    ) -> BrokenGlass:
        """Begin an access of my own; see the port."""
        if self._keys.me.role not in OPENERS[kind]:
            raise KnownError("work.not-allowed")
        self._store.need_not_erased(person_id)
        check_opening(kind, reason, note)
        if self.standing(person_id) is not None:
            raise KnownError("glass.standing")
        now = self._store.time.now()
        until = now + LASTS
        if kind is GlassKind.OFFICER:
            loan = self._lending.take(person_id)
            if loan is None:
                raise KnownError("glass.not-lent")
            until = loan.until
        return self._begin(person_id, kind, reason, note.strip(), now, until)

    def end(self, glass_id: str) -> None:
        """End my access before its time; what was lent for it is destroyed."""
        glass = self._known(glass_id)
        me = self._keys.me.staff_id
        if glass.opened_by != me or glass.ended_at is not None:
            raise KnownError("glass.unknown")
        with self._store.database.transaction() as connection:
            statement = GlassEnded(
                glass_id=glass_id,
                signer_id=me,
                at=self._store.time.now(),
                before=self._store.glass.head,
            )
            self._add(connection, statement, None)
        if glass.kind is GlassKind.OFFICER:
            self._lending.end(glass.person_id, me)

    def standing(self, person_id: PersonId) -> BrokenGlass | None:
        """My access to this person, if one is in force now."""
        me, now = self._keys.me.staff_id, self._store.time.now()
        mine = [
            each
            for each in self.all()
            if each.person_id == person_id and each.opened_by == me and each.is_standing(now)
        ]
        if not mine:
            return None
        if mine[-1].kind is GlassKind.OFFICER and not self._keys.has_loan(person_id):
            # Signed in anew since it began: the loan is opened again, if it still stands.
            return mine[-1] if self._lending.take(person_id) is not None else None
        return mine[-1]

    def all(self) -> Sequence[BrokenGlass]:
        """Every access ever, oldest first."""
        with self._store.database.transaction() as connection:
            return tuple(self._store.glass.read(connection, self._store.trust).values())

    def note_of(self, glass_id: str) -> str:
        """What was said; only the auditor opens it."""
        self._known(glass_id)
        query = select(GlassLogRow.note).where(
            GlassLogRow.glass_id == glass_id, GlassLogRow.kind == GlassOpened.kind
        )
        with self._store.database.transaction() as connection:
            note = connection.execute(query).scalar()
        if note is None:
            return ""
        epoch = int.from_bytes(note[:_EPOCH_BYTES], "big")
        pair = self._keys.pair(Compartment.AUD, epoch)
        place = self._store.places.glass_note(glass_id, epoch)
        return open_from(pair, place, note[_EPOCH_BYTES:]).decode()

    def review(self, glass_id: str, outcome: GlassOutcome) -> None:
        """By somebody else whose role reviews; see the port."""
        me = self._keys.me
        if me.role not in REVIEWERS:
            raise KnownError("work.not-allowed")
        glass = self._known(glass_id)
        if glass.opened_by == me.staff_id:
            raise KnownError("glass.yourself")
        if glass.outcome is not None:
            raise KnownError("glass.reviewed")
        with self._store.database.transaction() as connection:
            statement = GlassReviewed(
                glass_id=glass_id,
                signer_id=me.staff_id,
                at=self._store.time.now(),
                before=self._store.glass.head,
                outcome=outcome.value,
            )
            self._add(connection, statement, None)

    def lend(
        self, person_id: PersonId, officer_id: StaffId, codes: RecoveryCodes | None = None
    ) -> Loan:
        """Seal this person's data keys to that officer for four hours; see the port."""
        return self._lending.lend(person_id, officer_id, codes)

    def loans(self) -> Sequence[Loan]:
        """What is lent now, newest first."""
        return self._lending.loans()

    def clear_over(self) -> None:
        """Destroy the lent keys that ran out."""
        clear_over(self._store)

    def _begin(
        self,
        person_id: PersonId,
        kind: GlassKind,
        reason: GlassReason,
        note: str,
        now: datetime,
        until: datetime,
    ) -> BrokenGlass:
        glass_id = self._store.ids.new_id()
        sealed = self._seal_note(glass_id, note) if note else None
        with self._store.database.transaction() as connection:
            known = self._store.glass.read(connection, self._store.trust)
            if glass_id in known:
                raise BugError("an id was given twice")
            statement = GlassOpened(
                glass_id=glass_id,
                signer_id=self._keys.me.staff_id,
                at=now,
                before=self._store.glass.head,
                person_id=person_id,
                access=kind.value,
                reason=reason.value,
                until=until,
                note_hash=digest(sealed) if sealed else b"",
            )
            self._add(connection, statement, sealed)
        return self._known(glass_id)

    def _seal_note(self, glass_id: str, note: str) -> bytes:
        public = self._store.publics[Compartment.AUD]
        place = self._store.places.glass_note(glass_id, public.epoch)
        epoch = public.epoch.to_bytes(_EPOCH_BYTES, "big")
        return epoch + seal_to(public.key, place, note.encode())

    def _known(self, glass_id: str) -> BrokenGlass:
        for each in self.all():
            if each.glass_id == glass_id:
                return each
        raise KnownError("glass.unknown")

    def _add(self, connection: Connection, statement: GlassStatement, note: bytes | None) -> None:
        """Sign and append one. It is taken in by the next reading, once it is on disk."""
        row = {
            "glass_id": statement.glass_id,
            "kind": statement.kind,
            "body": statement.issue(self._store.trust.hospital, self._keys.signing),
            "note": note,
        }
        connection.execute(insert(GlassLogRow), row)
