"""Drives the packet desk: reads the lists, opens pages, prints, saves on request, sends back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.background.progress import Progress, Step
from desktop.background.runner import Task
from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.records.ids import PacketId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.hand_over_packet import hand_over_packet
from desktop.services.open_packet import open_packet
from desktop.services.print_packet import PrintMark, print_packet
from desktop.services.read_packet_desk import DeskRow, PacketDesk, read_packet_desk
from desktop.services.refuse_packet import PacketRefusal, refuse_packet
from desktop.services.save_packet_file import save_packet_file
from desktop.services.work import Work
from desktop.views.confirming import confirm_then
from desktop.views.packet.make_pages import picture_pages
from desktop.views.packet.queue_words import first_ready
from desktop.views.packet.save_file_dialog import SaveFileDialog
from desktop.views.packet_desk.desk_states import (
    DeskState,
    OpenedPacket,
    first_to_open,
    unasked,
)
from desktop.views.packet_desk.packet_desk_view import PacketDeskView
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

T = TypeVar("T")


def open_pages(work: Work, packet_id: PacketId, dpi: int, progress: Progress) -> OpenedPacket:
    """Open one packet and picture each page (on the worker)."""
    content = open_packet(work, packet_id)
    return OpenedPacket(packet_id, picture_pages(work, content.pdf, content.pages, dpi, progress))


class PacketDeskController(QObject):
    """The packet desk; nothing else of a record is within its reach."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._state: DeskState | None = None
        self._opening: Task | None = None
        self._saving: DeskRow | None = None
        self._wants_focus = True
        self._view = PacketDeskView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        view, actions = self._view, self._view.actions_bar
        view.packet_chosen.connect(self._choose)
        view.printers.queue_chosen.connect(self._choose_queue)
        view.refusing.refused.connect(self._refuse)
        view.refusing.cancelled.connect(self._keep)
        view.handing.handed_over.connect(self._hand_over)
        view.handing.cancelled.connect(self._keep)
        actions.refresh_requested.connect(self.refresh)
        actions.refuse_requested.connect(self._ask_reason)
        actions.hand_over_requested.connect(self._ask_handed_over)
        actions.file_requested.connect(self._ask_path)
        actions.print_requested.connect(self._print)

    @property
    def view(self) -> PacketDeskView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the lists; the window's title names nobody."""
        self._context.navigator.set_title(self.tr("Packet desk"))
        self.refresh()

    def flush(self) -> None:
        """Nothing is typed here."""

    @Slot()
    def refresh(self) -> None:
        """Read the lists again."""
        self._run(partial(read_packet_desk, self._context.work), self._read)

    def _read(self, desk: PacketDesk) -> None:
        now = self._context.work.clock.now()
        self._context.navigator.set_badge("packets", len(desk.ready))
        old = self._state or DeskState(desk, now)
        state = replace(
            old, desk=desk, now=now, queue=first_ready(desk.queues, old.queue), is_busy=False
        )
        if state.row is None:
            state = unasked(replace(state, chosen=None, opened=None, problem=""))
        self._show(state)
        first = first_to_open(desk)
        if state.chosen is None and first is not None:
            self._choose(first)
        if self._wants_focus:
            self._wants_focus = False
            self._view.focus_ready()

    @Slot(str)
    def _choose(self, packet_id: str) -> None:
        chosen = PacketId(packet_id)
        if self._opening is not None:
            self._opening.cancel()
        state = self._need_state()
        self._show(unasked(replace(state, chosen=chosen, opened=None, problem="")))
        self._opening = self._context.runner.run_with_progress(
            self._view,
            partial(open_pages, self._context.work, chosen, self._view.page_dpi()),
            done=self._opened,
            failed=partial(self._not_opened, chosen),
            progressed=self._step,
            label="packet pages",
        )

    def _opened(self, opened: OpenedPacket) -> None:
        self._opening = None
        if opened.packet_id == self._need_state().chosen:
            self._show(replace(self._need_state(), opened=opened))

    def _not_opened(self, packet_id: PacketId, error: Exception) -> None:
        if packet_id != self._need_state().chosen:
            return
        if not isinstance(error, KnownError):
            self._context.navigator.fail(error)
            error = KnownError("shell.our-mistake")
        words = explain(error, self._context.language)
        self._show(replace(self._need_state(), problem=words))

    def _step(self, step: Step) -> None:
        self._view.show_step(step.done, step.total)

    @Slot(str)
    def _choose_queue(self, queue: str) -> None:
        state = self._need_state()
        self._show(replace(state, queue=first_ready(state.desk.queues, queue)))

    @Slot()
    def _print(self) -> None:
        state, row = self._need_state(), self._need_row()
        work = partial(print_packet, self._context.work, row.packet_id, state.queue)
        self._act(work, partial(self._printed, row.mark), self.tr("Printing"))

    def _printed(self, mark: str, printed: PrintMark) -> None:
        time = printed.at.astimezone().strftime("%H:%M")
        words = self.tr("Printed at {time} on {queue}. Mark {mark}.")
        self._acted(words.format(time=time, queue=printed.queue, mark=mark))

    @Slot()
    def _ask_path(self) -> None:
        self._saving = self._need_row()
        confirm_then(self._context, ConfirmedAct.EXPORT, self._open_dialog)

    def _open_dialog(self) -> None:
        dialog = SaveFileDialog(self._view, name="desk-save-dialog")
        dialog.path_chosen.connect(self._save)
        dialog.open()

    @Slot(object)
    def _save(self, path: Path) -> None:
        if self._saving is not None:
            row, self._saving = self._saving, None
            work = partial(save_packet_file, self._context.work, row.packet_id, path)
            self._act(work, partial(self._saved, row.mark), self.tr("Saving the file"))

    def _saved(self, mark: str, _saved: PrintMark) -> None:
        words = self.tr("Saved as a file. Mark {mark}. Delete the file once it is printed.")
        self._acted(words.format(mark=mark))

    @Slot()
    def _ask_reason(self) -> None:
        self._show(replace(self._need_state(), is_refusing=True))

    @Slot()
    def _ask_handed_over(self) -> None:
        self._show(replace(self._need_state(), is_handing_over=True))

    @Slot()
    def _hand_over(self) -> None:
        row = self._need_row()
        work = partial(hand_over_packet, self._context.work, row.packet_id)
        self._act(work, partial(self._handed_over, row.alias), self.tr("Destroying the copy"))

    def _handed_over(self, alias: str, _nothing: None) -> None:
        words = self.tr("The packet of {alias} was handed over. No copy is kept here.")
        self._acted(words.format(alias=alias))

    @Slot()
    def _keep(self) -> None:
        was_printed = self._need_state().is_handing_over
        self._show(unasked(self._need_state()))
        if was_printed:
            self._view.printed.rows.focus_chosen()
        else:
            self._view.focus_ready()

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        row = self._need_row()
        work = partial(refuse_packet, self._context.work, row.packet_id, PacketRefusal(reason))
        self._act(work, partial(self._refused, row.alias), self.tr("Sending it back"))

    def _refused(self, alias: str, _nothing: None) -> None:
        words = self.tr("{alias} went back. The specialist sees it on the person's page.")
        self._acted(words.format(alias=alias))

    def _act(self, work: Callable[[], T], done: Callable[[T], None], what: str) -> None:
        self._show(replace(self._need_state(), is_busy=True))
        self._view.busy.start(what)
        runner = self._context.runner
        runner.run(self._view, work, done=done, failed=self._not_done, label="packet")

    def _acted(self, words: str) -> None:
        self._view.busy.stop()
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._context.navigator.saved(self._context.work.clock.now())
        self._show(unasked(replace(self._need_state(), chosen=None, opened=None)))
        self._wants_focus = True
        self.refresh()

    def _not_done(self, error: Exception) -> None:
        self._view.busy.stop()
        self._show(replace(self._need_state(), is_busy=False))
        self._context.navigator.fail(error)
        self.refresh()

    def _need_row(self) -> DeskRow:
        row = self._need_state().row
        if row is None:
            raise BugError("no packet is chosen")
        return row

    def _need_state(self) -> DeskState:
        if self._state is None:
            raise BugError("the desk was not read yet")
        return self._state

    def _show(self, state: DeskState) -> None:
        self._state = state
        self._view.show_state(state)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        context = self._context
        context.runner.run(self._view, work, done=done, failed=context.navigator.fail)
