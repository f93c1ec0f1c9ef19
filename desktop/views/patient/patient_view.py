"""The whole window while the screen is turned to the person: languages, one step, a way back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.focus_order import FocusOrder
from desktop.views.lock.cover_view import WorkState
from desktop.views.patient.give_back_page import GiveBackPage
from desktop.views.patient.patient_foot import PatientFoot
from desktop.views.patient.patient_page import PatientPage
from desktop.views.patient.patient_state import PatientPageState
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Ground, Rule, Surface


class PatientView(Surface):
    """Built in the language now installed; another language builds another one.

    Signals: ``answered(key, answer)``; ``step_requested(places)`` -1 or 1; ``done_requested()``
    the person gives it back; ``go_on_requested()``; ``pin_entered(pin)``; ``cover_requested()``;
    ``language_chosen(language)`` "en" or "es"; ``reading_requested()`` the plan, to be read;
    ``row_wanted(list_key)``, ``row_unwanted(key)``, ``undo_requested()`` of rows that repeat.
    """

    answered = Signal(str, object)
    step_requested = Signal(int)
    done_requested = Signal()
    go_on_requested = Signal()
    pin_entered = Signal(str)
    cover_requested = Signal()
    language_chosen = Signal(str)
    reading_requested = Signal()
    row_wanted = Signal(str)
    row_unwanted = Signal(str)
    undo_requested = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        language: str,
        *,
        speaks_both: bool,
        is_plan: bool = False,
        parent: QWidget,
    ) -> None:
        super().__init__(Ground.CANVAS, parent)
        self.setObjectName("patient")
        self._is_last, self._is_plan = False, is_plan
        self._focus_order = FocusOrder()
        self._top = self._build_top(language, speaks_both=speaks_both)
        self.near_bar = MessageBar(self, name="patient-near", is_closable=False)
        self.page = PatientPage(now, self)
        self.give_back = GiveBackPage(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.give_back)
        self._foot = self._build_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.near_bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        self.page.answered.connect(self.answered)
        self.page.row_wanted.connect(self.row_wanted)
        self.page.row_unwanted.connect(self.row_unwanted)
        self.page.undo_requested.connect(self.undo_requested)
        self.give_back.pin_entered.connect(self.pin_entered)
        self.give_back.go_on_requested.connect(self.go_on_requested)

    @property
    def is_given_back(self) -> bool:
        """Whether the last page is shown."""
        return self._pages.currentWidget() is self.give_back

    def show_page(self, state: PatientPageState) -> None:
        """Show one step."""
        self._is_last = state.is_last
        self.read_button.setVisible(self._is_plan and state.reading is None)
        self.back_button.setVisible(not state.is_first)
        self.next_button.setText(self.tr("I am done") if state.is_last else self.tr("Next"))
        self._foot.show()
        self._pages.setCurrentWidget(self.page)
        self.page.show_page(state)
        parts = (self._top, self.near_bar, *self.page.parts(), self._foot)
        self._focus_order.apply(self, parts)
        if state.card is None:
            self.focus_first()

    def show_give_back(self, *, may_go_on: bool) -> None:
        """Thank the person; staff type their PIN here."""
        self._foot.hide()
        self.read_button.hide()
        self._pages.setCurrentWidget(self.give_back)
        self.give_back.begin(may_go_on=may_go_on)

    def show_near(self, words: str) -> None:
        """What comes within a minute, said aloud once; "" takes it away."""
        if not words:
            self.near_bar.clear()
        elif self.near_bar.isHidden():
            self.near_bar.show_message(Tone.WARNING, words)
        else:
            self.near_bar.text_label.setText(words)

    def show_work(self, work: WorkState) -> None:
        """Say only what the store has confirmed."""
        words = {
            WorkState.SAVED: self.tr("Saved"),
            WorkState.NOT_SAVED: self.tr("Not saved. Please give this back."),
        }.get(work, self.tr("Saving"))
        is_news = work is WorkState.NOT_SAVED and words != self.saved_label.text()
        self.saved_label.setText(words)
        if is_news:
            announce(self, words)

    def focus_first(self) -> None:
        """Put the focus where it goes on."""
        if self.is_given_back:
            self.give_back.pin_row.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page.card is None:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.focus_first()

    def flush(self) -> None:
        """Tell what was typed now."""
        self.page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide screen has one bar at its foot."""
        super().resizeEvent(event)
        self._foot.fit(is_wide=self.width() > self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in an answer goes on; no other key leads anywhere."""
        focus = QApplication.focusWidget()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = is_plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and focus is not None and self.page.isAncestorOf(focus):
            self.next_button.click()
        else:
            super().keyPressEvent(event)

    def _build_top(self, language: str, *, speaks_both: bool) -> Surface:
        top = Surface(Ground.PLAIN, self)
        self.languages = Segment(
            self.tr("Language"),
            (
                Choice(LanguageMode.SPANISH.value, "Español"),
                Choice(LanguageMode.ENGLISH.value, "English"),
            ),
            top,
            name="patient-language",
        )
        self.languages.set_chosen(language)
        self.languages.setVisible(speaks_both)
        self.languages.chosen.connect(self.language_chosen)
        self.read_button = Button(
            sentence("patient.read", language), top, name="patient-read", icon=Icon.FILE_TEXT
        )
        self.read_button.hide()
        self.read_button.clicked.connect(self._read)
        cover = Button(self.tr("Cover the screen"), top, name="patient-cover", icon=Icon.EYE_OFF)
        cover.clicked.connect(self._cover)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(self.languages)
        row.addStretch(1)
        row.addWidget(self.read_button)
        row.addWidget(cover)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(top))
        return top

    def _build_foot(self) -> PatientFoot:
        foot = PatientFoot(self)
        self.back_button, self.next_button = foot.back_button, foot.next_button
        self.give_button, self.saved_label = foot.give_button, foot.saved_label
        self.back_button.clicked.connect(self._step_back)
        self.next_button.clicked.connect(self._step_on)
        self.give_button.clicked.connect(self._done)
        return foot

    @Slot()
    def _step_on(self) -> None:
        if self._is_last:
            self.done_requested.emit()
        else:
            self.step_requested.emit(1)

    @Slot()
    def _step_back(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _done(self) -> None:
        self.done_requested.emit()

    @Slot()
    def _read(self) -> None:
        self.reading_requested.emit()

    @Slot()
    def _cover(self) -> None:
        self.cover_requested.emit()
