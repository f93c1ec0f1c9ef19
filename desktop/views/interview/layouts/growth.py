"""Lets a long page grow while it is read: a part is made when one comes near it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea

from desktop.forms.session import ItemKey
from desktop.views.interview.layouts.column import PartColumn
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.parts import Part
from desktop.views.interview.layouts.slots import count_of
from desktop.views.widgets.painted_first import paint_first

WHOLE_PARTS = 24
"""A page of no more cards and heads is whole at once; of a longer one, what is seen."""
AHEAD = 2
"""Screens above and below the one that is read for which everything is made."""


class PageGrowth(QObject):
    """Signals: ``grown(keys)`` more of the page was made, and these cards have more controls."""

    grown = Signal(tuple)

    def __init__(self, column: PartColumn, maker: PartMaker, area: QScrollArea) -> None:
        super().__init__(area)
        self._column = column
        self._maker = maker
        # The area, not its bar: Python's hold on an inner part of Qt's own ends when somebody
        # looks through the children of the window.
        self._area = area
        self._content = column.parentWidget() or area
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._grow_later)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look_around)
        bar.rangeChanged.connect(self._look_around)

    @property
    def is_whole(self) -> bool:
        """Whether all of the page is made."""
        return self._column.is_whole and not self._maker.has_unfinished

    def show_parts(self, parts: tuple[Part, ...], *, is_new: bool) -> None:
        """Show a page; one that ``is_new``, or just opened, and short is whole at once.

        Else what is seen is made at once, and the rest follows the repaint; of a card that an
        answer brings in so do the reasons for no answer.
        """
        is_new = is_new or not self._column.slots
        self._maker.newer.clear()
        self._column.show_parts(parts)
        is_short = is_new and sum(map(count_of, parts)) <= WHOLE_PARTS
        self._maker.left = WHOLE_PARTS if is_short else 0
        self._maker.is_hasty = not is_new
        self._make_near(0)
        self._maker.left, self._maker.is_hasty = 0, False
        self._look_around()

    def catch_up(self) -> None:
        """Make now what is to follow: Tab goes from one question to the very next."""
        if self._soon.isActive():
            self._soon.stop()
            self._grow()

    def reach(self, key: ItemKey) -> None:
        """Make a question, wherever it stands."""
        if key not in self._maker.cards:
            self._column.reach(key)
            self.grown.emit(())

    def _make_near(self, screens: int) -> bool:
        """Make what is near; what is read stays where it is although the guess was wrong."""
        column, bar = self._column, self._area.verticalScrollBar()
        top, screen = bar.value() - column.y(), self._area.viewport().height()
        seen = column.widget_at(top)
        before = column.top_of(seen) if seen is not None else None
        has_made = column.make_between(top - screens * screen, top + (screens + 1) * screen)
        after = column.top_of(seen) if seen is not None else None
        if before is not None and after is not None and after != before and top > 0:
            # The scroll bar takes a place only once it knows of the new height.
            layout_wanted = QEvent(QEvent.Type.LayoutRequest)
            QCoreApplication.sendEvent(self._content, layout_wanted)
            bar.setValue(bar.value() + after - before)
        return has_made

    @Slot()
    def _look_around(self) -> None:
        if not self.is_whole:
            self._soon.start()

    @Slot()
    def _grow_later(self) -> None:
        paint_first()
        self._grow()

    def _grow(self) -> None:
        finished = self._maker.finish()
        if self._make_near(AHEAD) or finished:
            self.grown.emit(finished)
            self._look_around()
