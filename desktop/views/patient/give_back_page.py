"""The last page: thanks, and nothing else until staff type their PIN."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Width
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.pin_field import PinField
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
        entry = QWidget(self._card)
        self.pin = PinField(entry, name="give-back-pin")
        self.open_button = Button(self.tr("Open"), entry, name="give-back-open", icon=Icon.LOCK)
        entry.setFocusProxy(self.pin)
        self.pin_row = FieldRow(self.tr("Staff: your PIN"), entry, self._card)
        self._lay_out(page, entry)
        self.pin.returnPressed.connect(self._enter)
        self.pin.edited.connect(self.pin_row.clear_error)
        self.open_button.clicked.connect(self._enter)
        self.back_button.clicked.connect(self._go_on)
        theme_holder().changed.connect(self._follow_scale)
        self._follow_scale()

    def begin(self, *, may_go_on: bool) -> None:
        """Show it; ``may_go_on`` keeps the way back to the questions."""
        self.back_button.setVisible(may_go_on)
        self.pin.clear()
        self.pin_row.set_error("")
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()} {self.words.text()}")

    def show_error(self, error: str) -> None:
        """The PIN was not taken: the field is empty again and says why."""
        self.pin.clear()
        # Two wrong tries can have the same sentence; it is said each time.
        self.pin_row.set_error("")
        self.pin_row.set_error(error)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """No digits stay behind."""
        super().hideEvent(event)
        self.pin.clear()

    def _lay_out(self, page: QWidget, entry: QWidget) -> None:
        beside = QHBoxLayout(entry)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.M)
        beside.addWidget(self.pin, 1)
        beside.addWidget(self.open_button)
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
    def _enter(self) -> None:
        if not self.pin.is_filled:
            self.pin_row.set_error(self.tr("A PIN has six digits."))
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        pin = self.pin.value()
        self.pin.clear()
        self.pin_entered.emit(pin)

    @Slot()
    def _go_on(self) -> None:
        self.go_on_requested.emit()
