"""What every editor of an answer has in common."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Answer, AnswerValue, answer_values
from desktop.forms.session import ItemState
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.theme.tokens import Space
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_field import TextField


def safe_name(key: str) -> str:
    """An item key as it stands in object names."""
    return key.replace("@", "-at-")


@dataclass(frozen=True, slots=True)
class Beside:
    """Words of the form right at the field: unit, and the lower and upper end of a scale."""

    unit: str = ""
    lower: str = ""
    upper: str = ""


class Editor(QWidget):
    """Shows the answer of one question and tells a new one; decides nothing.

    Signals: ``answered(answer)`` an Answer, after the user gave, changed or took it back;
    ``problem_found(sentence)`` when what was typed is no value, "" when that is over;
    ``unsaved_changed()`` when ``has_unsaved`` did.
    """

    answered = Signal(object)
    problem_found = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = f"answer-{safe_name(state.key)}"
        self.setObjectName(f"editor-{safe_name(state.key)}")
        self.state = state
        self.mode = LanguageMode.ENGLISH
        self.beside = Beside()
        self._typed: list[LineField | TextField] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.S)

    @property
    def values(self) -> tuple[AnswerValue, ...]:
        """The values of the state last shown; none while a calculated one is not known."""
        return () if self.state.is_unknown else answer_values(self.state.answer)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show ``state`` without a signal."""
        self.state = state
        self.mode = mode

    def show_beside(self, beside: Beside) -> None:
        """Put these words at the field; shown with the next state."""
        self.beside = beside

    def question(self) -> str:
        """The question, as a screen reader names the control."""
        return one_text(self.state.text, self.mode) or self.state.item.link_id

    def show_format(self, line: LineField) -> None:
        """The form's own hint how to type the answer (core extension entryFormat), if any."""
        hint = one_text(self.state.item.presentation.entry_format, self.mode)
        if hint:
            line.setPlaceholderText(hint)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first, where there are two."""

    def set_spoken(self, description: str) -> None:
        """What a screen reader adds to the control (a problem, a unit)."""
        target = self.focus_target()
        if target is not None:
            target.setAccessibleDescription(description)

    def focus_target(self) -> QWidget | None:
        """What takes the focus; None when there is nothing to answer."""
        return None

    def focus_first(self) -> None:
        """Put the focus into the answer."""
        target = self.focus_target()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed that was not told."""
        return any(field.has_unsaved for field in self._typed)

    def watch(self, *fields: LineField | TextField) -> None:
        """Take these boxes into account in ``has_unsaved``."""
        for field in fields:
            self._typed.append(field)
            field.unsaved_changed.connect(self.unsaved_changed)

    def flush(self) -> None:
        """Tell what was typed now."""

    def tell(self, answer: Answer) -> None:
        """Tell an answer that the user gave."""
        self.answered.emit(answer)
