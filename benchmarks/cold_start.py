"""Cold start: from the command to the painted sign-in page, against a blank PySide6 window."""

import subprocess
import sys
from pathlib import Path

from benchmarks.disk import ROOT, real_folder
from benchmarks.figure import Figure, in_turn_ms

ROUNDS = 15
BLANK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
window.grab()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app import Composition
from desktop.app_paths import app_paths
from desktop.start_window import make_application, make_parts
from desktop.views.shell.main_window import MainWindow
app = make_application()
parts = make_parts(Composition(), app, app_paths(Path(sys.argv[1])), prefer_demo=False)
window = MainWindow(parts)
window.show()
window.start()
QTimer.singleShot(0, app.quit)
app.exec()
assert window.pages.current_page_name() == "sign-in", window.pages.current_page_name()
window.grab()
parts.runner.close()
window.close_store()
"""


def figures() -> list[Figure]:
    """The sign-in page of an existing store, painted."""
    from desktop.app import Composition

    with real_folder() as folder:
        store = folder / "store"
        composition = Composition()
        gate = composition.open_gate(store)
        composition.make_demo(gate)
        gate.close()
        ours, blank = in_turn_ms(lambda: start(OURS, store), lambda: start(BLANK, store), ROUNDS)
    return [Figure("cold start to sign-in", ours, "blank PySide6 window", blank, "1.5 x or less")]


def start(program: str, folder: Path) -> None:
    """Run one program to its end."""
    subprocess.run([sys.executable, "-c", program, str(folder)], cwd=ROOT, check=True)
