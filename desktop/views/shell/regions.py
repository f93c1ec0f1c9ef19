"""F6: moves the focus from one part of the screen to the next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

REGION = "region"
"""A dynamic property: widgets that are a region carry True."""


def mark_region(widget: QWidget) -> None:
    """Make ``widget`` a stop of F6."""
    widget.setProperty(REGION, True)


def focus_next_region(window: QWidget) -> None:
    """Focus the first control of the next visible region, in reading order, around the end."""
    regions = [w for w in window.findChildren(QWidget) if w.property(REGION) and w.isVisible()]
    regions = [w for w in regions if first_control(w) is not None]
    if not regions:
        return
    regions.sort(key=lambda w: (w.mapTo(window, w.rect().topLeft()).x() // 64, _top(w, window)))
    focus = QApplication.focusWidget()
    current = next((i for i, w in enumerate(regions) if focus and w.isAncestorOf(focus)), -1)
    target = first_control(regions[(current + 1) % len(regions)])
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def first_control(region: QWidget) -> QWidget | None:
    """The first control of the region that Tab would reach.

    In the order of the Tab key: children are listed in the order in which they were made.
    """
    window = region.window()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        can_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_open = widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
        if can_tab and is_open and region.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _top(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().topLeft()).y()
