"""Scrolls until the whole of a widget is seen.

Qt's own ``ensureWidgetVisible`` looks only at the caret of a text box: the box stays cut.
"""

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space

_PROPERTY = "focus-in-view"
_WITH_FOCUS = "whole-with-focus"
SETTLING_MS = 600
"""How long a page may go on laying itself out in another text size."""


class SaysBelow(QWidget):
    """Holds a control that has a sentence of its own below it now and then."""

    def said_below(self) -> QWidget | None:
        """The sentence that has to be seen together with the control; None when it says none."""
        return None


class FocusInView(QObject):
    """Brings whatever gets the focus into view, in every scroll area around it, and keeps it
    there when another text size moves everything."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._bars: list[QScrollBar] = []
        self._scale = current_theme().scale
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._let_go)
        application.focusChanged.connect(self._follow)
        theme_holder().changed.connect(self._keep)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is not None:
            # Later: what was just shown has its place only after the next layout.
            QTimer.singleShot(0, self, self._show)

    @Slot()
    def _keep(self) -> None:
        """The layout takes several turns; each that changes a range is followed, then no more."""
        self._let_go()
        before, self._scale = self._scale, current_theme().scale
        focus = QApplication.focusWidget()
        if focus is None or before == self._scale:
            return  # other colours move nothing
        self._bars = [area.verticalScrollBar() for area in _areas(focus)]
        for bar in self._bars:
            bar.rangeChanged.connect(self._show_kept)
        self._settling.start()
        QTimer.singleShot(0, self, self._show_kept)

    @Slot()
    def _let_go(self) -> None:
        self._settling.stop()
        for bar in self._bars:
            if shiboken6.isValid(bar):
                bar.rangeChanged.disconnect(self._show_kept)
        self._bars = []

    @Slot()
    def _show_kept(self) -> None:
        show_focus(with_whole=True)

    @Slot()
    def _show(self) -> None:
        show_focus()


def install_focus_in_view(application: QApplication) -> None:
    """Once for the whole application."""
    # Kept as a property: looking through the children would load the class of all styles.
    if application.property(_PROPERTY) is None:
        application.setProperty(_PROPERTY, FocusInView(application))


def keep_whole_with_focus(widget: QWidget) -> None:
    """In another text size ``widget`` is seen whole, where there is room, around its focus."""
    widget.setProperty(_WITH_FOCUS, True)


def show_focus(*, with_whole: bool = False) -> None:
    """Bring what has the focus into view, with the sentence below it where there is room.

    ``with_whole``: with the question around it too, if it was marked so.
    """
    focus = QApplication.focusWidget()
    if focus is None:
        return
    parts = (*_around(focus), focus)
    if with_whole:
        parts = (*_marked(focus), *parts)
    for area in _areas(focus):
        for part in parts:
            show_whole(area, part, Space.S)


def _areas(widget: QWidget) -> list[QScrollArea]:
    """The scroll areas around a widget, the innermost first."""
    found, above = [], widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            found.append(above)
        above = above.parentWidget()
    return found


def _marked(focus: QWidget) -> tuple[QWidget, ...]:
    above = focus.parentWidget()
    while above is not None and not above.property(_WITH_FOCUS):
        above = above.parentWidget()
    return (above,) if above is not None else ()


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
