"""One step in a column: which question it is, the words before it, the question itself."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.interview.display_card import DisplayCard
from desktop.views.patient.patient_card import PatientCard
from desktop.views.patient.patient_rows import AddLine, RowLine
from desktop.views.patient.patient_state import PatientPageState
from desktop.views.patient.read_over import ReadOver
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone, Width
from desktop.views.widgets.announce import announce
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel


class PatientPage(QScrollArea):
    """Shows a ``PatientPageState``: another step is built anew, the same one only changes.

    Signals: ``answered(key, answer)``; ``row_wanted(list_key)``; ``row_unwanted(key)``;
    ``undo_requested()`` the row that was just taken out.
    """

    answered = Signal(str, object)
    row_wanted = Signal(str)
    row_unwanted = Signal(str)
    undo_requested = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patient-page")
        self._now = now
        self._shown: PatientPageState | None = None
        self.card: PatientCard | None = None
        self._words: list[DisplayCard] = []
        self._lines: list[QWidget] = []
        self._parts: list[QWidget] = []
        self.reading: ReadOver | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(self)
        content.setProperty("page", True)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        outer.setSpacing(0)
        self._middle = QWidget(content)
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self.part = WrapLabel("", self._middle, style=TextStyle.TITLE)
        self.part.setObjectName("patient-part")
        self.place = WrapLabel("", self._middle, style=TextStyle.BODY, tone=Tone.MUTED)
        self.place.setObjectName("patient-place")
        self.notice = UndoNotice(self._middle, name="patient-notice")
        self.notice.undo_requested.connect(self.undo_requested)
        self._top = (self.part, self.place, self.notice)
        for part in self._top:
            self._column.addWidget(part)
        outer.addWidget(self._middle)
        outer.addStretch(1)
        self.setWidget(content)
        theme_holder().changed.connect(self._fit)
        self._fit()

    def show_page(self, state: PatientPageState) -> None:
        """Show a step; a new one takes the focus and is said."""
        before = self._shown
        is_new = before is None or before.name != state.name
        is_same_words = before is not None and _keys(before) == _keys(state)
        self._shown = state
        self.place.setText(
            self.tr("Question {number} of {total}").format(number=state.number, total=state.total)
        )
        self.place.setVisible(state.card is not None)
        self.part.setText(state.part)
        self.part.setVisible(bool(state.part))
        if is_new or not is_same_words:
            self._build_words(state)
        else:
            for card, words in zip(self._words, state.words, strict=True):
                card.show_state(words)
        if is_new:
            self._build_card(state)
            self._build_lines(state)
            self.verticalScrollBar().setValue(0)
            self.focus_first()
            place = f"{state.part} {self.place.text()}".strip()
            announce(self, place if state.card is not None else self._said())
            return
        if self.card is not None and state.card is not None:
            self.card.show_state(state.card)
        if before is not None and (before.rows, before.adds) != (state.rows, state.adds):
            self._build_lines(state)

    def parts(self) -> tuple[QWidget, ...]:
        """What stands on the page, from top to bottom, whatever was built when."""
        return (self.notice, *self._words, *self._parts)

    def focus_first(self) -> None:
        """Put the focus into the answer."""
        if self.card is not None:
            self.card.focus_first()

    def flush(self) -> None:
        """Tell what was typed now."""
        if self.card is not None:
            self.card.flush()

    def _said(self) -> str:
        if self.reading is not None:
            return self.reading.said()
        return " ".join(card.text.text() for card in self._words)

    def _build_words(self, state: PatientPageState) -> None:
        for old in self._words:
            old.hide()
            old.deleteLater()
        self._words = [DisplayCard(words, self._middle) for words in state.words]
        for at, card in enumerate(self._words, len(self._top)):
            self._column.insertWidget(at, card)
            card.show()

    def _build_card(self, state: PatientPageState) -> None:
        if self.card is not None:
            self.card.flush()
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if self.reading is not None:
            self.reading.hide()
            self.reading.deleteLater()
            self.reading = None
        if state.reading is not None:
            self.reading = ReadOver(
                state.reading, state.mode.first, self._middle, can_change=state.can_change
            )
            self._column.addWidget(self.reading)
            self.reading.show()
        if state.card is not None:
            self.card = PatientCard(state.card, self._now, self._middle)
            self.card.answered.connect(self.answered)
            self._column.addWidget(self.card)
            self.card.show()

    def _build_lines(self, state: PatientPageState) -> None:
        """Above the question the rows that it stands in, below it the way to another one."""
        for old in self._lines:
            old.hide()
            old.deleteLater()
        language = state.mode.first
        above = [RowLine(row, language, self._middle) for row in state.rows]
        below = [AddLine(add, language, self._middle) for add in state.adds]
        for line in above:
            line.remove_requested.connect(self.row_unwanted)
            card = self.card
            at = self._column.indexOf(card) if card is not None else self._column.count()
            self._column.insertWidget(at, line)
            line.show()
        for add in below:
            add.add_requested.connect(self.row_wanted)
            self._column.addWidget(add)
            add.show()
        self._lines = [*above, *below]
        asked: list[QWidget] = [] if self.card is None else [self.card]
        self._parts = [*above, *asked, *below]

    @Slot()
    def _fit(self) -> None:
        self._middle.setMaximumWidth(current_theme().metrics.scaled(Width.QUESTION_MOST))


def _keys(state: PatientPageState) -> list[str]:
    return [words.key for words in state.words]
