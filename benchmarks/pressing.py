"""The time from a press to the repaint that shows what it changed."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class _Painted(QObject):
    """Whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def press_to_repaint_ms(target: QWidget) -> tuple[float, float]:
    """Wall time and the processor time of this thread, for a widget in view and a window at rest.

    Layouts and the repaint are posted events; what waits for a timer comes after them and is not
    what the person waits for. Raises RuntimeError when the press painted nothing.
    """
    painted = _Painted(target)
    began, busy = time.perf_counter(), time.thread_time()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents()
    busy, wall = time.thread_time() - busy, time.perf_counter() - began
    if not painted.count:
        raise RuntimeError("nothing was painted: the figure would measure no answer")
    return wall * 1000, busy * 1000
