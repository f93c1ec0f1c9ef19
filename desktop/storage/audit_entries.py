"""Entries of the audit trail opened with the auditor's key, and whether who is named wrote them."""

from desktop.errors import KnownError
from desktop.records.audit_event import WITHOUT_SIGN_IN, AuditEvent, Vouched
from desktop.records.kinds import Compartment
from desktop.storage.codec import decode
from desktop.storage.crypto.hpke_wrap import open_from
from desktop.storage.crypto.signed_entry import EntryPlace, PackedEntry, unpack_entry
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys


class EntryReader:
    """Reads one trail from its beginning on: only what came before tells of the older form."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys
        self._signed_from: int | None = None
        self.seen_to = 0
        """The number of the last entry that was read; give the next ones in their order."""

    def entry(
        self, number: int, epoch: int, previous: bytes, sealed: bytes
    ) -> tuple[AuditEvent, Vouched]:
        """One entry. KnownErrors ``store.no-key``, ``store.damaged``, ``store.wrong-key``."""
        self.seen_to = max(self.seen_to, number)
        chain = self._store.chain.place
        context = self._store.places.audit_entry(chain.workstation, number, previous, epoch)
        plain = open_from(self._keys.pair(Compartment.AUD, epoch), context, sealed)
        packed = unpack_entry(plain)
        event = decode(packed.event, AuditEvent)
        vouched = self._vouched(packed, event, EntryPlace(chain, number, previous))
        if vouched is Vouched.SIGNED and self._signed_from is None:
            self._signed_from = number
        return event, vouched

    def _vouched(self, packed: PackedEntry, event: AuditEvent, place: EntryPlace) -> Vouched:
        if packed.signature is None:
            is_late = self._signed_from is not None and place.index > self._signed_from
            return Vouched.FALSE if is_late else Vouched.OLDER
        if not packed.signature:
            return Vouched.NOBODY if event.action in WITHOUT_SIGN_IN else Vouched.FALSE
        try:
            packed.check(place, event.actor, self._store.trust)
        except KnownError:
            return Vouched.FALSE
        return Vouched.SIGNED
