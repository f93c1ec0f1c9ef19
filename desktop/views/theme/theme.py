"""One look: tokens, text scale, and what is made from them (fonts, colours, icons, sizes)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from desktop.views.theme.fonts import font_for
from desktop.views.theme.icons import Icon, draw_lucide
from desktop.views.theme.metrics import Metrics
from desktop.views.theme.state_icons import State, draw_state
from desktop.views.theme.tokens import LIGHT, SCALE_LEAST, SCALE_MOST, TextStyle, Tokens, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_MOST_DRAWN = 500
"""Small pictures that one theme keeps."""


class Theme:
    """An immutable look; widgets read it through ``current_theme()`` and never keep it.

    ``scale`` is the user's text size, 1.0 to 2.0 (values outside are brought inside).
    """

    def __init__(
        self, tokens: Tokens = LIGHT, scale: float = 1.0, *, is_high_contrast: bool = False
    ) -> None:
        self.tokens = tokens
        self.scale = min(max(scale, SCALE_LEAST), SCALE_MOST)
        self.is_high_contrast = is_high_contrast
        self._fonts: dict[TextStyle, QFont] = {}
        self._lines: dict[TextStyle, int] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        self.metrics = Metrics(
            self.scale, self.line_height(TextStyle.BODY), self.line_height(TextStyle.ROW)
        )

    def looks_like(self, other: "Theme") -> bool:
        """Whether nothing would change on the screen from one to the other."""
        return (self.tokens, self.scale, self.is_high_contrast) == (
            other.tokens,
            other.scale,
            other.is_high_contrast,
        )

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style at this scale."""
        if style not in self._fonts:
            self._fonts[style] = font_for(style, self.scale)
        return QFont(self._fonts[style])

    def line_height(self, style: TextStyle) -> int:
        """Height of one line in pixels."""
        if style not in self._lines:
            self._lines[style] = QFontMetrics(self.font(style)).height()
        return self._lines[style]

    def ink(self, tone: Tone) -> QColor:
        """The text and icon colour of a tone."""
        tokens = self.tokens
        return QColor(
            {
                Tone.PLAIN: tokens.text,
                Tone.MUTED: tokens.text_muted,
                Tone.ACCENT: tokens.accent,
                Tone.DANGER: tokens.danger,
                Tone.WARNING: tokens.warning,
                Tone.SUCCESS: tokens.success,
                Tone.PRIVATE: tokens.private,
            }[tone]
        )

    def paper_ink(self, *, is_muted: bool = False) -> QColor:
        """The ink on paper, which is light in every theme."""
        return QColor(self.tokens.ink_muted if is_muted else self.tokens.ink)

    def color(self, value: str) -> QColor:
        """A token of this theme as a colour: ``theme.color(theme.tokens.line)``."""
        return QColor(value)

    def fill(self, tone: Tone) -> QColor:
        """The soft fill behind a tone."""
        tokens = self.tokens
        return QColor(
            {
                Tone.PLAIN: tokens.sunken,
                Tone.MUTED: tokens.sunken,
                Tone.ACCENT: tokens.accent_soft,
                Tone.DANGER: tokens.danger_soft,
                Tone.WARNING: tokens.warning_soft,
                Tone.SUCCESS: tokens.success_soft,
                Tone.PRIVATE: tokens.private_soft,
            }[tone]
        )

    def draw_icon(
        self, painter: QPainter, box: QRectF, icon: Icon | State, color: QColor | None = None
    ) -> None:
        """Draw an icon into a square; states carry their own colour, Lucide takes ``color``."""
        tint = "" if isinstance(icon, State) or color is None else color.name()

        # An SVG is read anew each time it is drawn: 0.2 ms, and a page has dozens.
        def draw(to: QPainter, at: QRectF) -> None:
            self._draw_icon(to, at, icon, color)

        self.draw_once(painter, box, (type(icon), icon, tint), draw)

    def draw_once(
        self,
        painter: QPainter,
        box: QRectF,
        key: tuple[object, ...],
        draw: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Draw into a box what looks alike wherever it stands in this theme; ``key`` says what."""
        ratio = painter.device().devicePixelRatioF()
        if not _is_on_whole_pixels(painter, box, ratio):
            draw(painter, box)
            return
        key = (*key, box.width(), box.height(), ratio)
        if key not in self._drawn:
            if len(self._drawn) >= _MOST_DRAWN:  # a window that is dragged wider
                self._drawn.clear()
            self._drawn[key] = _picture(box, ratio, draw)
        painter.drawPixmap(box.topLeft(), self._drawn[key])

    def _draw_icon(
        self, painter: QPainter, box: QRectF, icon: Icon | State, color: QColor | None
    ) -> None:
        if isinstance(icon, State):
            draw_state(painter, box, icon, self.tokens)
        else:
            draw_lucide(painter, box, icon, (color or QColor(self.tokens.text)).name())

    def pixmap(
        self, icon: Icon | State, side_px: int, color: QColor | None = None, ratio: float = 1.0
    ) -> QPixmap:
        """The icon as a transparent picture, ``side_px`` logical pixels at device ``ratio``."""

        def draw(to: QPainter, at: QRectF) -> None:
            self._draw_icon(to, at, icon, color)

        return _picture(QRectF(0, 0, side_px, side_px), ratio, draw)

    def icon(self, icon: Icon | State, side_px: int, color: QColor | None = None) -> "QIcon":
        """The icon for menus and stock widgets at 1x and 2x; kept per theme."""
        from PySide6.QtGui import QIcon  # for menus, which come after the first page

        tint = (color or QColor(self.tokens.text)).name()
        key = (icon.value, tint, side_px)
        if key not in self._icons:
            made = QIcon(self.pixmap(icon, side_px, QColor(tint)))
            made.addPixmap(self.pixmap(icon, side_px, QColor(tint), 2.0))
            self._icons[key] = made
        return self._icons[key]


def _picture(box: QRectF, ratio: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    picture = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, box.width(), box.height()))
    painter.end()
    return picture


def _is_on_whole_pixels(painter: QPainter, box: QRectF, ratio: float) -> bool:
    """Whether a picture made once looks there as if it were drawn there."""
    if not (ratio.is_integer() and box.width().is_integer() and box.height().is_integer()):
        return False
    place = painter.combinedTransform()
    if place.isRotating() or place.m11() != ratio or place.m22() != ratio:
        return False
    corner = place.map(box.topLeft())
    return corner.x().is_integer() and corner.y().is_integer()
