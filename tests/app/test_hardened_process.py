"""Nobody reads this process's memory: in force before the store behind the first page is opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
PROGRAM = """
import ctypes, resource, sys
from desktop import app, cli
from desktop.views.shell.store_door import StoreDoor

def is_hardened():
    get_dumpable = 3  # PR_GET_DUMPABLE, prctl(2)
    dumpable = ctypes.CDLL(None).prctl(get_dumpable, 0, 0, 0, 0)
    return (dumpable, resource.getrlimit(resource.RLIMIT_CORE)) == (0, (0, 0))

def told(door, folder):
    from PySide6.QtWidgets import QApplication
    print("hardened" if is_hardened() else "open", flush=True)
    QApplication.exit(0)

StoreDoor.open = told
sys.exit(cli.run(["--data", sys.argv[1]], app.Composition(), {}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl(2) is Linux's")
def test_the_store_is_opened_only_in_a_process_that_nobody_can_read(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("somebody's store")

    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (ran.returncode, ran.stdout) == (0, "hardened\n")
