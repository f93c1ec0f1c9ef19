"""The slim left rail: mark, the desks of this role, and Cover, Lock and Help at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import IconSize, Shape, Space
from desktop.views.widgets.mark import Mark
from desktop.views.widgets.rail_button import RailButton
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.tab_order import keep_tab_order


@dataclass(frozen=True, slots=True)
class RailItem:
    """One desk on the rail."""

    key: str
    text: str
    icon: Icon


class Rail(Surface):
    """Signals: ``desk_requested(key)``, ``cover_requested()``, ``lock_requested()``,
    ``help_requested()``."""

    desk_requested = Signal(str)
    cover_requested = Signal()
    lock_requested = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(Ground.SUNKEN, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons: dict[str, RailButton] = {}
        self._is_compact = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addWidget(Rule(self, is_upright=True))
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        self._mark = Mark(self._head, side=IconSize.LARGE + Space.XS)
        head.addWidget(self._mark)
        self._column.addWidget(self._head)
        self._column.addWidget(Rule(self))
        self._column.addStretch(1)
        self.cover = self._fixed(Icon.EYE_OFF, "cover")
        self.lock = self._fixed(Icon.LOCK, "lock")
        self.help = self._fixed(Icon.HELP, "help")
        self._column.addSpacing(Space.S)
        self.cover.clicked.connect(self._cover)
        self.lock.clicked.connect(self._lock)
        self.help.clicked.connect(self._help)
        theme_holder().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Word what belongs to every role in the language now installed."""
        self.setAccessibleName(self.tr("Desks"))
        self.cover.set_words(self.tr("Cover F12"))
        self.lock.set_words(self.tr("Lock"))
        self.help.set_words(self.tr("Help F1"))

    def show_desks(self, desks: Sequence[RailItem], current: str = "") -> None:
        """Show these desks; call once per role, before the window is shown."""
        for button in self._buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for at, desk in enumerate(desks):
            button = RailButton(desk.text, desk.icon, self, name=f"{self.objectName()}-{desk.key}")
            button.setProperty("desk", desk.key)
            button.clicked.connect(self._desk)
            self._column.insertWidget(2 + at, button)
            button.show()
            self._buttons[desk.key] = button
        self._order_tabs()
        self.set_current(current)
        self._fit()

    def set_current(self, key: str) -> None:
        """Mark the present desk ("" for none)."""
        for each, button in self._buttons.items():
            button.set_current(each == key)

    def set_count(self, key: str, count: int) -> None:
        """Show a count on a desk; a desk that is not there is left out."""
        if key in self._buttons:
            self._buttons[key].set_count(count)

    def set_compact(self, is_compact: bool) -> None:
        """Icons only, with names as tooltip and accessible name; too little height does it too."""
        self._is_compact = is_compact
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Icons only: a rail with many desks must not make the window higher than the screen."""
        height = self._height_of([button.low_height() for button in self._all()])
        return QSize(super().minimumSizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold when the words no longer fit in the height, unfold when they do again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """With air, then without, then without words."""
        is_low = self.height() < self._full_height(is_low=False)
        has_words = self.height() >= self._full_height(is_low=True) and not self._is_compact
        for button in self._all():
            button.set_compact(not has_words, is_low=is_low)

    def _full_height(self, *, is_low: bool) -> int:
        return self._height_of([one.full_hint(is_low=is_low).height() for one in self._all()])

    def _height_of(self, rows: Sequence[int]) -> int:
        return self._head.minimumHeight() + Shape.EDGE + sum(rows) + Space.S

    def _all(self) -> tuple[RailButton, ...]:
        return (*self._buttons.values(), self.cover, self.lock, self.help)

    def button(self, key: str) -> RailButton:
        """The button of a desk."""
        return self._buttons[key]

    def _fixed(self, icon: Icon, key: str) -> RailButton:
        name = f"{self.objectName()}-{key}"
        button = RailButton("", icon, self, name=name, is_desk=False)
        self._column.addWidget(button)
        return button

    def _order_tabs(self) -> None:
        keep_tab_order(self, self._all())

    @Slot()
    def _desk(self) -> None:
        self.desk_requested.emit(str(self.sender().property("desk")))

    @Slot()
    def _cover(self) -> None:
        self.cover_requested.emit()

    @Slot()
    def _lock(self) -> None:
        self.lock_requested.emit()

    @Slot()
    def _help(self) -> None:
        self.help_requested.emit()

    @Slot()
    def _restyle(self) -> None:
        self._head.setMinimumHeight(current_theme().metrics.top_bar - 1)
