"""A text box that has nothing left to undo leaves the keys of undo and redo to the screen."""

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


class UndoableText(Protocol):
    """A line edit, or the document of a larger box."""

    def isUndoAvailable(self) -> bool: ...

    def isRedoAvailable(self) -> bool: ...


def leaves_undo(event: QEvent, text: UndoableText) -> bool:
    """Whether a ShortcutOverride asks for such a key of which there is nothing: it is ignored.

    Qt's text boxes claim both keys at all times, and the screen's own undo would never come.
    """
    if not isinstance(event, QKeyEvent):
        return False
    is_undo = event.matches(QKeySequence.StandardKey.Undo) and not text.isUndoAvailable()
    is_redo = event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()
    if is_undo or is_redo:
        event.ignore()
    return is_undo or is_redo
