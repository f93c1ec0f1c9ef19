"""Counts of failed sign-ins that somebody set back in the file: found, put right, written down."""

from collections.abc import Iterator
from contextlib import suppress

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.services.ports import StoreProblem
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.opened_store import OpenedStore
from desktop.storage.since_boot import this_boot
from desktop.storage.throttle import KeptTries, Throttle


def open_throttle(store: OpenedStore, entries: StoreKeyring | None) -> Throttle:
    """The counts of one open store; one that was set back is in the audit trail from now on."""
    throttle = Throttle(store.database, store.clock, KeptTries(entries), this_boot())
    # On a full disk the keyring's count holds all the same.
    with suppress(KnownError):
        for account in throttle.set_back(store.trust.certificates):
            event = AuditEvent(AuditAction.TRIES_SET_BACK, StaffId(account), store.clock.now())
            store.chain.append(event)
    return throttle


def set_back_problems(store: OpenedStore, entries: StoreKeyring) -> Iterator[StoreProblem]:
    """The accounts of whom the file holds fewer failed tries than the keyring."""
    throttle = Throttle(store.database, store.clock, KeptTries(entries))
    for account in throttle.lower(store.trust.certificates):
        yield StoreProblem(f"sign_in_throttle/{account}", "verify.tries")
