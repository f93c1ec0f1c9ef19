"""An open alert: what to do, who was told, how, when, what they said. It cannot be closed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.site_contact import SiteContact
from desktop.views.interview.hand_off_form import HandOffForm
from desktop.views.interview.interview_state import AlertState
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class AlertPanel(QWidget):
    """Whole where the question stands, one red line elsewhere, one green line once told.

    Visitors may read it, so what it is about stays folded until staff open it, and folds again
    when its page is left.

    Signals: ``hand_off_recorded(code, entry)`` a HandOffEntry; ``no_one_reached(code, entry)``;
    ``open_requested(code)`` the red line was pressed.
    """

    hand_off_recorded = Signal(str, object)
    no_one_reached = Signal(str, object)
    open_requested = Signal(str)

    def __init__(
        self,
        state: AlertState,
        contacts: tuple[SiteContact, ...],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self.setObjectName(f"alert-{state.code}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = MessageBar(self, name=f"alert-{state.code}-line", is_closable=False)
        self.line.action_requested.connect(self._open)
        self.panel = Surface(Ground.DANGER, self)
        self.form = HandOffForm(contacts, now, self.panel, name=f"alert-{state.code}")
        self._lay_out()
        column.addWidget(self.line)
        column.addWidget(self.panel)
        self.form.recorded.connect(self._recorded)
        self.form.not_reached.connect(self._not_reached)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        box.setSpacing(Space.L)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        icon = IconLabel(State.DANGER, self.panel, tone=Tone.DANGER, size=IconSize.LARGE)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        self.title = WrapLabel("", self.panel, style=TextStyle.TITLE, tone=Tone.DANGER)
        self.text = WrapLabel("", self.panel, style=TextStyle.ROW)
        self.detail = WrapLabel("", self.panel, tone=Tone.MUTED)
        self.about_button = Button(
            self.tr("What it is about"),
            self.panel,
            name=f"{self.objectName()}-about",
            role=ButtonRole.LINK,
            icon=Icon.EYE,
            is_toggle=True,
        )
        self.about = WrapLabel("", self.panel, style=TextStyle.ROW_STRONG)
        self.about.hide()
        self.about_button.toggled.connect(self._show_about)
        for label in (self.title, self.text, self.detail):
            words.addWidget(label)
        words.addWidget(self.about_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        box.addLayout(head)
        box.addWidget(self.form)
        self.tries = WrapLabel("", self.panel, tone=Tone.MUTED)
        tries = QHBoxLayout()
        tries.setSpacing(Space.S)
        tries.addWidget(IconLabel(Icon.HISTORY, self.panel, tone=Tone.MUTED))
        tries.addWidget(self.tries, 1)
        box.addLayout(tries)

    @property
    def state(self) -> AlertState:
        """What it shows."""
        return self._state

    def show_alert(self, state: AlertState, *, is_new: bool) -> None:
        """Show the alert; a new one is announced once and takes the focus."""
        self._state = state
        self.panel.setVisible(state.is_open and state.is_here)
        self.title.setText(state.title)
        self.text.setText(state.what_to_do)
        self.detail.setText(state.detail)
        self.detail.setVisible(bool(state.detail))
        self.about.setText(state.about)
        if not state.is_here:
            self.about_button.setChecked(False)
        each = self.tr("Each attempt is kept with its time and who was called.")
        self.tries.setText("\n".join(state.tries) or each)
        if not state.is_open:
            self.line.show_message(Tone.SUCCESS, state.told, is_spoken=False)
        elif not state.is_here:
            action = (("open", self.tr("Go to the hand-off")),)
            words = state.waiting or self.tr("Hand-off open. Complete waits for it.")
            self.line.show_message(
                Tone.DANGER, words, title=state.title, actions=action, is_spoken=False
            )
        else:
            self.line.clear()
        if is_new and state.is_open and state.is_here:
            announce(self, f"{state.title}. {state.what_to_do}", is_urgent=True)
            self.form.focus_first()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the fields below each other when narrow."""
        self.form.set_stacked(is_stacked)

    @Slot(bool)
    def _show_about(self, is_open: bool) -> None:
        self.about.setVisible(is_open)
        self.about_button.set_icon(Icon.EYE_OFF if is_open else Icon.EYE)
        if is_open:
            announce(self, self._state.about)

    @Slot(object)
    def _recorded(self, entry: object) -> None:
        self.hand_off_recorded.emit(self._state.code, entry)

    @Slot(object)
    def _not_reached(self, entry: object) -> None:
        self.no_one_reached.emit(self._state.code, entry)

    @Slot(str)
    def _open(self, _key: str) -> None:
        self.open_requested.emit(self._state.code)
