"""Cold start: from the command to the painted sign-in page, against a blank PySide6 window."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.disk import ROOT, real_folder
from benchmarks.figure import Figure

ROUNDS = 15
# A window as PySide6 comes: it compiles the wrapper's own sources at each start, a fifth of its
# instructions, which ours keeps compiled (desktop/kept_code.py).
BLANK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.exit)
app.exec()
window.grab()
print("painted", flush=True)
"""
OURS = """
import sys
from desktop import app, cli


class Measured(app.Composition):
    # The window as the command opens it, with the end of the first picture told.
    def open_window(self, data_dir, *, demo, language):
        window = self.first_window(data_dir, demo=demo, language=language)
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication, QWidget
        QTimer.singleShot(0, QApplication.exit)
        QApplication.exec()
        window.grab()
        assert any(w.isVisible() for w in window.findChildren(QWidget, "sign-in-name"))
        print("painted", flush=True)
        # The store is opened behind the page; a run in which it is not does not count.
        window.entry.door.looked.connect(lambda _facts: QApplication.exit(0))
        window.entry.door.refused.connect(lambda _act, _error: QApplication.exit(1))
        code = QApplication.exec()
        window.end()
        return code


sys.exit(cli.run(["--data", sys.argv[1]], Measured(), {}))
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
        pairs = [(painted_ms(OURS, store), painted_ms(BLANK, store)) for _ in range(ROUNDS)]
    ours, blank = (median(times) for times in zip(*pairs, strict=True))
    return [Figure("cold start to sign-in", ours, "blank PySide6 window", blank, "1.5 x or less")]


def painted_ms(program: str, folder: Path) -> float:
    """From the start of the process until it says that its window is painted."""
    began = time.perf_counter()
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        if child.stdout is None or child.stdout.readline().strip() != "painted":
            raise SystemExit("The program under measurement did not paint its window.")
        painted = (time.perf_counter() - began) * 1000
        if child.wait():
            raise SystemExit("The program under measurement did not end well.")
        return painted
