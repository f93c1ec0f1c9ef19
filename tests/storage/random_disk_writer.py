"""A process of its own at work on a disk that fails at times: what it was told, line by line.

Arguments: data folder, person id, record id. "saved N" is an acknowledged row of the draft, "packet
N" an acknowledged packet, "refused CODE" what a KnownError said; "end" stands at the end. Anything
but a KnownError ends the process with a traceback.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.services.ports import DraftRef, Session, StoreGate
from desktop.storage.gate import open_gate
from tests.storage.cases import answer, packet_content
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of

ACTS = 40
PACKET_EVERY, SIGN_IN_EVERY = 5, 13


def tell(words: str) -> None:
    """At once: what was acknowledged before a kill counts."""
    os.write(1, f"{words}\n".encode())


def tried(act: Callable[[], object], done: str = "") -> bool:
    """Whether it was not refused; a refusal is told, and so is ``done``."""
    try:
        act()
    except KnownError as error:
        tell(f"refused {error.message_id}")
        return False
    if done:
        tell(done)
    return True


def session_of(gate: StoreGate) -> Session:
    """Signed in; the file may be opened anew at once after an error."""
    session = gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    session._store.database.again_after_s = 0.0
    return session


def work(gate: StoreGate, draft: DraftRef) -> None:
    """Rows, packets, entries and new sessions, whatever the disk says."""
    gate.unlock(PASSPHRASE)
    session = session_of(gate)
    for number in range(ACTS):
        row = answer(f'"row {number}"')
        tried(partial(session.journal.append, draft, row), f"saved {number}")
        if number % PACKET_EVERY == 0:
            packet = PacketId(f"{number:032x}")
            content = packet_content(f"packet {number}".encode())
            tried(partial(session.packets.put, packet, content), f"packet {number}")
        if number % SIGN_IN_EVERY == SIGN_IN_EVERY - 1:
            tried(session.close)
            session = session_of(gate)
    tried(session.close)


def main() -> None:
    """Open the store and work in it."""
    gate = open_gate(Path(sys.argv[1]), FakeClock(), CountingIds("d"), kdf=CHEAP_KDF)
    draft = DraftRef(PersonId(sys.argv[2]), RecordId(sys.argv[3]), 0)
    tried(lambda: work(gate, draft))
    tried(gate.close)
    tell("end")


if __name__ == "__main__":
    main()
