"""One entry of a list that is edited in its place: said in two lines, opened, taken off."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class Entry(Protocol):
    """What the fields of an entry say."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of it at all."""
        ...

    @property
    def is_whole(self) -> bool:
        """Whether there is enough of it to be kept."""
        ...

    def about(self) -> str:
        """What its buttons are about, for screen readers."""
        ...

    def text(self) -> str:
        """Its first line while it is folded."""
        ...

    def second(self) -> str:
        """Its second line."""
        ...

    def problem(self) -> tuple[FieldRow, str]:
        """What is missing of one that is not whole, and below which field that is said."""
        ...


class FoldedEntry(Panel):
    """A subclass is an ``Entry``, makes its fields inside ``fields`` and ends with ``show_rows``.

    The fields are there from the start, so that a desk sees what was typed; they show after *Edit*.
    Taken off, the entry is gone with the next save and can be brought back until then.
    """

    def __init__(
        self, title: str, language: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(title, parent, name=name)
        self._language = language
        self._entry: Entry | None = None
        self._rows: tuple[FieldRow, ...] = ()
        self._is_open = False
        self.text_label = WrapLabel("", self, style=TextStyle.BODY_STRONG)
        self.second_label = WrapLabel("", self, tone=Tone.MUTED)
        self.fields = QWidget(self)
        self.edit_button = Button(
            self._say("contact-button.edit"), self, name=f"{name}-edit", icon=Icon.PEN
        )
        self.remove_button = Button(
            self._say("contact-button.remove"),
            self,
            name=f"{name}-remove",
            icon=Icon.TRASH,
            is_toggle=True,
        )
        self._buttons = ButtonFlow((self.edit_button, self.remove_button), self)
        for part in (self.text_label, self.second_label, self.fields, self._buttons):
            self.body.addWidget(part)
        self.edit_button.clicked.connect(self._turn)
        self.remove_button.toggled.connect(self.fit)

    @property
    def is_removed(self) -> bool:
        """Whether it goes with the next save."""
        return self.remove_button.isChecked()

    def show_rows(self, entry: Entry, rows: Sequence[FieldRow]) -> None:
        """Lay the fields of ``entry`` out; hidden ones stay hidden."""
        self._entry, self._rows = entry, tuple(rows)
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for row in self._rows:
            column.addWidget(row)
        self.fit()

    def open_fields(self) -> None:
        """Show the fields and put the focus on the first."""
        self._is_open = True
        self.fit()
        first = next(row for row in self._rows if not row.isHidden())
        first.control.setFocus()

    def check(self) -> bool:
        """Whether it can be kept or left out; else it opens and says what is missing."""
        for row in self._rows:
            row.set_error("")
        entry = self._entry
        if entry is None or self.is_removed or entry.is_blank or entry.is_whole:
            return True
        row, words = entry.problem()
        row.set_error(words)
        self._is_open = True
        self.fit()
        row.control.setFocus()
        return False

    @Slot()
    def fit(self) -> None:
        """The words and buttons as it stands."""
        if self._entry is None:
            return
        entry, is_open = self._entry, self._is_open and not self.is_removed
        self.fields.setVisible(is_open)
        self.text_label.setText(entry.text() if entry.is_whole else "")
        self.text_label.setVisible(entry.is_whole and not is_open)
        self.second_label.setText(self._second(entry))
        self.second_label.setVisible(not is_open)
        self.edit_button.setVisible(not self.is_removed)
        about = entry.about()
        self._word(self.edit_button, "fold" if is_open else "edit", about)
        self._word(self.remove_button, "bring-back" if self.is_removed else "remove", about)
        self._buttons.arrange()

    def _second(self, entry: Entry) -> str:
        if self.is_removed:
            return self._say("contact.removed")
        return entry.second() if entry.is_whole else self._say("contact.new")

    def _word(self, button: Button, act: str, about: str) -> None:
        button.setText(self._say(f"contact-button.{act}"))
        words = sentence(f"contact-button-of.{act}", self._language, kind=about)
        button.setAccessibleName(words)

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot()
    def _turn(self) -> None:
        if not self._is_open:
            self.open_fields()
        elif self.check():
            self._is_open = False
            self.fit()
            self.edit_button.setFocus()
