"""Errors of the disk at random calls, drawn from a seed: what was acknowledged is there, whole."""

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.services.ports import DraftRef
from desktop.storage.verify import verify_store
from tests.storage.random_disk_writer import ACTS
from tests.support.store_fixture import DESK, SPECIALIST, MadeStore

ROOT = Path(__file__).parents[2]
RECORD = RecordId("f" * 32)
CALLS = ("pwrite64", "fdatasync", "pread64", "ftruncate")
MOST_CALLS = {"pwrite64": 270, "fdatasync": 65, "pread64": 50, "ftruncate": 2}
"""A run without an error makes at least as many of each."""
SHORT, LONG = 5, 200

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def injection(seed: int) -> str:
    """Which calls fail with what: one, all from one on, or every so many from one on."""
    chance = random.Random(seed)
    call = chance.choice(CALLS)
    error = "ENOSPC" if call == "pwrite64" and chance.random() < 0.3 else "EIO"
    first = chance.randint(1, MOST_CALLS[call])
    again = chance.choice(("", "", "+", f"+{chance.randint(2, 40)}"))
    return f"inject={call}:error={error}:when={first}{again}"


@dataclass(frozen=True, slots=True)
class Run:
    """What the process said, how often it made each call, and whether the disk failed under it."""

    said: tuple[str, ...]
    calls: dict[str, int]
    was_injected: bool

    def numbers(self, kind: str) -> set[int]:
        """Of what was acknowledged."""
        return {int(line.split()[1]) for line in self.said if line.startswith(f"{kind} ")}


def run(made: MadeStore, person: PersonId, injected: str) -> Run:
    """Let it work under strace; both files of the store fail, nothing else."""
    made.gate.close()
    trace = made.data_dir.parent / "trace"
    files = ["-P", f"{made.database}-wal", "-P", str(made.database)]
    strace = ["strace", "-f", "-o", str(trace), *files, "-e", f"trace={','.join(CALLS)}"]
    child = [sys.executable, "-m", "tests.storage.random_disk_writer", str(made.data_dir)]
    done = subprocess.run(
        [*strace, "-e", injected, *child, person, RECORD],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, ""), injected
    traced = trace.read_text(encoding="ascii", errors="replace")
    calls = {call: traced.count(f"{call}(") for call in CALLS}
    return Run(tuple(done.stdout.splitlines()), calls, "(INJECTED)" in traced)


def kept_rows(made: MadeStore, person: PersonId) -> set[int]:
    """The rows of the draft that open, by number."""
    rows = made.sign_in(SPECIALIST).journal.rows(DraftRef(person, RECORD, 0))
    return {int(row.body.strip('"').split()[1]) for row in rows}


def check(made: MadeStore, seed: int) -> None:
    """One seed: everything that was acknowledged opens, nothing else appeared, all is whole."""
    person = made.sign_in(SPECIALIST).records.create_person()
    injected = injection(seed)

    ran = run(made, person, injected)

    assert ran.was_injected, injected
    assert ran.said[-1] == "end", injected
    made.reopen()
    kept = kept_rows(made, person)
    desk = made.sign_in(DESK).packets
    assert ran.numbers("saved") <= kept <= set(range(ACTS)), injected
    for number in ran.numbers("packet"):
        opened = desk.open(PacketId(f"{number:032x}"))
        assert opened.pdf == f"packet {number}".encode(), injected
    made.gate.close()
    assert verify_store(made.data_dir).problems == (), injected


@pytest.mark.parametrize("seed", range(SHORT))
def test_whatever_call_fails_nothing_acknowledged_is_lost(made: MadeStore, seed: int) -> None:
    check(made, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SHORT, LONG))
def test_whatever_call_fails_of_200_nothing_acknowledged_is_lost(
    made: MadeStore, seed: int
) -> None:
    check(made, seed)


def test_without_an_error_everything_is_acknowledged(made: MadeStore) -> None:
    """And there are as many calls as are drawn from."""
    person = made.sign_in(SPECIALIST).records.create_person()

    ran = run(made, person, "inject=fdatasync:error=EIO:when=60000")

    assert not ran.was_injected
    assert len(ran.numbers("saved")) == ACTS
    assert not any(line.startswith("refused") for line in ran.said)
    assert all(ran.calls[call] >= most for call, most in MOST_CALLS.items()), ran.calls
