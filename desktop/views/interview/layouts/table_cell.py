"""One question inside a table: its answer, the reasons for none as a menu, what is wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.forms.answers import NoAnswer
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.picker_editor import PickerEditor
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.matrix_editor import MatrixEditor
from desktop.views.interview.layouts.table_sizes import TableSizes
from desktop.views.interview.question_card import QuestionCard
from desktop.views.theme.tokens import Space
from desktop.views.widgets.surface import Ground


class TableCell(QuestionCard):
    """A card without its own words: those stand over its column or at the left of its line.

    ``line`` says in which line it stands, for screen readers; a matrix cell is a whole line.
    """

    def __init__(
        self,
        state: CardState,
        now: Callable[[], datetime],
        parent: QWidget,
        *,
        line: str,
        is_matrix: bool,
    ) -> None:
        self._line = line
        self._is_matrix = is_matrix
        self._sizes: TableSizes | None = None
        super().__init__(state, now, parent)
        self.set_ground(Ground.PLAIN)
        self._column.setContentsMargins(0, Space.XS, 0, Space.XS)
        self._column.setSpacing(Space.XS)
        self.head.hide()
        self.show_state(state)

    def make_editor(self, state: ItemState) -> Editor:
        """Marks below the heads of a matrix; what is calculated is only shown."""
        if self._is_matrix and not state.read_only:
            return MatrixEditor(state, self)
        editor = super().make_editor(state)
        if isinstance(editor, PickerEditor):
            # The longer words of a card would be cut in a column.
            editor.picker.setPlaceholderText(self.tr("Choose"))
        return editor

    def show_state(self, state: CardState) -> None:
        """Show a question anew; a closed one says so in its cell."""
        super().show_state(state)
        self.head.setVisible(state.is_closed)
        target = self.editor.focus_target() if self.editor is not None else None
        if target is not None and not self._is_matrix and self._line:
            name = self.tr("{row}, {column}")
            question = self.editor.question() if self.editor is not None else ""
            target.setAccessibleName(name.format(row=self._line, column=question))
        self._arrange()

    def set_sizes(self, sizes: TableSizes) -> None:
        """Line up with the heads of the columns."""
        self._sizes = sizes
        self._arrange()

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """The reasons are always a menu here."""
        super().set_layout(width, is_stacked=is_stacked)
        self._arrange()

    def _show_extras(self) -> None:
        """That an answer is needed stands in the head of its line or column."""
        state = self._state
        self._state = replace(state, required_words="")
        super()._show_extras()
        self._state = state

    def _fold_reasons(self) -> None:
        if self.reasons is not None:
            self.reasons.title_label.setText("")
            self.reasons.title_label.hide()
            self.reasons.set_folded(True)
            self._reason_place.hide_rule()

    def _arrange(self) -> None:
        """Reasons at the right of the marks, below them where there is something to say."""
        if not self._is_matrix or self._sizes is None:
            return
        state = self.state
        has_words = bool(self.below.texts() or state.comments or state.earlier) or state.is_closed
        across = QBoxLayout.Direction.LeftToRight
        self._column.setDirection(QBoxLayout.Direction.TopToBottom if has_words else across)
        count = max(1, (self._marks_width() // max(self._sizes.column, 1)))
        if isinstance(self.editor, MatrixEditor | ReadOnlyEditor):
            self.editor.setFixedWidth(count * self._sizes.column)
        if self.reasons is not None:
            self.reasons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _marks_width(self) -> int:
        sizes = self._sizes
        return 0 if sizes is None else len(self.state.item.options) * sizes.column

    @property
    def has_reason(self) -> bool:
        """Whether a reason stands instead of an answer."""
        return isinstance(self.state.item.answer, NoAnswer)
