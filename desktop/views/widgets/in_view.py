"""Scrolls until the whole of a widget is seen.

Qt's own ``ensureWidgetVisible`` looks only at the caret of a text box: the box stays cut.
"""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget

from desktop.views.theme.tokens import Space

_PROPERTY = "focus-in-view"


class SaysBelow(QWidget):
    """Holds a control that has a sentence of its own below it now and then."""

    def said_below(self) -> QWidget | None:
        """The sentence that has to be seen together with the control; None when it says none."""
        return None


class FocusInView(QObject):
    """Brings whatever gets the focus into view, in every scroll area around it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            # Later: what was just shown has its place only after the next layout.
            QTimer.singleShot(0, self, self._show)

    @Slot()
    def _show(self) -> None:
        show_focus()


def install_focus_in_view(application: QApplication) -> None:
    """Once for the whole application."""
    # Kept as a property: looking through the children would load the class of all styles.
    if application.property(_PROPERTY) is None:
        application.setProperty(_PROPERTY, FocusInView(application))


def show_focus() -> None:
    """Bring what has the focus into view, with the sentence below it where there is room."""
    focus = QApplication.focusWidget()
    if focus is None:
        return
    parts, above = (*_around(focus), focus), focus.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            for part in parts:
                show_whole(above, part, Space.S)
        above = above.parentWidget()


def _around(focus: QWidget) -> tuple[QWidget, ...]:
    """What belongs to a field that is wrong: all of it with its label, then the sentence.

    The field itself comes after them: where there is no room for all it is not left out.
    """
    above: QWidget | None = focus
    while above is not None and not isinstance(above, SaysBelow):
        above = above.parentWidget()
    below = above.said_below() if above is not None else None
    return (above, below) if above is not None and below is not None else ()


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
