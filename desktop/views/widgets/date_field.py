"""A date that may be empty: typed as 2026-03-14, or picked in a calendar."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.views.widgets.date_box import DateBox
from desktop.views.widgets.parsed_field import NotReadable


class DateField(DateBox):
    """A whole ISO 8601 date. Signals: those of DateBox; the value is a date."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(self._to_date, str, _same, parent, name=name)

    def typed_value(self) -> date | None:
        """The date of the text, None when empty; raises NotReadable."""
        value = self.line.typed_value()
        return value if isinstance(value, date) else None

    def show_value(self, value: date | None) -> None:
        """Show a date without a signal."""
        self.line.show_value(value)

    def _to_date(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise NotReadable(self.tr("Type a date like 2026-03-14, or leave it empty.")) from None


def _same(day: date) -> date:
    return day
