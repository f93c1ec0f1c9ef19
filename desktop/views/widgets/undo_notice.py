"""Says in one line what was taken back, with a button that brings it back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.wrap_label import WrapLabel


class UndoNotice(QWidget):
    """Hidden until ``show_notice``.

    Signals: ``undo_requested()`` the user wants back what was taken.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.words = WrapLabel("", self)
        self.button = Button(self.tr("Bring back"), self, name=f"{name}-undo", icon=Icon.UNDO)
        self.button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.S)
        mark = IconLabel(Icon.INFO, self, tone=Tone.ACCENT)
        row.addWidget(mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_notice(self, words: str) -> None:
        """Show and say ``words``; "" hides the notice."""
        self.words.setText(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)

    @Slot()
    def _pressed(self) -> None:
        self.show_notice("")
        self.undo_requested.emit()
