"""While it runs the app writes, sends and names nothing that was typed: strace is asked."""

import os
import secrets
import shutil
from pathlib import Path

import pytest

from desktop.records.episode import CaseSource
from desktop.services.add_case import NewCase, add_case
from desktop.services.read_worklist import read_worklist
from tests.journeys.test_no_trace import RUN, WORD
from tests.journeys.traced import found_in, paper_to_a_pipe, python, traced
from tests.journeys.traced_child import QUEUE
from tests.services.bench import ROSA
from tests.support.store_fixture import PASSPHRASE, password_of
from tests.support.window_parts import Workstation

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
LP = """#!/bin/sh
size=$(wc -c)
touch "$FIRSTLIGHT_TEST_PRINTED"
echo "request id is bedside-one-1 ($size bytes)"
"""
LPSTAT = f"""#!/bin/sh
echo "printer {QUEUE} is idle."
echo "system default destination: {QUEUE}"
"""


def spooler(folder: Path) -> dict[str, str]:
    """An environment whose printing system takes a job and drops it."""
    for name, words in (("lp", LP), ("lpstat", LPSTAT)):
        (folder / name).write_text(words, encoding="ascii")
        (folder / name).chmod(0o700)
    return {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "FIRSTLIGHT_TEST_PRINTED": str(folder / "printed"),
    }


def test_nothing_typed_or_printed_leaves_the_process_but_by_the_spoolers_pipe(
    station: Workstation, tmp_path: Path
) -> None:
    stored, typed, step = (f"quagga{name}{secrets.token_hex(4)}" for name in ("a", "b", "c"))
    work = station.bench.work_as(ROSA)
    new = NewCase(stored, CaseSource.TRAUMA_PAGE, work.clock.now(), "en", age_years=19)
    station.bench.reach(add_case(work, new).ref)
    (card,) = read_worklist(work).in_progress
    station.leave_bench()
    bin_folder, trace = tmp_path / "bin", tmp_path / "trace"
    bin_folder.mkdir()
    environment = os.environ | spooler(bin_folder) | {"QT_QPA_PLATFORM": "offscreen"}
    child = python("-m", "tests.journeys.traced_child", str(station.root), str(card.alias))

    traced(trace, child, environment, f"{typed}\n{step}\n")

    assert paper_to_a_pipe(trace)
    assert found_in(trace, [stored, typed, step, PASSPHRASE, password_of(ROSA)]) == []


def test_a_leak_that_leaves_no_file_is_found_in_the_trace(tmp_path: Path) -> None:
    word, trace = f"quagga{secrets.token_hex(4)}", tmp_path / "trace"
    child = python("-m", "tests.journeys.leaking_child")

    traced(trace, child, os.environ | {"TMPDIR": str(tmp_path)}, f"{word}\n")

    found = found_in(trace, [word])
    assert {f"write: {word} as UTF-8", f"write: {word} as UTF-16LE", "write: %PDF-"} <= set(found)
    assert f"sendto: {word} as base64, shifted 1" in found
    assert f"unlink: {word} as UTF-8" in found
    assert f"openat: {word} as UTF-8" in found


@pytest.mark.long
def test_nothing_of_a_whole_visit_leaves_the_process(tmp_path: Path) -> None:
    run, trace = secrets.token_hex(4), tmp_path / "trace"
    visit = "tests/journeys/test_no_trace.py::test_no_file_and_no_title_holds_what_was_typed"
    own = {"QT_QPA_PLATFORM": "offscreen", RUN: run, "TMPDIR": str(tmp_path)}

    traced(trace, python("-m", "pytest", "-q", "-p", "no:cacheprovider", visit), os.environ | own)

    typed = [f"{WORD}{number:02}{run}" for number in range(60)]
    assert found_in(trace, [*typed, PASSPHRASE, password_of(ROSA)]) == []
