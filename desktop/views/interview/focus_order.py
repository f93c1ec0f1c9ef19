"""Makes the Tab order the reading order, whatever was built when."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.widgets.signature_canvas import SignatureCanvas

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, SignatureCanvas)


class FocusOrder:
    """Orders the controls of one window; does nothing when nothing came or went."""

    def __init__(self) -> None:
        self._ordered: list[QWidget] = []
        self._found: dict[QWidget, list[QWidget]] = {}

    def apply(
        self,
        screen: QWidget,
        parts: Iterable[QWidget],
        changed: Collection[QWidget] | None = None,
    ) -> None:
        """Tab goes through ``parts`` one after the other, within each as it was built.

        A part that is in another window now (behind a button) is left out. ``changed`` names the
        parts in which a control may have come or gone since the last time; None is all of them.
        """
        window = screen.window()
        known = {} if changed is None else self._found
        self._found = {
            part: _controls(part, window)
            if part not in known or (changed is not None and part in changed)
            else known[part]
            for part in parts
        }
        controls = [control for found in self._found.values() for control in found]
        ordered, self._ordered = self._ordered, controls
        if changed is None:
            ordered = []
        for before, after in pairwise(_out_of_order(ordered, controls)):
            QWidget.setTabOrder(before, after)


def _out_of_order(before: list[QWidget], now: list[QWidget]) -> list[QWidget]:
    """From what stands before the first that came, went or moved, to the last of them."""
    most = min(len(before), len(now))
    start = next((at for at in range(most) if before[at] is not now[at]), most)
    end = next(
        (at for at in range(most - start) if before[-1 - at] is not now[-1 - at]), most - start
    )
    return now[max(start - 1, 0) : len(now) - end]


def _controls(part: QWidget, window: QWidget) -> list[QWidget]:
    # Only what itself takes the focus: a scroll area's viewport hands it on to the area, and
    # ordering it after that area ties the chain into a knot that crashes Qt later.
    return [
        each
        for each in part.findChildren(QWidget)
        if isinstance(each, _CONTROLS)
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and each.window() is window
    ]
