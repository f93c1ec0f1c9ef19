"""The picture of first light: sky, sun and three ridges; decorative, hidden in high contrast."""

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Tokens, Width
from desktop.views.widgets.edge import Edge, Sides, box_path, draw_edge

_FAR = (
    (0.0, 0.62),
    (0.12, 0.55),
    (0.3, 0.55),
    (0.46, 0.60),
    (0.66, 0.67),
    (0.82, 0.63),
    (1.0, 0.55),
)
_MID = (
    (0.0, 0.76),
    (0.15, 0.70),
    (0.34, 0.71),
    (0.52, 0.74),
    (0.70, 0.68),
    (0.86, 0.68),
    (1.0, 0.74),
)
_NEAR = (
    (0.0, 0.84),
    (0.2, 0.86),
    (0.4, 0.83),
    (0.56, 0.83),
    (0.74, 0.87),
    (0.88, 0.88),
    (1.0, 0.83),
)

_LARGE_TEXT = 1.5
"""Text scale from which a window of 768 has no room for the small picture and its words."""


class Landscape(QWidget):
    """Fills its place; ``is_framed`` for the small picture of an empty page.

    Where text is large that one gives its place to the words, which it would push out of sight.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        is_framed: bool = False,
        sun_at: tuple[float, float] = (0.63, 0.62),
        sun_radius: float = 0.15,
    ) -> None:
        super().__init__(parent)
        self._is_framed = is_framed
        self._sun_at = sun_at
        self._sun_radius = sun_radius
        policy = QSizePolicy.Policy.Fixed if is_framed else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        if self._is_framed:
            theme = current_theme()
            self.setVisible(not theme.is_high_contrast and theme.scale < _LARGE_TEXT)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A small picture, or whatever there is."""
        width = current_theme().metrics.scaled(Width.PICTURE)
        return QSize(width, round(width * 0.6)) if self._is_framed else QSize(width, width)

    def minimumSizeHint(self) -> QSize:
        """The small picture keeps its size; the large one gives way."""
        return self.sizeHint() if self._is_framed else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Sky, sun, ridges from far to near."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if theme.is_high_contrast:
            painter.fillRect(box, QColor(theme.tokens.canvas))
        else:
            self._paint_picture(painter, box, theme.tokens)
            if self._is_framed:
                line = QColor(theme.tokens.line)
                draw_edge(painter, box, Edge(None, line, radius=Shape.RADIUS_PANEL))
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        radius = self._sun_radius * max(box.width(), box.height())
        center = QPointF(box.width() * self._sun_at[0], box.height() * self._sun_at[1])
        sun = QPainterPath()
        sun.addEllipse(center, radius, radius)
        whole = QPainterPath()
        whole.addRect(box)
        layers = [(whole, tokens.sky), (sun, tokens.dawn)]
        ridges = ((_FAR, tokens.ridge_far), (_MID, tokens.ridge_mid), (_NEAR, tokens.ridge_near))
        layers += [(_ridge(box, points), color) for points, color in ridges]
        frame = box_path(box, Shape.RADIUS_PANEL, Sides()) if self._is_framed else None
        for path, color in layers:
            # Not a clip: within a rounded one, Qt fills all of it or nothing.
            # Not fillRect: choosing among its many forms loads the classes of images and gradients.
            painter.fillPath(path if frame is None else path.intersected(frame), QColor(color))


def _ridge(box: QRectF, points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A smooth line through ``points`` (shares of the box), closed along the bottom."""
    at = [QPointF(box.width() * x, box.height() * y) for x, y in points]
    path = QPainterPath(at[0])
    for index in range(len(at) - 1):
        before, here = at[max(index - 1, 0)], at[index]
        there, after = at[index + 1], at[min(index + 2, len(at) - 1)]
        path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
    path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path
