"""Says that a person changed a calculated answer, and offers to work it out again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.wrap_label import WrapLabel


class RecalculateBar(QWidget):
    """Hidden while the calculated answer stands.

    Signals: ``recalculate_requested()`` the calculated answer is wanted back.
    """

    recalculate_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.words = WrapLabel(self.tr("Changed by hand"), self)
        self.words.setObjectName(f"{name}-words")
        self.button = Button(
            self.tr("Work it out again"), self, name=f"{name}-button", icon=Icon.REFRESH
        )
        self.button.clicked.connect(self.recalculate_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.S)
        mark = IconLabel(Icon.PEN, self, tone=Tone.MUTED)
        row.addWidget(mark)
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_state(self, *, is_overridden: bool) -> None:
        """Show the bar while a person's answer stands over the calculated one."""
        self.setVisible(is_overridden)
