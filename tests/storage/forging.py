"""An entry of the audit trail that somebody makes with the file alone, without any account."""

from collections.abc import Callable
from pathlib import Path

from desktop.clock import Clock
from desktop.records.kinds import Compartment
from desktop.storage.crypto.audit_chain import next_hash
from desktop.storage.crypto.hpke_wrap import seal_to
from desktop.storage.crypto.signed_entry import EntryPlace
from desktop.storage.without_keys import opened_without_keys
from tests.storage.raw_file import execute
from tests.support.store_fixture import MadeStore

Pack = Callable[[EntryPlace], bytes]
"""What a forger seals, for this place in the chain."""


def forge(made: MadeStore, pack: Pack) -> int:
    """Append an entry with what the file alone gives, and open the store again; its number."""
    made.gate.close()
    number = append_forged(made.data_dir, made.clock, pack)
    made.reopen()
    return number


def append_forged(data_dir: Path, clock: Clock, pack: Pack) -> int:
    """As above, to a closed store."""
    with opened_without_keys(data_dir, clock) as store:
        head, place = store.chain.head(), store.chain.place
        index, auditor = head.count + 1, store.publics[Compartment.AUD]
        context = store.places.audit_entry(place.workstation, index, head.head_hash, auditor.epoch)
        plain = pack(EntryPlace(place, index, head.head_hash))
        sealed = seal_to(auditor.key, context, plain)
        fresh = next_hash(place, index, head.head_hash, sealed)
    insert = (
        "INSERT INTO audit (workstation_id, number, epoch, sealed, previous_hash, entry_hash)"
        " VALUES (?, ?, ?, ?, ?, ?)"
    )
    values = (place.workstation, index, auditor.epoch, sealed, head.head_hash, fresh)
    execute(data_dir / "store.db", insert, *values)
    return index
