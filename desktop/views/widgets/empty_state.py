"""An empty page: a picture, what it is for, and the one next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.landscape import Landscape
from desktop.views.widgets.wrap_label import WrapLabel


class EmptyState(QWidget):
    """Add the one action (and at most one plain one before it) with ``add_action``."""

    def __init__(
        self, title: str, sentence: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        center = Qt.AlignmentFlag.AlignHCenter
        self.picture = Landscape(self, is_framed=True)
        self.title_label = WrapLabel(title, self, style=TextStyle.TITLE, align=center)
        self.text_label = WrapLabel(sentence, self, tone=Tone.MUTED, align=center)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(1)
        column.addWidget(self.picture, 0, center)
        column.addSpacing(Space.L)
        column.addWidget(self.title_label)
        column.addWidget(self.text_label)
        column.addSpacing(Space.M)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.M)
        self._actions.addStretch(1)
        self._actions.addStretch(1)
        column.addLayout(self._actions)
        column.addStretch(1)

    def add_action(self, button: Button) -> None:
        """Put a button under the sentence."""
        self._actions.insertWidget(self._actions.count() - 1, button)

    def show_words(self, title: str, sentence: str) -> None:
        """Word it anew."""
        self.title_label.setText(title)
        self.text_label.setText(sentence)
