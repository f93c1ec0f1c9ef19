"""The answers to one question: rows of which one or several may be chosen; none at first."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.group import Group
from desktop.views.widgets.option_row import BoxRow, OptionItem, OptionRow, RadioRow
from desktop.views.widgets.tab_order import keep_tab_order


class OptionGroup(Group):
    """Rows under one question; the question is the group's name for screen readers.

    Up and Down move (and choose, when only one may be chosen), 1 to 9 choose while the group has
    the focus, Space toggles, a second press clears.
    Signals: ``answered(keys)`` a tuple of the chosen keys in the rows' order, after the user
    changed it; empty when cleared.
    """

    answered = Signal(object)

    def __init__(
        self,
        question: str,
        options: Sequence[OptionItem],
        parent: QWidget | None = None,
        *,
        name: str,
        is_multiple: bool = False,
        is_flat: bool = False,
    ) -> None:
        super().__init__(question, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._is_multiple = is_multiple
        self._is_flat = is_flat
        self._is_showing = False
        self._is_stacked = False
        self._said: tuple[str, ...] = ()
        self._rows: list[OptionRow] = []
        self._layout = self._make_layout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.NONE if is_flat else Space.S)
        self.set_options(options)

    def _make_layout(self) -> QLayout:
        """One row below the other; a subclass may place them otherwise."""
        return QVBoxLayout(self)

    def set_options(self, options: Sequence[OptionItem]) -> None:
        """Show these answers; what is chosen stays chosen where its key is still there.

        Same keys in the same order only change their words, so the focus stays.
        """
        chosen = self.chosen_keys()
        if [row.item.key for row in self._rows] == [option.key for option in options]:
            for row, option in zip(self._rows, options, strict=True):
                row.show_item(option)
            return
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._make_row(option) for option in options]
        keep_tab_order(self, self._rows)
        self.set_chosen(chosen)
        self.set_stacked(self._is_stacked)

    def set_question(self, question: str) -> None:
        """Name the group anew (language change)."""
        self.setAccessibleName(question)

    def rows(self) -> tuple[OptionRow, ...]:
        """The rows in their order."""
        return tuple(self._rows)

    def chosen_keys(self) -> tuple[str, ...]:
        """The keys now chosen, in the rows' order."""
        return tuple(row.item.key for row in self._rows if row.isChecked())

    def set_chosen(self, keys: Collection[str]) -> None:
        """Show ``keys`` as chosen, without a signal."""
        self._is_showing = True
        for row in self._rows:
            _check(row, row.item.key in keys)
        self._is_showing = False
        self._said = self.chosen_keys()
        self._fix_tab_stop()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first in every row."""
        self._is_stacked = is_stacked
        for row in self._rows:
            row.set_stacked(is_stacked)

    def set_closed(self, reason: str) -> None:
        """Close every row and say why, or open them with ""."""
        for row in self._rows:
            row.set_closed(reason)

    def focus_first(self) -> None:
        """Put the focus on the chosen row, else on the first."""
        row = next((each for each in self._rows if each.isChecked()), None)
        target = row or next((each for each in self._rows if each.isEnabled()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_row(self, option: OptionItem) -> OptionRow:
        name = f"{self.objectName()}-{option.key}"
        row: OptionRow
        if self._is_multiple:
            row = BoxRow(option, self, name=name, is_flat=self._is_flat)
        else:
            row = RadioRow(option, self, name=name)
        # toggled, not clicked: a screen reader's toggle emits no click.
        row.toggled.connect(self._toggled)
        row.moved.connect(self._move)
        row.digit_pressed.connect(self._choose_digit)
        self._layout.addWidget(row)
        row.show()
        return row

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        if self._is_showing:
            return
        if is_checked:
            self._clear_excluded(self.sender())
        self._fix_tab_stop()
        chosen = self.chosen_keys()
        if chosen != self._said and (self._is_multiple or len(chosen) < 2):
            self._said = chosen
            self.answered.emit(chosen)

    def _clear_excluded(self, sender: object) -> None:
        """Keep an exclusive answer ("none of these") and the others apart."""
        if not self._is_multiple or not isinstance(sender, OptionRow):
            return
        self._is_showing = True
        for row in self._rows:
            if row is not sender and (sender.item.is_exclusive or row.item.is_exclusive):
                row.setChecked(False)
        self._is_showing = False

    @Slot(int)
    def _move(self, step: int) -> None:
        rows = [row for row in self._rows if row.isEnabled()]
        here = next((at for at, row in enumerate(rows) if row is self.sender()), None)
        if here is None:
            return
        target = rows[(here + step) % len(rows)]
        if not self._is_multiple:
            target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _choose_digit(self, digit: int) -> None:
        if digit > len(self._rows) or not self._rows[digit - 1].isEnabled():
            return
        row = self._rows[digit - 1]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        _check(row, not row.isChecked())

    def _fix_tab_stop(self) -> None:
        """One Tab stop for a single choice: the chosen row, else the first."""
        if self._is_multiple or not self._rows:
            return
        open_rows = [row for row in self._rows if row.isEnabled()]
        first = next(iter(open_rows), self._rows[0])
        stop = next((row for row in self._rows if row.isChecked()), first)
        for row in self._rows:
            policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)


def _check(row: OptionRow, is_checked: bool) -> None:
    if isinstance(row, RadioRow) and row.isChecked() and not is_checked:
        row.clear()
    else:
        row.setChecked(is_checked)
