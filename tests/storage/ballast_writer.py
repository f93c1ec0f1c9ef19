"""A process of its own that types on a small disk until it is full, with room held back.

Arguments: the store to copy, a folder on a small disk, person id, record id, bytes held back. Says
on one line: the blocks held back, what the first refusal was called, rows saved before the disk
was full, rows saved after, whether the completed form was saved, and whether the room was there
again at the start after room was made.
"""

import shutil
import sys
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef, Session, StoreGate
from desktop.storage.gate import open_gate
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, form
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, SPECIALIST, password_of

LEFT_BYTES = 300_000
"""What the filler leaves of the disk."""
MOST, AFTER = 5_000, 200


def main() -> None:
    """Fill the disk, type on, complete, make room, start again."""
    source, folder, held = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[5])
    data_dir, filler = folder / "data", folder / "filler"
    shutil.copytree(source, data_dir)
    data_dir.chmod(0o700)
    draft = DraftRef(PersonId(sys.argv[3]), RecordId(sys.argv[4]), 0)
    gate, session = _open(data_dir, held)
    ballast = data_dir / "ballast"
    blocks = ballast.stat().st_blocks * 512 if held else 0
    filler.write_bytes(bytes(shutil.disk_usage(folder).free - LEFT_BYTES))
    before, after, said = _type(session, draft)
    is_done = _complete(session, draft) if after else False
    gate.close()
    filler.unlink()
    gate, session = _open(data_dir, held)
    kept = len(session.journal.rows(draft)) if not is_done else before + after
    gate.close()
    is_whole = verify_store(data_dir).is_whole and kept == before + after
    size = ballast.stat().st_size if ballast.exists() else 0
    sys.stdout.write(f"{blocks} {said} {before} {after} {is_done} {size} {is_whole}\n")


def _open(data_dir: Path, held: int) -> tuple[StoreGate, Session]:
    gate = open_gate(data_dir, FakeClock(), CountingIds("d"), kdf=CHEAP_KDF, ballast_bytes=held)
    gate.unlock(PASSPHRASE)
    return gate, gate.sign_in(SPECIALIST, password_of(SPECIALIST))


def _type(session: Session, draft: DraftRef) -> tuple[int, int, str]:
    """Rows before the room was given up, rows after it, and the first refusal."""
    before = after = 0
    for _ in range(MOST):
        try:
            session.journal.append(draft, answer('"typed at the bedside"'))
        except KnownError as error:
            return before, after, error.message_id
        if session.is_on_last_room:
            after += 1
        else:
            before += 1
        if after == AFTER:
            break
    return before, after, "nothing"


def _complete(session: Session, draft: DraftRef) -> bool:
    """Complete the form: a transaction of another kind."""
    done = form(draft.record_id)
    session.records.save(FORM, draft.person_id, draft.record_id, done, base=0, clears_journal=True)
    return session.records.load(FORM, draft.record_id).number == 1


if __name__ == "__main__":
    main()
