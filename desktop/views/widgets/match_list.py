"""The list of what matches while somebody types: rows of a model, moved through from the box."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import TextStyle

ROWS_SHOWN = 6
KEY_ROLE = int(Qt.ItemDataRole.UserRole)

_Index = QModelIndex | QPersistentModelIndex


class MatchModel(QAbstractListModel):
    """Rows of ``(key, text)``; the key stands under ``KEY_ROLE``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The words, the key, or the height of a target."""
        if not 0 <= index.row() < len(self._rows):
            return None
        key, text = self._rows[index.row()]
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in spoken or role == Qt.ItemDataRole.ToolTipRole:
            return text
        if role == KEY_ROLE:
            return key
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, current_theme().metrics.target)
        return None


class MatchList(QListView):
    """Up to six rows at once; the focus stays in the box that is typed into."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.matches = MatchModel(self)
        self.setModel(self.matches)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Offer these; none is marked at first."""
        self.matches.show_rows(rows)
        self.updateGeometry()

    def key_at(self, index: QModelIndex) -> str:
        """The key of a row, "" for none."""
        key: object = index.data(KEY_ROLE)
        return key if isinstance(key, str) else ""

    def move_mark(self, step: int) -> str:
        """Mark the next or the previous row, and tell its words."""
        count = self.matches.rowCount()
        if not count:
            return ""
        here = self.currentIndex().row()
        target = 0 if here < 0 and step > 0 else (here + step) % count
        index = self.matches.index(target)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        words: object = index.data()
        return str(words)

    def sizeHint(self) -> QSize:
        """As high as its rows, six at most."""
        rows = min(max(self.matches.rowCount(), 1), ROWS_SHOWN)
        height = rows * current_theme().metrics.target + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """The height of the hint at any width."""
        return QSize(0, self.sizeHint().height())

    @Slot()
    def _restyle(self) -> None:
        self.setFont(current_theme().font(TextStyle.ROW))
        self.updateGeometry()
