"""A process of its own that types until the disk is full, then goes on when there is room again.

Arguments: the store to copy, a folder on a small disk, person id, record id. Says how many rows
were saved, what the full disk was called, how many rows were saved after room was made, and how
many open after another start.
"""

import shutil
import sys
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import DraftRef, Journal
from desktop.storage.gate import open_gate
from desktop.storage.verify import verify_store
from tests.storage.cases import answer
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of

FILLER_BYTES = 200_000
MOST = 5_000


def main() -> None:
    """Fill the disk, make room, go on."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    data_dir, filler = folder / "data", folder / "filler"
    shutil.copytree(source, data_dir)
    data_dir.chmod(0o700)
    filler.write_bytes(bytes(FILLER_BYTES))
    draft = DraftRef(PersonId(sys.argv[3]), RecordId(sys.argv[4]), 0)
    gate = open_gate(data_dir, FakeClock(), CountingIds("d"), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    journal = gate.sign_in(SPECIALIST, password_of(SPECIALIST)).journal
    saved, said = _fill(journal, draft)
    filler.unlink()
    for _ in range(3):
        journal.append(draft, answer('"after room was made"'))
    gate.close()
    gate = open_gate(data_dir, FakeClock(), CountingIds("e"), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    kept = len(gate.sign_in(SPECIALIST, password_of(SPECIALIST)).journal.rows(draft))
    gate.close()
    is_whole = verify_store(data_dir).is_whole
    sys.stdout.write(f"{saved} {said} {kept - saved} {is_whole}\n")


def _fill(journal: Journal, draft: DraftRef) -> tuple[int, str]:
    for number in range(MOST):
        try:
            journal.append(draft, answer('"typed at the bedside"'))
        except KnownError as error:
            return number, error.message_id
    return MOST, "never full"


if __name__ == "__main__":
    main()
