"""Scrolls to everything that stands outside of the view, and tells what is still cut then."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from desktop.views.widgets.in_view import show_whole

LOOKED_AT = (QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit)


def cut_when_scrolled_to(
    window: QWidget, shown: Sequence[QWidget]
) -> Iterator[tuple[QWidget, str]]:
    """Each widget that cannot be seen whole by scrolling, with how it is cut.

    Something larger than the view is whole when it fills the view.
    """
    for widget in shown:
        areas = [one for one in areas_around(widget) if window.isAncestorOf(one) or one is window]
        if not isinstance(widget, LOOKED_AT) or not areas or _is_within(widget, areas):
            continue
        with scrolled_to(widget, areas):
            how = _how_cut(widget, window)
        if how:
            yield widget, how


def areas_around(widget: QWidget) -> list[QScrollArea]:
    """The scroll areas that ``widget`` is the content of, the innermost first."""
    found: list[QScrollArea] = []
    inner, parent = widget, widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.viewport() is inner:
            found.append(parent)
        inner, parent = parent, parent.parentWidget()
    return found


def _is_within(widget: QWidget, areas: Sequence[QScrollArea]) -> bool:
    """Whether nothing has to be scrolled to see it."""
    return all(
        area.viewport().rect().contains(QRect(_place(widget, area), widget.size()))
        for area in areas
    )


def _place(widget: QWidget, area: QScrollArea) -> QPoint:
    return widget.mapTo(area.viewport(), QPoint(0, 0))


@contextmanager
def scrolled_to(widget: QWidget, areas: Sequence[QScrollArea]) -> Iterator[None]:
    """As a person would scroll: every area around it, the innermost first; then back."""
    bars = [bar for one in areas for bar in (one.horizontalScrollBar(), one.verticalScrollBar())]
    before = [bar.value() for bar in bars]
    for area in areas:
        show_whole(area, widget)
    yield
    for bar, value in zip(bars, before, strict=True):
        bar.setValue(value)


def _how_cut(widget: QWidget, window: QWidget) -> str:
    """By what, "" when it is whole in everything around it."""
    box = widget.rect()
    inner, parent = widget, widget.parentWidget()
    while parent is not None and inner is not window:
        inside = QRect(widget.mapTo(parent, box.topLeft()), box.size())
        room = parent.rect()
        is_view = isinstance(parent.parentWidget(), QAbstractScrollArea)
        over_x = inside.left() < 0 or inside.right() > room.right()
        over_y = inside.top() < 0 or inside.bottom() > room.bottom()
        if over_x and not (is_view and inside.width() > room.width()):
            return f"sideways by {parent.objectName() or type(parent).__name__}"
        if over_y and not (is_view and inside.height() > room.height()):
            return f"by {parent.objectName() or type(parent).__name__}"
        if over_x or over_y:
            return ""
        inner, parent = parent, parent.parentWidget()
    return ""


def hidden_from_the_keyboard(
    window: QWidget, stops: Sequence[QWidget]
) -> Iterator[tuple[QWidget, str]]:
    """Each Tab stop that is not whole on the screen once it has the focus, by the app's own
    scrolling; what is larger than its view fills it."""
    for stop in stops:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        # The screens scroll after the next layout.
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        how = _how_cut(stop, window) if shiboken6.isValid(stop) and stop.isVisible() else ""
        if how:
            yield stop, how
