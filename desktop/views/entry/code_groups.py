"""Shows a code in large groups that stand in columns; it cannot be selected or copied."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.entry.code_check import groups_of
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle

_WIDEST = "W"


class CodeGroups(QLabel):
    """Every character has a cell of its own width, so that codes can be compared by eye.

    A QLabel for screen readers, which read the groups; painted here.
    """

    def __init__(self, code: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(" ".join(groups_of(code)), parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._groups = groups_of(code)
        self._laid_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _cell_width(self) -> int:
        font = current_theme().font(TextStyle.TITLE)
        return QFontMetrics(font).horizontalAdvance(_WIDEST)

    def _group_width(self) -> int:
        longest = max((len(group) for group in self._groups), default=1)
        return longest * self._cell_width() + Space.L

    def _line_height(self) -> int:
        return current_theme().line_height(TextStyle.TITLE) + Space.S

    def _per_line(self, width: int) -> int:
        """Groups in a line: halves of the code rather than a ragged last line."""
        fits = max(1, (width + Space.L) // self._group_width())
        count = len(self._groups)
        return next((part for part in (count, count // 2, 2) if 0 < part <= fits), 1)

    def hasHeightForWidth(self) -> bool:
        """Always: the groups wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines of groups."""
        per_line = self._per_line(width)
        return -(-len(self._groups) // per_line) * self._line_height()

    def sizeHint(self) -> QSize:
        """Half of the groups side by side."""
        width = max(1, len(self._groups) // 2) * self._group_width()
        return QSize(width, self.heightForWidth(self._laid_width or width))

    def minimumSizeHint(self) -> QSize:
        """One group, at the height that the present width needs."""
        width = self._group_width()
        return QSize(width, self.heightForWidth(self._laid_width or width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Each character in the middle of its cell."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(TextStyle.TITLE))
        painter.setPen(theme.color(theme.tokens.text))
        cell, height, per_line = (
            self._cell_width(),
            self._line_height(),
            self._per_line(self.width()),
        )
        for at, group in enumerate(self._groups):
            left = at % per_line * self._group_width()
            top = at // per_line * height
            for index, letter in enumerate(group):
                box = QRectF(left + index * cell, top, cell, height)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
        painter.end()
