"""Repeating rows on the person's page: which one it is, take it out, add another."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.editors.editor import safe_name
from desktop.views.interview.layouts.parts import AddRow, RowHead
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


def row_words(state: RowHead, language: str) -> str:
    """ "Person, 2 of 3"."""
    return sentence(
        "patient.row", language, title=state.title, number=state.number, count=state.count
    )


class RowLine(QWidget):
    """Signals: ``remove_requested(key)`` the row's."""

    remove_requested = Signal(str)

    def __init__(self, state: RowHead, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        name = safe_name(state.key)
        self.setObjectName(f"patient-row-{name}")
        self._key = state.key
        words = row_words(state, language)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(WrapLabel(words, self, style=TextStyle.ROW_STRONG), 1)
        if state.can_remove:
            text = sentence("patient.row-remove", language)
            button = Button(text, self, name=f"patient-row-{name}-remove", icon=Icon.TRASH)
            button.setAccessibleName(sentence("patient.row-act", language, act=text, row=words))
            button.clicked.connect(self._remove)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _remove(self) -> None:
        self.remove_requested.emit(self._key)


class AddLine(QWidget):
    """Signals: ``add_requested(list_key)``."""

    add_requested = Signal(str)

    def __init__(self, state: AddRow, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        name = safe_name(state.list_key)
        self.setObjectName(f"patient-add-line-{name}")
        self._list_key = state.list_key
        text = sentence("patient.row-add", language)
        self.button = Button(text, self, name=f"patient-add-{name}", icon=Icon.PLUS)
        words = sentence("patient.row-act", language, act=text, row=state.title)
        self.button.setAccessibleName(words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(self.button)
        line.addWidget(WrapLabel(state.title, self), 1)
        self.button.clicked.connect(self._add)

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit(self._list_key)
