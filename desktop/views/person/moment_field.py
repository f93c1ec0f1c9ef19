"""A day and a time of day in local time, read as one moment."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.time_field import TimeField


class MomentField(Compound):
    """``question`` names both boxes; ``now`` gives the clock's time (UTC).

    Signals: ``edited()`` after any change by the user.
    """

    edited = Signal()

    def __init__(
        self,
        question: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.day = DateField(self, name=f"{name}-day")
        self.time = TimeField(self._local_now, self, name=name)
        day_words = self.tr("{question}: day").format(question=question)
        time_words = self.tr("{question}: time").format(question=question)
        self.row = FieldRow(question, _Pair(self.day, self.time, self), self)
        self.day.line.setAccessibleName(day_words)
        self.time.line.setAccessibleName(time_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.lead_to(self.day)
        for field in (self.day, self.time):
            field.problem_found.connect(self.row.set_error)
            field.edited.connect(self._edited)
            field.value_committed.connect(self._committed)

    def moment(self) -> datetime | None:
        """The moment in UTC, None when both boxes are empty; raises NotReadable.

        A time without a day is today's; a day without a time is not enough.
        """
        day, time = self.day.typed_value(), self.time.typed_value()
        if time is None:
            if day is None:
                return None
            raise NotReadable(self.tr("Add the time, like 14:05."))
        local = datetime.combine(day or self._local_now().date(), time)
        return local.astimezone().astimezone(UTC)

    def show_moment(self, moment: datetime | None) -> None:
        """Show a moment without a signal."""
        local = moment.astimezone() if moment else None
        self.day.show_value(local.date() if local else None)
        self.time.show_value(local.time().replace(second=0, microsecond=0) if local else None)
        self.row.set_error("")

    def read(self) -> tuple[bool, datetime | None]:
        """Whether it can be read, and the moment; says the problem below when it cannot."""
        try:
            moment = self.moment()
        except NotReadable as problem:
            self.row.set_error(str(problem))
            return False, None
        self.row.set_error("")
        return True, moment

    def _local_now(self) -> datetime:
        return self._now().astimezone()

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self.edited.emit()

    @Slot(object)
    def _committed(self, _value: object) -> None:
        self.edited.emit()


class _Pair(Compound):
    """The two boxes side by side, the day wider than the time."""

    def __init__(self, day: DateField, time: TimeField, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(day, 5)
        row.addWidget(time, 4)
        self.lead_to(day)
