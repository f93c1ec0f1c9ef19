"""A mistake in a method that Qt calls is told and survived; what was typed is not lost to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
MISTAKES = {
    "a deleted object": "gone = QWidget(); shiboken6.delete(gone); gone.show()",
    "an index out of range": "[][0]",
    "a key that is not there": "{}['key']",
    "no number": "int('x')",
    "a wrong argument": "QWidget().resize('wide')",
    "one of our own": "raise ValueError('ours')",
}
PROGRAM = """
import sys
from desktop.plain_import import load_qt
load_qt()
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

app = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)

def mistake():
    {mistake}

class Shared:  # as OptionRow: no widget itself, beside one
    def {method}(self, event):
        mistake()

class Row({bases}):
    pass

row = Row()
try:
    row.grab()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(row, Qt.Key.Key_Space)
except Exception as error:
    told.append(type(error).__name__)
app.processEvents()
print("lives", len(told) > 0)
"""


def _ran(program: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return f"{ran.stdout.strip()} {ran.returncode}"


@pytest.mark.parametrize("method", ["mouseReleaseEvent", "keyReleaseEvent", "paintEvent"])
@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_the_app_lives_after_a_mistake_in_what_qt_calls(mistake: str, method: str) -> None:
    program = PROGRAM.format(mistake=mistake, method=method, bases="Shared, QRadioButton")

    assert _ran(program) == "lives True 0"


def test_what_an_override_gives_and_takes_stays_as_it_is(qapp: QApplication) -> None:
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtWidgets import QWidget

    from desktop.safe_overrides import make_overrides_safe

    make_overrides_safe()

    class Wide(QWidget):
        def sizeHint(self) -> QSize:
            """As wide as Qt's own and seven."""
            return super().sizeHint() + QSize(7, 0)

        def setWindowTitle(self, title: str, *, mark: str = "") -> None:
            """A method of Qt's that takes more here."""
            super().setWindowTitle(title + mark)

    class Wider(Wide):
        def sizeHint(self) -> QSize:
            """Once more."""
            return super().sizeHint() + QSize(7, 0)

    widget, plain = Wider(), QWidget()
    widget.setWindowTitle("a", mark="b")

    assert widget.sizeHint() == plain.sizeHint() + QSize(14, 0)
    assert widget.windowTitle() == "ab"
    assert Wide.sizeHint.__doc__ == "As wide as Qt's own and seven."
    assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus
