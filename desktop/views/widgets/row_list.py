"""A list of rich rows for keyboard, pointer and screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.group import Group
from desktop.views.widgets.list_row import ListRow
from desktop.views.widgets.row_head import RowHead
from desktop.views.widgets.row_item import Column, RowItem
from desktop.views.widgets.tab_order import keep_tab_order


class RowList(Group):
    """Rows of which one may be chosen; one Tab stop, Up and Down move, Enter opens.

    ``title`` names the list; ``columns`` heads title and cells. Rows with a box are Tab stops.
    ``is_bare`` draws no lines between rows and no round corners.
    Signals: ``chosen(key)`` the chosen row changed by the user; ``opened(key)`` Enter or a
    double press, or a single press with ``opens_on_press``; ``checked(key, is_checked)``.
    """

    chosen = Signal(str)
    opened = Signal(str)
    checked = Signal(str, bool)

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        name: str,
        columns: Sequence[Column] = (),
        opens_on_press: bool = False,
        is_chosen_kept: bool = True,
        is_bare: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._columns = tuple(columns)
        self._opens_on_press = opens_on_press
        self._is_chosen_kept = is_chosen_kept
        self._is_bare = is_bare
        self._is_stacked = False
        self._rounds_top = False
        self._chosen = ""
        self._rows: list[ListRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.NONE)
        self._head = RowHead(self._columns, self)
        self._head.setVisible(bool(self._columns))
        self._layout.addWidget(self._head)
        # Takes what is too much for a moment when rows go: the others keep their height.
        self._layout.addStretch(1)

    def show_rows(self, items: Sequence[RowItem]) -> None:
        """Show these rows; focus and choice stay on their keys."""
        focused = next((row.item.key for row in self._rows if row.hasFocus()), "")
        self._drop_gone([item.key for item in items])
        had = len(self._rows)
        for at, item in enumerate(items):
            if at == len(self._rows):
                self._rows.append(self._make_row(item))
            self._rows[at].setObjectName(f"{self.objectName()}-{item.key}")
            if self._rows[at].item != item:
                self._rows[at].show_item(item)
        if items:
            self._head.follow(items[0])
        if len(self._rows) > had:
            keep_tab_order(self, self._rows)
        self._shape()
        self.set_chosen(self._chosen)
        for row in self._rows:
            if focused and row.item.key == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_gone(self, keys: list[str]) -> None:
        """Take away what is too much; where rows only went, those that stay keep their widgets."""
        wanted = set(keys)
        gone = [row for row in self._rows if row.item.key not in wanted]
        left = [row.item.key for row in self._rows if row.item.key in wanted]
        if left != keys or any(row.hasFocus() for row in gone):
            gone = self._rows[len(keys) :]
        for row in gone:
            self._rows.remove(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()

    def rows(self) -> tuple[ListRow, ...]:
        """The rows in their order."""
        return tuple(self._rows)

    def row(self, key: str) -> ListRow:
        """The row of ``key``; raises KeyError."""
        found = next((row for row in self._rows if row.item.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def chosen_key(self) -> str:
        """The chosen key, "" when none is."""
        return self._chosen

    def set_chosen(self, key: str) -> None:
        """Show ``key`` as chosen ("" for none) without a signal."""
        self._chosen = key if any(row.item.key == key for row in self._rows) else ""
        stop = next((row for row in self._rows if row.item.key == self._chosen), None)
        stop = stop or next((row for row in self._rows if row.isEnabled()), None)
        for row in self._rows:
            row.set_chosen(self._is_chosen_kept and row.item.key == self._chosen)
            is_stop = row is stop or row.isCheckable()
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put cells under titles and hide the heads (compact and stacked layouts)."""
        self._is_stacked = is_stacked
        self._head.setVisible(bool(self._columns) and not is_stacked)
        self._shape()

    def set_rounds_top(self, rounds_top: bool) -> None:
        """The first row follows the panel's corners (a panel without a head)."""
        self._rounds_top = rounds_top
        self._shape()

    def focus_chosen(self) -> None:
        """Put the focus on the chosen row, else on the first."""
        row = next((each for each in self._rows if each.item.key == self._chosen), None)
        target = row or next((each for each in self._rows if each.isEnabled()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def go_first(self) -> str:
        """Put the focus on the first row and choose it; its key, "" when there is none."""
        row = next((each for each in self._rows if each.isEnabled()), None)
        if row is None:
            return ""
        self._go(row)
        return row.item.key

    def _make_row(self, item: RowItem) -> ListRow:
        row = ListRow(item, self, name=f"{self.objectName()}-{item.key}")
        row.clicked.connect(self._pressed)
        row.toggled.connect(self._toggled)
        row.moved.connect(self._move)
        row.jumped.connect(self._jump)
        row.open_requested.connect(self._open)
        self._layout.insertWidget(self._layout.count() - 1, row)
        row.show()
        return row

    def _shape(self) -> None:
        stretches = tuple(column.stretch for column in self._columns)
        last = len(self._rows) - 1
        for at, row in enumerate(self._rows):
            row.set_columns(stretches, is_stacked=self._is_stacked)
            top = at == 0 and self._rounds_top
            row.set_shape(
                has_rule=at < last and not self._is_bare,
                rounds_top=top,
                rounds_bottom=at == last and not self._is_bare,
            )

    def _choose(self, row: ListRow) -> None:
        is_new = row.item.key != self._chosen
        self.set_chosen(row.item.key)
        if is_new:
            self.chosen.emit(row.item.key)

    @Slot()
    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, ListRow):
            self._choose(row)
            if self._opens_on_press and not row.isCheckable():
                self.opened.emit(row.item.key)

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        row = self.sender()
        if isinstance(row, ListRow):
            self.checked.emit(row.item.key, is_checked)

    @Slot()
    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, ListRow):
            self._choose(row)
            self.opened.emit(row.item.key)

    @Slot(int)
    def _move(self, step: int) -> None:
        rows = [row for row in self._rows if row.isEnabled()]
        here = next((at for at, row in enumerate(rows) if row is self.sender()), None)
        if here is not None and 0 <= here + step < len(rows):
            self._go(rows[here + step])

    @Slot(int)
    def _jump(self, end: int) -> None:
        rows = [row for row in self._rows if row.isEnabled()]
        if rows:
            self._go(rows[end])

    def _go(self, row: ListRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(row)
