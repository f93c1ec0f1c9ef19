"""The focus ring: 2 px, 2 px outside whatever has the keyboard, one for the whole application."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape

INSIDE = "ring_inside"
"""Set this property to True on a widget that lies flush in its panel: its ring goes inside."""
NO_RING = "no_ring"
"""Set this property to True on a widget that shows focus by itself."""
_PROPERTY = "firstlight_focus_ring"
_GAP = Shape.RING + Shape.RING_GAP
_CARRYING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})
_LEAVING = frozenset({QEvent.Type.Hide, QEvent.Type.ParentChange})


class _Ring(QWidget):
    """The painted ring; the mouse and screen readers pass it by."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A round rectangle on the very edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().tokens.focus), Shape.RING))
        half = Shape.RING / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, Shape.RING_RADIUS - half, Shape.RING_RADIUS - half)
        painter.end()


class FocusRing(QObject):
    """Follows the focus of ``app``; keep one, made by ``install_focus_ring``."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._focus_changed)

    @property
    def ring(self) -> QWidget | None:
        """The ring now shown, None when nothing has it."""
        ring = self._ring
        return ring if ring is not None and shiboken6.isValid(ring) else None

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        has_ring = now is not None and not now.isWindow() and now.property(NO_RING) is not True
        if now is None or not has_ring:
            self._let_go(None)
            return
        host = _host_of(now)
        self._let_go(host)
        self._target = now
        widget: QWidget | None = now
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        if self._ring is None:
            self._ring = _Ring(host)
        self._place()

    def _let_go(self, next_host: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        ring = self.ring
        # Within one host the ring only moves: showing a new child lays out its parent anew.
        if ring is not None and ring.parentWidget() is next_host:
            return
        if ring is not None:
            ring.hide()
            ring.deleteLater()
        self._ring = None

    def _place(self) -> None:
        ring, target = self.ring, self._target
        if ring is None or target is None or not shiboken6.isValid(target):
            return
        host = ring.parentWidget()
        if host is None:
            return
        box = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        gap = -Shape.RING_GAP if target.property(INSIDE) is True else _GAP
        ring.setGeometry(box.adjusted(-gap, -gap, gap, gap))
        ring.setVisible(target.isVisible())
        ring.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the target and everything that carries it."""
        kind = event.type()
        if kind in _CARRYING:
            self._place()
        elif kind in _LEAVING:
            ring = self.ring
            if ring is not None:
                ring.hide()
        return False


def _host_of(target: QWidget) -> QWidget:
    """The nearest ancestor with room for the ring; never beyond a scroll area's content."""
    host = target
    while (parent := host.parentWidget()) is not None:
        host = parent
        box = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        if host.isWindow() or host.rect().contains(box.adjusted(-_GAP, -_GAP, _GAP, _GAP)):
            break
        holder = host.parentWidget()
        if holder is not None and isinstance(holder.parentWidget(), QAbstractScrollArea):
            break
    return host


def install_focus_ring(app: QApplication) -> FocusRing:
    """Draw the focus ring from now on; an application that has one keeps it."""
    # Kept as a property: looking through the children would load the class of all styles (8 ms).
    present: object = app.property(_PROPERTY)
    if isinstance(present, FocusRing):
        return present
    ring = FocusRing(app)
    app.setProperty(_PROPERTY, ring)
    return ring
