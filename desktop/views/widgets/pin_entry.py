"""Where a PIN is given: the digits, the button beside them, and what is wrong below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.pin_field import PinField


class PinEntry(FieldRow):
    """The digits leave it with the signal, and stay nowhere. Signals: ``entered(pin)``."""

    entered = Signal(str)

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        name: str,
        button_name: str,
        button: str = "",
        role: ButtonRole = ButtonRole.PLAIN,
        icon: Icon | None = None,
    ) -> None:
        entry = Compound(parent)
        pin = PinField(entry, name=name)
        entry.lead_to(pin)
        super().__init__(label, entry, parent)
        self.pin = pin
        self.button = Button(button, entry, name=button_name, role=role, icon=icon)
        beside = QHBoxLayout(entry)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.M)
        beside.addWidget(self.pin, 1)
        beside.addWidget(self.button)
        self.pin.returnPressed.connect(self._enter)
        self.pin.edited.connect(self.clear_error)
        self.button.clicked.connect(self._enter)

    def begin(self, error: str = "") -> None:
        """Empty, with the focus; ``error`` says why it is asked again, each time anew."""
        self.pin.clear()
        # Two wrong tries can have the same sentence; it is said each time.
        self.set_error("")
        self.set_error(error)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """No digits stay behind."""
        self.pin.clear()

    @Slot()
    def _enter(self) -> None:
        if not self.pin.is_filled:
            self.set_error(self.tr("A PIN has six digits."))
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        pin = self.pin.value()
        self.pin.clear()
        self.entered.emit(pin)
