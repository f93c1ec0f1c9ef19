"""Puts widgets that were made later where they belong in the order of the Tab key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_tab_order(container: QWidget, parts: Sequence[QWidget]) -> None:
    """Make Tab go through ``parts`` (and what is inside each) in this order, at the place of
    ``container``. Qt puts every new child at the end of its window instead."""
    _order([container, *(stop for part in parts for stop in _stops(part))])


def put_after(part: QWidget, stops: Sequence[QWidget]) -> None:
    """Make Tab come to ``stops`` right after ``part``, which keeps the order inside it and may
    have been made later than they were."""
    found, last = part.nextInFocusChain(), part
    while found is not None and found is not part:
        if part.isAncestorOf(found):
            last = found
        found = found.nextInFocusChain()
    _order([last, *stops])


def _order(stops: Sequence[QWidget]) -> None:
    before, policy = stops[0], stops[0].focusPolicy()
    # Qt orders nothing behind a widget that takes no focus, so the first one does for a moment.
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
    before.setFocusPolicy(policy)


def _stops(part: QWidget) -> Iterator[QWidget]:
    yield from filter(_is_stop, (part, *part.findChildren(QWidget)))


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
