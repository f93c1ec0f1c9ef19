"""A date of any precision: typed as 2026, 2026-03 or 2026-03-14, or picked in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import PartialDate
from desktop.views.widgets.date_box import DateBox
from desktop.views.widgets.parsed_field import NotReadable


class PartialDateField(DateBox):
    """A year, a month or a day. Signals: those of DateBox; the value is a PartialDate."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(self._to_date, _shown, _of_day, parent, name=name)

    def show_value(self, value: PartialDate | None) -> None:
        """Show a date without a signal."""
        self.line.show_value(value)

    def _to_date(self, text: str) -> PartialDate:
        try:
            value = PartialDate(text)
        except ValueError:
            raise NotReadable(self._how_to()) from None
        is_whole = len(text) == len("2000-01-01")
        if is_whole and not QDate.fromString(text, Qt.DateFormat.ISODate).isValid():
            raise NotReadable(self._how_to())
        return value

    def _how_to(self) -> str:
        return self.tr("Type a date like 2026-03-14, a month like 2026-03 or a year like 2026.")


def _shown(value: object) -> str:
    return value.text if isinstance(value, PartialDate) else ""


def _of_day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
