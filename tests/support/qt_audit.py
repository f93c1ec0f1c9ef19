"""Finds what is wrong with a window for keyboard, eyes, fingers and screen reader."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.support.rendered_contrast import audit_contrast
from tests.support.scrolled_away import cut_when_scrolled_to, hidden_from_the_keyboard
from tests.support.tab_key import audit_tab_key

TARGET_PX = 44
"""Least side of a touch target (WCAG 2.2, 2.5.5 Target Size, enhanced)."""


def audit_window(window: QWidget, *, with_contrast: bool = True) -> list[str]:
    """Every problem of a shown window, as sentences; empty when there is none."""
    settle(window)
    problems = [
        *audit_names(window),
        *audit_tab_order(window),
        *audit_clipping(window),
        *audit_targets(window),
        *audit_mnemonics(window),
    ]
    if with_contrast:
        problems += audit_contrast(window, shown_widgets(window))
    # Last: a page may say elsewhere where the focus is, and lays that out in its own time.
    problems += audit_tab_key(window.window(), lambda: _stops(window), _told)
    settle(window)
    return problems


def audit_everywhere(
    app: QApplication, make_window: Callable[[], QWidget], width: int = 1366, height: int = 768
) -> list[str]:
    """``audit_window`` in light, dark and at 200 % text, each in a fresh window."""
    problems: list[str] = []
    for name, tokens, scale in (("light", LIGHT, 1.0), ("dark", DARK, 1.0), ("200 %", LIGHT, 2.0)):
        apply_theme(app, Theme(tokens, scale))
        window = make_window()
        window.resize(width, height)
        window.show()
        problems += [f"{name}: {problem}" for problem in audit_window(window)]
        window.close()
        window.deleteLater()
    apply_theme(app, Theme(LIGHT, 1.0))
    return problems


def settle(window: QWidget) -> None:
    """Let every pending layout happen."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    window.ensurePolished()


