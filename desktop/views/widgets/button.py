"""The push button: primary, plain, danger or link; a press, a toggle, or closed with a reason."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Shape, Space, TextStyle, Tone, Width
from desktop.views.widgets.edge import Edge, Sides, draw_edge


class ButtonRole(StrEnum):
    """One primary per screen; danger names what it destroys; link leads elsewhere.

    Quiet is an act that is seldom wanted, beside those of the day: words without a box.
    """

    PRIMARY = "primary"
    PLAIN = "plain"
    DANGER = "danger"
    LINK = "link"
    QUIET = "quiet"


class Button(QPushButton):
    """A painted button; ``text`` may hold ``&`` for the mnemonic and is the accessible name.

    Signals: ``clicked(bool)`` and ``toggled(bool)`` of QPushButton; ``closed_changed(reason)``.
    """

    closed_changed = Signal(str)

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        role: ButtonRole = ButtonRole.PLAIN,
        icon: Icon | State | None = None,
        icon_after: Icon | None = None,
        is_icon_only: bool = False,
        is_toggle: bool = False,
        tone: Tone = Tone.ACCENT,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setObjectName(name)
        self.setCheckable(is_toggle)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._role = role
        self._icon = icon
        self._icon_after = icon_after
        self._is_icon_only = False
        self._tone = tone
        self._reason = ""
        self._is_large = False
        self._sides = Sides()
        self._widest: tuple[tuple[object, ...], int] | None = None
        if is_icon_only:
            self.set_icon_only(True)
        theme_holder().changed.connect(self._restyle)

    @property
    def role(self) -> ButtonRole:
        """What kind of button it is."""
        return self._role

    @property
    def closed_reason(self) -> str:
        """Why it cannot be pressed now; empty when it can."""
        return self._reason

    def set_closed(self, reason: str) -> None:
        """Close it with the reason in words (shown by the bar beside it), or open it with ""."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason or self._own_tip())
        self.updateGeometry()
        self.closed_changed.emit(reason)

    def set_icon(self, icon: Icon | State | None) -> None:
        """Show another icon before the text."""
        if icon is not self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_icon_only(self, is_icon_only: bool) -> None:
        """Show only the icon; the text becomes accessible name and tooltip."""
        self._is_icon_only = is_icon_only
        self.setAccessibleName(self.text().replace("&", "") if is_icon_only else "")
        self.setToolTip(self._own_tip())
        self.updateGeometry()
        self.update()

    @property
    def is_icon_only(self) -> bool:
        """Whether its words are a name and a tooltip only."""
        return self._is_icon_only

    def set_large(self) -> None:
        """Use the height and text of an option row (sign-in, patient mode)."""
        self._is_large = True
        self.updateGeometry()

    def set_role(self, role: ButtonRole) -> None:
        """Become another kind of button."""
        self._role = role
        self.updateGeometry()
        self.update()

    def set_sides(self, sides: Sides) -> None:
        """Join a neighbour (segments)."""
        if sides != self._sides:
            self._sides = sides
            self.update()

    def _own_tip(self) -> str:
        return self.text().replace("&", "") if self._is_icon_only else ""

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def text_font(self) -> QFont:
        """The font of the label in its present state."""
        is_plain = bool(self._reason) or not self.isEnabled()
        if self._is_large:
            style = TextStyle.ROW if is_plain else TextStyle.ROW_STRONG
        else:
            style = TextStyle.BODY if is_plain else TextStyle.BODY_STRONG
        font = current_theme().font(style)
        font.setUnderline(self._role == ButtonRole.LINK)
        return font

    def _widest_font(self) -> QFont:
        return current_theme().font(
            TextStyle.ROW_STRONG if self._is_large else TextStyle.BODY_STRONG
        )

    def _pad(self) -> int:
        return Space.NONE if self._role == ButtonRole.LINK else Space.L

    def _shown_text(self) -> str:
        return "" if self._is_icon_only else self.text()

    def _widest_content(self) -> int:
        """In its boldest form; a layout asks for it eight times before it settles."""
        look = (current_theme(), self._shown_text(), self._is_large, self._icon, self._icon_after)
        if self._widest is None or self._widest[0] != look:
            self._widest = (look, self._content_width(self._widest_font()))
        return self._widest[1]

    def worded_width(self) -> int:
        """How wide it is with its words, whether it shows them or its icon alone."""
        return self._content_width(self._widest_font(), self.text()) + 2 * self._pad()

    def _content_width(self, font: QFont, text: str | None = None) -> int:
        side = current_theme().metrics.icon_small
        words = self._shown_text() if text is None else text
        width = 0
        if words:
            width = QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, words).width()
        for icon in (self._icon, self._icon_after):
            if icon is not None:
                width += side + (Space.S if width else 0)
        return width

    def sizeHint(self) -> QSize:
        """The text in its boldest form, icon and padding; never below the target size."""
        metrics = current_theme().metrics
        height = metrics.option if self._is_large else metrics.target
        if self._is_icon_only:
            return QSize(height, height)
        least = metrics.target
        if self._role == ButtonRole.PRIMARY:
            least = metrics.scaled(Width.PRIMARY_LEAST)
        width = self._widest_content() + 2 * self._pad()
        return QSize(max(width, least), height)

    def minimumSizeHint(self) -> QSize:
        """As the hint, so that no label is ever cut; a primary may give up its least width."""
        hint = self.sizeHint()
        if self._is_icon_only:
            return hint
        width = self._widest_content() + 2 * self._pad()
        return QSize(max(width, current_theme().metrics.target), hint.height())

    def look(self) -> tuple[Edge, QColor]:
        """Box and ink for the present state."""
        theme = current_theme()
        tokens = theme.tokens
        color = theme.color
        if not self.isEnabled():
            return Edge(None, color(tokens.border), is_dashed=True), color(tokens.text_muted)
        if self._role == ButtonRole.LINK:
            return Edge(), color(tokens.accent)
        if self.isCheckable() and self.isChecked():
            chosen = Edge(theme.fill(self._tone), theme.ink(self._tone), Shape.EDGE_CHOSEN)
            return chosen, self._chosen_ink()
        is_danger = self._role == ButtonRole.DANGER
        strong = color(tokens.danger if is_danger else tokens.accent)
        if self.isDown():
            soft = color(tokens.danger_soft if is_danger else tokens.accent_soft)
            return Edge(soft, strong), strong
        if self._role == ButtonRole.PRIMARY:
            line = color(tokens.text) if self.underMouse() else strong
            return Edge(strong, line), color(tokens.on_accent)
        if self._role == ButtonRole.QUIET:
            return Edge(color(tokens.hover) if self.underMouse() else None), color(tokens.text)
        fill = color(tokens.hover if self.underMouse() else tokens.surface)
        line = strong if is_danger else color(tokens.border)
        return Edge(fill, line), strong if is_danger else color(tokens.text)

    def _chosen_ink(self) -> QColor:
        return current_theme().ink(self._tone)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Box, icon, text, icon."""
        painter = QPainter(self)
        edge, ink = self.look()
        draw_edge(painter, QRectF(self.rect()), edge, self._sides)
        self._paint_content(painter, ink)
        painter.end()

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        theme = current_theme()
        font = self.text_font()
        side = theme.metrics.icon_small
        text = self._shown_text()
        left = (self.width() - self._content_width(font)) / 2
        top = (self.height() - side) / 2
        if self._icon is not None:
            theme.draw_icon(painter, QRectF(round(left), round(top), side, side), self._icon, ink)
            left += side + Space.S
        if text:
            width = QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, text).width()
            painter.setFont(font)
            painter.setPen(ink)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
            painter.drawText(QRectF(left, 0, width + 1, self.height()), int(flags), text)
            left += width + Space.S
        if self._icon_after is not None:
            box = QRectF(round(left), round(top), side, side)
            theme.draw_icon(painter, box, self._icon_after, ink)
