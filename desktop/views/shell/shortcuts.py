"""Every shortcut of the window in one place; the help page lists the same table."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.settings import MIN_SCALE


class ShortcutAct(StrEnum):
    """What a shortcut asks for."""

    COVER = "cover"
    LOCK = "lock"
    HELP = "help"
    BACK = "back"
    NEXT_REGION = "next-region"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL_SIZE = "normal-size"


@dataclass(frozen=True, slots=True)
class ShortcutRow:
    """Keys, what they do, and the English words for the help page (context "Shortcuts")."""

    keys: str
    act: ShortcutAct | None
    words: str


SHORTCUTS = (
    ShortcutRow("F1", ShortcutAct.HELP, str(QT_TRANSLATE_NOOP("Shortcuts", "Help"))),
    ShortcutRow("F12", ShortcutAct.COVER, str(QT_TRANSLATE_NOOP("Shortcuts", "Cover the screen"))),
    ShortcutRow("Ctrl+L", ShortcutAct.LOCK, str(QT_TRANSLATE_NOOP("Shortcuts", "Lock"))),
    ShortcutRow("Alt+Left", ShortcutAct.BACK, str(QT_TRANSLATE_NOOP("Shortcuts", "Back"))),
    ShortcutRow(
        "F6",
        ShortcutAct.NEXT_REGION,
        str(QT_TRANSLATE_NOOP("Shortcuts", "Next part of the screen")),
    ),
    ShortcutRow("Ctrl++", ShortcutAct.LARGER, str(QT_TRANSLATE_NOOP("Shortcuts", "Larger text"))),
    ShortcutRow("Ctrl+-", ShortcutAct.SMALLER, str(QT_TRANSLATE_NOOP("Shortcuts", "Smaller text"))),
    ShortcutRow(
        "Ctrl+0", ShortcutAct.NORMAL_SIZE, str(QT_TRANSLATE_NOOP("Shortcuts", "Text at 100 %"))
    ),
    ShortcutRow("Esc, Esc", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Cover the screen"))),
    ShortcutRow(
        "Ctrl+Enter",
        None,
        str(QT_TRANSLATE_NOOP("Shortcuts", "Next section; under review, the next flag")),
    ),
    ShortcutRow("Ctrl+Z", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Undo the last change"))),
    ShortcutRow("Ctrl+Shift+Z", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Redo"))),
    ShortcutRow(
        "Ctrl+T", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Turn the screen to the patient"))
    ),
    ShortcutRow("Ctrl+N", None, str(QT_TRANSLATE_NOOP("Shortcuts", "New person"))),
    ShortcutRow("Ctrl+F", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Find a person"))),
    ShortcutRow(
        "Alt+Up, Alt+Down", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Move an answer or a row"))
    ),
    ShortcutRow(
        "Page Up, Page Down",
        None,
        str(QT_TRANSLATE_NOOP("Shortcuts", "Turn the pages of a preview")),
    ),
    ShortcutRow(
        "1 - 9", None, str(QT_TRANSLATE_NOOP("Shortcuts", "Choose an answer of the question"))
    ),
)
"""Rows without an act are handled by the screen that they belong to, or by the double Esc."""


SCALE_STEP = 0.25


def scale_after(act: ShortcutAct, scale: float) -> float:
    """The text scale that a key asks for, before it is bounded; the usual one by Ctrl+0."""
    steps = {ShortcutAct.LARGER: SCALE_STEP, ShortcutAct.SMALLER: -SCALE_STEP}
    return scale + steps[act] if act in steps else MIN_SCALE


class Shortcuts(QObject):
    """Listens on one window. Signals: ``asked(ShortcutAct)``."""

    asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for row in SHORTCUTS:
            if row.act is not None:
                _Listener(window, row.keys, row.act, self)


class _Listener(QObject):
    def __init__(self, window: QWidget, keys: str, act: ShortcutAct, parent: Shortcuts) -> None:
        super().__init__(parent)
        self._act = act
        self._shortcuts = parent
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self._shortcuts.asked.emit(self._act)
