"""A time of day, or a date with a time; empty until somebody gave it."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.forms.answers import (
    Answered,
    AnswerValue,
    PartialDate,
    PartialDateTime,
    TimeOfDay,
    Unanswered,
)
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.partial_date_field import PartialDateField
from desktop.views.theme.tokens import Space
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.time_field import TimeField


class TimeEditor(Editor):
    """``now`` gives the local wall clock for the button Now. Signals: those of Editor."""

    def __init__(
        self, state: ItemState, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(state, parent)
        self.field = TimeField(now, self, name=self.name)
        self._row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.watch(self.field.line)
        self.field.value_committed.connect(self._committed)
        self.field.problem_found.connect(self.problem_found)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show hours and minutes."""
        super().show_state(state, mode)
        self._row.set_label(self.question())
        self.show_format(self.field.line)
        value = self.values[0] if self.values else None
        if self.field.line.has_pending or (value is None and self._row.error):
            return
        self.field.show_value(
            time.fromisoformat(value.text) if isinstance(value, TimeOfDay) else None
        )

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field.line

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()

    @Slot(object)
    def _committed(self, value: object) -> None:
        is_time = isinstance(value, time)
        self.tell(Answered((TimeOfDay(f"{value:%H:%M:%S}"),)) if is_time else Unanswered())


class MomentEditor(Editor):
    """A date with a time (FHIR dateTime); the time may be left out.

    A time without a date waits for its date. Signals: those of Editor.
    """

    def __init__(
        self, state: ItemState, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(state, parent)
        self._now = now
        self._day: PartialDate | None = None
        self._time: time | None = None
        self.date_field = PartialDateField(self, name=f"{self.name}-day")
        self.time_field = TimeField(now, self, name=f"{self.name}-time")
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(FieldRow(self.tr("Date"), self.date_field, self), 1)
        row.addWidget(FieldRow(self.tr("Time"), self.time_field, self), 1)
        self.column.addLayout(row)
        self.watch(self.date_field.line, self.time_field.line)
        self.date_field.value_committed.connect(self._day_committed)
        self.time_field.value_committed.connect(self._time_committed)
        self.date_field.problem_found.connect(self.problem_found)
        self.time_field.problem_found.connect(self.problem_found)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the moment in local time."""
        super().show_state(state, mode)
        self.show_format(self.date_field.line)
        for field, part in (
            (self.date_field.line, self.tr("Date")),
            (self.time_field.line, self.tr("Time")),
        ):
            field.setAccessibleName(f"{self.question()}, {part}")
        value = self.values[0] if self.values else None
        if isinstance(value, PartialDateTime):
            self._day, self._time = _local_parts(value, self._now())
        elif self._time is None or self._day is not None:
            self._day, self._time = None, None
        if not self.date_field.line.has_pending:
            self.date_field.show_value(self._day)
        if not self.time_field.line.has_pending:
            self.time_field.show_value(self._time)

    def focus_target(self) -> QWidget | None:
        """The date."""
        return self.date_field.line

    def flush(self) -> None:
        """Tell what was typed now."""
        self.date_field.flush()
        self.time_field.flush()

    @Slot(object)
    def _day_committed(self, value: object) -> None:
        self._day = value if isinstance(value, PartialDate) else None
        self._tell_moment()

    @Slot(object)
    def _time_committed(self, value: object) -> None:
        self._time = value if isinstance(value, time) else None
        self._tell_moment()

    def _tell_moment(self) -> None:
        if self._day is None:
            self.tell(Unanswered())
            return
        kept: AnswerValue = PartialDateTime(self._day.text)
        if self._time is not None and len(self._day.text) == len("2000-01-01"):
            moment = datetime.combine(
                date.fromisoformat(self._day.text), self._time, self._now().tzinfo
            )
            kept = PartialDateTime(moment.isoformat(timespec="seconds"))
        self.tell(Answered((kept,)))


def _local_parts(value: PartialDateTime, now: datetime) -> tuple[PartialDate, time | None]:
    day, mark, _ = value.text.partition("T")
    if not mark:
        return PartialDate(day), None
    moment = datetime.fromisoformat(value.text)
    if moment.tzinfo is not None:
        moment = moment.astimezone(now.tzinfo)
    return PartialDate(moment.date().isoformat()), moment.time().replace(second=0, microsecond=0)
