"""The last page: thanks, and nothing else until staff type their PIN."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Width
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.pin_entry import PinEntry
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class GiveBackPage(QScrollArea):
    """Says nothing of the person, the form or what was answered.

    Signals: ``pin_entered(pin)``; ``go_on_requested()`` back to the questions.
    """

    pin_entered = Signal(str)
    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("give-back")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("page", True)
        self._card = Surface(Ground.CARD, page)
        self._card.setObjectName("give-back-card")
        self.title = WrapLabel(
            self.tr("Thank you. Please give this back."), self._card, style=TextStyle.TITLE
        )
        self.title.setObjectName("give-back-title")
        self.words = WrapLabel(
            self.tr("What you answered stays with your care team."),
            self._card,
            style=TextStyle.ROW,
        )
        self.back_button = Button(
            self.tr("Back to the questions"),
            self._card,
            name="give-back-go-on",
            icon=Icon.ARROW_LEFT,
        )
        self._rule = Rule(self._card)
        self.pin_row = PinEntry(
            self.tr("Staff: your PIN"),
            self._card,
            name="give-back-pin",
            button_name="give-back-open",
            button=self.tr("Open"),
            icon=Icon.LOCK,
        )
        self.pin_row.entered.connect(self.pin_entered)
        self._lay_out(page)
        self.back_button.clicked.connect(self._go_on)
        theme_holder().changed.connect(self._follow_scale)
        self._follow_scale()

    def begin(self, *, may_go_on: bool) -> None:
        """Show it; ``may_go_on`` keeps the way back to the questions."""
        self.back_button.setVisible(may_go_on)
        self.pin_row.begin()
        announce(self, f"{self.title.text()} {self.words.text()}")

    def show_error(self, error: str) -> None:
        """The PIN was not taken: the field is empty again and says why."""
        self.pin_row.begin(error)

    def hideEvent(self, event: QHideEvent) -> None:
        """No digits stay behind."""
        super().hideEvent(event)
        self.pin_row.forget()

    def _lay_out(self, page: QWidget) -> None:
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(back)
        column.addWidget(self._rule)
        column.addWidget(self.pin_row)
        # Between stretches, not aligned: the height of an aligned item is asked for at the full
        # width of the page, where a sentence needs fewer lines than in the card.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card)
        across.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(2)
        self.setWidget(page)

    @Slot()
    def _follow_scale(self) -> None:
        metrics = current_theme().metrics
        self._card.setMinimumWidth(metrics.scaled(Width.PICTURE))
        self._card.setMaximumWidth(metrics.scaled(Width.SIDE_MOST))

    @Slot()
    def _go_on(self) -> None:
        self.go_on_requested.emit()
