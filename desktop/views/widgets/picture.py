"""A picture from memory with its words for those who do not see it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape


class Picture(QLabel):
    """Shows an image in its own size, smaller where there is no room; never loads anything."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_image(self, image: QImage | None, words: str) -> None:
        """Show ``image`` named by ``words``; None hides it."""
        self._image = QImage() if image is None else image
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The image with its edge."""
        return self._image.size() + QSize(2 * Shape.EDGE, 2 * Shape.EDGE)

    def minimumSizeHint(self) -> QSize:
        """The height of the hint; it may get narrower."""
        return QSize(current_theme().metrics.target, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The image in its proportions, in a thin edge."""
        if self._image.isNull():
            return
        theme = current_theme()
        size = self._image.size()
        share = min(1.0, self.width() / max(size.width(), 1), self.height() / max(size.height(), 1))
        box = QRectF(QPointF(0, 0), QRectF(self._image.rect()).size() * share)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)
        painter.setPen(theme.color(theme.tokens.line))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
