"""Hands every change of a draft to the store, says what is saved, tries again when it is not."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.session import Change, ItemKey
from desktop.records.alert import HandOff
from desktop.records.room import RoomState
from desktop.services.append_to_draft import (
    append_change,
    append_hand_off,
    append_language,
    append_position,
    append_room,
)
from desktop.services.note_room import note_room
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.work import Work
from desktop.views.interview.journal_writer import JournalWriter, Write
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

RETRY_AFTER_MS = 5_000
POSITION_AFTER_MS = 300
"""Moving on quickly writes only the question where one stayed."""


class DraftSaving(QObject):
    """Writes in the order of the changes, never on the GUI thread.

    "Saved" is said only when the store took everything; after a failure the entries stay in
    memory and are tried again with the next change, and every five seconds. It outlives its
    screen until nothing waits: what was typed last is told of, and tried again, all the same.
    """

    def __init__(
        self, context: ScreenContext, ref: EpisodeRef, draft: DraftRef, view: QWidget
    ) -> None:
        super().__init__(context.runner)
        self.writer = JournalWriter()
        self._context = context
        self._ref = ref
        self._draft = draft
        self._is_left = False
        self._is_failing = False
        self._position: ItemKey | None = None
        self._written_position: ItemKey | None = None
        self._retry = self._timer(RETRY_AFTER_MS, self._write_again)
        self._settle = self._timer(POSITION_AFTER_MS, self._write_position)
        view.destroyed.connect(self._screen_left)

    def _timer(self, after_ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer

    @property
    def unsaved_count(self) -> int:
        """How many changes the store has not taken yet."""
        return self.writer.waiting

    @property
    def is_failing(self) -> bool:
        """Whether the store refused changes that only memory holds now."""
        return self._is_failing

    def change(self, change: Change) -> None:
        """Keep an answer, a reason, that there is none any more, and what came with it."""
        self._add(partial(append_change, self._context.work, self._draft, change.entries))

    def room(self, room: RoomState) -> None:
        """Keep who is in the room, with the case and with the answers."""
        self._add(partial(_write_room, self._context.work, self._ref, self._draft, room))

    def hand_off(self, hand_off: HandOff) -> None:
        """Keep who was told about an alert, or that no one was reached."""
        self._add(partial(append_hand_off, self._context.work, self._draft, hand_off))

    def language(self, language: str) -> None:
        """Keep the language of the interview."""
        self._add(partial(append_language, self._context.work, self._draft, language))

    def position(self, key: ItemKey) -> None:
        """Keep where the person is, once they stay there for a moment."""
        self._position = key
        self._settle.start()

    def start_at(self, key: ItemKey | None) -> None:
        """The place that the draft already has."""
        self._position = self._written_position = key

    def flush(self) -> None:
        """Hand over what still waits for a moment of quiet."""
        if self._settle.isActive():
            self._settle.stop()
            self._write_position()

    @Slot()
    def _write_position(self) -> None:
        if self._position is not None and self._position != self._written_position:
            self._written_position = self._position
            write = partial(append_position, self._context.work, self._draft, self._position)
            self._add(write)

    def _add(self, write: Write) -> None:
        self.writer.add(write)
        if not self._is_failing:
            self._context.navigator.saving()
        self._write_again()

    @Slot()
    def _write_again(self) -> None:
        self._context.runner.run(
            self,
            self.writer.write_all,
            done=self._written,
            failed=self._not_written,
            label="draft",
        )

    def _written(self, at: datetime | None) -> None:
        if at is not None and not self.writer.waiting:
            self._tell_saved(at)
        self._end_if_left()

    def _tell_saved(self, at: datetime) -> None:
        self._context.navigator.saved(at)
        if self._is_failing:
            self._is_failing = False
            self._retry.stop()
            words = self.tr("Saved again. Nothing was lost.")
            self._context.navigator.say(Message(Tone.SUCCESS, words))

    def _not_written(self, error: Exception) -> None:
        if not self._is_failing:
            self._is_failing = True
            self._context.navigator.not_saved(error)
        self._retry.start()

    @Slot()
    def _screen_left(self) -> None:
        self._is_left = True
        self._end_if_left()

    def _end_if_left(self) -> None:
        if self._is_left and not self.writer.waiting:
            self.deleteLater()


def _write_room(work: Work, ref: EpisodeRef, draft: DraftRef, room: RoomState) -> datetime:
    noted = note_room(work, ref, room.present, room.private_now, room.not_private_reason)
    return append_room(work, draft, noted)
