"""A side column behind a button, for windows that are too narrow to show it beside the page."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Shape, Space
from desktop.views.widgets.button import Button


class PopupColumn(Button):
    """A button that opens ``column``; ``take`` and ``give_back`` move the column in and out."""

    def __init__(
        self,
        column: QWidget,
        width: int,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: Icon | State | None = None,
    ) -> None:
        super().__init__("", parent, name=name, icon=icon, icon_after=Icon.CHEVRON_DOWN)
        self._content = column
        self._width = width
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setObjectName(f"{name}-popup")
        self._popup.setProperty("surface", "card")
        self._box = QVBoxLayout(self._popup)
        self._box.setContentsMargins(Shape.EDGE, Space.XS, Shape.EDGE, Space.XS)
        self.clicked.connect(self._open)

    def take(self) -> None:
        """Put the column behind the button."""
        self._box.addWidget(self._content)
        self._content.show()

    def give_back(self, layout: QBoxLayout, at: int) -> None:
        """Put the column back beside the page."""
        self._popup.hide()
        self._box.removeWidget(self._content)
        layout.insertWidget(at, self._content)

    def close_popup(self) -> None:
        """Something in it was pressed."""
        self._popup.hide()

    @Slot()
    def _open(self) -> None:
        window = self.window()
        width = min(current_theme().metrics.scaled(self._width), window.width() - 2 * Space.L)
        top = self.mapTo(window, QPoint(0, self.height() + Space.XS))
        self._popup.resize(width, max(window.height() - top.y() - Space.XL, width // 2))
        left = min(top.x(), window.width() - width - Space.L)
        self._popup.move(window.mapToGlobal(QPoint(max(left, 0), top.y())))
        self._popup.show()
        self._popup.setFocus()
        self._popup.focusNextChild()
