"""The bar with a screen's actions: plain ones left, a note and the primary one right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import COMES_OR_GOES, is_hidden_on_purpose
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

_NOTE_LINES = 1.8
"""About two lines beside the buttons, as lines break at words."""


class ActionBar(Surface):
    """Shows why a closed button at its right is closed, beside it, when there is no other note.

    A note that would be squeezed between the buttons has a line of its own above them. Where the
    page itself tells what is under way, ``tells_reasons`` is False.
    Signals: ``acts_changed()`` when a button came or went.
    """

    acts_changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str, tells_reasons: bool = True
    ) -> None:
        super().__init__(Ground.PLAIN, parent)
        self._tells_reasons = tells_reasons
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(self))
        self._above = QHBoxLayout()
        column.addLayout(self._above)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(Space.XL, Space.NONE, Space.XL, Space.NONE)
        self._row.setSpacing(Space.M)
        column.addLayout(self._row, 1)
        self.note_label = WrapLabel("", self, tone=Tone.MUTED)
        # Upright too: a row of fixed heights would leave its slack beside the rule.
        grows = QSizePolicy.Policy.Expanding
        self._row.addItem(QSpacerItem(0, 0, grows, grows))
        self._row.addWidget(self.note_label)
        self._note = ""
        self._is_note_above = False
        self._lefts: list[Button] = []
        self._right: list[Button] = []
        self._foldable: tuple[Button, ...] = ()
        self._folds_all = False
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def add_left(self, button: Button) -> None:
        """Add a plain action at the left."""
        self._row.insertWidget(len(self._lefts), button)
        self._lefts.append(button)
        button.installEventFilter(self)
        self._order_tabs()

    def add_right(self, button: Button) -> None:
        """Add an action at the right; add the primary one last."""
        self._row.addWidget(button)
        self._right.append(button)
        button.installEventFilter(self)
        self._order_tabs()
        button.closed_changed.connect(self._word)
        self._word("")

    def set_folding(self, buttons: Sequence[Button]) -> None:
        """These show their icon alone, the last of them first, where not all words have room."""
        self._foldable = tuple(buttons)

    def fold_all(self, *, is_folded: bool) -> None:
        """Every one of them, whatever room there is."""
        self._folds_all = is_folded
        self._fold_words()

    @property
    def has_acts(self) -> bool:
        """Whether there is a button that can be seen."""
        return not all(is_hidden_on_purpose(one) for one in (*self._lefts, *self._right))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that comes or goes may leave the bar empty."""
        if event.type() in COMES_OR_GOES:
            self.acts_changed.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Other words or another button need other room."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fold_words()
        return super().event(event)

    def set_note(self, note: str) -> None:
        """Words before the right actions ("Maple 12 is selected")."""
        self._note = note
        self._word("")

    def _order_tabs(self) -> None:
        keep_tab_order(self, [*self._lefts, *self._right])

    @Slot(str)
    def _word(self, _reason: str) -> None:
        closed = self._right if self._tells_reasons else []
        reasons = [button.closed_reason for button in closed if button.closed_reason]
        self.note_label.setText(self._note or (reasons[0] if reasons else ""))
        self.note_label.setVisible(bool(self.note_label.text()))
        self._place_note()

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.action_bar)
        self._place_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note beside the buttons, or above them where it is squeezed."""
        super().resizeEvent(event)
        self._fold_words()
        self._place_note()

    def _fold_words(self) -> None:
        if not self.isVisible() and not self._folds_all:
            return
        shown = [one for one in (*self._lefts, *self._right) if not one.isHidden()]
        worded = {one: one.worded_width() for one in self._foldable}
        needed = sum(worded.get(one) or one.sizeHint().width() for one in shown)
        needed += Space.M * len(shown)
        free = self.width() - 2 * Space.XL
        for button in reversed(self._foldable):
            is_folded = self._folds_all or needed > free
            if is_folded and button in shown:
                needed -= worded[button] - button.sizeHint().height()
            if button.is_icon_only is not is_folded:
                button.set_icon_only(is_folded)

    def _place_note(self) -> None:
        is_above = bool(self.note_label.text()) and self._is_squeezed()
        if is_above == self._is_note_above:
            return
        self._is_note_above = is_above
        upright = Space.S if is_above else Space.NONE
        self._row.setContentsMargins(Space.XL, upright, Space.XL, upright)
        if is_above:
            self._row.removeWidget(self.note_label)
            self._above.setContentsMargins(Space.XL, Space.S, Space.XL, Space.NONE)
            self._above.addWidget(self.note_label)
        else:
            self._above.removeWidget(self.note_label)
            self._above.setContentsMargins(0, 0, 0, 0)
            self._row.insertWidget(len(self._lefts) + 1, self.note_label)

    def _is_squeezed(self) -> bool:
        buttons = [one for one in (*self._lefts, *self._right) if not one.isHidden()]
        taken = sum(one.sizeHint().width() + Space.M for one in buttons)
        free = self.width() - taken - 2 * (Space.XL + Space.M)
        words = self.note_label.fontMetrics().horizontalAdvance(self.note_label.text())
        return words > free * _NOTE_LINES
