"""Log an attempt: what came of it, how it was tried, when, and when to try again."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.standing import Standing
from desktop.services.log_attempt import NewAttempt
from desktop.views.person.after_outcome import AfterOutcome
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.segment import Choice, Segment

SPOKE, NOT_NOW, GONE = "spoke", "not-now", "gone"

OUTCOMES = {
    SPOKE: (
        AttemptOutcome.ENGAGED,
        AttemptOutcome.ASKED_TO_COME_BACK,
        AttemptOutcome.DECLINED_NOW,
        AttemptOutcome.DECLINED_DO_NOT_CONTACT,
    ),
    NOT_NOW: (
        AttemptOutcome.ASLEEP_OR_SEDATED,
        AttemptOutcome.IN_SURGERY_OR_IMAGING,
        AttemptOutcome.INTUBATED_OR_ICU,
        AttemptOutcome.IN_ISOLATION,
        AttemptOutcome.CAPACITY_NOT_PRESENT,
        AttemptOutcome.NO_PRIVACY,
        AttemptOutcome.POLICE_PRESENT,
        AttemptOutcome.NO_INTERPRETER,
        AttemptOutcome.GUARDIAN_ABSENT,
        AttemptOutcome.NO_ANSWER,
    ),
    GONE: (
        AttemptOutcome.DISCHARGED_BEFORE_CONTACT,
        AttemptOutcome.LEFT_AGAINST_ADVICE,
        AttemptOutcome.TRANSFERRED,
        AttemptOutcome.IN_CUSTODY,
        AttemptOutcome.ALREADY_ENROLLED,
        AttemptOutcome.NOT_THIS_PATHWAY,
        AttemptOutcome.DIED,
    ),
}
"""Outcomes by what they mean for the work: three short lists instead of one of twenty."""

_STANDING = {
    Standing.NO_CONTACT: "attempt.asked-no-contact",
    Standing.DIED: "attempt.noted-as-died",
}

NEXT_IN = {
    "half-hour": timedelta(minutes=30),
    "hour": timedelta(hours=1),
    "four-hours": timedelta(hours=4),
    "day": timedelta(days=1),
}


class AttemptPanel(TaskPanel):
    """Signals: ``attempt_given(NewAttempt)``."""

    attempt_given = Signal(object)

    def __init__(
        self,
        language: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__("", "", parent, name=name)
        self.action_text = self.tr("Save attempt")
        self._language = language
        self._now = now
        self.no_contact = MessageBar(self, name=f"{name}-no-contact", is_closable=False)
        self.body.addWidget(self.no_contact)
        self._build_mode(name)
        self.tried = MomentField(self.tr("Tried"), now, self, name=f"{name}-tried")
        self.body.addWidget(self.tried)
        self._build_outcome(name)
        self.soon = Segment(
            self.tr("Try again in"),
            [
                Choice("half-hour", self.tr("30 min")),
                Choice("hour", self.tr("1 h")),
                Choice("four-hours", self.tr("4 h")),
                Choice("day", self.tr("1 day")),
            ],
            self,
            name=f"{name}-soon",
            is_clearable=True,
        )
        self.soon_row = FieldRow(self.tr("Try again in"), self.soon, self)
        self.next_due = MomentField(self.tr("Next attempt"), now, self, name=f"{name}-next")
        self.body.addWidget(self.soon_row)
        self.body.addWidget(self.next_due)
        self.outcome.answered.connect(self._show_next)
        self.after.changed.connect(self._show_due)
        self.soon.chosen.connect(self._take_soon)
        self.next_due.edited.connect(self._forget_soon)

    def _build_outcome(self, name: str) -> None:
        self.group = Segment(
            self.tr("How did it go?"),
            [
                Choice(SPOKE, self.tr("We spoke")),
                Choice(NOT_NOW, self.tr("Not now")),
                Choice(GONE, self.tr("Not here")),
            ],
            self,
            name=f"{name}-group",
        )
        self.group_row = FieldRow(self.tr("How did it go?"), self.group, self)
        self.outcome = OptionGroup(self.tr("What came of it"), [], self, name=f"{name}-outcome")
        self.outcome_row = FieldRow(self.tr("What came of it"), self.outcome, self)
        self.outcome_row.hide()
        self.body.addWidget(self.group_row)
        self.body.addWidget(self.outcome_row)
        self.after = AfterOutcome(self._language, self, name=name)
        self.body.addWidget(self.after)
        self.group.chosen.connect(self._show_outcomes)

    def _build_mode(self, name: str) -> None:
        modes = [
            Choice(mode.value, sentence(f"attempt-mode.{mode.value}", self._language))
            for mode in AttemptMode
        ]
        self.mode = Segment(self.tr("How it was tried"), modes, self, name=f"{name}-mode")
        self.mode_row = FieldRow(self.tr("How it was tried"), self.mode, self)
        self.body.addWidget(self.mode_row)

    def begin(
        self, alias: str, standing: Standing | None = None, *, wishes_elsewhere: bool = False
    ) -> None:
        """Empty the panel for a person; the time is now. ``standing`` is what holds until the
        person is spoken with again, ``wishes_elsewhere`` that they asked in another case."""
        self.no_contact.clear()
        self.after.standing = standing
        if standing is not None:
            self.no_contact.show_message(Tone.WARNING, self._say(_STANDING[standing]))
        elif wishes_elsewhere:
            self.no_contact.show_message(Tone.WARNING, self._say("attempt.asked-elsewhere"))
        self._show_next(())
        self.set_title(self.tr("Log attempt: {alias}").format(alias=alias))
        self.group.set_chosen("")
        self.outcome.set_options([])
        self.outcome_row.hide()
        self.mode.set_chosen("")
        self.soon.set_chosen("")
        self.tried.show_moment(self._now())
        self.next_due.show_moment(None)
        for row in (self.group_row, self.outcome_row, self.mode_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The first choice."""
        self.mode.button(AttemptMode.BEDSIDE).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; False when it is about none."""
        fields = {"attempt.in-future": self.tried, "attempt.next-before-try": self.next_due}
        if message_id not in fields:
            return False
        fields[message_id].row.set_error(words)
        fields[message_id].setFocus()
        return True

    def submit(self) -> None:
        """Tell the attempt when everything that is needed is there."""
        outcome = next(iter(self.outcome.chosen_keys()), "")
        mode = self.mode.chosen_key()
        choose = self.tr("Choose one.")
        self.group_row.set_error("" if self.group.chosen_key() else choose)
        self.outcome_row.set_error("" if outcome or not self.group.chosen_key() else choose)
        self.mode_row.set_error("" if mode else choose)
        tried_ok, tried_at = self.tried.read()
        next_ok, next_due = self.next_due.read()
        if not mode:
            self.focus_first()
        elif not self.group.chosen_key():
            self.group.button(SPOKE).setFocus()
        elif not outcome:
            self.outcome.focus_first()
        elif tried_ok and next_ok:
            attempt = NewAttempt(
                AttemptMode(mode),
                AttemptOutcome(outcome),
                tried_at,
                next_due,
                self.after.may_call_later,
            )
            self.attempt_given.emit(attempt)

    @Slot(str)
    def _show_outcomes(self, group: str) -> None:
        words = self._language
        self.outcome.set_options(
            [
                OptionItem(one.value, sentence(f"attempt-outcome.{one.value}", words))
                for one in OUTCOMES[group]
            ]
        )
        self.outcome.set_chosen(())
        self._show_next(())
        self.outcome_row.show()
        self.group_row.set_error("")

    @Slot(object)
    def _show_next(self, outcomes: tuple[str, ...]) -> None:
        self.after.show_outcome(AttemptOutcome(outcomes[0]) if outcomes else None)
        self._show_due()

    @Slot()
    def _show_due(self) -> None:
        """Who asked for no more contact, or died, is not due again: nothing is to be filled in."""
        is_due = self.after.is_due
        self.soon_row.setVisible(is_due)
        self.next_due.setVisible(is_due)
        if not is_due:
            self.soon.set_chosen("")
            self.next_due.show_moment(None)

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot(str)
    def _take_soon(self, key: str) -> None:
        self.next_due.show_moment(self._now() + NEXT_IN[key] if key else None)

    @Slot()
    def _forget_soon(self) -> None:
        self.soon.set_chosen("")
