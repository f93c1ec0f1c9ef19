"""One way to reach somebody in the list: which it is, what is safe on it, and when."""

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.contact_acts import ACTS_OF, ContactAct, safe_acts, with_safe_acts
from desktop.records.person import ContactKind, ContactPath
from desktop.views.person.contact_words import contact_safety, contact_text
from desktop.views.person.folded_entry import FoldedEntry
from desktop.views.widgets.evidence_hint import hint_below
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.offered_line import OfferedLine
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem

_TIMES = ("mornings", "afternoons", "evenings", "weekends", "not-at-work")


class WayPanel(FoldedEntry):
    """A way of ``kind``: only that is asked which can be done on it (``ACTS_OF``)."""

    def __init__(
        self, kind: ContactKind, language: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(
            sentence(f"contact-kind.{kind.value}", language), language, parent, name=name
        )
        self.kind = kind
        self._build_fields(name)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of it at all."""
        texts = (self.owner, self.service, self.number, self.times)
        return not (any(field.value() for field in texts) or self.safe.chosen_keys())

    @property
    def is_whole(self) -> bool:
        """Whether it has a number, a handle or an address."""
        return bool(self.number.value())

    def about(self) -> str:
        """Its kind."""
        return self._say(f"contact-kind.{self.kind.value}")

    def text(self) -> str:
        """Whose or where, and the number."""
        path = self.path()
        return contact_text(path) if path else ""

    def second(self) -> str:
        """What is safe on it, and when."""
        path = self.path()
        return contact_safety(path, self._language) if path else ""

    def problem(self) -> tuple[FieldRow, str]:
        """The number is missing."""
        return self.number_row, self._say(f"contact.missing.{self.kind.value}")

    def show_path(self, path: ContactPath) -> None:
        """Show what is kept, folded."""
        self.owner.set_value(path.owner)
        self.service.set_value(path.service)
        self.number.set_value(path.value)
        self.times.set_value(path.best_times)
        self.safe.set_chosen([act.value for act in safe_acts(path)])
        self.fit()

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
        fields = self.fields
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
        help_text = self._say("contact.service-help")
        value = self._say(f"contact.value.{self.kind.value}")
        owner_row = FieldRow(self._say("contact.owner"), self.owner, fields)
        service_row = FieldRow(
            self._say("contact.service"), self.service, fields, help_text=help_text
        )
        self.number_row = FieldRow(value, self.number, fields)
        safe_row = FieldRow(question, self.safe, fields, help_text=envelope)
        times_row = FieldRow(self._say("contact.times"), self.times, fields)
        hint_below(owner_row, self.owner, asks_a_name=True)
        hint_below(service_row, self.service)
        self.number.edited.connect(self.number_row.clear_error)
        owner_row.setVisible(self.kind is ContactKind.TRUSTED_PERSON)
        service_row.setVisible(self.kind is ContactKind.SOCIAL)
        self.show_rows(self, (owner_row, service_row, self.number_row, safe_row, times_row))
