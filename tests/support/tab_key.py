"""Presses the Tab key at each stop: a chain says what should follow, Qt alone what does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

STEPS = ((Qt.Key.Key_Tab, 1), (Qt.Key.Key_Backtab, -1))


def audit_tab_key(
    window: QWidget, find_stops: Callable[[], Sequence[QWidget]], told: Callable[[QWidget], str]
) -> list[str]:
    """From each stop Tab leads to the next, and Shift and Tab to the one before.

    ``find_stops`` gives them in their order, which the focus may change: a list has one stop, at
    the row of where one is. The focus is afterwards where it was.
    """
    before = window.focusWidget()
    problems = []
    chain = find_stops()
    for stop in chain:
        for key, step in STEPS:
            wanted = _beside(stop, step, chain)
            landed = _press(window, stop, key)
            if wanted is None or landed is wanted:
                continue
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            wanted = _beside(stop, step, find_stops())
            landed = _press(window, stop, key)
            if wanted is not None and landed is not wanted:
                there = told(landed) if landed is not None else "nothing"
                problems.append(
                    f"{key.name} leads from {told(stop)} to {there}, not to {told(wanted)}"
                )
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return problems


def _beside(stop: QWidget, step: int, chain: Sequence[QWidget]) -> QWidget | None:
    """None round the window, and where the focus took the stop away."""
    at = chain.index(stop) + step if stop in chain else -1
    return chain[at] if 0 <= at < len(chain) else None


def _press(window: QWidget, stop: QWidget, key: Qt.Key) -> QWidget | None:
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stop, key)
    return window.focusWidget()
