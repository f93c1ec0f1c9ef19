"""A box for a date as text and a calendar to pick one; what the text may be, others say."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.parsed_field import ParsedField


class DateBox(Compound):
    """``parse`` and ``show_as`` as in ParsedField; ``of_day`` makes the value of a picked day.

    Signals: ``value_committed(value)`` what ``parse`` gave, None when emptied;
    ``problem_found(sentence)`` when the text is no date, "" when that is over; ``edited(text)``.
    """

    value_committed = Signal(object)
    problem_found = Signal(str)
    edited = Signal(str)

    def __init__(
        self,
        parse: Callable[[str], object],
        show_as: Callable[[object], str],
        of_day: Callable[[date], object],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-date")
        self._of_day = of_day
        self.line = ParsedField(parse, show_as, self, name=name, placeholder=self.tr("YYYY-MM-DD"))
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
        self.lead_to(self.line)
        self.line.value_committed.connect(self.value_committed)
        self.line.problem_found.connect(self.problem_found)
        self.line.edited.connect(self.edited)
        self.pick.clicked.connect(self._open_calendar)

    def flush(self) -> None:
        """Tell what was typed now."""
        self.line.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() == Qt.Key.Key_Down:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

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
        self.line.enter_value(self._of_day(date(day.year(), day.month(), day.day())))
