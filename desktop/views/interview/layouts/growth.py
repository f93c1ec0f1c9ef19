"""Lets a long page grow while it is read: what is far below is made when one comes near it."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea

from desktop.forms.session import ItemKey
from desktop.views.interview.layouts.column import PartColumn
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.parts import Part

FIRST_PARTS = 24
"""Cards and heads that are made before a page shows; more than a screen holds."""
MORE_PARTS = 12
"""Cards and heads that are made at a time after that."""
AHEAD = 2
"""Screens below the one that is read for which there is always something made."""


class PageGrowth(QObject):
    """Signals: ``grown()`` more of the page was made."""

    grown = Signal()

    def __init__(self, column: PartColumn, maker: PartMaker, area: QScrollArea) -> None:
        super().__init__(area)
        self._column = column
        self._maker = maker
        # The area, not its bar: Python's hold on an inner part of Qt's own ends when somebody
        # looks through the children of the window.
        self._area = area
        self._parts: tuple[Part, ...] = ()
        self._is_short = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._grow)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._look_ahead)

    @property
    def is_whole(self) -> bool:
        """Whether all of the page is made."""
        return not self._is_short

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show a page, at least its beginning."""
        self._parts = parts
        self._maker.newer.clear()
        self._make(FIRST_PARTS)

    def reach(self, key: ItemKey) -> None:
        """Make what is missing down to a question."""
        while self._is_short and key not in self._maker.cards:
            self._fill()

    def _make(self, most: int) -> None:
        self._maker.left, self._maker.is_short = most, False
        self._column.show_parts(self._parts)
        self._is_short = self._maker.is_short
        self._look_ahead()

    def _fill(self) -> None:
        self._maker.is_filling = True
        self._make(MORE_PARTS)
        self._maker.is_filling = False
        self.grown.emit()

    @Slot()
    def _look_ahead(self) -> None:
        bar = self._area.verticalScrollBar()
        is_near = bar.value() + AHEAD * bar.pageStep() >= bar.maximum()
        if self._is_short and is_near:
            self._soon.start()

    @Slot()
    def _grow(self) -> None:
        if self._is_short:
            self._fill()
