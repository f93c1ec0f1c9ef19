"""A pressable chip for who is in the room: 44 px, edge, a tick when chosen."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import TextStyle
from desktop.views.widgets.button import Button


class RoomChip(Button):
    """A toggle with words. Signals: ``toggled(bool)``."""

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(text, parent, name=name, is_toggle=True)
        self.toggled.connect(self._mark)

    @Slot(bool)
    def _mark(self, is_checked: bool) -> None:
        self.set_icon(Icon.CHECK if is_checked else None)

    def set_chosen(self, is_chosen: bool) -> None:
        """Show it chosen or not, without a signal."""
        self.blockSignals(True)
        self.setChecked(is_chosen)
        self.blockSignals(False)
        self._mark(is_chosen)

    def text_font(self) -> QFont:
        """Bold only when chosen."""
        style = TextStyle.BODY_STRONG if self.isChecked() else TextStyle.BODY
        return current_theme().font(style)
