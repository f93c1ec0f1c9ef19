"""Gives a packet out of the composer: to the desk, to a printer here, to a file that was asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import KnownError
from desktop.records.packet_record import PLANS, PacketChoices, PacketRecord
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import EpisodeRef
from desktop.services.print_packet_here import print_packet_here
from desktop.services.save_packet_here import save_packet_here
from desktop.services.send_packet import send_packet
from desktop.views.confirming import confirm_then
from desktop.views.packet.packet_view import PacketView
from desktop.views.packet.part_words import PartWords
from desktop.views.packet.save_file_dialog import SaveFileDialog
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

T = TypeVar("T")
NAME_ASKED = "confidential.name-on-paper"
"""The refusal that a confirmation lifts."""


class HandOver(QObject):
    """Signals: ``busy_changed(is_busy)``; ``sent(PacketChoices)`` the desk has these;
    ``printed()`` it was printed or saved here."""

    busy_changed = Signal(bool)
    sent = Signal(object)
    printed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PacketView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._words = PartWords(context.language, self)
        self._saving: PacketChoices | None = None
        self._again: Callable[[], None] | None = None
        view.name_confirm.confirmed.connect(self._name_confirmed)
        view.name_confirm.cancelled.connect(self._name_kept)

    def send(self, choices: PacketChoices, *, name_confirmed: bool = False) -> None:
        """To the packet desk."""
        self._again = partial(self.send, choices, name_confirmed=True)
        work = partial(
            send_packet, self._context.work, self._ref, choices, name_confirmed=name_confirmed
        )
        self._act(work, partial(self._was_sent, choices), self.tr("Sending to the desk"))

    def print_here(
        self, choices: PacketChoices, queue: str, *, name_confirmed: bool = False
    ) -> None:
        """To a printer of this computer."""
        self._again = partial(self.print_here, choices, queue, name_confirmed=True)
        work = partial(
            print_packet_here,
            self._context.work,
            self._ref,
            choices,
            queue,
            name_confirmed=name_confirmed,
        )
        self._act(work, partial(self._was_printed, queue), self.tr("Printing"))

    def ask_path(self, choices: PacketChoices) -> None:
        """To a file, once the password is given and its place chosen in the system's dialog."""
        self._saving = choices
        confirm_then(self._context, ConfirmedAct.EXPORT, self._open_dialog)

    def _open_dialog(self) -> None:
        dialog = SaveFileDialog(self._view, name="packet-save-dialog")
        dialog.path_chosen.connect(self._save)
        dialog.open()

    @Slot(object)
    def _save(self, path: Path, *, name_confirmed: bool = False) -> None:
        if self._saving is not None:
            self._again = partial(self._save, path, name_confirmed=True)
            work = partial(
                save_packet_here,
                self._context.work,
                self._ref,
                self._saving,
                path,
                name_confirmed=name_confirmed,
            )
            self._act(work, self._was_saved, self.tr("Saving the file"))

    def _was_sent(self, choices: PacketChoices, record: PacketRecord) -> None:
        words = self.tr("Sent. The desk sees it now.")
        left_out = self._words.left_out(PLANS & (choices.parts - record.choices.parts))
        words = f"{words} {left_out}".rstrip()
        self._acted(words)
        self.sent.emit(choices)

    def _was_printed(self, queue: str, _job_id: str) -> None:
        self._acted(self.tr("Printed on {queue}.").format(queue=queue))
        self.printed.emit()

    def _was_saved(self, _record: PacketRecord) -> None:
        self._acted(self.tr("Saved as a file. Delete it once it is printed."))
        self.printed.emit()

    def _acted(self, words: str) -> None:
        self._rest()
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._context.navigator.saved(self._context.work.clock.now())

    def _act(self, work: Callable[[], T], done: Callable[[T], None], what: str) -> None:
        self.busy_changed.emit(True)
        self._view.busy.start(what)
        self._context.runner.run(self, work, done=done, failed=self._refused, label="packet")

    def _refused(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, KnownError) and error.message_id == NAME_ASKED:
            self._view.ask_name()
        else:
            self._context.navigator.fail(error)

    @Slot()
    def _name_confirmed(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            again()

    @Slot()
    def _name_kept(self) -> None:
        self._again = None
        self._view.focus_again()

    def _rest(self) -> None:
        self._view.busy.stop()
        self.busy_changed.emit(False)
