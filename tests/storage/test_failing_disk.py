"""fsync and write fail with EIO: writing stops, nothing is tried again, nothing saved is lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.records.ids import RecordId
from desktop.services.ports import DraftRef
from desktop.storage.verify import verify_store
from tests.storage.failing_writer import AFTER_FAILURE
from tests.support.store_fixture import SPECIALIST, MadeStore

ROOT = Path(__file__).parents[2]
RECORD = RecordId("f" * 32)

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def _said_and_traced(
    made: MadeStore, person: str, call: str, when: str, *more: str
) -> tuple[list[str], str]:
    trace = made.data_dir.parent / "trace"
    strace = ["strace", "-f", "-y", "-s", "40", "-o", str(trace), "-P", f"{made.database}-wal"]
    strace += ["-P", str(made.database), "-e", "trace=fdatasync,fsync,pwrite64"]
    strace += ["-e", f"inject={call}:error=EIO:when={when}"]
    child = [sys.executable, "-m", "tests.storage.failing_writer", str(made.data_dir)]
    done = subprocess.run(
        [*strace, *child, person, RECORD, *more],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout.split(), trace.read_text(encoding="ascii", errors="replace")


@pytest.mark.parametrize(
    ("call", "when"),
    [("fdatasync", "20"), ("fdatasync", "20+"), ("pwrite64", "61"), ("pwrite64", "61+")],
)
def test_after_an_error_of_the_disk_nothing_is_tried_again_and_what_was_saved_is_there(
    made: MadeStore, call: str, when: str
) -> None:
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()

    said, trace = _said_and_traced(made, person, call, when)

    saved = said.count("saved")
    assert saved > 3
    assert said == ["saved"] * saved + ["store.disk-failed"] * (AFTER_FAILURE + 1) + ["stopped"]
    assert "(INJECTED)" in trace
    made.reopen()
    kept = len(made.sign_in(SPECIALIST).journal.rows(DraftRef(person, RECORD, 0)))
    assert kept in (saved, saved + 1)
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


@pytest.mark.parametrize(("call", "when"), [("fdatasync", "20"), ("pwrite64", "61")])
def test_a_disk_that_failed_once_is_written_to_through_a_file_opened_anew(
    made: MadeStore, call: str, when: str
) -> None:
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()

    said, trace = _said_and_traced(made, person, call, when, "again")

    saved = said.count("saved")
    assert said.count("store.disk-failed") == 1
    assert said[said.index("store.disk-failed") + 1] == "saved"
    assert "(INJECTED)" in trace
    made.reopen()
    kept = len(made.sign_in(SPECIALIST).journal.rows(DraftRef(person, RECORD, 0)))
    assert kept in (saved, saved + 1)
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def test_a_disk_that_goes_on_failing_is_left_alone(made: MadeStore) -> None:
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()

    said, _trace = _said_and_traced(made, person, "fdatasync", "20+", "again")

    saved = said.count("saved")
    assert said == ["saved"] * saved + ["store.disk-failed"] * (AFTER_FAILURE + 1) + ["stopped"]
    made.reopen()
    kept = len(made.sign_in(SPECIALIST).journal.rows(DraftRef(person, RECORD, 0)))
    assert kept in (saved, saved + 1)


def test_a_disk_that_does_not_fail_is_written_to_for_as_long_as_somebody_types(
    made: MadeStore,
) -> None:
    person = made.sign_in(SPECIALIST).records.create_person()
    made.gate.close()

    said, trace = _said_and_traced(made, person, "fdatasync", "60")

    assert said.count("saved") > 30
    assert trace.count("fdatasync(") > said.count("saved")
