"""One section as a page: cards built when first shown, redrawn one by one."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.forms.session import ItemKey
from desktop.views.interview.column_width import NO_LIMIT
from desktop.views.interview.gate_panel import GatePanel
from desktop.views.interview.interview_state import CardState, Gate
from desktop.views.interview.layouts.column import PartBlock, PartColumn
from desktop.views.interview.layouts.growth import PageGrowth
from desktop.views.interview.layouts.heads import FoldBar, RowBar
from desktop.views.interview.layouts.making import Card, PartMaker, show_card
from desktop.views.interview.layouts.parts import FoldHead, PageState, RowHead
from desktop.views.interview.question_card import QuestionCard
from desktop.views.interview.signature_stack import SignatureStack
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, Width
from desktop.views.widgets.in_view import show_whole

_ROW_KEYS = (("Alt+Up", -1), ("Alt+Down", 1))


class SectionPage(QScrollArea):
    """Shows a ``PageState``; ``refresh`` redraws some of its cards.

    Signals: ``answered(key, answer)``; ``question_focused(key)`` the focus came into a question;
    ``unsaved_changed()`` when ``has_unsaved`` may have; ``catching_up()`` Tab is pressed: what
    waits to be shown is shown before; ``left_empty()`` the focus was to go to the first question
    of a page of words alone. What rows, folds and tabs ask for is told by ``parts_maker``;
    ``gate`` tells what was said before a section that minds company.
    """

    answered = Signal(str, object)
    question_focused = Signal(str)
    unsaved_changed = Signal()
    catching_up = Signal()
    left_empty = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interview-page")
        self._section = ""
        self._is_stacked = False
        self._is_limited = True
        self.parts_maker = PartMaker(now, self)
        self._cards = self.parts_maker.cards
        self._fitted: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self)
        self._content.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(Space.XL, Space.XS, Space.XL, Space.L)
        self._column.setSpacing(Space.M)
        self.gate = GatePanel(self._content)
        self.gate.hide()
        self._column.addWidget(self.gate)
        self._parts = PartColumn(self._content, self.parts_maker)
        self._column.addWidget(self._parts)
        self.signatures = SignatureStack(self._content)
        self._column.addWidget(self.signatures)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self.growth = PageGrowth(self._parts, self.parts_maker, self)
        self._above: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self.parts_maker.answered.connect(self.answered)
        for part in (self.parts_maker, self.signatures):
            part.unsaved_changed.connect(self.unsaved_changed)
        self._row_keys = [self._row_key(keys, step) for keys, step in _ROW_KEYS]
        theme_holder().changed.connect(self._fit)
        self.verticalScrollBar().rangeChanged.connect(self._fit)

    def add_above(self, widget: QWidget) -> None:
        """Put a panel over the questions: an alert, how it is interpreted."""
        widget.setParent(self._content)
        self._column.insertWidget(len(self._above), widget)
        self._above.append(widget)

    def remove_above(self, widget: QWidget) -> None:
        """Take a panel away again."""
        self._above.remove(widget)
        self._column.removeWidget(widget)
        widget.hide()

    def is_above(self, widget: QWidget) -> bool:
        """Whether ``widget`` stands in one of these panels."""
        return any(one is widget or one.isAncestorOf(widget) for one in self._above)

    def show_page(self, page: PageState) -> None:
        """Show a section: another one is built anew, the same one only changes."""
        is_new = page.section != self._section
        if is_new:
            self._parts.drop_all()
            self._section = page.section
            self.verticalScrollBar().setValue(0)
        is_open = page.gate is Gate.OPEN
        self.gate.setVisible(not is_open)
        if not is_open:
            self.gate.show_gate(page)
        self.growth.show_parts(page.parts, is_new=is_new)

    def refresh(self, states: Iterable[CardState | RowHead | FoldHead]) -> None:
        """Redraw these cards and heads, where they are on the page."""
        heads: dict[ItemKey, RowHead | FoldHead] = {}
        for state in states:
            if not isinstance(state, CardState):
                heads[state.key] = self.parts_maker.newer[state.key] = state
            elif (card := self._cards.get(state.key)) is not None:
                show_card(card, state)
            else:
                self.parts_maker.newer[state.key] = state
        for bar in self._parts.leaves() if heads else ():
            if isinstance(bar, RowBar | FoldBar) and (head := heads.get(bar.state.key)):
                bar.show_any(head)

    def card(self, key: ItemKey) -> Card | None:
        """The card of an item that is shown."""
        return self._cards.get(key)

    def made(self, key: ItemKey) -> Card | None:
        """As ``card``; one that is further down than what was made yet is made now."""
        self.growth.reach(key)
        return self._cards.get(key)

    def question_cards(self) -> tuple[QuestionCard, ...]:
        """The questions in their order on the page."""
        return tuple(widget for widget in self.parts() if isinstance(widget, QuestionCard))

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed in a question that was not told."""
        return self.signatures.has_unsaved or any(one.has_unsaved for one in self.question_cards())

    def focus_question(self, key: ItemKey | None) -> None:
        """Put the focus into a question and bring it into view; None: the first."""
        card = self.made(key) if key is not None else None
        if isinstance(card, QuestionCard):
            card.focus_first()
            # After the layout has settled: a card that was just built has no place yet.
            QTimer.singleShot(0, card, self._bring_focus_into_view)
            return
        found = self.question_cards()
        if found:
            found[0].focus_first()
        elif self.gate.isVisibleTo(self):
            self.gate.private_button.setFocus()
        else:
            self.left_empty.emit()
        # The words before the first question are read first.
        QTimer.singleShot(0, self, self._show_top)

    def flush(self) -> None:
        """Tell what was typed anywhere on the page."""
        for card in tuple(self._cards.values()):
            card.flush()

    def set_layout(self, *, is_limited: bool, is_stacked: bool) -> None:
        """Stop at a readable width beside other columns; stack the languages when narrow."""
        self._is_limited = is_limited
        self._is_stacked = is_stacked
        self._fit()

    def parts(self) -> tuple[QWidget, ...]:
        """What stands on the page, from top to bottom; what is inside a frame one by one."""
        return (*self._above, self.gate, *self._parts.leaves(), self.signatures)

    @Slot()
    def _bring_focus_into_view(self) -> None:
        focus = QApplication.focusWidget()
        card = self._card_of(focus)
        if card is None:
            return
        view, top = self.viewport().height(), card.mapTo(self._content, QPoint()).y()
        offset = self.verticalScrollBar().value()
        if top < offset or top + card.height() > offset + view:
            self.verticalScrollBar().setValue(top - Space.XS)

    @Slot()
    def _show_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _card_of(self, widget: QWidget | None) -> QuestionCard | None:
        while widget is not None and widget is not self:
            if isinstance(widget, QuestionCard):
                return widget
            widget = widget.parentWidget()
        return None

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        card = self._card_of(now)
        row = self._row_of(now)
        for keys in self._row_keys:
            keys.setEnabled(row is not None)
        if card is not None:
            self.question_focused.emit(card.key)
        self._keep_visible(now)

    def _row_key(self, keys: str, step: int) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(False)
        shortcut.activated.connect(self._row_up if step < 0 else self._row_down)
        return shortcut

    @Slot()
    def _row_up(self) -> None:
        self._move_row(-1)

    @Slot()
    def _row_down(self) -> None:
        self._move_row(1)

    def _move_row(self, step: int) -> None:
        bar = self._row_of(QApplication.focusWidget())
        if bar is None:
            return
        can_move = bar.state.can_move_up if step < 0 else bar.state.can_move_down
        if can_move:
            self.parts_maker.row_moved.emit(bar.state.key, step)

    def _row_of(self, widget: QWidget | None) -> RowBar | None:
        """The head of the innermost row that a widget stands in."""
        while widget is not None and widget is not self:
            if isinstance(widget, PartBlock) and isinstance(widget.head, RowBar):
                return widget.head
            widget = widget.parentWidget()
        return None

    def _keep_visible(self, now: QWidget) -> None:
        if now.isVisible():
            show_whole(self, self._shown_with(now), Space.XL)
            show_whole(self, now, Space.XL)

    def _shown_with(self, widget: QWidget) -> QWidget:
        """What should be seen whole beside the focus: the panel above the cards it belongs to."""
        column = self.widget()
        while (parent := widget.parentWidget()) is not None and parent is not column:
            if isinstance(parent, PartBlock | PartColumn):
                break
            widget = parent
        return widget

    def _card_width(self) -> int:
        return min(self.viewport().width() - 2 * Space.XL, self._most()) - 2 * Space.L

    def _most(self) -> int:
        """Beside other columns the page stops at a readable width."""
        metrics = current_theme().metrics
        return metrics.scaled(Width.QUESTION_MOST) if self._is_limited else NO_LIMIT

    @Slot()
    def _fit(self) -> None:
        # The cards end where the head over them ends, with or without a scroll bar.
        bar = self.verticalScrollBar()
        has_bar = bar.maximum() > bar.minimum()  # it is told of its range before it is shown
        right = Space.XL - (bar.width() if has_bar else 0)
        self._column.setContentsMargins(Space.XL, Space.XS, max(right, Space.S), Space.L)
        self._content.setMaximumWidth(min(self._most() + 2 * Space.XL, NO_LIMIT))
        fitted = (self._card_width(), self._is_stacked, current_theme())
        if fitted != self._fitted:
            self._fitted = fitted
            self._parts.set_layout(self._card_width(), is_stacked=self._is_stacked)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab from inside the page, which its controls hand on to it."""
        self.catching_up.emit()
        self.growth.catch_up()
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what no longer fits."""
        super().resizeEvent(event)
        self._fit()
