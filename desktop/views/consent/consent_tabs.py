"""The row of consents: icon, name and state of each; arrows move, Enter or Space opens."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.packets.paper_words import unbroken
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Height, Shape, Space, TextStyle
from desktop.views.widgets.focus_ring import INSIDE
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.text_block import TextBlock, longest_word_width

LEAST_WIDTH = 160
"""Below this width at 100 % text a tab goes to the next line."""
SHORT_STATE = 12
"""Letters: "Not asked", "Yes, today"."""
WIDEST = 4_000.0
"""No name is so long, in pixels."""


@dataclass(frozen=True, slots=True)
class TabItem:
    """One consent in the row."""

    title: str
    state: str
    icon: State


class ConsentTab(QPushButton):
    """One painted tab. Signals: ``moved(step)`` for an arrow key."""

    moved = Signal(int)

    def __init__(self, item: TabItem, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty(INSIDE, True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.item = item
        self._is_chosen = False
        self.show_item(item, is_chosen=False)

    def show_item(self, item: TabItem, *, is_chosen: bool) -> None:
        """Show other words."""
        self.item = item
        self._is_chosen = is_chosen
        self.setAccessibleName(f"{item.title}, {item.state}")
        self.setAccessibleDescription(self.tr("Chosen") if is_chosen else "")
        self.update()

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        theme = current_theme()
        room = width - self._left() - Space.M
        return (
            TextBlock(self.item.title, theme.font(TextStyle.BODY_STRONG), room),
            TextBlock(self.item.state, theme.font(TextStyle.BODY), room),
        )

    def _left(self) -> int:
        return Space.L + current_theme().metrics.icon_medium + Space.S

    def height_for(self, width: int) -> int:
        """Room for all lines at this width."""
        title, state = self._blocks(width)
        return title.height + state.height + 2 * Space.S + Shape.BAR

    def minimumSizeHint(self) -> QSize:
        """The longest word; a state of a word or two stays on its line."""
        theme = current_theme()
        state = self.item.state
        state = unbroken(state) if len(state) <= SHORT_STATE else state
        words = max(
            longest_word_width(self.item.title, theme.font(TextStyle.BODY_STRONG)),
            longest_word_width(state, theme.font(TextStyle.BODY)),
        )
        return QSize(self._left() + words + Space.M, theme.metrics.target)

    def two_line_width(self) -> int:
        """Room for the name on two lines."""
        font = current_theme().font(TextStyle.BODY_STRONG)
        name = round(TextBlock(self.item.title, font, WIDEST).width)
        half = self._left() + name * 11 // 20 + Space.XL
        return max(half, self.minimumSizeHint().width())

    def sizeHint(self) -> QSize:
        """As the least."""
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the row, Enter opens like Space."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, icon, two texts, the bar under the chosen one."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._is_chosen:
            painter.fillRect(box, theme.color(tokens.accent_soft))
            bar = QRectF(0, box.height() - Shape.BAR, box.width(), Shape.BAR)
            painter.fillRect(bar, theme.color(tokens.accent))
        else:
            if self.underMouse():
                painter.fillRect(box, theme.color(tokens.hover))
            below = QRectF(0, box.height() - Shape.EDGE, box.width(), Shape.EDGE)
            painter.fillRect(below, theme.color(tokens.line))
        line = QRectF(box.width() - Shape.EDGE, 0, Shape.EDGE, box.height())
        painter.fillRect(line, theme.color(tokens.line))
        title, state = self._blocks(self.width())
        top = (self.height() - Shape.BAR - title.height - state.height) / 2 + Shape.BAR / 2
        side = theme.metrics.icon_medium
        mark = QRectF(Space.L, round((self.height() - side) / 2), side, side)
        theme.draw_icon(painter, mark, self.item.icon)
        ink = theme.color(tokens.text)
        title.draw(painter, self._left(), top, ink)
        state.draw(painter, self._left(), top + title.height, ink)
        painter.end()


class ConsentTabs(QWidget):
    """The row; it wraps onto more lines when it is narrow. Signals: ``opened(index)``."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Consents"))
        self._tabs: list[ConsentTab] = []
        self._chosen = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    def tabs(self) -> tuple[ConsentTab, ...]:
        """The tabs in their order."""
        return tuple(self._tabs)

    def show_items(self, items: list[TabItem], chosen: int) -> None:
        """Show these consents."""
        self._chosen = chosen
        while len(self._tabs) > len(items):
            self._tabs.pop().deleteLater()
        while len(self._tabs) < len(items):
            at = len(self._tabs)
            tab = ConsentTab(items[at], self, name=f"{self.objectName()}-{at}")
            tab.clicked.connect(self._open)
            tab.moved.connect(self._move)
            tab.show()
            self._tabs.append(tab)
            keep_tab_order(self, self._tabs)
        for at, (tab, item) in enumerate(zip(self._tabs, items, strict=True)):
            tab.show_item(item, is_chosen=at == chosen)
        self._fix_tab_stop(chosen)
        self._restyle()

    def focus_tab(self, index: int) -> None:
        """Put the focus on one."""
        self._fix_tab_stop(index)
        self._tabs[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _fix_tab_stop(self, index: int) -> None:
        """One Tab stop for the row, as in a group of choices."""
        for at, tab in enumerate(self._tabs):
            is_stop = at == index
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(next(at for at, tab in enumerate(self._tabs) if tab is self.sender()))

    @Slot(int)
    def _move(self, step: int) -> None:
        here = next((at for at, tab in enumerate(self._tabs) if tab is self.sender()), 0)
        self.focus_tab((here + step) % len(self._tabs))

    def _per_line(self, width: int) -> int:
        least = current_theme().metrics.scaled(LEAST_WIDTH)
        least = max([least, *(tab.minimumSizeHint().width() for tab in self._tabs)])
        lines = -(-len(self._tabs) // max(width // least, 1))
        return -(-len(self._tabs) // max(lines, 1))

    def _boxes(self, width: int) -> list[QRect]:
        if not self._tabs:
            return []
        per_line = self._per_line(width)
        boxes: list[QRect] = []
        top = 0
        for first in range(0, len(self._tabs), per_line):
            tabs = self._tabs[first : first + per_line]
            widths = self._widths(tabs, width, per_line)
            least = current_theme().metrics.scaled(Height.ROOM_BAR)
            heights = [tab.height_for(each) for tab, each in zip(tabs, widths, strict=True)]
            height = max([least, *heights])
            left = 0
            for each in widths:
                boxes.append(QRect(left, top, each, height))
                left += each
            top += height
        return boxes

    def _widths(self, tabs: list[ConsentTab], width: int, per_line: int) -> list[int]:
        """A whole line fills the width, and a long name gets more of it than a short one."""
        each = width // per_line
        wanted = [tab.two_line_width() for tab in tabs]
        if len(tabs) < per_line or sum(wanted) > width:
            widths = [each] * len(tabs)
        else:
            widths = [one + (width - sum(wanted)) // per_line for one in wanted]
        if len(tabs) == per_line:
            widths[-1] += width - sum(widths)
        return widths

    def hasHeightForWidth(self) -> bool:
        """Always: the row wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        bottoms = [box.bottom() + 1 for box in self._boxes(width)]
        return max(bottoms, default=current_theme().metrics.room_bar)

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One tab wide."""
        width = max((tab.minimumSizeHint().width() for tab in self._tabs), default=0)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tabs in the new width."""
        super().resizeEvent(event)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        for tab, box in zip(self._tabs, self._boxes(self.width()), strict=False):
            tab.setGeometry(box)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The ground and the rule under the row."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(theme.tokens.surface))
        line = QRectF(0, self.height() - Shape.EDGE, self.width(), Shape.EDGE)
        painter.fillRect(line, theme.color(theme.tokens.line))
        painter.end()
