"""An icon beside words; screen readers pass it by unless it is given words."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Tone


class IconLabel(QLabel):
    """An icon of 20, 24 or 28 px that grows with the text; ``words`` name it when alone."""

    def __init__(
        self,
        icon: Icon | State,
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.PLAIN,
        size: IconSize = IconSize.SMALL,
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)
        theme_holder().changed.connect(self._restyle)

    def show_icon(self, icon: Icon | State, tone: Tone = Tone.PLAIN, words: str = "") -> None:
        """Show another icon."""
        if (icon, tone, words) == (self._icon, self._tone, self.accessibleName()):
            return
        self._icon = icon
        self._tone = tone
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current_theme().metrics.scaled(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The icon in its tone."""
        theme = current_theme()
        side = min(self.width(), self.height())
        painter = QPainter(self)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        theme.draw_icon(painter, box, self._icon, theme.ink(self._tone))
        painter.end()
