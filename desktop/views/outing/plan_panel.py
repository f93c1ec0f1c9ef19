"""Plan a visit away from the hospital: where to, who goes, who waits, from when until when."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import BugError
from desktop.messages import sentence
from desktop.records.ids import StaffId
from desktop.records.outing import AloneReason, OutingCheck, OutingPlace
from desktop.services.outings import CaseOutings
from desktop.services.plan_outing import NewOuting
from desktop.views.outing.colleague_field import ColleagueField
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.announce import announce
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.picker import Picker

TIMES = frozenset(
    {"outing.back-before-start", "outing.too-long", "outing.too-far", "outing.back-is-past"}
)
"""Refusals that are about the return; a start that is too far away is shown there too."""


class PlanPanel(TaskPanel):
    """Signals: ``plan_given(NewOuting)``."""

    plan_given = Signal(object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        title = sentence("outing.act.plan", language)
        super().__init__(title, title, parent, name="outing-plan")
        self._language = language
        self._now = now
        self._outings: CaseOutings | None = None
        self._was_asked = False
        self._offered = ("", "")
        self._build_people()
        self._build_times(now)
        self._build_checks()
        self.second.changed.connect(self._show_alone)
        self.start.edited.connect(self._move_return)

    def begin(self, outings: CaseOutings) -> None:
        """A plan of the signed-in person from now on; the rest is asked."""
        self._outings, self._was_asked = outings, False
        self.place.show_picked("")
        self.goes.set_choices([(one.staff_id, one.display_name) for one in outings.colleagues])
        self.goes.show_picked(outings.me.staff_id)
        self.second.begin(outings.colleagues)
        self.buddy.begin(outings.colleagues)
        now = self._now()
        self.start.show_moment(now)
        self.back.show_moment(now + outings.lasts)
        self._offered = self._return()
        self.checks.set_chosen(())
        self.alone.set_chosen(())
        for row in (self.place_row, self.goes_row):
            row.set_error("")
        self._show_alone()

    def focus_first(self) -> None:
        """Where it goes."""
        self.place.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Times below the return, people below who waits for the call."""
        if message_id in TIMES:
            self.back.row.set_error(words)
            self.back.time.line.setFocus()
            return True
        if message_id in ("outing.no-buddy", "outing.same-person", "outing.unknown-colleague"):
            self.buddy.refuse(words)
            return True
        return False

    def submit(self) -> None:
        """Tell the plan, or say what is missing."""
        if self._is_named() and self._has_times():
            reason = self.alone.chosen_keys()
            is_asked = not self.alone_row.isHidden() and not reason
            if is_asked and not self._was_asked:
                self._was_asked = True
                words = self._say("outing.alone-open")
                self.alone_row.set_help(words)
                self.alone.focus_first()
                announce(self.alone, words)
                return
            self.plan_given.emit(self._plan(reason))

    def _plan(self, reason: tuple[str, ...]) -> NewOuting:
        start, back, buddy = self.start.moment(), self.back.moment(), self.buddy.colleague()
        if start is None or back is None or buddy is None:
            raise BugError("a plan is told when everything is there")
        return NewOuting(
            OutingPlace(self.place.picked_key()),
            StaffId(self.goes.picked_key()),
            buddy,
            start,
            back,
            self.second.colleague(),
            frozenset(OutingCheck(key) for key in self.checks.chosen_keys()),
            AloneReason(reason[0]) if reason and not self.alone_row.isHidden() else None,
        )

    def _is_named(self) -> bool:
        """Everything but the times; the focus goes to the first that is missing."""
        wanted = self._say("outing.say-which")
        has_place = bool(self.place.picked_key())
        self.place_row.set_error("" if has_place else wanted)
        if not has_place:
            self.place.setFocus()
            return False
        return self.second.need(wanted) and self.buddy.need(self._say("outing.say-buddy"))

    def _has_times(self) -> bool:
        for field in (self.start, self.back):
            can_read, moment = field.read()
            if can_read and moment is None:
                field.row.set_error(self._say("outing.say-when"))
            if moment is None:
                field.time.line.setFocus()
                return False
        return True

    def _build_people(self) -> None:
        question = self._say("outing.where")
        places = [(one.value, self._say(f"outing-place.{one.value}")) for one in OutingPlace]
        choose = self._say("outing.choose")
        self.place = Picker(self, name="outing-place", choices=places, placeholder=choose)
        self.place_row = FieldRow(question, self.place, self, help_text=self._say("outing.kind"))
        self.goes = Picker(self, name="outing-goes")
        self.goes_row = FieldRow(self._say("outing.goes"), self.goes, self)
        self.second = ColleagueField(
            self._say("outing.second"),
            self._language,
            self,
            name="outing-second",
            can_be_nobody=True,
        )
        reasons = [
            OptionItem(one.value, self._say(f"outing-alone.{one.value}")) for one in AloneReason
        ]
        question = self._say("outing.alone")
        self.alone = OptionGroup(question, reasons, self, name="outing-alone")
        self.alone_row = FieldRow(question, self.alone, self)
        self.buddy = ColleagueField(
            self._say("outing.buddy"), self._language, self, name="outing-buddy"
        )
        for widget in (self.place_row, self.goes_row, self.second, self.alone_row, self.buddy):
            self.body.addWidget(widget)

    def _build_times(self, now: Callable[[], datetime]) -> None:
        self.start = MomentField(self._say("outing.start"), now, self, name="outing-start")
        self.back = MomentField(self._say("outing.expected"), now, self, name="outing-expected")
        self.body.addWidget(self.start)
        self.body.addWidget(self.back)

    def _build_checks(self) -> None:
        question = self._say("outing.checks")
        checks = [
            OptionItem(one.value, self._say(f"outing-check.{one.value}")) for one in OutingCheck
        ]
        self.checks = OptionGroup(question, checks, self, name="outing-checks", is_multiple=True)
        self.checks_row = FieldRow(question, self.checks, self)
        self.body.addWidget(self.checks_row)

    def _return(self) -> tuple[str, str]:
        return self.back.day.line.text(), self.back.time.line.text()

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot()
    def _show_alone(self) -> None:
        is_first = self._outings is not None and self._outings.is_first
        self.alone_row.setVisible(is_first and self.second.is_nobody)
        self.alone_row.set_help("")

    @Slot()
    def _move_return(self) -> None:
        """A return that nobody changed by hand keeps its distance from the start."""
        if self._outings is None or self._return() != self._offered:
            return
        moment = _moment_of(self.start)
        if moment is not None:
            self.back.show_moment(moment + self._outings.lasts)
            self._offered = self._return()


def _moment_of(field: MomentField) -> datetime | None:
    """What stands there, None while it cannot be read; nothing is said of it yet."""
    try:
        return field.moment()
    except NotReadable:
        return None
