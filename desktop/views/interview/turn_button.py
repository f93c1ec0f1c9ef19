"""The button that turns the screen to the person; an icon alone where there is little room."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button


class TurnButton(Button):
    """Ctrl+T anywhere on ``screen`` is the same. Signals: ``turn_requested()``."""

    turn_requested = Signal()

    def __init__(self, screen: QWidget) -> None:
        super().__init__(
            self.tr("Turn to the patient"), screen, name="interview-turn", icon=Icon.TABLET
        )
        self.clicked.connect(self.ask)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """As pressed."""
        self.turn_requested.emit()
