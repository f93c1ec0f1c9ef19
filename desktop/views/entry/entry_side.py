"""The picture beside the pages before sign-in, with the app's name and what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.tokens import IconSize, Space, TextStyle
from desktop.views.widgets.landscape import Landscape
from desktop.views.widgets.mark import Mark
from desktop.views.widgets.wrap_label import WrapLabel

_NAME = "Firstlight"


class Wordmark(QWidget):
    """The mark and the name; small in a bar."""

    def __init__(self, parent: QWidget | None = None, *, is_small: bool = False) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S if is_small else Space.L)
        side = IconSize.LARGE if is_small else 2 * IconSize.MEDIUM
        style = TextStyle.TITLE if is_small else TextStyle.WORDMARK
        row.addWidget(Mark(self, side=side))
        row.addWidget(WrapLabel(_NAME, self, style=style), 1)


class EntrySide(Landscape):
    """Decorative; the page beside it says everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry-side")
        self._line = WrapLabel("", self, style=TextStyle.TITLE_PLAIN)
        column = QVBoxLayout(self)
        edge = 2 * Space.XL + Space.S
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(Space.XL)
        column.addWidget(Wordmark(self), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._line)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Word it in the language now installed."""
        self._line.setText(self.tr("Care, safety and next steps,\nfrom the bedside on."))
