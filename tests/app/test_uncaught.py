"""Errors that nothing caught, at the window and at a command: no hook prints what they say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
CANARY = "Ejemplina said that she is afraid"
LEAKS = """
import os, sys, threading

CANARY = os.environ["CANARY"]

class Gone:
    def __del__(self):
        raise LookupError(CANARY)

def fail():
    raise ValueError(CANARY)

def leak():
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Gone()
"""
COMMAND = (
    LEAKS
    + """
import ctypes
from desktop import __main__, app

def is_closed():
    import resource
    get_dumpable = 3  # PR_GET_DUMPABLE, prctl(2)
    dumpable = ctypes.CDLL(None).prctl(get_dumpable, 0, 0, 0, 0)
    return (dumpable, resource.getrlimit(resource.RLIMIT_CORE)) == (0, (0, 0))

class Commands:
    def store(self):
        leak()
        if sys.platform == "linux":
            print("closed" if is_closed() else "open")
        print("qt" if any(name.startswith("PySide6") for name in sys.modules) else "no qt")
        raise RuntimeError(CANARY)

app.Composition = Commands
if os.environ.get("UNHOOKED"):
    __main__.close_to_others = lambda words: None
sys.argv = ["firstlight", *sys.argv[1:]]
sys.exit(__main__.main())
"""
)
WINDOW = (
    LEAKS
    + """
from desktop import app, cli
from desktop.views.shell.store_door import StoreDoor

def opened(door, folder):
    from PySide6.QtWidgets import QApplication
    leak()
    QApplication.exit(0)

StoreDoor.open = opened
sys.exit(cli.run(sys.argv[1:], app.Composition(), {}))
"""
)


def run(
    program: str, words: list[str], home: Path, **more: str
) -> subprocess.CompletedProcess[str]:
    """A fresh process in a home of its own."""
    homes = {name: str(home) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "CANARY": CANARY} | homes | more,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_command_tells_errors_of_threads_by_class_and_place(tmp_path: Path) -> None:
    ran = run(COMMAND, ["store", "stats", "--data", str(tmp_path)], tmp_path)

    assert ran.returncode == 2
    assert CANARY not in ran.stderr + ran.stdout
    for kind in ("ValueError", "LookupError", "RuntimeError"):
        assert f"{kind} at " in ran.stderr


def test_without_the_hooks_python_tells_the_text(tmp_path: Path) -> None:
    """What the test above looks for is there to be found."""
    ran = run(COMMAND, ["store", "stats", "--data", str(tmp_path)], tmp_path, UNHOOKED="1")

    assert ran.stderr.count(f"ValueError: {CANARY}") == 1
    assert ran.stderr.count(f"LookupError: {CANARY}") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="prctl(2) is Linux's")
@pytest.mark.parametrize("before", [[], ["--lang", "es"]])
def test_a_store_command_runs_where_nobody_reads_its_memory_and_without_qt(
    tmp_path: Path, before: list[str]
) -> None:
    words = [*before, "store", "stats", "--data", str(tmp_path)]

    ran = run(COMMAND, words, tmp_path)

    assert ran.stdout.split("\n")[:2] == ["closed", "no qt"]


def test_the_window_logs_errors_of_threads_by_class_and_place(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a-file").write_text("somebody's store")

    ran = run(WINDOW, ["--data", str(data)], tmp_path)

    logs = "".join(file.read_text() for file in tmp_path.rglob("firstlight.log*"))
    assert ran.returncode == 0, ran.stderr
    assert CANARY not in ran.stderr + ran.stdout + logs
    for kind in ("ValueError", "LookupError"):
        assert f"{kind} at " in logs
