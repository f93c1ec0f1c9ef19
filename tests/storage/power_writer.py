"""A process of its own whose every write is recorded: drafts, saved forms, a sign-off, a packet.

Arguments: data folder, person id, record id, rows, and "NORMAL" to work without durability. A
number on standard output is a draft row that was acknowledged.
"""

import os
import sys
from pathlib import Path

from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef
from desktop.storage import engine
from desktop.storage.gate import open_gate
from tests.storage.cases import answer, form, packet_content
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of


def main() -> None:
    """Write, saying each row; other things are saved between."""
    data_dir, person, record, rows = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    if sys.argv[5:] == ["NORMAL"]:
        engine.PRAGMAS = tuple(
            ("synchronous", "NORMAL", 1) if each[0] == "synchronous" else each
            for each in engine.PRAGMAS
        )
    gate = open_gate(data_dir, FakeClock(), CountingIds("d"), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    session = gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    draft = DraftRef(PersonId(person), RecordId(record), 0)
    for number in range(1, rows + 1):
        session.journal.append(draft, answer('"typed at the bedside"'))
        os.write(1, f"{number}\n".encode())
        if number % 10 == 0:
            other = RecordId(f"{number:032x}")
            session.records.save(FORM, draft.person_id, other, form(other), base=0)
        if number % 25 == 0:
            session.packets.put(PacketId(f"{number:032x}"), packet_content(bytes(20_000)))
    session.close()
    gate.close()


if __name__ == "__main__":
    main()
