"""Scrolls until the whole of a widget is seen.

Qt's own ``ensureWidgetVisible`` looks only at the caret of a text box: the box stays cut.
"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


def show_whole(area: QScrollArea, widget: QWidget, margin: int = 0) -> None:
    """Bring a cut ``widget`` into view with ``margin`` pixels around it; its beginning if larger.

    Does nothing for a widget that is not inside of ``area``.
    """
    content = area.widget()
    if content is None or not content.isAncestorOf(widget):
        return
    box = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
    view = area.viewport()
    _scroll(area.horizontalScrollBar(), box.left(), box.right() + 1, view.width(), margin)
    _scroll(area.verticalScrollBar(), box.top(), box.bottom() + 1, view.height(), margin)


def _scroll(bar: QScrollBar, start: int, end: int, room: int, margin: int) -> None:
    """What is whole already stays where it is: nothing moves under a finger or the pointer."""
    seen_from, seen_to = bar.value(), bar.value() + room
    margin = max(0, min(margin, (room - (end - start)) // 2))
    if start < seen_from or end - start > room:
        bar.setValue(start - margin)
    elif end > seen_to:
        bar.setValue(end + margin - room)
