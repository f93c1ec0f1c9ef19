"""The workstation's passphrase: waited for and written down like a password."""

from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.opened_store import SEALED_BY_PHRASE, OpenedStore, read_meta
from desktop.storage.throttle import UNKNOWN_ACCOUNT, WORKSTATION, Throttle


@dataclass(frozen=True, slots=True)
class PhraseDoor:
    """One store whose site secret is under a passphrase."""

    store: OpenedStore
    throttle: Throttle
    place: WorkstationPlace

    def open(self, passphrase: str, *, allow_weak: bool) -> SiteSecret:
        """The site secret; one slow derivation.

        KnownErrors ``workstation.wrong-passphrase``, ``sign-in.wait``, ``store.damaged``.
        """
        self.throttle.check(WORKSTATION)
        self.throttle.count_try(WORKSTATION)
        with self.store.database.transaction() as connection:
            sealed = read_meta(connection, SEALED_BY_PHRASE)
        try:
            secret = self.place.open_with_passphrase(sealed, passphrase, allow_weak=allow_weak)
        except KnownError as error:
            if error.message_id == "workstation.wrong-passphrase":
                now, nobody = self.store.clock.now(), StaffId(UNKNOWN_ACCOUNT)
                self.store.chain.append(AuditEvent(AuditAction.UNLOCK_FAILED, nobody, now))
            raise
        self.throttle.clear(WORKSTATION)
        return secret