def shown_widgets(window: QWidget) -> Iterator[QWidget]:
    """Every visible child that is ours (not the inner parts of Qt's own)."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not _is_inner(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.objectName() == "focus-ring":
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QCalendarWidget, QComboBox)):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or '(no objectName)'}"


def _focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in shown_widgets(window)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]


def audit_names(window: QWidget) -> list[str]:
    """Each focusable control has an objectName of its own and a name for screen readers."""
    problems = []
    controls = [each for each in _focusable(window) if not _is_plain_scroll_area(each)]
    for widget in controls:
        if not widget.objectName():
            problems.append(f"{_told(widget)} has no objectName")
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            problems.append(f"{_told(widget)} has no accessible name")
    names = Counter(widget.objectName() for widget in controls if widget.objectName())
    problems += [f"objectName {name} is used {n} times" for name, n in names.items() if n > 1]
    return problems


def _is_plain_scroll_area(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit)


def tab_chain(window: QWidget) -> list[QWidget]:
    """The visible, enabled Tab stops in the order of the Tab key."""
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_here = window.isAncestorOf(widget) and widget.isVisibleTo(window)
        if is_stop and is_here and widget.isEnabled() and widget.focusProxy() is None:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _stops(window: QWidget) -> list[QWidget]:
    return [widget for widget in tab_chain(window) if not _is_inner(widget)]


def audit_tab_order(window: QWidget) -> list[str]:
    """Tab never goes back left on a line, nor up within a column."""
    chain = _stops(window)
    problems = []
    for first, second in pairwise(chain):
        if first.isAncestorOf(second):
            continue
        here = _box(_outside(first, second), window)
        there = _box(_outside(second, first), window)
        shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        on_one_line = shared > min(here.height(), there.height()) / 2
        goes_left = on_one_line and there.right() <= here.left()
        over = min(here.right(), there.right()) - max(here.left(), there.left())
        in_one_column = over > min(here.width(), there.width()) / 2
        goes_up = in_one_column and there.bottom() <= here.top()
        if goes_left or goes_up:
            problems.append(f"Tab goes back from {_told(first)} to {_told(second)}")
    return problems


def _outside(widget: QWidget, other: QWidget) -> QWidget:
    """The scroll area around ``widget`` alone: what is scrolled away still belongs there."""
    found, parent = widget, widget.parentWidget()
    while parent is not None and not parent.isAncestorOf(other):
        if isinstance(parent, QAbstractScrollArea):
            found = parent
        parent = parent.parentWidget()
    return found


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def audit_clipping(window: QWidget) -> list[str]:
    """Every label and control has the room that its text needs, and lies inside its parents.

    What is scrolled away is scrolled to first.
    """
    problems = []
    for widget in shown_widgets(window):
        if isinstance(widget, (QLabel, QAbstractButton)):
            problems += _too_small(widget)
            problems += _cut_by_parent(widget, window)
        elif isinstance(widget, QComboBox):
            problems += _elided_combo(widget)
        elif isinstance(widget, QLineEdit):
            problems += _elided_placeholder(widget)
    away = cut_when_scrolled_to(window, list(shown_widgets(window)))
    problems += [f"{_told(widget)} is cut {how} when it is scrolled to" for widget, how in away]
    return problems


def _too_small(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull():
        return []
    needed = widget.minimumSizeHint()
    height = needed.height()
    if widget.hasHeightForWidth():
        height = widget.heightForWidth(widget.width())
    if widget.width() < needed.width():
        return [f"{_told(widget)} is {widget.width()} px wide, needs {needed.width()}"]
    if widget.height() < height:
        return [f"{_told(widget)} is {widget.height()} px high, needs {height}"]
    return []


def _cut_by_parent(widget: QWidget, window: QWidget) -> list[str]:
    parent = widget.parentWidget()
    while parent is not None and parent is not window.parentWidget():
        box = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        is_viewport = isinstance(parent.parentWidget(), QAbstractScrollArea)
        if box.left() < 0 or box.right() > parent.width():
            return [f"{_told(widget)} is cut sideways by {_told(parent)}"]
        if is_viewport:
            return []
        if box.top() < 0 or box.bottom() > parent.height():
            return [f"{_told(widget)} is cut by {_told(parent)}"]
        parent = parent.parentWidget()
    return []


def _elided_combo(combo: QComboBox) -> list[str]:
    shown = combo.currentText() or combo.placeholderText()
    room = combo.width() - TARGET_PX
    if QFontMetrics(combo.font()).horizontalAdvance(shown) > room:
        return [f"{_told(combo)} cuts its text"]
    return []


def _elided_placeholder(line: QLineEdit) -> list[str]:
    if line.text():
        return []
    room = line.contentsRect().width()
    if QFontMetrics(line.font()).horizontalAdvance(line.placeholderText()) > room:
        return [f"{_told(line)} cuts its placeholder"]
    return []


def audit_focus_in_view(window: QWidget) -> list[str]:
    """Tab leads to nothing that cannot be seen whole then."""
    chain = _stops(window)
    found = hidden_from_the_keyboard(window, chain)
    return [f"{_told(stop)} is cut {how} while it has the focus" for stop, how in found]


def audit_targets(window: QWidget) -> list[str]:
    """Everything that can be pressed or typed in is at least 44 px each way."""
    problems = []
    for widget in shown_widgets(window):
        if not isinstance(widget, (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)):
            continue
        if widget.width() < TARGET_PX or widget.height() < TARGET_PX:
            size = f"{widget.width()} by {widget.height()} px"
            problems.append(f"{_told(widget)} is only {size}")
    return problems


def audit_mnemonics(window: QWidget) -> list[str]:
    """No two controls answer to the same Alt key."""
    used: dict[str, list[str]] = {}
    for widget in shown_widgets(window):
        text = ""
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            text = widget.text()
        key = QKeySequence.mnemonic(text).toString()
        if key:
            used.setdefault(key, []).append(_told(widget))
    return [f"{key} belongs to {', '.join(who)}" for key, who in used.items() if len(who) > 1]
