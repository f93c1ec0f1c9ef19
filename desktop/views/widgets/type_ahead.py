"""A box to search in and the list of what matches below it, all from the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.match_columns import ColumnDelegate, MatchColumns, MatchHeads
from desktop.views.widgets.match_list import KEY_ROLE, MatchList
from desktop.views.widgets.wrap_label import WrapLabel

Find = Callable[[str], tuple[Sequence[tuple[str, str]], int]]
"""The rows ``(key, words)`` that match what is typed, and how many match in all."""


class SearchLine(QLineEdit):
    """A line that hands the keys of the list on.

    Signals: ``moved(step)`` for an arrow; ``taken()`` Enter; ``left()`` Escape.
    """

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter and Escape are for the list while something is searched."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text():
            self.taken.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TypeAhead(Compound):
    """Type, see how many match, choose with the arrows and Enter or by a press.

    Signals: ``picked(key)`` an option was chosen; ``typed(text)`` Enter with no option marked
    where ``takes_text``.
    """

    picked = Signal(str)
    typed = Signal(str)

    def __init__(
        self, find: Find, parent: QWidget | None = None, *, name: str, takes_text: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-search")
        self._find = find
        self._takes_text = takes_text
        self.line = SearchLine(self)
        self.line.setObjectName(name)
        self.line.setPlaceholderText(self.tr("Type to search"))
        self.row = FieldRow("", self.line, self, is_label_hidden=True)
        self.status = WrapLabel("", self, tone=Tone.MUTED)
        self.status.setObjectName(f"{name}-status")
        self._heads = MatchHeads(self, name=f"{name}-heads")
        self.list = MatchList(self, name=f"{name}-matches")
        self.list.setAccessibleName(self.tr("Matching answers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for widget in (self.row, self._heads, self.list, self.status):
            column.addWidget(widget)
        self.list.hide()
        self.lead_to(self.line)
        # textChanged: what a screen reader sets emits no textEdited.
        self.line.textChanged.connect(self._search)
        self.line.moved.connect(self._move)
        self.line.taken.connect(self._take)
        self.line.left.connect(self.line.clear)
        self.list.clicked.connect(self._pressed)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def set_columns(self, columns: MatchColumns) -> None:
        """Show the matches in columns from now on."""
        self._delegate = ColumnDelegate(columns, self.list, KEY_ROLE)
        self.list.setItemDelegate(self._delegate)
        self._heads.show_columns(columns)

    def renew(self) -> None:
        """The options or the language changed: search again."""
        if self.line.text():
            self._search(self.line.text())

    def show_status(self, words: str) -> None:
        """Say something below the box while nothing is searched."""
        if not self.line.text():
            self.status.setText(words)
            self.line.setAccessibleDescription(words)

    @Slot()
    def _restyle(self) -> None:
        self.line.setFont(current_theme().font(TextStyle.ROW))
        self.line.setMinimumHeight(current_theme().metrics.target)

    @Slot(str)
    def _search(self, text: str) -> None:
        rows, count = self._find(text) if text.strip() else ((), 0)
        self._show_rows(rows)
        words = self._count_words(len(rows), count) if text.strip() else ""
        self.status.setText(words)
        self.line.setAccessibleDescription(words)
        announce(self.line, words)

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._heads.setVisible(bool(rows) and self._heads.has_heads)

    def _count_words(self, shown: int, count: int) -> str:
        if not count and self._takes_text:
            return self.tr("No answer matches. Enter keeps what you typed.")
        if not count:
            return self.tr("No answer matches.")
        if count > shown:
            return self.tr("{count} answers match, the first {shown} are listed.").format(
                count=count, shown=shown
            )
        if count == 1:
            return self.tr("1 answer matches. Enter chooses it.")
        return self.tr("{count} answers match. Arrow keys move, Enter chooses.").format(count=count)

    @Slot(int)
    def _move(self, step: int) -> None:
        if not self.list.isVisibleTo(self):
            rows, _ = self._find("")
            self._show_rows(rows)
        announce(self.line, self.list.move_mark(step))

    @Slot()
    def _take(self) -> None:
        key = self.list.key_at(self.list.currentIndex())
        text = self.line.text().strip()
        if not key and self.list.matches.rowCount() == 1:
            key = self.list.key_at(self.list.matches.index(0))
        if key:
            self._picked(key)
        elif self._takes_text and text:
            self.line.clear()
            self.typed.emit(text)

    @Slot(QModelIndex)
    def _pressed(self, index: QModelIndex) -> None:
        self._picked(self.list.key_at(index))

    def _picked(self, key: str) -> None:
        self.line.clear()
        self._show_rows(())
        self.picked.emit(key)
