"""One way to reach somebody in the list: said in two lines, edited in its place, taken off."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.contact_acts import ACTS_OF, ContactAct, safe_acts, with_safe_acts
from desktop.records.person import ContactKind, ContactPath
from desktop.views.person.contact_words import contact_safety, contact_text
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.offered_line import OfferedLine
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel

_TIMES = ("mornings", "afternoons", "evenings", "weekends", "not-at-work")


class WayPanel(Panel):
    """A way of ``kind``. Its fields are there from the start, so that a desk sees what was typed;
    they show after *Edit*. Taken off, it is gone with the next save and can be brought back.

    On each kind only that is asked which can be done on it (``ACTS_OF``).
    """

    def __init__(
        self, kind: ContactKind, language: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        self.kind, self._language = kind, language
        title = sentence(f"contact-kind.{kind.value}", language)
        super().__init__(title, parent, name=name)
        self.text_label = WrapLabel("", self, style=TextStyle.BODY_STRONG)
        self.second_label = WrapLabel("", self, tone=Tone.MUTED)
        self._fields = QWidget(self)
        self._build_fields(name)
        words = sentence("contact-button.edit", language)
        self.edit_button = Button(words, self, name=f"{name}-edit", icon=Icon.PEN)
        self.remove_button = Button(
            sentence("contact-button.remove", language),
            self,
            name=f"{name}-remove",
            icon=Icon.TRASH,
            is_toggle=True,
        )
        for part in (self.text_label, self.second_label, self._fields):
            self.body.addWidget(part)
        self._buttons = ButtonFlow((self.edit_button, self.remove_button), self)
        self.body.addWidget(self._buttons)
        self.edit_button.clicked.connect(self._turn)
        self.remove_button.toggled.connect(self._fit)
        self._is_open = False
        self._fit()

    @property
    def is_removed(self) -> bool:
        """Whether it goes with the next save."""
        return self.remove_button.isChecked()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of it at all."""
        texts = (self.owner, self.service, self.number, self.times)
        return not (any(field.value() for field in texts) or self.safe.chosen_keys())

    def show_path(self, path: ContactPath) -> None:
        """Show what is kept, folded."""
        self.owner.set_value(path.owner)
        self.service.set_value(path.service)
        self.number.set_value(path.value)
        self.times.set_value(path.best_times)
        self.safe.set_chosen([act.value for act in safe_acts(path)])
        self._fit()

    def open_fields(self) -> None:
        """Show the fields and put the focus on the first."""
        self._is_open = True
        self._fit()
        first = next(row for row in self._rows() if not row.isHidden())
        first.control.setFocus()

    def check(self) -> bool:
        """Whether it can be kept; else it opens and says what is missing."""
        is_missing = not (self.is_removed or self.is_blank or self.number.value())
        missing = sentence(f"contact.missing.{self.kind.value}", self._language)
        self.number_row.set_error(missing if is_missing else "")
        if is_missing:
            self._is_open = True
            self._fit()
            self.number.setFocus()
        return not is_missing

    def path(self) -> ContactPath | None:
        """The way as it is typed now; None while it has no number, handle or address."""
        if not self.number.value():
            return None
        return with_safe_acts(
            self.kind,
            self.number.value(),
            frozenset(ContactAct(key) for key in self.safe.chosen_keys()),
            owner=self.owner.value(),
            service=self.service.value(),
            best_times=self.times.value(),
        )

    def _build_fields(self, name: str) -> None:
        fields = self._fields
        self.owner = LineField(fields, name=f"{name}-owner")
        self.service = LineField(fields, name=f"{name}-service")
        self.number = LineField(fields, name=f"{name}-number")
        question = self._say("contact.what-safe")
        acts = [
            OptionItem(act.value, self._say(f"contact-act.{act.value}"))
            for act in ACTS_OF[self.kind]
        ]
        self.safe = OptionGroup(
            question, acts, fields, name=f"{name}-safe", is_multiple=True, is_flat=True
        )
        times = [self._say(f"contact.times.{part}") for part in _TIMES]
        self.times = OfferedLine(times, fields, name=f"{name}-times", is_joined=True)
        is_mail = self.kind is ContactKind.MAILING
        envelope = self._say("contact.envelope-help") if is_mail else ""
        self.owner_row = FieldRow(self._say("contact.owner"), self.owner, fields)
        self.service_row = FieldRow(
            self._say("contact.service"),
            self.service,
            fields,
            help_text=self._say("contact.service-help"),
        )
        value = self._say(f"contact.value.{self.kind.value}")
        self.number_row = FieldRow(value, self.number, fields)
        self.safe_row = FieldRow(question, self.safe, fields, help_text=envelope)
        self.times_row = FieldRow(self._say("contact.times"), self.times, fields)
        self.number.edited.connect(self.number_row.clear_error)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for row in self._rows():
            column.addWidget(row)
        self.owner_row.setVisible(self.kind is ContactKind.TRUSTED_PERSON)
        self.service_row.setVisible(self.kind is ContactKind.SOCIAL)

    def _rows(self) -> tuple[FieldRow, ...]:
        first = (self.owner_row, self.service_row, self.number_row)
        return (*first, self.safe_row, self.times_row)

    @Slot()
    def _turn(self) -> None:
        if not self._is_open:
            self.open_fields()
        elif self.check():
            self._is_open = False
            self._fit()
            self.edit_button.setFocus()

    @Slot()
    def _fit(self) -> None:
        """The words and buttons as it stands."""
        path, is_open = self.path(), self._is_open and not self.is_removed
        self._fields.setVisible(is_open)
        self.text_label.setText(contact_text(path) if path else "")
        self.text_label.setVisible(bool(path) and not is_open)
        self.second_label.setText(self._second(path))
        self.second_label.setVisible(not is_open)
        self.edit_button.setVisible(not self.is_removed)
        self._word(self.edit_button, "fold" if is_open else "edit")
        self._word(self.remove_button, "bring-back" if self.is_removed else "remove")
        self._buttons.arrange()

    def _second(self, path: ContactPath | None) -> str:
        if self.is_removed:
            return self._say("contact.removed")
        return contact_safety(path, self._language) if path else self._say("contact.new")

    def _word(self, button: Button, act: str) -> None:
        button.setText(self._say(f"contact-button.{act}"))
        kind = self._say(f"contact-kind.{self.kind.value}")
        button.setAccessibleName(sentence(f"contact-button-of.{act}", self._language, kind=kind))

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)
