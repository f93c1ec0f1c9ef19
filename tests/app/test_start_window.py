"""What the start of the app leaves behind, and with which words it starts itself again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.start_window import words_for_restart

SAVES_A_FILE = """
import sys
from PySide6.QtWidgets import QFileDialog
from desktop.start_window import make_application
from desktop.views.packet.save_file_dialog import SaveFileDialog

app = make_application()
dialog = SaveFileDialog(None, name="save")
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setDirectory(sys.argv[1])
dialog.selectFile("packet.pdf")
dialog.open()
dialog.accept()
app.processEvents()
del dialog
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own dialog is used")
def test_the_file_dialog_leaves_no_history(tmp_path: Path) -> None:
    config, folder = tmp_path / "config", tmp_path / "someone"
    config.mkdir()
    folder.mkdir()

    ran = subprocess.run(
        [sys.executable, "-c", SAVES_A_FILE, folder],
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(config),
            "QT_QPA_PLATFORM": "offscreen",
        },
        check=False,
        timeout=60,
    )

    assert ran.returncode == 0
    assert list(config.rglob("*")) == []


@pytest.mark.parametrize(
    ("words", "is_demo", "expected"),
    [
        ([], False, []),
        ([], True, ["demo"]),
        (["demo"], True, ["demo"]),
        (["--data", "here"], True, ["--data", "here", "demo"]),
        (["--data", "here"], False, ["--data", "here"]),
    ],
)
def test_after_a_full_lock_the_same_store_is_opened(
    words: list[str], is_demo: bool, expected: list[str]
) -> None:
    assert words_for_restart(words, is_demo=is_demo) == expected
