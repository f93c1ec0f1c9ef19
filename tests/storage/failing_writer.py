"""A process of its own whose disk fails under it: what it is told, and what it then still tries.

Arguments: data folder, person id, record id, and "again" when the file may be opened anew at once
instead of after some seconds. "saved" is an acknowledged row, else the message id.
After the first failure it tries three more times, says "stopped", and closes the store.
"""

import os
import sys
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import DraftRef
from desktop.storage.gate import open_gate
from tests.storage.cases import answer
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of

AFTER_FAILURE = 3
ENOUGH = 12
"""Rows after a failure that was got over."""


def main() -> None:
    """Append until the disk failed, then as often as somebody types on."""
    gate = open_gate(Path(sys.argv[1]), FakeClock(), CountingIds("d"), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    session = gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    if sys.argv[4:] == ["again"]:
        session._store.database.again_after_s = 0.0
    draft = DraftRef(PersonId(sys.argv[2]), RecordId(sys.argv[3]), 0)
    failures, after = 0, 0
    while failures <= AFTER_FAILURE and after < ENOUGH:
        after += failures > 0
        try:
            session.journal.append(draft, answer('"typed at the bedside"'))
            said = "saved"
        except KnownError as error:
            failures += 1
            said = error.message_id
        os.write(1, f"{said}\n".encode())
    os.write(1, b"stopped\n")
    gate.close()


if __name__ == "__main__":
    main()
