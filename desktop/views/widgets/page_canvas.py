"""One page of paper as a picture: as large as fits, or as wide as the room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Height, Space

LETTER_RATIO = 11 / 8.5
"""Height of Letter paper by its width (ANSI/ASME Y14.1, size A)."""
NEAR = 0.03
"""A picture this close to the room's size is shown as it is."""
BACK_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
ON_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)
TURNING_KEYS = (*BACK_KEYS, *ON_KEYS, Qt.Key.Key_Home, Qt.Key.Key_End)


class PageCanvas(QWidget):
    """One page on paper that is always light; as large as fits, or with ``fits_width`` as wide.

    Signals: ``keyed(key)`` for PageUp, PageDown, Left, Right, Home and End.
    """

    keyed = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, *, name: str, fits_width: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        high = QSizePolicy.Policy.Minimum if fits_width else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, high)
        policy.setHeightForWidth(fits_width)
        self.setSizePolicy(policy)
        self._image: QImage | None = None

    def show_image(self, image: QImage | None) -> None:
        """Show a page, None for none."""
        self._image = image
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The whole page at this width."""
        ratio = LETTER_RATIO
        if self._image is not None and self._image.width():
            ratio = self._image.height() / self._image.width()
        return round((width - Space.XS) * ratio) + Space.XS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys that turn pages, before a scroll area takes them."""
        if event.key() in TURNING_KEYS:
            self.keyed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A page of some size."""
        return QSize(5 * Height.STEP, 6 * Height.STEP)

    def minimumSizeHint(self) -> QSize:
        """Still to be seen."""
        return QSize(2 * Height.STEP, 3 * Height.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The page with its edge."""
        if self._image is None or self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(
            self.size() - QSize(Space.XS, Space.XS), Qt.AspectRatioMode.KeepAspectRatio
        )
        if 0 <= size.width() - self._image.width() <= NEAR * size.width():
            size = self._image.size()  # pixel for pixel: letters stay sharp
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        box = QRectF(left, top, size.width(), size.height())
        tokens = current_theme().tokens
        painter.fillRect(box, QColor(tokens.paper))
        painter.drawImage(box, self._image)
        painter.setPen(QColor(tokens.border))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
