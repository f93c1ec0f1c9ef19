"""Somebody who was missed is safe: reached, and due back when, or back already."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.late_outings import LateOuting
from desktop.views.outing.outing_words import late_words, name_words
from desktop.views.outing.plan_panel import TIMES
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.wrap_label import WrapLabel


class SafePanel(TaskPanel):
    """Signals: ``reached_given(at, expected_back)``; ``back_given(at)``."""

    reached_given = Signal(object, object)
    back_given = Signal(object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, name="outing-safe")
        self._language = language
        self._now = now
        self.action_text = self._say("outing.act.reached")
        self.other_text = self._say("outing.safe-back")
        self.words = WrapLabel("", self)
        self.at = MomentField(self._say("outing.at.reached"), now, self, name="outing-safe-at")
        self.due = MomentField(self._say("outing.expected"), now, self, name="outing-safe-due")
        for widget in (self.words, self.at, self.due):
            self.body.addWidget(widget)

    def begin(self, row: LateOuting, lasts: timedelta) -> None:
        """Ask about this visit: reached now, and back after the usual length."""
        now = self._now()
        self.set_title(name_words(row.goes, self._language))
        self.words.setText(late_words(row, now, self._language))
        self.at.show_moment(now)
        self.due.show_moment(now + lasts)

    def focus_first(self) -> None:
        """The time: the day is mostly today."""
        self.at.time.line.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused time is said below it."""
        if message_id in TIMES:
            field = self.due
        elif message_id in ("outing.in-future", "outing.too-early"):
            field = self.at
        else:
            return False
        field.row.set_error(words)
        field.time.line.setFocus()
        return True

    def submit(self) -> None:
        """They were reached, and are still out."""
        at = self._read(self.at)
        due = self._read(self.due) if at is not None else None
        if at is not None and due is not None:
            self.reached_given.emit(at, due)

    def submit_other(self) -> None:
        """They are back."""
        at = self._read(self.at)
        if at is not None:
            self.back_given.emit(at)

    def _read(self, field: MomentField) -> datetime | None:
        can_read, moment = field.read()
        if can_read and moment is None:
            field.row.set_error(self._say("outing.say-when"))
        if moment is None:
            field.time.line.setFocus()
        return moment

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)
