"""On the review desk: who of the staff wants a debrief, and what a supervisor notes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.debrief import DebriefState
from desktop.services.debriefs import DebriefRow
from desktop.views.debrief.debrief_words import event_words, state_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class DebriefNote:
    """What is noted of one: ``held_on`` for a talk that was held."""

    debrief_id: str
    state: DebriefState
    held_on: date | None = None


class DebriefList(QWidget):
    """Hidden while nobody wants one. Signals: ``noted(DebriefNote)``."""

    noted = Signal(object)

    def __init__(
        self, language: str, age: Callable[[timedelta], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._age = age
        self._rows: tuple[DebriefRow, ...] = ()
        title = sentence("debrief.wanted", language)
        self.title = WrapLabel(title, self, style=TextStyle.ROW_STRONG)
        self.title.setContentsMargins(Space.XL, Space.M, Space.XL, Space.S)
        self.rows = RowList(title, self, name="review-debriefs")
        self.box = QWidget(self)
        self.box.setObjectName("review-debrief-box")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.title, self.rows, self.box):
            column.addWidget(part)
        self._build_box()
        self.rows.chosen.connect(self._choose)
        self.hide()

    def show_rows(self, rows: Sequence[DebriefRow], now: datetime) -> None:
        """Show them; the box below is of the one that is chosen and open."""
        self._rows = tuple(rows)
        self.rows.show_rows([self._item(row, now) for row in rows])
        self.setVisible(bool(rows))
        self.day.show_value(now.astimezone().date())
        self._choose(self.rows.chosen_key())

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused day is said below it."""
        if message_id not in ("debrief.day-to-come", "debrief.day-too-early"):
            return False
        self.day_row.set_error(words)
        self.day.line.setFocus()
        return True

    def _build_box(self) -> None:
        say = self._say
        self.day = DateField(self.box, name="review-debrief-day")
        self.day_row = FieldRow(say("debrief.held-on"), self.day, self.box)
        self.held_button = self._button(DebriefState.HELD, Icon.CHECK)
        self.offered_button = self._button(DebriefState.OFFERED, Icon.MESSAGE)
        self.no_button = self._button(DebriefState.NOT_WANTED, Icon.X)
        buttons = (self.held_button, self.offered_button, self.no_button)
        self._flow = ButtonFlow(buttons, self.box)
        column = QVBoxLayout(self.box)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.M)
        column.addWidget(self.day_row)
        column.addWidget(self._flow)
        self.held_button.clicked.connect(self._held)
        self.offered_button.clicked.connect(self._offered)
        self.no_button.clicked.connect(self._not_wanted)

    def _button(self, state: DebriefState, icon: Icon) -> Button:
        words = self._say(f"debrief.note.{state.value}")
        return Button(words, self.box, name=f"review-debrief-{state.value}", icon=icon)

    def _item(self, row: DebriefRow, now: datetime) -> RowItem:
        event = event_words(row, self._language)
        state = state_words(row, now, self._language)
        return RowItem(
            key=row.debrief_id,
            title=row.who or self._say("outing.someone"),
            second=self._say("debrief.line", event=event, state=state),
            right=self._age(now - row.asked_at) if row.is_open else "",
            is_large=True,
            is_muted=not row.is_open,
        )

    def _chosen(self) -> DebriefRow | None:
        key = self.rows.chosen_key()
        return next((row for row in self._rows if row.debrief_id == key), None)

    def _note(self, state: DebriefState, held_on: date | None = None) -> None:
        row = self._chosen()
        if row is not None:
            self.noted.emit(DebriefNote(row.debrief_id, state, held_on))

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._language, **params)

    @Slot(str)
    def _choose(self, _key: str) -> None:
        row = self._chosen()
        self.box.setVisible(row is not None and row.is_open)
        self.offered_button.setVisible(row is not None and row.state is DebriefState.ASKED)
        self.day_row.set_error("")
        self._flow.arrange()

    @Slot()
    def _held(self) -> None:
        try:
            day = self.day.typed_value()
        except NotReadable as problem:
            self.day_row.set_error(str(problem))
            return
        self.day_row.set_error("" if day else self._say("debrief.say-day"))
        if day is not None:
            self._note(DebriefState.HELD, day)
        else:
            self.day.line.setFocus()

    @Slot()
    def _offered(self) -> None:
        self._note(DebriefState.OFFERED)

    @Slot()
    def _not_wanted(self) -> None:
        self._note(DebriefState.NOT_WANTED)
