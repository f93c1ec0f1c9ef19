"""One of several answers with the buttons that move and remove it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.group import Group


class EntryRow(Group):
    """Signals: ``answered(answer)`` of its editor; ``remove_requested()``;
    ``move_requested(step)`` -1 up, 1 down."""

    answered = Signal(object)
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, editor: Editor, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self.editor = editor
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(editor, 1)
        self.up = self._button(self.tr("Move up"), "up", Icon.CHEVRON_UP)
        self.down = self._button(self.tr("Move down"), "down", Icon.CHEVRON_DOWN)
        self.remove = self._button(self.tr("Remove"), "remove", Icon.TRASH)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
            row.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        editor.answered.connect(self.answered)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.remove.clicked.connect(self.remove_requested)

    def _button(self, words: str, part: str, icon: Icon) -> Button:
        name = f"{self.objectName()}-{part}"
        return Button(words, self, name=name, icon=icon, is_icon_only=True)

    def show_entry(self, state: ItemState, mode: LanguageMode, *, number: int, count: int) -> None:
        """Show one answer; a single empty one has nothing to move or remove."""
        self.editor.show_state(state, mode)
        words = self.tr("Answer {number} of {count}").format(number=number, count=count)
        self.setAccessibleName(words)
        for button in (self.up, self.down, self.remove):
            button.setVisible(count > 1)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the answer."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in steps:
            self.move_requested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @Slot()
    def _up(self) -> None:
        self.move_requested.emit(-1)

    @Slot()
    def _down(self) -> None:
        self.move_requested.emit(1)
