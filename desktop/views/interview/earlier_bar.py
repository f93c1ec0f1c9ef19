"""Earlier answers to a question, each with its day and form: today's only once it is pressed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """One earlier answer in words: ``day`` as records write it, ``form`` where it was given."""

    answer: str = field(repr=False)
    day: str
    form: str


class EarlierBar(QWidget):
    """Hidden while nothing is offered.

    Signals: ``picked(int)`` the place of the answer that was pressed.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._shown: tuple[tuple[EarlierLine, ...], str] = ((), "")
        self._rows: list[QWidget] = []
        self._buttons: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def buttons(self) -> list[Button]:
        """One for each earlier answer that is shown."""
        return list(self._buttons)

    def show_lines(self, lines: Sequence[EarlierLine], question: str) -> None:
        """Offer these, in this order."""
        shown = (tuple(lines), question)
        if shown != self._shown:
            self._shown = shown
            self._drop()
            for at, line in enumerate(lines):
                self._add(at, line, question)
            keep_tab_order(self, self._buttons)
        self.setVisible(bool(lines))

    def _add(self, at: int, line: EarlierLine, question: str) -> None:
        parts = {"answer": line.answer, "day": line.day, "form": line.form}
        row = QWidget(self)
        words = self.tr("Earlier answer, {day}, {form}: {answer}").format(**parts)
        label = WrapLabel(words, row, tone=Tone.MUTED)
        label.setObjectName(f"{self._name}-words-{at}")
        button = Button(self.tr("Use it"), row, name=f"{self._name}-{at}", icon=Icon.HISTORY)
        spoken = self.tr("Use it: earlier answer to {question}, {day}, {form}: {answer}")
        button.setAccessibleName(spoken.format(question=question, **parts))
        button.clicked.connect(self._pressed)
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.M)
        beside.addWidget(label, 1)
        beside.addWidget(button)
        beside.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(row)
        row.show()
        self._rows.append(row)
        self._buttons.append(button)

    def _drop(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._buttons = [], []

    def _pressed(self) -> None:
        at = next((at for at, one in enumerate(self._buttons) if one is self.sender()), None)
        if at is not None:
            self.picked.emit(at)
