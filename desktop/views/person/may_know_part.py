"""Who may be told, beside the status: closed until asked for, because each look is logged."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.may_know import NamedPerson
from desktop.views.person.named_entry import named_second, named_text
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.wrap_label import WrapLabel


class MayKnowPart(QWidget):
    """Signals: ``look_requested()``, ``edit_requested()``."""

    look_requested = Signal()
    edit_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person-may-know")
        self._language = language
        self._is_read_only = False
        title = sentence("may-know.title", language)
        self.title_label = WrapLabel(title, self, style=TextStyle.BODY_STRONG)
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self._shown: list[WrapLabel] = []
        self.show_button = self._button("show", Icon.EYE)
        self.hide_button = self._button("hide", Icon.EYE_OFF)
        self.edit_button = self._button("edit", Icon.PEN)
        self._flow = ButtonFlow((self.show_button, self.hide_button, self.edit_button), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.title_label)
        column.addWidget(self.words)
        column.addLayout(self._lines)
        column.addWidget(self._flow)
        self.show_button.clicked.connect(self.look_requested)
        self.hide_button.clicked.connect(self.close_names)
        self.edit_button.clicked.connect(self.edit_requested)
        self.close_names()

    def show_people(self, people: Sequence[NamedPerson]) -> None:
        """Show who was named; with nobody it says what that means."""
        self._clear()
        for person in people:
            self._add(named_text(person), TextStyle.BODY_STRONG, Tone.PLAIN)
            self._add(named_second(person, self._language), TextStyle.BODY, Tone.MUTED)
        self.words.setText(sentence("may-know.nobody", self._language))
        self.words.setVisible(not people)
        self._show_buttons(is_open=True)
        self.hide_button.setFocus()

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing is changed here while the case is at another workstation."""
        self._is_read_only = is_read_only
        self._show_buttons(is_open=not self.hide_button.isHidden())

    @Slot()
    def close_names(self) -> None:
        """Show no name any more."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self._clear()
        self.words.setText(sentence("may-know.closed", self._language))
        self.words.show()
        self._show_buttons(is_open=False)
        if had_focus:
            self.show_button.setFocus()

    def _show_buttons(self, *, is_open: bool) -> None:
        self.show_button.setVisible(not is_open)
        self.hide_button.setVisible(is_open)
        self.edit_button.setVisible(is_open and not self._is_read_only)
        self._flow.arrange()

    def _add(self, text: str, style: TextStyle, tone: Tone) -> None:
        label = WrapLabel(text, self, style=style, tone=tone)
        self._lines.addWidget(label)
        label.show()
        self._shown.append(label)

    def _clear(self) -> None:
        for label in self._shown:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._shown = []

    def _button(self, act: str, icon: Icon) -> Button:
        words = sentence(f"may-know.button.{act}", self._language)
        return Button(words, self, name=f"person-may-know-{act}", icon=icon)
