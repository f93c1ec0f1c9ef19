"""Name who may know that the person is here: a list, one more at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.may_know import NamedPerson
from desktop.views.person.named_entry import NamedEntry
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


class MayKnowPanel(TaskPanel):
    """Signals: ``people_given(tuple of NamedPerson)``."""

    people_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            sentence("may-know.title", language),
            sentence("may-know.save", language),
            parent,
            name="may-know",
        )
        self._language = language
        self._entries: list[NamedEntry] = []
        words = sentence("may-know.words", language)
        self.words = WrapLabel(words, self, tone=Tone.MUTED)
        self.nobody = WrapLabel(sentence("may-know.nobody", language), self)
        self._places = QVBoxLayout()
        self._places.setSpacing(Space.M)
        self.add_button = Button(
            sentence("may-know.add", language), self, name="may-know-add", icon=Icon.PLUS
        )
        self.body.addWidget(self.words)
        self.body.addWidget(self.nobody)
        self.body.addLayout(self._places)
        self.body.addWidget(self.add_button)
        self.add_button.clicked.connect(self._add)

    def begin(self, people: Sequence[NamedPerson]) -> None:
        """Show who was named, each folded."""
        for old in self._entries:
            self._places.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._entries = []
        for person in people:
            self._put().show_person(person)
        self.nobody.setVisible(not self._entries)

    def focus_first(self) -> None:
        """The first entry, else to name somebody."""
        first = self._entries[0].edit_button if self._entries else self.add_button
        first.setFocus()

    def submit(self) -> None:
        """Tell who was named; what was left empty is left out."""
        are_whole = [entry.check() for entry in reversed(self._entries)]
        if all(are_whole):
            named = [one for one in self._entries if one.is_whole and not one.is_removed]
            self.people_given.emit(tuple(one.person() for one in named))

    def _put(self) -> NamedEntry:
        entry = NamedEntry(self._language, self, name=f"may-know-{len(self._entries) + 1}")
        self._places.addWidget(entry)
        self._entries.append(entry)
        entry.show()
        keep_tab_order(self.words, [*self._entries, self.add_button])
        return entry

    @Slot()
    def _add(self) -> None:
        entry = self._put()
        self.nobody.hide()
        entry.open_fields()
