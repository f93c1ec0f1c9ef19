"""A fact in a filled chip: icon and words in one tone; not pressable, no edge."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.text_block import natural_width


class Chip(QLabel):
    """A short fact; screen readers read it as text."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.PLAIN,
        icon: Icon | State | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def show_fact(self, text: str, tone: Tone, icon: Icon | State | None = None) -> None:
        """Show another fact."""
        self.setText(text)
        self._tone = tone
        self._icon = icon
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text, never elided."""
        width = chip_width(self.text(), has_icon=self._icon is not None)
        return QSize(width, current_theme().metrics.chip)

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Fill, icon, words."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text(), self._tone, self._icon)
        painter.end()


def chip_width(text: str, *, has_icon: bool) -> int:
    """Room that a chip takes."""
    theme = current_theme()
    pad = Space.S + Space.XS // 2
    icon = theme.metrics.icon_small + Space.XS + Space.XS // 2 if has_icon else 0
    return natural_width(text, theme.font(TextStyle.BODY)) + 2 * pad + icon


def paint_chip(
    painter: QPainter, box: QRectF, text: str, tone: Tone, icon: Icon | State | None
) -> None:
    """Paint a chip into ``box``; list rows paint their chips with this."""
    theme = current_theme()
    line = theme.ink(tone) if theme.is_high_contrast else None
    draw_edge(painter, box, Edge(theme.fill(tone), line))
    left = box.left() + Space.S + Space.XS / 2
    if icon is not None:
        side = theme.metrics.icon_small
        place = QRectF(round(left), round(box.center().y() - side / 2), side, side)
        theme.draw_icon(painter, place, icon, theme.ink(tone))
        left += side + Space.XS + Space.XS / 2
    painter.setFont(theme.font(TextStyle.BODY))
    painter.setPen(theme.ink(tone))
    words = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
