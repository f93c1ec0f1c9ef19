"""A row of joined toggles of which at most one is chosen (English, Both, Español)."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.edge import Sides
from desktop.views.widgets.group import Group


class Choice(NamedTuple):
    """One side of a segment; ``tone`` colours it when chosen."""

    key: str
    text: str
    icon: Icon | None = None
    tone: Tone = Tone.ACCENT


class _SegmentButton(Button):
    """One toggle; the arrow keys move to its neighbours."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move and choose; everything else as any button."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class Segment(Group):
    """An exclusive choice, shown side by side; ``question`` is its name for screen readers.

    Signals: ``chosen(key)`` when the user chose, or cleared with a second press ("" then; only
    with ``is_clearable``).
    """

    chosen = Signal(str)

    def __init__(
        self,
        question: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        name: str,
        is_clearable: bool = False,
    ) -> None:
        super().__init__(question, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._is_clearable = is_clearable
        self._buttons: dict[str, _SegmentButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for choice in choices:
            button = _SegmentButton(
                choice.text,
                self,
                name=f"{name}-{choice.key}",
                icon=choice.icon,
                is_toggle=True,
                tone=choice.tone,
            )
            button.toggled.connect(self._toggled)
            button.moved.connect(self._move)
            row.addWidget(button)
            self._buttons[choice.key] = button
        self._join()

    def chosen_key(self) -> str:
        """The chosen key, "" when none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_chosen(self, key: str) -> None:
        """Show ``key`` as chosen ("" for none) without a signal."""
        for each, button in self._buttons.items():
            blocker = QSignalBlocker(button)
            button.setChecked(each == key)
            blocker.unblock()
        self._join()

    def set_text(self, key: str, text: str) -> None:
        """Word one choice anew (language change, counts)."""
        self._buttons[key].setText(text)

    def button(self, key: str) -> Button:
        """The toggle of one choice."""
        return self._buttons[key]

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        button = self.sender()
        key = next(key for key, each in self._buttons.items() if each is button)
        if not is_checked and not self._is_clearable:
            self.set_chosen(key)
            return
        self.set_chosen(key if is_checked else "")
        self.chosen.emit(key if is_checked else "")

    @Slot(int)
    def _move(self, step: int) -> None:
        buttons = list(self._buttons.values())
        here = next((at for at, each in enumerate(buttons) if each is self.sender()), 0)
        target = buttons[(here + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.setChecked(True)

    def _join(self) -> None:
        buttons = list(self._buttons.values())
        current = next((each for each in buttons if each.isChecked()), buttons[0])
        for at, button in enumerate(buttons):
            after_chosen = at > 0 and buttons[at - 1].isChecked()
            button.set_sides(Sides(at == 0, at == len(buttons) - 1, after_chosen))
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button is current else Qt.FocusPolicy.ClickFocus
            )
