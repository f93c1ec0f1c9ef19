"""A question's number and words in one or two languages, lined up with its options."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.columns import Columns, language_columns
from desktop.views.widgets.text_block import TextBlock, longest_word_width, natural_width


class QuestionHead(QLabel):
    """Stands over an OptionGroup of the same width; screen readers read it as text."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._number = ""
        self._text = ""
        self._second = ""
        self._is_stacked = False
        self._laid_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    def show_question(self, number: str, text: str, second: str = "") -> None:
        """Show a question; ``second`` is the other language."""
        self._number, self._text, self._second = number, text, second
        words = " ".join(part for part in (number, text) if part)
        self.setText(words)
        self.setAccessibleName(words)
        self._restyle()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        self._is_stacked = is_stacked
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _blocks(self, width: int) -> tuple[Columns, TextBlock, TextBlock]:
        font = current_theme().font(TextStyle.ROW_STRONG)
        columns = language_columns(
            width, has_second=bool(self._second), is_stacked=self._is_stacked
        )
        second_width = columns.second_width or columns.first_width
        return (
            columns,
            TextBlock(self._text, font, columns.first_width),
            TextBlock(self._second, font, second_width),
        )

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The exact height of the wrapped text."""
        columns, first, second = self._blocks(width)
        if columns.are_side_by_side:
            return max(first.height, second.height, current_theme().metrics.row_px)
        return max(first.height + second.height, current_theme().metrics.row_px)

    def sizeHint(self) -> QSize:
        """A wide line; the layout gives what there is."""
        font = current_theme().font(TextStyle.ROW_STRONG)
        width = natural_width(self._text, font) + natural_width(self._second, font)
        width += 3 * Space.L + current_theme().metrics.icon_medium
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word at the height that the present width needs."""
        font = current_theme().font(TextStyle.ROW_STRONG)
        words = max(longest_word_width(self._text, font), longest_word_width(self._second, font))
        width = words + 3 * Space.L + current_theme().metrics.icon_medium
        return QSize(width, self.heightForWidth(self._laid_width or self.sizeHint().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Number in the column of the marks, then the words."""
        theme = current_theme()
        painter = QPainter(self)
        columns, first, second = self._blocks(self.width())
        font = theme.font(TextStyle.ROW_STRONG)
        width = natural_width(self._number, font)
        number = TextBlock(self._number, font, width + 1)
        center = Space.L + theme.metrics.icon_medium / 2
        number.draw(painter, max(center - width / 2, 0), 0, theme.ink(Tone.MUTED))
        ink = theme.ink(Tone.PLAIN)
        first.draw(painter, columns.first_left, 0, ink)
        if columns.are_side_by_side:
            second.draw(painter, columns.second_left, 0, ink)
        else:
            second.draw(painter, columns.first_left, first.height, ink)
        painter.end()
