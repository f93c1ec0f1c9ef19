"""Where the claim to the state's victim compensation stands, and until when one can be made."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.compensation import ClaimNow
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class CompensationPanel(Panel):
    """Signals: ``note_requested()``."""

    note_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("compensation.title", language), parent, name="compensation")
        self._language = language
        self.state = WrapLabel("", self)
        self.state.setObjectName("compensation-state")
        self.last_day = WrapLabel("", self, tone=Tone.MUTED)
        self.last_day.setObjectName("compensation-last-day")
        self.soon = WrapLabel("", self, tone=Tone.WARNING)
        self.soon.setObjectName("compensation-soon")
        self.button = Button(
            sentence("compensation.note", language), self, name="compensation-note", icon=Icon.PEN
        )
        for widget in (self.state, self.last_day, self.soon, self.button):
            self.body.addWidget(widget)
        self.button.clicked.connect(self._note)

    def show_claim(self, now: ClaimNow, *, may_write: bool) -> None:
        """Show the step, and the last day where it still counts."""
        self.state.setText(_state(now, self._language))
        words = _last_day(now, self._language)
        for label, is_shown in ((self.last_day, not now.is_soon), (self.soon, now.is_soon)):
            label.setText(words if is_shown else "")
            label.setVisible(bool(label.text()))
        self.button.setVisible(may_write)

    @Slot()
    def _note(self) -> None:
        self.note_requested.emit()


def _state(now: ClaimNow, language: str) -> str:
    if now.claim is None:
        return sentence("compensation.none", language)
    state = sentence(f"compensation-state.{now.claim.state.value}", language)
    return sentence("compensation.state", language, state=state, day=now.claim.on.isoformat())


def _last_day(now: ClaimNow, language: str) -> str:
    if now.last_day is None:
        is_over = now.claim is not None and not now.waits
        return "" if is_over else sentence("compensation.ask", language)
    day = now.last_day.isoformat()
    if now.days_left < 0:
        return sentence("compensation.past", language, day=day)
    if now.is_soon:
        return sentence("compensation.soon", language, day=day, count=now.days_left)
    return sentence("compensation.last-day", language, day=day)
