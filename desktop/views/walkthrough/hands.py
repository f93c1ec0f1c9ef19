"""Hands at the window: find a control by its name, press it, type into it, read it."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QWidget

from desktop.errors import BugError
from desktop.views.widgets.compound import focus_target

W = TypeVar("W", bound=QWidget)


class Hands:
    """Works on one window. Every act goes through Qt's own events, as a person's would.

    ``steps`` counts them: a press, a key, a stroke, a pick, and a field that is written in (the
    letters are what a person says, not decisions about the screen).
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.steps = 0

    def sees(self, name: str) -> bool:
        """Whether a control of that objectName is visible, laid out and open."""
        found = self._find(name)
        return found is not None and found.isEnabled() and _is_laid_out(found)

    def find(self, name: str) -> QWidget:
        """The visible control of that objectName."""
        found = self._find(name)
        if found is None:
            near = ", ".join(self.names(name.split("-")[0]))
            raise BugError(f"nothing visible is called {name!r}; there are: {near}")
        return found

    def press(self, name: str) -> None:
        """Press a button with the mouse; a closed one is a mistake of the script."""
        self.steps += 1
        target = self.find(name)
        if not target.isEnabled():
            raise BugError(f"{name!r} is closed: {target.accessibleDescription()}")
        self._bring_into_view(target)
        if isinstance(target, QAbstractButton):
            QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())

    def write(self, name: str, text: str) -> None:
        """Replace the text of a field by typing."""
        self.steps += 1
        target = self.find(name)
        self._bring_into_view(target)
        target.setFocus()
        focus = focus_target(target)
        QTest.keySequence(focus, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(focus, text)

    def look_at(self, name: str) -> None:
        """Scroll until the control can be seen."""
        self._bring_into_view(self.find(name))

    def type_on(self, name: str, text: str) -> None:
        """Type at the caret of a field, after what stands there."""
        self.steps += 1
        target = self.find(name)
        target.setFocus()
        QTest.keyClicks(focus_target(target), text)

    def pick(self, name: str, key: str) -> None:
        """Pick an entry of a list box with Home and the Down key."""
        self.steps += 1
        target = self.find(name)
        if not isinstance(target, QComboBox):
            raise BugError(f"{name!r} is no list box")
        self._bring_into_view(target)
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_Home)
        for _ in range(target.count()):
            if target.currentData() == key:
                return
            QTest.keyClick(target, Qt.Key.Key_Down)
        raise BugError(f"{name!r} has no entry {key!r}")

    def press_row(self, start: str, words: str) -> None:
        """Press the visible row whose name begins with ``start`` and whose text has ``words``."""
        self.steps += 1
        for widget in self._window.findChildren(QAbstractButton):
            is_row = widget.objectName().startswith(start) and widget.isVisible()
            if is_row and words in widget.accessibleName():
                self._bring_into_view(widget)
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
                return
        raise BugError(f"no row of {start!r} is about that")

    def name_file(self, name: str, path: Path) -> None:
        """Answer an open save dialog with a path."""
        dialog = self._window.findChild(QFileDialog, name)
        if dialog is None:
            raise BugError(f"no dialog is called {name!r}")
        dialog.selectFile(str(path))
        dialog.accept()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        self.steps += 1
        target = QApplication.focusWidget() or self._window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def draw(self, name: str, shares: tuple[tuple[float, float], ...]) -> None:
        """Draw one stroke with the mouse through points given as shares of the control."""
        self.steps += 1
        target = self.find(name)
        self._bring_into_view(target)
        points = [QPointF(x * target.width(), y * target.height()) for x, y in shares]
        self._mouse(target, QEvent.Type.MouseButtonPress, points[0])
        for point in points[1:]:
            self._mouse(target, QEvent.Type.MouseMove, point)
        self._mouse(target, QEvent.Type.MouseButtonRelease, points[-1])

    def names(self, start: str) -> list[str]:
        """Names of visible controls that begin with ``start``."""
        everything = self._window.findChildren(QWidget)
        return [
            w.objectName() for w in everything if w.objectName().startswith(start) and w.isVisible()
        ]

    def _find(self, name: str) -> QWidget | None:
        for widget in self._window.findChildren(QWidget, name):
            if widget.isVisible():
                return widget
        return None

    def _bring_into_view(self, target: QWidget) -> None:
        from PySide6.QtWidgets import QScrollArea

        parent = target.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(target)
            parent = parent.parentWidget()

    def _mouse(self, target: QWidget, kind: QEvent.Type, point: QPointF) -> None:
        is_up = kind is QEvent.Type.MouseButtonRelease
        event = QMouseEvent(
            kind,
            point,
            QPointF(target.mapToGlobal(QPoint(int(point.x()), int(point.y())))),
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if is_up else Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)


def _is_laid_out(target: QWidget) -> bool:
    """A control that was just made has no room yet, so nobody can hit it."""
    return 0 < target.height() >= target.minimumSizeHint().height() // 2
