"""One section as a page: cards built when first shown, redrawn one by one."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.forms.session import ItemKey
from desktop.views.interview.display_card import DisplayCard
from desktop.views.interview.gate_panel import GatePanel
from desktop.views.interview.interview_state import CardState, Gate, PageState
from desktop.views.interview.question_card import QuestionCard
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, Width

Card = QuestionCard | DisplayCard

_NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""


class SectionPage(QScrollArea):
    """Shows a ``PageState``; ``refresh`` redraws some of its cards.

    Signals: ``answered(key, answer)``; ``question_focused(key)`` the focus came into a question;
    ``unsaved_changed()`` when ``has_unsaved`` may have.
    ``gate`` tells what was said before a section that minds company.
    """

    answered = Signal(str, object)
    question_focused = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interview-page")
        self._now = now
        self._section = ""
        self._is_stacked = False
        self._is_limited = True
        self._cards: dict[ItemKey, Card] = {}
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
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._above: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        theme_holder().changed.connect(self._fit)
        self.verticalScrollBar().rangeChanged.connect(self._fit)

    def add_above(self, widget: QWidget) -> None:
        """Put a panel over the questions (alerts)."""
        widget.setParent(self._content)
        self._column.insertWidget(len(self._above), widget)
        self._above.append(widget)

    def remove_above(self, widget: QWidget) -> None:
        """Take a panel away again."""
        self._above.remove(widget)
        self._column.removeWidget(widget)
        widget.hide()

    def show_page(self, page: PageState) -> None:
        """Show a section: another one is built anew, the same one only changes."""
        if page.section != self._section:
            self._drop_cards()
            self._section = page.section
            self.verticalScrollBar().setValue(0)
        is_open = page.gate is Gate.OPEN
        self.gate.setVisible(not is_open)
        if not is_open:
            self.gate.show_gate(page)
            self._drop_cards()
            return
        shown = {card.key for card in page.cards}
        for key in [key for key in self._cards if key not in shown]:
            self._drop_card(key)
        for at, state in enumerate(page.cards):
            self._show_card(state, at)

    def refresh(self, cards: Iterable[CardState]) -> None:
        """Redraw these cards, where they are on the page."""
        for state in cards:
            card = self._cards.get(state.key)
            if card is not None and card.state != state:
                card.show_state(state)

    def card(self, key: ItemKey) -> Card | None:
        """The card of an item that is shown."""
        return self._cards.get(key)

    def question_cards(self) -> tuple[QuestionCard, ...]:
        """The questions in their order on the page."""
        return tuple(widget for widget in self.parts() if isinstance(widget, QuestionCard))

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed in a question that was not told."""
        return any(card.has_unsaved for card in self.question_cards())

    def focus_question(self, key: ItemKey | None) -> None:
        """Put the focus into a question and bring it into view; None: the first."""
        card = self._cards.get(key) if key is not None else None
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

    def _show_card(self, state: CardState, at: int) -> None:
        card = self._cards.get(state.key)
        if card is not None:
            if card.state != state:
                card.show_state(state)
        else:
            card = self._make_card(state)
            self._cards[state.key] = card
            card.set_layout(self._card_width(), is_stacked=self._is_stacked)
        place = len(self._above) + 1 + at
        if self._column.indexOf(card) != place:
            self._column.insertWidget(place, card)
            card.show()

    def _make_card(self, state: CardState) -> Card:
        if not state.item.item.type.is_question:
            return DisplayCard(state, self._content)
        card = QuestionCard(state, self._now, self._content)
        card.answered.connect(self.answered)
        card.unsaved_changed.connect(self.unsaved_changed)
        return card

    def _drop_cards(self) -> None:
        for key in list(self._cards):
            self._drop_card(key)

    def _drop_card(self, key: ItemKey) -> None:
        card = self._cards.pop(key)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        if isinstance(card, QuestionCard) and card.has_unsaved:
            self.unsaved_changed.emit()

    def parts(self) -> tuple[QWidget, ...]:
        """What stands on the page, from top to bottom."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if widget is not None)

    @Slot()
    def _bring_focus_into_view(self) -> None:
        focus = QApplication.focusWidget()
        card = self._card_of(focus)
        if card is None:
            return
        view, top = self.viewport().height(), card.y()
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
        if card is not None:
            self.question_focused.emit(card.key)
        self._keep_visible(now)

    def _keep_visible(self, now: QWidget) -> None:
        if now.isVisible():
            self.ensureWidgetVisible(self._shown_with(now), 0, Space.XL)
            self.ensureWidgetVisible(now, 0, Space.XL)

    def _shown_with(self, widget: QWidget) -> QWidget:
        """What should be seen whole beside the focus: the panel above the cards it belongs to."""
        column = self.widget()
        while (parent := widget.parentWidget()) is not None and parent is not column:
            widget = parent
        return widget

    def _card_width(self) -> int:
        return min(self.viewport().width() - 2 * Space.XL, self._most()) - 2 * Space.L

    def _most(self) -> int:
        """Beside other columns the page stops at a readable width."""
        metrics = current_theme().metrics
        return metrics.scaled(Width.QUESTION_MOST) if self._is_limited else _NO_LIMIT

    @Slot()
    def _fit(self) -> None:
        # The cards end where the head over them ends, with or without a scroll bar.
        bar = self.verticalScrollBar()
        right = Space.XL - (bar.width() if bar.isVisibleTo(self) else 0)
        self._column.setContentsMargins(Space.XL, Space.XS, max(right, Space.S), Space.L)
        self._content.setMaximumWidth(min(self._most() + 2 * Space.XL, _NO_LIMIT))
        for card in self._cards.values():
            card.set_layout(self._card_width(), is_stacked=self._is_stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what no longer fits."""
        super().resizeEvent(event)
        self._fit()
