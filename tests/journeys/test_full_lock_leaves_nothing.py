"""After a full lock the same process, seen from outside, holds nothing of what was worked on."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import desktop
from desktop.records.episode import CaseSource
from desktop.records.kinds import Compartment
from desktop.services.add_case import NewCase, add_case
from desktop.services.ports import Session
from desktop.services.read_worklist import read_worklist
from tests.journeys.canaries import coded
from tests.journeys.locking_child import QUESTION
from tests.journeys.process_memory import words_in_memory
from tests.services.bench import ROSA
from tests.support.store_fixture import PASSPHRASE, password_of
from tests.support.window_parts import Workstation

ROOT = Path(desktop.__file__).resolve().parent.parent
PATIENCE_S = 120.0
LOOK_EVERY_S = 0.05


def needles_of(*words: str) -> dict[str, bytes]:
    """Each word as UTF-8 (and Latin-1, the same here) and as Qt keeps it, UTF-16LE."""
    found = {}
    for word in words:
        found |= {name: form for name, form in coded(word).items() if "base64" not in name}
    return found


def keys_of(session: Session) -> dict[str, bytes]:
    """What a session of the same person opens: compartment keys and the person's private halves."""
    keys = session.records._keys
    opened = {f"key of {each}": keys.secret(each, 1) for each in (Compartment.ID, Compartment.CLIN)}
    return opened | {"X25519": keys.exchange.private, "Ed25519": keys.signing.seed}


def until(is_so: Callable[[], bool], child: "subprocess.Popen[str]") -> None:
    """Look until it is so; an end of the child or no end to the waiting is a failure."""
    last = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < last, "it never came"
        with suppress(subprocess.TimeoutExpired):
            child.wait(LOOK_EVERY_S)
            pytest.fail("the process ended by itself")


def has_replaced_itself(pid: int) -> bool:
    """Whether the process is the app afresh, with the store open at its first page."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    if b"desktop" not in words:
        return False
    return any(target.name == "store.db" for target in open_files(pid))


def open_files(pid: int) -> Iterator[Path]:
    """Where the descriptors of a running process lead; one may close while this looks."""
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            yield link.readlink()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/PID/mem")
def test_what_was_in_memory_before_the_lock_is_gone_after_it(station: Workstation) -> None:
    run = secrets.token_hex(4)
    stored, typed = f"quaggastored{run}", f"quaggatyped{run}"
    work = station.bench.work_as(ROSA)
    new = NewCase(stored, CaseSource.TRAUMA_PAGE, work.clock.now(), "en", age_years=19)
    station.bench.reach(add_case(work, new).ref)
    (card,) = read_worklist(work).in_progress
    keys = keys_of(work.session)
    station.leave_bench()
    needles = needles_of(stored, typed, password_of(ROSA), PASSPHRASE) | keys
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.locking_child", str(station.root), str(card.alias)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        try:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(f"{typed}\n")
            child.stdin.flush()
            assert child.stdout.readline() == "typed\n", QUESTION
            before = words_in_memory(child.pid, needles)
            child.stdin.write("lock\n")
            child.stdin.flush()
            until(lambda: has_replaced_itself(child.pid), child)
            after = words_in_memory(child.pid, needles)
        finally:
            child.kill()

    # The password is looked for afterwards alone: of what was typed at the sign-in it goes first.
    assert set(keys) < set(before)
    assert f"{PASSPHRASE} as UTF-8" in before
    assert f"{typed} as UTF-16LE" in before
    assert f"{stored} as UTF-16LE" in before
    assert any(stored in name and "UTF-8" in name for name in before)
    assert after == []
