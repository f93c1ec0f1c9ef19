"""Site facts that only an administrator's signature makes true."""

from collections.abc import Iterable

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.site_facts import SignedFact, add_fact, read_facts


def held_facts(store: OpenedStore, kind: str) -> list[SignedFact]:
    """An unsigned or foreign fact counts for nothing: the gate that asks stays shut."""
    with store.database.transaction() as connection:
        facts = read_facts(connection, kind)
    return [fact for fact in facts if is_held(store, fact)]


def is_held(store: OpenedStore, fact: SignedFact) -> bool:
    """Whether an administrator of this hospital signed exactly this."""
    administrators = {each.staff_id for each in store.staff() if each.role is Role.ADMINISTRATOR}
    return fact.signer in administrators and fact.holds(store.trust)


def add_signed(store: OpenedStore, keys: SessionKeys, facts: Iterable[tuple[str, bytes]]) -> None:
    """Append facts (kind, body), all or none. KnownError ``site.only-administrator``."""
    me = keys.me
    if me.role is not Role.ADMINISTRATOR:
        raise KnownError("site.only-administrator")
    with store.database.transaction() as connection:
        for kind, body in facts:
            add_fact(connection, store.trust.hospital, kind, body, me.staff_id, keys.signing)
