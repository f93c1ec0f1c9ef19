"""What every page before sign-in has: a title, a scrolling body of a readable width, and a bar."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Width
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class EntryPage(QWidget):
    """Add content to ``body``; what must never scroll goes below it with ``add_bar``.

    Esc presses ``way_back`` where a page has one that can be seen.
    """

    is_wide = False
    """A wide page takes the whole window; the others stand beside the picture."""
    enter_presses = False
    """Whether Enter presses the button with the focus: where none does harm or cannot be left."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", title: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title_label = WrapLabel(title, self, style=TextStyle.DISPLAY)
        self._inner = QWidget(self)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(Space.XS, Space.XL, Space.XS, Space.XL)
        self.body.setSpacing(Space.L)
        self.body.addWidget(self.title_label)
        self.area = QScrollArea(self)
        self.area.setObjectName(f"{name}-scroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(_centred(self._inner))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        theme_holder().changed.connect(self._follow_scale)
        self.way_back: Button | None = None
        self._follow_scale()

    @property
    def title(self) -> str:
        """What is announced when the page is turned to."""
        return self.title_label.text()

    def add_bar(self, bar: QWidget) -> None:
        """Put something below the body that does not scroll."""
        self._column.addWidget(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves by the way back; Enter presses a button where that is harmless."""
        is_escape = event.key() == Qt.Key.Key_Escape
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused = self.window().focusWidget()
        if is_escape and self.way_back is not None and self.way_back.isVisible():
            self.way_back.click()
        elif is_enter and self.enter_presses and isinstance(focused, Button):
            focused.click()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the focus on the first empty field, else on the first."""
        fields = [line for line in self._lines() if line.isEnabled()]
        target = next((line for line in fields if not line.text()), fields[0] if fields else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self, *, with_secrets: bool) -> dict[str, str]:
        """Everything typed, by objectName; hidden text only when it is asked for."""
        return {
            line.objectName(): line.text()
            for line in self._lines()
            if with_secrets or line.echoMode() is QLineEdit.EchoMode.Normal
        }

    def restore(self, typed: dict[str, str]) -> None:
        """Put back what ``typed`` gave, after the page was built again in another language."""
        for line in self._lines():
            line.setText(typed.get(line.objectName(), ""))

    def forget(self) -> None:
        """Empty every field: somebody else may sit here next."""
        for line in self._lines():
            line.clear()

    def _lines(self) -> list[QLineEdit]:
        return self.findChildren(QLineEdit)

    @Slot()
    def _follow_scale(self) -> None:
        width = Width.QUESTION_MOST if self.is_wide else Width.SIDE_MOST
        self._inner.setMaximumWidth(current_theme().metrics.scaled(width))


def _centred(inner: QWidget) -> QWidget:
    """``inner`` in the middle of the width, at the top of the height."""
    page = QWidget()
    page.setProperty("page", True)
    row = QHBoxLayout(page)
    row.setContentsMargins(Space.XL, 0, Space.XL, 0)
    row.addStretch(1)
    row.addWidget(inner, 100, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return page
