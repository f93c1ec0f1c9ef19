"""A date of any precision: typed as 2026, 2026-03 or 2026-03-14, or picked in a calendar."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.answers import PartialDate
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.parsed_field import NotReadable, ParsedField


class PartialDateField(QWidget):
    """A box and a button for a calendar.

    Signals: ``value_committed(value)`` a PartialDate, None when emptied; ``problem_found(text)``.
    """

    value_committed = Signal(object)
    problem_found = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.line = ParsedField(
            self._to_date, _shown, self, name=name, placeholder=self.tr("YYYY-MM-DD")
        )
        self.pick = Button(
            self.tr("Choose a date"),
            self,
            name=f"{name}-pick",
            icon=Icon.CALENDAR,
            is_icon_only=True,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.setFocusProxy(self.line)
        self.line.value_committed.connect(self.value_committed)
        self.line.problem_found.connect(self.problem_found)
        self.pick.clicked.connect(self._open_calendar)

    def show_value(self, value: PartialDate | None) -> None:
        """Show a date without a signal."""
        self.line.show_value(value)

    def flush(self) -> None:
        """Tell what was typed now."""
        self.line.flush()

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

    @Slot()
    def _open_calendar(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("surface", "card")
        calendar = QCalendarWidget(popup)
        calendar.setObjectName(f"{self.line.objectName()}-calendar")
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(self.line.value(), Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(popup.close)
        calendar.clicked.connect(popup.close)
        QVBoxLayout(popup).addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _picked(self, day: QDate) -> None:
        self.line.enter_value(PartialDate(day.toString(Qt.DateFormat.ISODate)))


def _shown(value: object) -> str:
    return value.text if isinstance(value, PartialDate) else ""
