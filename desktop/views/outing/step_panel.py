"""One step of a visit with its time, and when they are expected back from then on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.outing import Outing
from desktop.services.outings import CaseOutings
from desktop.views.outing.outing_card import OutingAct
from desktop.views.outing.plan_panel import TIMES
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.wrap_label import WrapLabel


class StepPanel(TaskPanel):
    """Leaving, a call, being reached, or another time of the plan; the plan is cancelled here.

    Signals: ``step_given(OutingAct, at, expected_back)``; ``cancel_given()`` nobody goes.
    """

    step_given = Signal(object, object, object)
    cancel_given = Signal()

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, name="outing-step")
        self._language = language
        self._now = now
        self._act = OutingAct.LEAVE
        self.hint = WrapLabel("", self, tone=Tone.MUTED)
        self.at = MomentField(sentence("outing.when", language), now, self, name="outing-at")
        self.back = MomentField(sentence("outing.expected", language), now, self, name="outing-due")
        for widget in (self.hint, self.at, self.back):
            self.body.addWidget(widget)

    def begin(self, act: OutingAct, outing: Outing, outings: CaseOutings) -> None:
        """Ask for this step: now, and back as planned or after the usual length."""
        self._act = act
        words = sentence(f"outing.do.{act.value}", self._language)
        self.set_title(words)
        self.action_text = words
        is_change = act is OutingAct.CHANGE
        self.other_text = sentence("outing.cancel", self._language) if is_change else ""
        self.hint.setText(sentence(f"outing.hint.{act.value}", self._language))
        self.at.row.set_label(sentence(f"outing.at.{act.value}", self._language))
        now = self._now()
        self.at.show_moment(outing.start if is_change else now)
        self.back.show_moment(_due(act, outing, outings, now))

    def focus_first(self) -> None:
        """The time: the day is mostly today."""
        self.at.time.line.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused time is said below it."""
        if message_id in TIMES:
            self.back.row.set_error(words)
            self.back.time.line.setFocus()
            return True
        if message_id in ("outing.in-future", "outing.too-early"):
            self.at.row.set_error(words)
            self.at.time.line.setFocus()
            return True
        return False

    def submit(self) -> None:
        """Tell the step, or say what is missing."""
        moments = []
        for field in (self.at, self.back):
            can_read, moment = field.read()
            if can_read and moment is None:
                field.row.set_error(sentence("outing.say-when", self._language))
            if moment is None:
                field.time.line.setFocus()
                return
            moments.append(moment)
        self.step_given.emit(self._act, *moments)

    def submit_other(self) -> None:
        """Nobody goes."""
        if self._act is OutingAct.CHANGE:
            self.cancel_given.emit()


def _due(act: OutingAct, outing: Outing, outings: CaseOutings, now: datetime) -> datetime:
    """What a step starts from: the planned length from leaving on, else the time that stands, or
    the usual length once that is over."""
    if act is OutingAct.LEAVE:
        return now + (outing.expected_back - outing.start)
    if act is OutingAct.CHANGE or outing.expected_back > now:
        return outing.expected_back
    return now + outings.lasts
