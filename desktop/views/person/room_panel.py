"""Before you start: who is here, whether it is private, whether the person can decide now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.records.interpreting import Interpreting
from desktop.records.room import (
    CapacityBy,
    CapacityReason,
    CapacityResult,
    Presence,
    RoomState,
)
from desktop.views.person.capacity_fields import CapacityFields
from desktop.views.person.interpreter_fields import InterpreterFields
from desktop.views.person.moment_field import MomentField
from desktop.views.person.presence_chips import NOBODY, PresenceChips
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class RoomGiven:
    """What was noted; ``present`` None when nothing was said about the room."""

    present: frozenset[Presence] | None
    private_now: bool | None
    capacity: CapacityResult | None
    recheck_due: datetime | None
    interpreting: Interpreting | None = None
    judged_by: CapacityBy | None = None
    capacity_reason: CapacityReason | None = None


class RoomPanel(TaskPanel):
    """Signals: ``room_given(RoomGiven)``."""

    room_given = Signal(object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, name="room")
        self._language = language
        self._needs_all = False
        self.hint = WrapLabel(
            self.tr("To start without noting this, open the step itself."), self, tone=Tone.MUTED
        )
        self.body.addWidget(self.hint)
        self._build_room()
        self._build_capacity()
        self.capacity_fields = CapacityFields(language, self)
        self.body.addWidget(self.capacity_fields)
        question = self.tr("Check again")
        self.recheck = MomentField(question, now, self, name="room-recheck")
        self.body.addWidget(self.recheck)

    def _build_room(self) -> None:
        question = self.tr("Who else is here?")
        self.present = PresenceChips(question, self._language, self, name="room-present")
        self.present_row = FieldRow(question, self.present, self)
        question = self.tr("Is it private now?")
        self.private = Segment(
            question,
            [
                Choice(YES, self.tr("Yes"), Icon.DOOR_CLOSED, Tone.PRIVATE),
                Choice(NO, self.tr("No"), Icon.USERS),
            ],
            self,
            name="room-private",
            is_clearable=True,
        )
        self.private_row = FieldRow(question, self.private, self)
        self.interpreter = InterpreterFields(self._language, self)
        self.body.addWidget(self.present_row)
        self.body.addWidget(self.private_row)
        self.body.addWidget(self.interpreter)

    def _build_capacity(self) -> None:
        question = self.tr("Can the person decide now?")
        words = {
            CapacityResult.PRESENT: self.tr("Yes"),
            CapacityResult.ABSENT: self.tr("No"),
            CapacityResult.UNCERTAIN: self.tr("Not sure"),
        }
        self.capacity = Segment(
            question,
            [Choice(result.value, text) for result, text in words.items()],
            self,
            name="room-capacity",
            is_clearable=True,
        )
        self.capacity_row = FieldRow(
            question,
            self.capacity,
            self,
            help_text=self.tr("Understands, weighs it, and tells a choice. It can change."),
        )
        self.body.addWidget(self.capacity_row)
        self.capacity.chosen.connect(self._show_recheck)

    def begin(self, room: RoomState | None, start_text: str = "") -> None:
        """Show what is noted; ``start_text`` words the button that goes on to the interview.

        Whether the person can decide is asked anew each time: an old yes is not a yes now.
        """
        self._needs_all = bool(start_text)
        self.set_title(self.tr("Before you start") if start_text else self.tr("Room and capacity"))
        self.action_text = start_text or self.tr("Save")
        self.hint.setVisible(bool(start_text))
        self.present.show_present(room.present if room else None)
        private = room.private_now if room else None
        self.private.set_chosen("" if private is None else (YES if private else NO))
        self.interpreter.show_interpreting(room.interpreting if room else None)
        self.capacity.set_chosen("")
        self.capacity_fields.clear()
        self.recheck.show_moment(None)
        self._show_recheck("")
        for row in (self.present_row, self.private_row, self.capacity_row):
            row.set_error("")

    def focus_first(self) -> None:
        """Who is here."""
        self.present.chip(NOBODY).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; False when it is about none."""
        if message_id != "capacity.recheck-in-past":
            return False
        self.recheck.row.set_error(words)
        self.recheck.setFocus()
        return True

    def submit(self) -> None:
        """Tell what was noted when it is enough."""
        present = self.present.present()
        private, capacity = self.private.chosen_key(), self.capacity.chosen_key()
        interpreting = self.interpreter.interpreting()
        has_room = bool(present is not None or private or interpreting)
        needs_room = self._needs_all or has_room or not capacity
        needs_capacity = self._needs_all
        missing = self.tr("Answer this one.")
        self.present_row.set_error(missing if needs_room and present is None else "")
        self.private_row.set_error(missing if needs_room and not private else "")
        self.capacity_row.set_error(missing if needs_capacity and not capacity else "")
        if self._focus_problem():
            return
        can_read, recheck = self.recheck.read() if self._asks_recheck() else (True, None)
        if can_read:
            given = RoomGiven(
                present,
                private == YES if private else None,
                CapacityResult(capacity) if capacity else None,
                recheck,
                interpreting,
                self.capacity_fields.judged_by() if self._asks_recheck() else None,
                self.capacity_fields.reason() if self._asks_recheck() else None,
            )
            self.room_given.emit(given)

    def _focus_problem(self) -> bool:
        for row, control in (
            (self.present_row, self.present.chip(NOBODY)),
            (self.private_row, self.private.button(YES)),
            (self.capacity_row, self.capacity.button(CapacityResult.PRESENT.value)),
        ):
            if row.error:
                control.setFocus()
                return True
        return False

    def _asks_recheck(self) -> bool:
        return self.capacity.chosen_key() not in ("", CapacityResult.PRESENT.value)

    @Slot(str)
    def _show_recheck(self, _key: str) -> None:
        self.recheck.setVisible(self._asks_recheck())
        self.capacity_fields.setVisible(self._asks_recheck())
