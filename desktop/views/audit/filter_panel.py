"""What of the trail is shown: which question, about whom, by whom, what and when."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.audit_filter import AuditFilter
from desktop.records.ids import StaffId
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Space
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.picker import Picker

EVERY = "every"


class Question(StrEnum):
    """What the officer can ask of the trail."""

    PERSON = "person"
    RELEASES = "releases"
    REVIEWS = "reviews"
    FAILED = "failed"
    ALL = "all"


class FilterPanel(Panel):
    """Signals: ``question_changed()``; ``narrowed()`` when anything else changed."""

    question_changed = Signal()
    narrowed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="audit-filter")
        self._language = language
        choices = [(each.value, self._words(f"audit.question-{each.value}")) for each in Question]
        self.question = Picker(self, name="audit-question", choices=choices)
        self.question.show_picked(Question.PERSON.value)
        self.person = LineField(self, name="audit-person")
        self.staff = Picker(self, name="audit-staff")
        self.action = Picker(self, name="audit-action")
        self.since = DateField(self, name="audit-since")
        self.until = DateField(self, name="audit-until")
        self.person_row = self._row("person", self.person, "audit.person-help")
        self._narrow = QWidget(self)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(Space.L)
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._narrow)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(Space.L)
        self._rows.addWidget(self._row("question", self.question), 1)
        self._rows.addWidget(self.person_row, 1)
        for name, control in (
            ("staff", self.staff), ("action", self.action),
            ("since", self.since), ("until", self.until),
        ):  # fmt: skip
            self._all.addWidget(self._row(name, control), 1)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._narrow)
        self.question.picked.connect(self._asked)
        self.person.committed.connect(self._narrowed)
        self.staff.picked.connect(self._narrowed)
        self.action.picked.connect(self._narrowed)
        self.since.value_committed.connect(self._narrowed)
        self.until.value_committed.connect(self._narrowed)
        self._show_fields()

    def show_choices(self, staff: Sequence[tuple[str, str]]) -> None:
        """Offer everyone of the trail, and everything that can be in it."""
        every = (EVERY, self._words("audit.every"))
        actions = sorted(
            ((one.value, self._words(f"audit-action.{one.value}")) for one in AuditAction),
            key=lambda each: each[1].casefold(),
        )
        for picker, choices in ((self.staff, staff), (self.action, actions)):
            picker.set_choices([every, *choices])
            if not picker.picked_key():
                picker.show_picked(EVERY)

    def asked(self) -> Question:
        """The question."""
        return Question(self.question.picked_key())

    def wanted(self) -> AuditFilter:
        """Everything else that was chosen."""
        staff, action = self.staff.picked_key(), self.action.picked_key()
        return AuditFilter(
            StaffId(staff) if staff not in ("", EVERY) else None,
            AuditAction(action) if action not in ("", EVERY) else None,
            _day(self.since),
            _day(self.until),
        )

    def set_layout(self, layout: Layout) -> None:
        """Side by side where there is room."""
        is_wide = layout is Layout.FULL
        direction = QBoxLayout.Direction
        for row in (self._rows, self._all):
            row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _row(self, name: str, control: QWidget, help_id: str = "") -> FieldRow:
        help_text = self._words(help_id) if help_id else ""
        return FieldRow(self._words(f"audit.field-{name}"), control, self, help_text=help_text)

    def _show_fields(self) -> None:
        self.person_row.setVisible(self.asked() is Question.PERSON)
        self._narrow.setVisible(self.asked() is Question.ALL)

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot(str)
    def _asked(self, _key: str) -> None:
        self._show_fields()
        self.question_changed.emit()

    @Slot(object)
    def _narrowed(self, _value: object) -> None:
        self.narrowed.emit()


def _day(field: DateField) -> date | None:
    try:
        return field.typed_value()
    except ValueError:
        return None
