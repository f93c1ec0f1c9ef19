"""The wallet card as it will look: neutral title, names, numbers; light in every theme."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.packets.packet import PhoneLine
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Space, TextStyle
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.text_block import TextBlock, natural_width


class WalletCard(QLabel):
    """A picture of the card; its name for screen readers is what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-card")
        self._title = ""
        self._lines: tuple[PhoneLine, ...] = ()
        self._laid_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    def show_card(self, title: str, lines: tuple[PhoneLine, ...]) -> None:
        """Show what would be on the card."""
        if (title, lines) == (self._title, self._lines):
            return
        self._title, self._lines = title, lines
        said = [f"{line.label} {line.number}".strip() for line in lines]
        self.setAccessibleName(": ".join([title, ", ".join(said)]))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _inner(self, width: int) -> int:
        return max(width - 2 * Space.L - 2 * Space.M, 1)

    def _blocks(self, width: int) -> list[tuple[TextBlock, TextBlock]]:
        theme = current_theme()
        inner = self._inner(width)
        found = []
        for line in self._lines:
            bold = theme.font(TextStyle.BODY_STRONG)
            # Whole where it can be: a number broken at its hyphen is read wrong.
            room = max(inner // 2, min(natural_width(line.number, bold), inner * 3 // 4))
            reach = TextBlock(line.number, bold, room)
            rest = inner - round(reach.width) - Space.S
            found.append((TextBlock(line.label, theme.font(TextStyle.BODY), rest), reach))
        return found

    def hasHeightForWidth(self) -> bool:
        """Always: names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title and lines on a card with its desk around."""
        lines = sum(max(who.height, reach.height) + Space.XS for who, reach in self._blocks(width))
        theme = current_theme()
        least = theme.line_height(TextStyle.BODY)
        title = theme.line_height(TextStyle.ROW_STRONG)
        return title + Space.L + max(lines, least) + 2 * Space.M + 2 * Space.L

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        width = self._laid_width or self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A narrow card at the height that the present width needs."""
        width = current_theme().metrics.target * 4
        return QSize(width, self.heightForWidth(self._laid_width or width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Desk, card, title, line, names and numbers."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        desk = QRectF(self.rect())
        draw_edge(painter, desk, Edge(theme.color(tokens.sunken)))
        card = desk.adjusted(Space.M, Space.M, -Space.M, -Space.M)
        ink, muted = theme.paper_ink(), theme.paper_ink(is_muted=True)
        draw_edge(painter, card, Edge(theme.color(tokens.paper), muted, radius=0))
        left, top = card.left() + Space.L, card.top() + Space.M
        title = TextBlock(self._title, theme.font(TextStyle.ROW_STRONG), self._inner(self.width()))
        title.draw(painter, left, top, ink)
        top += title.height + Space.S
        painter.fillRect(
            QRectF(left, top, self._inner(self.width()), Shape.EDGE), theme.color(muted.name())
        )
        top += Space.S
        right = card.right() - Space.L
        for who, reach in self._blocks(self.width()):
            who.draw(painter, left, top, ink)
            reach.draw(painter, right - reach.width, top, ink)
            top += max(who.height, reach.height) + Space.XS
        painter.end()
