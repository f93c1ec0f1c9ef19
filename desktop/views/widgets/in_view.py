"""Scrolls until the whole of a widget is seen.

Qt's own ``ensureWidgetVisible`` looks only at the caret of a text box: the box stays cut.
"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


def show_whole(area: QScrollArea, widget: QWidget, margin: int = 0) -> None:
    """Bring ``widget`` with ``margin`` pixels around it into view; its beginning if it is larger.

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
    margin = max(0, min(margin, (room - (end - start)) // 2))
    start, end = start - margin, end + margin
    if start < bar.value() or end - start > room:
        bar.setValue(start)
    elif end > bar.value() + room:
        bar.setValue(end - room)
