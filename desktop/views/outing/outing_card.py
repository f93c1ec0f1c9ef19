"""The visit of a case away from the hospital on its page: where it stands, and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.outing import OutingState
from desktop.services.outings import CaseOutings
from desktop.views.outing.outing_words import ended_lines, late_line, open_lines
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class OutingAct(StrEnum):
    """One thing that can be done with a visit, in the order of a visit."""

    PLAN = "plan"
    LEAVE = "leave"
    CALL = "call"
    REACHED = "reached"
    BACK = "back"
    CHANGE = "change"


_ICONS = {
    OutingAct.PLAN: Icon.CALENDAR,
    OutingAct.LEAVE: Icon.ARROW_RIGHT,
    OutingAct.CALL: Icon.PHONE,
    OutingAct.REACHED: Icon.PHONE,
    OutingAct.BACK: Icon.CHECK,
    OutingAct.CHANGE: Icon.PEN,
}


@dataclass(frozen=True, slots=True)
class OutingCardState:
    """``late`` is "" while nobody is missed; ``acts`` in the order of their buttons."""

    lines: tuple[str, ...]
    late: str
    acts: tuple[OutingAct, ...]


class OutingCard(Panel):
    """Signals: ``act_requested(OutingAct)``."""

    act_requested = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("outing.title", language), parent, name="person-outing")
        self.late = MessageBar(self, name="person-outing-late", is_closable=False)
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-outing-words")
        self._buttons = {act: self._button(act, language) for act in OutingAct}
        self._flow = ButtonFlow(tuple(self._buttons.values()), self)
        for part in (self.late, self.words, self._flow):
            self.body.addWidget(part)

    def show_state(self, state: OutingCardState) -> None:
        """Show where it stands; a card without words and acts is not there."""
        self.words.setText("\n".join(state.lines))
        if state.late:
            self.late.show_message(Tone.DANGER, state.late, icon=Icon.CLOCK, is_spoken=False)
        else:
            self.late.clear()
        for act, button in self._buttons.items():
            button.setVisible(act in state.acts)
        self._flow.setVisible(bool(state.acts))
        self._flow.arrange()
        self.setVisible(bool(state.lines))

    def _button(self, act: OutingAct, language: str) -> Button:
        words = sentence(f"outing.act.{act.value}", language)
        button = Button(words, self, name=f"person-outing-{act.value}", icon=_ICONS[act])
        button.clicked.connect(self._press)
        return button

    @Slot()
    def _press(self) -> None:
        pressed = self.sender()
        act = next(one for one, button in self._buttons.items() if button is pressed)
        self.act_requested.emit(act)


def outing_card_state(
    outings: CaseOutings, now: datetime, language: str, *, can_plan: bool, is_here: bool
) -> OutingCardState:
    """``can_plan`` is False in a closed case; nothing is noted of one at another workstation."""
    last = ended_lines(outings.ended, now, language)
    line = outings.open
    if line is None:
        if not can_plan or not is_here:
            return OutingCardState(last, "", ())
        return OutingCardState((sentence("outing.none", language), *last), "", (OutingAct.PLAN,))
    is_late = line.outing.is_late(now, outings.grace)
    late = late_line(line, now, language) if is_late else ""
    acts = _acts(line.outing.state, is_late=is_late) if is_here else ()
    return OutingCardState((*open_lines(line, now, language), *last), late, acts)


def _acts(state: OutingState, *, is_late: bool) -> tuple[OutingAct, ...]:
    if is_late and state is OutingState.PLANNED:
        return (OutingAct.REACHED, OutingAct.BACK, OutingAct.CHANGE)
    if is_late:
        return (OutingAct.REACHED, OutingAct.BACK)
    if state is OutingState.PLANNED:
        return (OutingAct.LEAVE, OutingAct.CHANGE)
    return (OutingAct.CALL, OutingAct.BACK)
