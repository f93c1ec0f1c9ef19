"""Tabs inside a page: one button a tab, the chosen one's parts below; arrows move."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desktop.views.editors.editor import safe_name
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.parts import TabBar
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.group import Group


class _TabButton(Button):
    """One tab; the arrow keys go to its neighbours."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and choose; everything else as any button."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class TabStrip(Group):
    """As many tabs beside each other as fit; one of them is always chosen."""

    def __init__(self, state: TabBar, maker: PartMaker, parent: QWidget) -> None:
        super().__init__(state.title, parent)
        self._name = f"tabs-{safe_name(state.key)}"
        self.setObjectName(self._name)
        self._state = state
        self._maker = maker
        self._width = 0
        self._buttons: list[_TabButton] = []
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self.show_tabs(state)

    def show_tabs(self, state: TabBar) -> None:
        """Show these tabs."""
        before, after = ([key for key, _title in one.tabs] for one in (self._state, state))
        is_new, are_words_new = not self._buttons or before != after, self._state != state
        self._state = state
        if is_new:
            self._build()
        elif are_words_new:
            self._say_words()
        for button, (key, _title) in zip(self._buttons, state.tabs, strict=True):
            is_chosen = key == state.chosen
            with QSignalBlocker(button):
                button.setChecked(is_chosen)
            button.update()
            policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Break the tabs into lines; one below the other when narrow."""
        self._width = 1 if is_stacked else width
        self._arrange()

    def _build(self) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, words in enumerate(self._words()):
            button = _TabButton(words, self, name=f"{self._name}-{at}", is_toggle=True)
            self._group.addButton(button, at)
            button.toggled.connect(self._toggled)
            button.moved.connect(self._move)
            self._buttons.append(button)
        self._arrange()

    def _words(self) -> list[str]:
        """Titles with what stands beside them, as buttons write them."""
        marked = self.tr("{tab}: {mark}")
        pairs = zip(self._state.tabs, self._state.marks, strict=True)
        words = (
            marked.format(tab=title, mark=mark) if mark else title for (_, title), mark in pairs
        )
        return [one.replace("&", "&&") for one in words]

    def _say_words(self) -> None:
        for button, words in zip(self._buttons, self._words(), strict=True):
            if button.text() != words:
                button.setText(words)
        self._arrange()

    def _arrange(self) -> None:
        row = column = used = 0
        for button in self._buttons:
            wanted = button.sizeHint().width() + Space.S
            if column and used + wanted > self._width:
                row, column, used = row + 1, 0, 0
            self._grid.addWidget(button, row, column)
            button.show()
            column, used = column + 1, used + wanted

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        if is_checked:
            at = self._group.checkedId()
            self._maker.tab_chosen.emit(self._state.key, self._state.tabs[at][0])

    @Slot(int)
    def _move(self, step: int) -> None:
        here = next((at for at, each in enumerate(self._buttons) if each is self.sender()), 0)
        target = self._buttons[(here + step) % len(self._buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.setChecked(True)
