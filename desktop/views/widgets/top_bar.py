"""The bar at the top of a screen: back, title, second line, facts, and controls at the right."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel

TITLE_SHARE = 0.4
"""Of the bar: a title that is longer wraps like everything else."""


class TopBar(Surface):
    """Signals: ``back_requested()``."""

    back_requested = Signal()

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, name: str, has_back: bool = False
    ) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        left = Space.L if has_back else Space.XL
        self._row.setContentsMargins(left, Space.NONE, Space.XL, Space.NONE)
        self._row.setSpacing(Space.M)
        column.addLayout(self._row, 1)
        column.addWidget(Rule(self))
        self.back_button = Button(
            self.tr("Back"), self, name=f"{name}-back", icon=Icon.ARROW_LEFT, is_icon_only=True
        )
        self.back_button.setVisible(has_back)
        self.back_button.clicked.connect(self._back)
        self.title_label = WrapLabel(title, self, style=TextStyle.TITLE)
        self.second_label = WrapLabel("", self, tone=Tone.MUTED)
        self.second_label.hide()
        self._row.addWidget(self.back_button)
        self._row.addSpacing(Space.XS if has_back else Space.NONE)
        self._row.addWidget(self.title_label)
        self._row.addWidget(self.second_label)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(Space.S)
        self._row.addLayout(self._facts)
        # Upright too: a row of fixed heights would leave its slack beside the rule.
        grows = QSizePolicy.Policy.Expanding
        self._row.addItem(QSpacerItem(0, 0, grows, grows))
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def set_title(self, title: str, second: str = "") -> None:
        """Show a title and its second line."""
        self.title_label.setText(title)
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))
        self._hold_title()

    def add_fact(self, widget: QWidget) -> None:
        """Add a chip after the title."""
        self._facts.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Add a control at the right."""
        self._row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short title stays on one line; the second line wraps before it."""
        super().resizeEvent(event)
        self._hold_title()

    def _hold_title(self) -> None:
        needed = self.title_label.sizeHint().width()
        self.title_label.setMinimumWidth(needed if needed <= self.width() * TITLE_SHARE else 0)

    @Slot()
    def _back(self) -> None:
        self.back_requested.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.top_bar)
        self._hold_title()
