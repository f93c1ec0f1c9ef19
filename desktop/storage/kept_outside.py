"""What the system's keyring saw of a store, for a check of the store that has no key."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.services.ports import KeyringSaid, StoreProblem
from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring
from desktop.storage.opened_store import SEALED_BY_DEVICE, OpenedStore, find_meta
from desktop.storage.rollback_watch import Anchor
from desktop.storage.tries_watch import set_back_problems

MakeKeyring = Callable[[], Keyring]


@dataclass(frozen=True, slots=True)
class KeptOutside:
    """What is to be found in the store, and whether the keyring answered."""

    seen: tuple[Anchor, ...]
    said: KeyringSaid
    problems: tuple[StoreProblem, ...] = ()


def kept_outside(store: OpenedStore, *, keyring: MakeKeyring | None) -> KeptOutside:
    """Ask the keyring of a workstation that has one; one that is locked or empty says nothing."""
    with store.database.transaction() as connection:
        is_enrolled = find_meta(connection, SEALED_BY_DEVICE) is not None
    if not is_enrolled or keyring is None:
        return KeptOutside((), KeyringSaid.SILENT if is_enrolled else KeyringSaid.NOT_USED)
    try:
        entries = StoreKeyring(keyring(), store.site.store_id)
        anchor = entries.anchor()
    except KnownError:
        anchor = None
    if anchor is None:
        return KeptOutside((), KeyringSaid.SILENT)
    problems = tuple(set_back_problems(store, entries))
    return KeptOutside((Anchor.of(anchor),), KeyringSaid.COMPARED, problems)
