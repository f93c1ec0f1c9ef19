"""One row of a list: a painted button; rest, pointer, chosen with a 4 px bar, muted, closed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Space
from desktop.views.widgets.edge import Sides, box_path
from desktop.views.widgets.focus_ring import INSIDE
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_paint import RowPaint
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.text_block import KeptBlocks


class ListRow(QPushButton):
    """A row that shows a ``RowItem``. Signals: ``clicked``, ``toggled`` (rows with a box);
    ``moved(int)`` for Up and Down, ``jumped(int)`` for Home (0) and End (-1);
    ``open_requested()`` for Enter and a double press."""

    moved = Signal(int)
    jumped = Signal(int)
    open_requested = Signal()

    def __init__(self, item: RowItem, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty(INSIDE, True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.item = item
        self._is_chosen = False
        self._stretches: tuple[int, ...] = ()
        self._is_stacked = False
        self._side: QWidget | None = None
        self._has_rule = True
        self._rounds = (False, False)
        self._laid_width = 0
        self._kept: KeptBlocks[RowPaint] = KeptBlocks()
        theme_holder().changed.connect(self._restyle)
        self.show_item(item)

    def show_item(self, item: RowItem) -> None:
        """Show other facts, without a signal."""
        self.item = item
        self.blockSignals(True)
        self.setCheckable(item.is_checked is not None)
        self.setChecked(bool(item.is_checked))
        self.blockSignals(False)
        self.setEnabled(not item.is_closed or self._side is not None)
        self.setAccessibleName(item.words())
        self._restyle()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show it as the chosen one."""
        if is_chosen == self._is_chosen:
            return
        self._is_chosen = is_chosen
        self.setAccessibleDescription(self.tr("Chosen") if is_chosen else "")
        self._restyle()

    def set_columns(self, stretches: tuple[int, ...], *, is_stacked: bool) -> None:
        """Share the width among title and cells, or stack the cells under the title."""
        if (stretches, is_stacked) != (self._stretches, self._is_stacked):
            self._stretches = stretches
            self._is_stacked = is_stacked
            self._restyle()

    def set_side_widget(self, widget: QWidget) -> None:
        """Put a control at the right end of the row (Ask, Card on Letter)."""
        self._side = widget
        widget.setParent(self)
        widget.show()
        keep_tab_order(self, [widget])
        self.setEnabled(True)
        self._restyle()

    def set_shape(self, *, has_rule: bool, rounds_top: bool, rounds_bottom: bool) -> None:
        """Whether a line follows, and which corners follow the panel's."""
        shape = has_rule, (rounds_top, rounds_bottom)
        if shape != (self._has_rule, self._rounds):
            self._has_rule, self._rounds = shape
            self.update()

    @Slot()
    def _restyle(self) -> None:
        self._place_side()
        self.updateGeometry()
        self.update()

    def _paint_for(self, width: int) -> RowPaint:
        side = self._side.sizeHint().width() if self._side is not None else 0
        look = (self._stretches, self._is_stacked, self._is_chosen)
        return self._kept.of(
            (current_theme(), self.item, look, side),
            width,
            lambda: RowPaint(
                self.item,
                width,
                stretches=self._stretches,
                is_stacked=self._is_stacked,
                right_room=side,
                is_chosen=self._is_chosen,
            ),
        )

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        return self._paint_for(width).height + Shape.EDGE

    def sizeHint(self) -> QSize:
        """A comfortable column; rows take what width there is."""
        width = self._laid_width or 2 * self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, at the height that the present width needs."""
        width = self._paint_for(self._laid_width or 1).least_width()
        return QSize(width, self.heightForWidth(self._laid_width or 2 * width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        self._place_side()
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def _place_side(self) -> None:
        if self._side is not None:
            hint = self._side.sizeHint()
            left = self.width() - Space.L - hint.width()
            top = (self.height() - hint.height()) // 2
            self._side.setGeometry(left, top, hint.width(), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home, End move; Enter opens; Space presses."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.jumped.emit(0 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double press opens."""
        super().mouseDoubleClickEvent(event)
        self.open_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, bar, content, line below."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._ground_path(box))
        if self._is_chosen:
            painter.fillRect(box, theme.color(tokens.accent_soft))
            painter.fillRect(QRectF(0, 0, Shape.BAR, box.height()), theme.color(tokens.accent))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(box, theme.color(tokens.hover))
        elif self.item.is_closed:
            painter.fillRect(box, theme.color(tokens.canvas))
        if self._has_rule:
            line = QRectF(0, box.height() - Shape.EDGE, box.width(), Shape.EDGE)
            painter.fillRect(line, theme.color(tokens.line))
        row = self._paint_for(self.width())
        painter.translate(0, (self.height() - Shape.EDGE - row.height) / 2)
        row.paint(painter)
        painter.end()

    def _ground_path(self, box: QRectF) -> QPainterPath:
        top, bottom = self._rounds
        radius = Shape.RADIUS_PANEL - Shape.EDGE
        reach = box.adjusted(0, 0 if top else -radius, 0, 0 if bottom else radius)
        return box_path(reach, radius, Sides())
