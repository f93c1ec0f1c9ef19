"""The port ``Session``: everything one signed-in person may do with the store."""

from contextlib import suppress
from datetime import datetime

from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.roles import StaffMember
from desktop.services.ports import SecretsChange
from desktop.storage.audit_reader import SealedAuditReader
from desktop.storage.backup_desk import SealedBackupDesk
from desktop.storage.caseload import SealedCaseload
from desktop.storage.checkpoints import SealedAuditTrail
from desktop.storage.crypto.failures import NotTrusted
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.erasure_desk import SealedErasureDesk
from desktop.storage.form_shelf import SignedFormShelf
from desktop.storage.glass_desk import SealedGlassDesk
from desktop.storage.hand_over_desk import SealedHandOverDesk
from desktop.storage.journal import SealedJournal
from desktop.storage.key_desk import SealedKeyDesk
from desktop.storage.lending import Lending
from desktop.storage.opened_store import OpenedStore
from desktop.storage.packet_store import SealedPacketStore
from desktop.storage.record_store import SealedRecordStore
from desktop.storage.rollback_desk import SealedRollbackDesk
from desktop.storage.session_door import SessionDoor
from desktop.storage.session_keys import SessionKeys
from desktop.storage.sign_offs import SealedSignOffs
from desktop.storage.site_book import SignedSiteBook
from desktop.storage.staff_desk import SealedStaffDesk


class SealedSession:
    """One signed-in person's view of the store."""

    def __init__(
        self,
        store: OpenedStore,
        keys: SessionKeys,
        pin: PinVerifier,
        door: SessionDoor,
    ) -> None:
        self._door = door
        self._store = store
        self._keys = keys
        self._pin: PinVerifier | None = pin
        self._records = SealedRecordStore(store, keys)
        self._journal = SealedJournal(store, keys)
        self._sign_offs = SealedSignOffs(store, keys)
        self._packets = SealedPacketStore(store, keys)
        self._audit = SealedAuditTrail(store, keys, door.keep_anchor)
        self._site = SignedSiteBook(store, keys)
        self._forms = SignedFormShelf(store, keys)
        self._staff_desk = SealedStaffDesk(store, keys, door.throttle)
        self._key_desk = SealedKeyDesk(store, keys)
        self._erasure_desk = SealedErasureDesk(store, keys, self._packets)
        self._caseload = SealedCaseload(store, keys)
        self._audit_reader = SealedAuditReader(store, keys)
        self._rollback = SealedRollbackDesk(store, keys, door)
        self._backups = SealedBackupDesk(store, keys)
        self._hand_over_desk = SealedHandOverDesk(store, keys, door.secret)
        self._glass_desk = SealedGlassDesk(store, keys, Lending(store, keys))

    @property
    def me(self) -> StaffMember:
        """Who is signed in."""
        return self._keys.me

    @property
    def is_on_last_room(self) -> bool:
        """Whether the disk is full and the room held back is being used up."""
        return self._store.database.is_on_last_room

    @property
    def records(self) -> SealedRecordStore:
        """Revisions."""
        return self._records

    @property
    def journal(self) -> SealedJournal:
        """Drafts."""
        return self._journal

    @property
    def sign_offs(self) -> SealedSignOffs:
        """Signatures."""
        return self._sign_offs

    @property
    def packets(self) -> SealedPacketStore:
        """Finished packets."""
        return self._packets

    @property
    def audit(self) -> SealedAuditTrail:
        """The audit trail."""
        return self._audit

    @property
    def site(self) -> SignedSiteBook:
        """Facts of the site."""
        return self._site

    @property
    def forms(self) -> SignedFormShelf:
        """Forms that the site loaded."""
        return self._forms

    @property
    def staff_desk(self) -> SealedStaffDesk:
        """People of the site."""
        return self._staff_desk

    @property
    def key_desk(self) -> SealedKeyDesk:
        """Keys to hand on and to renew."""
        return self._key_desk

    @property
    def erasure_desk(self) -> SealedErasureDesk:
        """Legal holds and erasures."""
        return self._erasure_desk

    @property
    def caseload(self) -> SealedCaseload:
        """Summaries of all cases."""
        return self._caseload

    @property
    def audit_reader(self) -> SealedAuditReader:
        """The audit trail, for who holds the auditor's key."""
        return self._audit_reader

    @property
    def rollback(self) -> SealedRollbackDesk:
        """Whether the store is an older copy of itself."""
        return self._rollback

    @property
    def backups(self) -> SealedBackupDesk:
        """Backups, checked with my keys."""
        return self._backups

    @property
    def glass_desk(self) -> SealedGlassDesk:
        """Break-glass accesses and keys on loan."""
        return self._glass_desk

    @property
    def hand_over_desk(self) -> SealedHandOverDesk:
        """Cases that move between workstations."""
        return self._hand_over_desk

    def confirm_password(self, password: str, act: str = "") -> None:
        """Return when it is mine; slow, and counted like a sign-in.

        What I sign afterwards is signed with the key that this password opens.
        KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``sign-in.stopped``.
        """
        certificate, _ = self._door.confirm(self.me, password, act, self._keys.signing)
        if certificate.verify_key != self._keys.signing.verify_key:
            raise NotTrusted

    def change_secrets(self, change: SecretsChange) -> None:
        """Choose another password or PIN; see the port."""
        self._door.change_secrets(self.me, change, self._keys.signing)
        if change.new_pin:
            self._pin = self._door.confirm(self.me, change.new_password or change.password)[1].pin

    def store_time(self) -> datetime:
        """Never earlier than what this store has seen; see the port."""
        return self._store.time.now()

    def check_pin(self, pin: str) -> bool:
        """Whether this is my cover-screen PIN; slow like a sign-in. A wrong one is written down."""
        if self._pin is None:
            raise BugError("the session is closed")
        is_right = self._pin.matches(pin)
        if not is_right:
            event = AuditEvent(AuditAction.PIN_FAILED, self.me.staff_id, self._store.clock.now())
            # A store that refuses the entry must not make one guess more of it.
            with suppress(KnownError):
                self._audit.record(event)
        return is_right

    def close(self) -> None:
        """Checkpoint the audit chain and forget the keys; safe to call twice."""
        if self._pin is None:
            return
        try:
            now = self._store.clock.now()
            self._audit.record(AuditEvent(AuditAction.SIGNED_OUT, self.me.staff_id, now))
            self._audit.checkpoint()
        finally:
            self._pin = None
            self._keys.forget()
