"""Shows the window for the first time: as large as it likes, never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 40)
"""What title and edges take at most; the window manager says it only once the window is shown."""


def fits(size: QSize, available: QSize) -> bool:
    """Whether a window of ``size`` and its frame fit into what a screen has left."""
    whole = size + FRAME
    return whole.width() <= available.width() and whole.height() <= available.height()


def show_first(window: QWidget) -> None:
    """At its own size where the screen has room, else filling the screen.

    Where windows are drawn for nobody there is no screen to fit into.
    """
    is_seen = QGuiApplication.platformName() not in ("offscreen", "minimal")
    if is_seen and not fits(window.size(), window.screen().availableSize()):
        window.showMaximized()
    else:
        window.show()
