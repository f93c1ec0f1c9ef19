"""Puts widgets that were made later where they belong in the order of the Tab key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_tab_order(container: QWidget, parts: Sequence[QWidget]) -> None:
    """Make Tab go through ``parts`` (and what is inside each) in this order, at the place of
    ``container``. Qt puts every new child at the end of its window instead."""
    stops = [stop for part in parts for stop in _stops(part)]
    policy = container.focusPolicy()
    # Qt orders nothing behind a widget that takes no focus, so the container does for a moment.
    container.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for first, second in pairwise([container, *stops]):
        QWidget.setTabOrder(first, second)
    container.setFocusPolicy(policy)


def _stops(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
        yield part
    for child in part.findChildren(QWidget):
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.focusProxy() is None:
            yield child
