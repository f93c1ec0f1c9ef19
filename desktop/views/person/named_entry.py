"""One person in the list of those who may know: name, relation, may be told, may visit."""

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.may_know import NamedPerson
from desktop.views.person.folded_entry import FoldedEntry
from desktop.views.widgets.evidence_hint import hint_below
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem

TOLD, VISIT = "told", "visit"


class NamedEntry(FoldedEntry):
    """Nothing is chosen at first: somebody named without a mark is told nothing."""

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", language, parent, name=name)
        fields = self.fields
        self.name = LineField(fields, name=f"{name}-name")
        self.relation = LineField(fields, name=f"{name}-relation")
        question = self._say("may-know.what")
        marks = [OptionItem(key, self._say(f"may-know.act.{key}")) for key in (TOLD, VISIT)]
        self.marks = OptionGroup(
            question, marks, fields, name=f"{name}-may", is_multiple=True, is_flat=True
        )
        self.name_row = FieldRow(self._say("may-know.name"), self.name, fields)
        relation_row = FieldRow(self._say("may-know.relation"), self.relation, fields)
        hint_below(relation_row, self.relation)
        self.name.edited.connect(self.name_row.clear_error)
        self.show_rows(
            self,
            (
                self.name_row,
                relation_row,
                FieldRow(question, self.marks, fields),
            ),
        )

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of anybody."""
        return not (self.name.value() or self.relation.value() or self.marks.chosen_keys())

    @property
    def is_whole(self) -> bool:
        """Whether somebody is named."""
        return bool(self.name.value())

    def about(self) -> str:
        """The name, else that it is a new one."""
        return self.name.value() or self._say("may-know.new")

    def text(self) -> str:
        """Name and relation."""
        return named_text(self.person())

    def second(self) -> str:
        """What this person may."""
        return named_second(self.person(), self._language)

    def problem(self) -> tuple[FieldRow, str]:
        """The name is missing."""
        return self.name_row, self._say("may-know.say-name")

    def show_person(self, person: NamedPerson) -> None:
        """Show what is kept, folded."""
        self.name.set_value(person.name)
        self.relation.set_value(person.relation)
        marks = ((TOLD, person.may_be_told), (VISIT, person.may_visit))
        self.marks.set_chosen([key for key, is_on in marks if is_on])
        self.fit()

    def person(self) -> NamedPerson:
        """As it is typed now."""
        marks = self.marks.chosen_keys()
        return NamedPerson(self.name.value(), self.relation.value(), TOLD in marks, VISIT in marks)


def named_text(person: NamedPerson) -> str:
    """Name and relation in one line."""
    return ", ".join(part for part in (person.name, person.relation) if part)


def named_second(person: NamedPerson, language: str) -> str:
    """What may be told to this person, and whether a visit is wanted; said either way."""
    told = "told" if person.may_be_told else "not-told"
    visit = "visit" if person.may_visit else "no-visit"
    return " ".join(sentence(f"may-know.is.{one}", language) for one in (told, visit))
