"""The time from a press to the repaint that shows what it changed."""

import time
from typing import Protocol

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


class _Moved(QObject):
    """Whether anything in the app was painted or laid out."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest)
        return False


class Idle(Protocol):
    """What works beside the window."""

    @property
    def is_idle(self) -> bool:
        """Whether it has nothing to do."""
        ...


QUIET_TURNS = 5
"""Turns of the event loop in which nothing moves, after which nothing is waiting any more."""


def come_to_rest(runner: Idle) -> None:
    """Run the event loop until nothing is stored, laid out or painted any more."""
    app = QCoreApplication.instance()
    assert app is not None
    moved, quiet = _Moved(app), 0
    while quiet < QUIET_TURNS:
        before = moved.count
        app.processEvents()
        quiet = quiet + 1 if runner.is_idle and moved.count == before else 0
    app.removeEventFilter(moved)


def press_to_repaint_ms(target: QWidget) -> tuple[float, float]:
    """Wall time and the processor time of this thread, for a widget in view and a window at rest.

    Layouts and the repaint are posted events; what waits for a timer comes after them and is not
    what the person waits for (``panels_ms`` has it). Raises RuntimeError when the press painted
    nothing.
    """
    painted = _Painted(target)
    began, busy = time.perf_counter(), time.thread_time()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents()
    busy, wall = time.thread_time() - busy, time.perf_counter() - began
    if not painted.count:
        raise RuntimeError("nothing was painted: the figure would measure no answer")
    return wall * 1000, busy * 1000


def panels_ms() -> float:
    """Wall time, right after a press, until what sums the answers up is painted too."""
    app = QCoreApplication.instance()
    assert app is not None
    began = time.perf_counter()
    app.processEvents()  # its timer
    QCoreApplication.sendPostedEvents()
    return (time.perf_counter() - began) * 1000
