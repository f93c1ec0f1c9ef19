"""Small pictures of the pages at the left of a preview."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Height, Shape, Space
from desktop.views.widgets.tab_order import keep_tab_order


class _Thumbnail(QPushButton):
    """One page, small."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image = QImage()
        self.is_chosen = False

    def sizeHint(self) -> QSize:
        """As wide as a step is high, in the page's shape."""
        width = Height.STEP - Space.S
        if self.image.isNull():
            return QSize(width, width)
        height = round(width * self.image.height() / self.image.width())
        return QSize(width, max(height, Height.TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The page and its edge."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(box, QColor(tokens.paper))
        painter.drawImage(box, self.image)
        pen = painter.pen()
        pen.setColor(QColor(tokens.accent if self.is_chosen else tokens.border))
        pen.setWidth(Shape.EDGE_CHOSEN if self.is_chosen else Shape.EDGE)
        painter.setPen(pen)
        painter.drawRect(box)
        painter.end()


class Thumbnails(QWidget):
    """Signals: ``chosen(index)`` from 0, after the user pressed one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons: list[_Thumbnail] = []

    def show_images(self, images: Sequence[QImage]) -> None:
        """Show one small picture each."""
        while len(self._buttons) > len(images):
            button = self._buttons.pop()
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for at, image in enumerate(images):
            if at == len(self._buttons):
                self._buttons.append(self._make(at))
            self._buttons[at].image = image.scaledToWidth(
                2 * self._buttons[at].sizeHint().width(),
                Qt.TransformationMode.SmoothTransformation,
            )
            self._buttons[at].updateGeometry()
            self._buttons[at].update()
        keep_tab_order(self, self._buttons)

    def set_chosen(self, index: int) -> None:
        """Mark the page now shown; it alone is a Tab stop."""
        for at, button in enumerate(self._buttons):
            button.is_chosen = at == index
            is_stop = Qt.FocusPolicy.StrongFocus if at == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(is_stop)
            button.update()

    def button(self, index: int) -> QPushButton | None:
        """The small picture of one page."""
        return self._buttons[index] if index < len(self._buttons) else None

    def _make(self, at: int) -> _Thumbnail:
        button = _Thumbnail(self, name=f"{self.objectName()}-{at + 1}")
        button.setAccessibleName(self.tr("Page {page}").format(page=at + 1))
        button.clicked.connect(self._pressed)
        self._column.addWidget(button)
        button.show()
        return button

    @Slot()
    def _pressed(self) -> None:
        at = next(at for at, button in enumerate(self._buttons) if button is self.sender())
        self.chosen.emit(at)
