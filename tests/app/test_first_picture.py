"""What the first picture waits for: started as the command starts it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
PROGRAM = """
import builtins, sys
from desktop import app, cli

class Looking(app.Composition):
    def open_window(self, data_dir, *, demo, language):
        window = self.first_window(data_dir, demo=demo, language=language)
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        QTimer.singleShot(0, QApplication.exit)
        QApplication.exec()
        window.grab()
        print("import" if builtins.__import__ is builtins.__orig_import__ else "wrapped")
        print("\\n".join(sys.modules))
        window.end()
        return 0

sys.exit(cli.run(["--data", sys.argv[1]], Looking(), {}))
"""
NOT_SHOWN = (
    "asyncio",
    "concurrent",
    "ctypes",
    "cryptography",
    "datetime",
    "dataclasses",
    "email",
    "fhirpathpy",
    "hashlib",
    "http",
    "json",
    "keyring",
    "lucide",
    "msgspec",
    "platformdirs",
    "pypdfium2",
    "reportlab",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "urllib.request",
)
"""Packages that belong to the store, to paper, or to what is done after sign-in."""
OF_OURS = {
    "app",
    "app_paths",
    "background",
    "cli",
    "cli_said",
    "clock",
    "display",
    "errors",
    "kept_code",
    "logging_setup",
    "messages",
    "plain_import",
    "quick_enums",
    "resource_files",
    "safe_overrides",
    "settings",
    "start_window",
    "uncaught",
    "user_files",
    "views",
}
VIEWS = {"entry", "shell", "theme", "widgets"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Names of the modules loaded when the sign-in page of a used folder is painted."""
    folder = tmp_path_factory.mktemp("used")
    (folder / "a-file").write_text("somebody's store")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return ran.stdout.splitlines()


def test_the_first_picture_waits_for_no_package_that_it_does_not_show(loaded: list[str]) -> None:
    waited_for = [n for n in loaded if f"{n}.".startswith(tuple(f"{p}." for p in NOT_SHOWN))]

    assert waited_for == []


def test_the_first_picture_waits_for_no_room_of_ours_that_it_does_not_show(
    loaded: list[str],
) -> None:
    parts = [name.split(".") for name in loaded if name.startswith("desktop.")]

    rooms = {part[1] for part in parts}
    screens = {part[2] for part in parts if part[1] == "views" and len(part) > 2}

    assert (rooms - OF_OURS, screens - VIEWS) == (set(), set())


def test_qt_leaves_pythons_import_as_it_is(loaded: list[str]) -> None:
    assert loaded[0] == "import"
