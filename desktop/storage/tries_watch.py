"""Counts of failed sign-ins that somebody set back in the file: found, put right, written down."""

from collections.abc import Iterator
from contextlib import suppress

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.services.ports import StoreProblem
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.opened_store import OpenedStore
from desktop.storage.throttle import UNKNOWN_ACCOUNT, KeptTries, Throttle


def open_throttle(store: OpenedStore, entries: StoreKeyring | None) -> Throttle:
    """The counts of one open store; one that was set back is in the audit trail from now on."""
    throttle = Throttle(store.database, store.clock, KeptTries(entries))
    # On a full disk the keyring's count holds all the same.
    with suppress(KnownError):
        for account in throttle.set_back(_accounts(store)):
            event = AuditEvent(AuditAction.TRIES_SET_BACK, StaffId(account), store.clock.now())
            store.chain.append(event)
    return throttle


def set_back_problems(store: OpenedStore, entries: StoreKeyring) -> Iterator[StoreProblem]:
    """The accounts of whom the file holds fewer failed tries than the keyring."""
    for account in Throttle(store.database, store.clock, KeptTries(entries)).lower(
        _accounts(store)
    ):
        yield StoreProblem(f"sign_in_throttle/{account}", "verify.tries")


def _accounts(store: OpenedStore) -> tuple[str, ...]:
    return (UNKNOWN_ACCOUNT, *store.trust.certificates)
