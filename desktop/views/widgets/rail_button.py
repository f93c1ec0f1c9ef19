"""One place on the rail: icon over words, a count, a bar when it is the present desk."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Height, Shape, Space, TextStyle, Width
from desktop.views.widgets.badge import badge_size, paint_badge
from desktop.views.widgets.focus_ring import INSIDE


class RailButton(QPushButton):
    """Signals: ``clicked(bool)``."""

    def __init__(
        self,
        text: str,
        icon: Icon,
        parent: QWidget | None = None,
        *,
        name: str,
        is_desk: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty(INSIDE, True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._is_desk = is_desk
        self._is_current = False
        self._is_compact = False
        self._is_low = False
        self._count = 0
        theme_holder().changed.connect(self._restyle)

    def set_current(self, is_current: bool) -> None:
        """Mark it as the present desk."""
        self._is_current = is_current
        self.setAccessibleDescription(self.tr("You are here") if is_current else "")
        self.update()

    def set_count(self, count: int) -> None:
        """Show a count; 0 hides it."""
        self._count = count
        self.setAccessibleName(
            self.tr("{desk}, {count} waiting").format(desk=self.text(), count=count)
            if count
            else self.text()
        )
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Say the place in other words (another language)."""
        self.setText(text)
        self.set_compact(self._is_compact, is_low=self._is_low)

    def set_compact(self, is_compact: bool, *, is_low: bool = False) -> None:
        """Show only the icon; the text becomes tooltip and name. ``is_low``: no higher than what
        is shown needs, where many places share little height."""
        self._is_compact = is_compact
        self._is_low = is_low
        self.setToolTip(self.text() if is_compact else "")
        self.set_count(self._count)
        self.updateGeometry()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail, high enough for what is shown."""
        theme = current_theme()
        if self._is_compact:
            side = max(theme.metrics.scaled(Width.RAIL_COMPACT) // 2, Width.RAIL_COMPACT)
            least = Space.NONE if self._is_low else Height.TOP_BAR
            return QSize(side, max(self.low_height(), least))
        return self.full_hint(is_low=self._is_low)

    def low_height(self) -> int:
        """The least that a target, its icon and its count need."""
        theme = current_theme()
        badge = badge_size(str(self._count)).height() if self._count else 0
        return max(theme.metrics.target, theme.metrics.icon_medium + badge + 3 * Space.XS)

    def full_hint(self, *, is_low: bool = False) -> QSize:
        """With its words; ``is_low`` with little air around them."""
        theme = current_theme()
        font = QFontMetrics(theme.font(TextStyle.BODY_STRONG))
        width = max(Width.RAIL, font.horizontalAdvance(self.text()) + Space.L)
        height = theme.metrics.icon_medium + Space.XS + font.height()
        if is_low:
            return QSize(width, max(height + Space.S, theme.metrics.target))
        least = Height.STEP if self._is_desk else Height.TOP_BAR
        return QSize(width, max(height + Space.L, least))

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, bar, icon, words, count."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._is_current:
            painter.fillRect(box, theme.color(tokens.surface))
            painter.fillRect(QRectF(0, 0, Shape.BAR, box.height()), theme.color(tokens.accent))
        elif self.underMouse() or self.isDown():
            painter.fillRect(box, theme.color(tokens.hover))
        self._paint_content(painter, box)
        painter.end()

    def _paint_content(self, painter: QPainter, box: QRectF) -> None:
        theme = current_theme()
        style = TextStyle.BODY_STRONG if self._is_current else TextStyle.BODY
        ink = theme.color(theme.tokens.accent if self._is_current else theme.tokens.text_muted)
        icon = self.icon_box()
        theme.draw_icon(painter, icon, self._icon, ink)
        if not self._is_compact:
            painter.setFont(theme.font(style))
            painter.setPen(ink)
            top = icon.bottom() + Space.XS
            words = QRectF(0, top, box.width(), theme.line_height(style) + Space.XS)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(words, int(flags), self.text())
        count = self.count_box()
        if count is not None:
            paint_badge(painter, count, str(self._count), is_accent=True)

    def icon_box(self) -> QRectF:
        """Where the icon is painted: over the words, or over the count in a narrow window."""
        theme = current_theme()
        side = theme.metrics.icon_medium
        style = TextStyle.BODY_STRONG if self._is_current else TextStyle.BODY
        below = theme.line_height(style) + Space.XS
        if self._is_compact:
            below = badge_size(str(self._count)).height() + Space.XS if self._count else 0
        top = round((self.height() - side - below) / 2)
        return QRectF(round((self.width() - side) / 2), top, side, side)

    def count_box(self) -> QRectF | None:
        """Where the count is painted, None without one."""
        if not self._count:
            return None
        size = badge_size(str(self._count))
        left, top = self.width() - size.width() - Space.XS, float(Space.XS)
        if self._is_compact:
            left, top = round((self.width() - size.width()) / 2), self.icon_box().bottom()
            top += Space.XS
        return QRectF(left, top, size.width(), size.height())
