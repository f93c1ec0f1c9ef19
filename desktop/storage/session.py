"""The port ``Session``: everything one signed-in person may do with the store."""

from collections.abc import Callable

from desktop.errors import BugError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.roles import StaffMember
from desktop.storage.audit_trail import SealedAuditTrail
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.form_shelf import SignedFormShelf
from desktop.storage.journal import SealedJournal
from desktop.storage.opened_store import OpenedStore
from desktop.storage.packet_store import SealedPacketStore
from desktop.storage.record_store import SealedRecordStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.sign_offs import SealedSignOffs
from desktop.storage.site_book import SignedSiteBook


class SealedSession:
    """One signed-in person's view of the store."""

    def __init__(
        self,
        store: OpenedStore,
        keys: SessionKeys,
        pin: PinVerifier,
        keep_anchor: Callable[[ChainHead], None],
    ) -> None:
        self._store = store
        self._keys = keys
        self._pin: PinVerifier | None = pin
        self._records = SealedRecordStore(store, keys)
        self._journal = SealedJournal(store, keys)
        self._sign_offs = SealedSignOffs(store, keys)
        self._packets = SealedPacketStore(store, keys)
        self._audit = SealedAuditTrail(store.database, store.chain, keys, store.clock, keep_anchor)
        self._site = SignedSiteBook(store, keys)
        self._forms = SignedFormShelf(store, keys)

    @property
    def me(self) -> StaffMember:
        """Who is signed in."""
        return self._keys.me

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

    def check_pin(self, pin: str) -> bool:
        """Whether this is my cover-screen PIN; slow like a sign-in."""
        if self._pin is None:
            raise BugError("the session is closed")
        return self._pin.matches(pin)

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
