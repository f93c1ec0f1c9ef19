"""kill -9 of a process that writes: every acknowledged row is there when the store is reopened."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.records.ids import RecordId
from desktop.services.ports import DraftRef
from desktop.storage.verify import verify_store
from tests.support.store_fixture import SPECIALIST, MadeStore

ROOT = Path(__file__).parents[2]


def _write_and_kill(made: MadeStore, draft: DraftRef, after_rows: int) -> int:
    """Start a writer, kill it once it said that many rows; returns the last row it said."""
    arguments = [str(made.data_dir), draft.person_id, draft.record_id]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.draft_writer", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as writer:
        assert writer.stdout is not None
        for _ in range(after_rows):
            assert writer.stdout.readline()
        writer.kill()
        said = writer.stdout.read().split("\n")
    whole = [int(line) for line in said[:-1] if line]
    return max([after_rows, *whole])


def _no_acknowledged_row_is_lost(made: MadeStore, runs: int) -> None:
    person_id = made.sign_in(SPECIALIST).records.create_person()
    for run in range(runs):
        draft = DraftRef(person_id, RecordId(f"{run:032x}"), 0)
        made.gate.close()

        said = _write_and_kill(made, draft, after_rows=1 + run * 7 % 40)

        made.reopen()
        kept = len(made.sign_in(SPECIALIST).journal.rows(draft))
        assert kept in (said, said + 1)
    made.gate.close()
    assert verify_store(made.data_dir).is_whole


def test_no_acknowledged_row_is_lost_in_5_kills(made: MadeStore) -> None:
    _no_acknowledged_row_is_lost(made, 5)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_no_acknowledged_row_is_lost_in_60_kills(made: MadeStore) -> None:
    _no_acknowledged_row_is_lost(made, 60)
