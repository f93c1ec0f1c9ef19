"""Hands every change of a form to the store, and where in it the person is."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot

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
from desktop.views.journal_writer import Write
from desktop.views.saving import Saving
from desktop.views.screen import ScreenContext

POSITION_AFTER_MS = 300
"""Moving on quickly writes only the question where one stayed."""


class DraftSaving(Saving):
    """Every change of one draft, and where in it the person is.

    Signals: ``changed(Change)`` answers changed and are on their way to the store.
    """

    changed = Signal(object)

    def __init__(self, context: ScreenContext, ref: EpisodeRef, draft: DraftRef) -> None:
        super().__init__(context)
        self._ref = ref
        self._draft = draft
        self._position: ItemKey | None = None
        self._written_position: ItemKey | None = None
        self._is_over = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(POSITION_AFTER_MS)
        self._settle.timeout.connect(self._write_position)

    def keep(self, write: Write) -> None:
        """Hand over one change; none after ``stop``."""
        if not self._is_over:
            super().keep(write)

    def stop(self) -> None:
        """The draft is being discarded: a row that came after would bring it back."""
        self._settle.stop()
        self._is_over = True

    def go_on(self) -> None:
        """It was not discarded."""
        self._is_over = False

    def change(self, change: Change) -> None:
        """Keep an answer, a reason, that there is none any more, and what came with it."""
        self.keep(partial(append_change, self._context.work, self._draft, change.entries))
        self.changed.emit(change)

    def room(self, room: RoomState) -> None:
        """Keep who is in the room, with the case and with the answers."""
        self.keep(partial(_write_room, self._context.work, self._ref, self._draft, room))

    def hand_off(self, hand_off: HandOff) -> None:
        """Keep who was told about an alert, or that no one was reached."""
        self.keep(partial(append_hand_off, self._context.work, self._draft, hand_off))

    def language(self, language: str) -> None:
        """Keep the language of the interview."""
        self.keep(partial(append_language, self._context.work, self._draft, language))

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
            self.keep(write)


def _write_room(work: Work, ref: EpisodeRef, draft: DraftRef, room: RoomState) -> datetime:
    noted = note_room(
        work, ref, room.present, room.private_now, room.not_private_reason, room.interpreting
    )
    return append_room(work, draft, noted)
