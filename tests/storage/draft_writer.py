"""A process of its own that writes journal rows until it is killed, saying each one it was told.

Arguments: data folder, person id, record id.
"""

import sys
from pathlib import Path

from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import DraftRef
from desktop.storage.gate import open_gate
from tests.storage.cases import answer
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of


def main() -> None:
    """Sign in, then append for ever; a number on standard output is an acknowledged row."""
    gate = open_gate(Path(sys.argv[1]), FakeClock(), CountingIds("d"), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    journal = gate.sign_in(SPECIALIST, password_of(SPECIALIST)).journal
    draft = DraftRef(PersonId(sys.argv[2]), RecordId(sys.argv[3]), 0)
    while True:
        number = journal.append(draft, answer('"typed at the bedside"'))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
