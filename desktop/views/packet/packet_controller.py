"""Drives the packet composer: proposes, previews after each change, sends, prints, saves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import BugError, KnownError
from desktop.messages import explain
from desktop.records.consent import Purpose
from desktop.records.packet_record import (
    Appointment,
    PacketChoices,
    PacketPart,
    PaperSize,
)
from desktop.services.packet_choices import keep_choices
from desktop.services.ports import EpisodeRef
from desktop.views.packet import choice_changes as changes
from desktop.views.packet.hand_over import HandOver
from desktop.views.packet.packet_loading import Loaded, load_packet
from desktop.views.packet.packet_states import MadePages, OpenPanel, PacketState
from desktop.views.packet.packet_view import PacketView
from desktop.views.packet.page_maker import PageMaker
from desktop.views.packet.queue_words import first_ready
from desktop.views.packet.step_words import StepLanguages
from desktop.views.person.person_words import banner_state
from desktop.views.saving import Saving
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class PacketController(QObject):
    """The packet of one case."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef) -> None:
        super().__init__()
        self._context = context
        self._ref = ref
        self._state: PacketState | None = None
        self._languages: StepLanguages | None = None
        self._before: list[PacketChoices] = []
        self._waiting: Callable[[], None] | None = None
        self._view = PacketView(context.language, context.work.clock.now)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._saving = Saving(context)
        self._hand_over = HandOver(context, ref, self._view)
        self._maker = PageMaker(context.runner, context.work, ref, self._view)
        self._connect()

    @property
    def view(self) -> PacketView:
        """The screen."""
        return self._view

    @property
    def has_refused_changes(self) -> bool:
        """Whether leaving now would lose choices that the store did not take."""
        return self._saving.is_failing

    def start(self) -> None:
        """Read the case and propose a packet."""
        context = self._context
        load = partial(load_packet, context.work, self._ref)
        context.runner.run(
            self._view, load, done=self._loaded, failed=context.navigator.fail, label="packet"
        )

    def flush(self) -> None:
        """Take what is typed now into the choices, which are kept."""
        self._view.flush()

    def _connect(self) -> None:
        view = self._view
        view.back_requested.connect(self._back)
        view.parts.part_toggled.connect(self._toggle_part)
        view.parts.letter_toggled.connect(self._toggle_letter)
        view.parts.editor_requested.connect(self._open_panel)
        view.parts.consent_requested.connect(self._ask_consent)
        view.panel_closed.connect(self._close_panel)
        view.steps.steps_written.connect(self._write_steps)
        view.appointments.contact_written.connect(self._write_contact)
        view.appointments.appointment_added.connect(self._add_appointment)
        view.appointments.appointment_removed.connect(self._remove_appointment)
        view.places.place_toggled.connect(self._toggle_place)
        view.language_chosen.connect(self._choose_language)
        view.size_chosen.connect(self._choose_size)
        view.undo_requested.connect(self._undo)
        view.print_here_requested.connect(self._open_printing)
        view.printing.queue_chosen.connect(self._choose_queue)
        view.printing.print_requested.connect(self._print_here)
        view.printing.file_requested.connect(self._ask_path)
        view.send_requested.connect(self._send)
        view.unsaved_changed.connect(self._unsaved_changed)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._not_made)
        self._maker.stepped.connect(view.show_step)
        self._hand_over.busy_changed.connect(self._busy)
        self._hand_over.sent.connect(self._sent)
        self._hand_over.printed.connect(self._close_panel)

    def _loaded(self, loaded: Loaded) -> None:
        page = loaded.page
        self._context.navigator.set_title(loaded.draft.alias)
        choices = loaded.draft.choices
        if loaded.kept is not None:
            choices = changes.resumed(loaded.kept, loaded.draft)
        self._languages = StepLanguages(choices)
        banner = banner_state(
            page.card,
            self._context.language,
            private=page.room.private_now if page.room else None,
            consents_given=page.consents_given,
            consents_total=page.consents_total,
        )
        queue = first_ready(loaded.queues)
        self._show(PacketState(loaded.draft, choices, banner, loaded.queues, queue=queue))
        self._make()
        self._view.focus_parts()
        if loaded.draft.wants_no_papers:
            words = self.tr("The person asked for no papers. Ask again before you make any.")
            self._context.navigator.say(Message(Tone.WARNING, words))

    def _change(self, choices: PacketChoices) -> None:
        """Take other choices, keep the old ones for Undo, and make the pages again."""
        state = self._need_state()
        if choices == state.choices:
            return
        self._before.append(state.choices)
        self._take(choices)

    def _take(self, choices: PacketChoices) -> None:
        if self._languages is None:
            raise BugError("a change before the packet was read")
        self._languages.note(choices)
        self._saving.keep(partial(keep_choices, self._context.work, self._ref, choices))
        foreign = self._languages.foreign(choices)
        can_undo = bool(self._before)
        state = replace(
            self._need_state(), choices=choices, foreign_steps=foreign, can_undo=can_undo
        )
        self._show(state)
        self._make()

    def _make(self) -> None:
        state = replace(self._need_state(), is_making=True, problem="")
        self._show(state)
        self._maker.make_soon(state.choices, self._view.page_dpi())

    @Slot(object)
    def _made(self, pages: MadePages) -> None:
        self._show(replace(self._need_state(), pages=pages, is_making=False))
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    @Slot(object)
    def _not_made(self, error: Exception) -> None:
        self._waiting = None
        if not isinstance(error, KnownError):
            self._context.navigator.fail(error)
            error = KnownError("shell.our-mistake")
        words = explain(error, self._context.language)
        self._show(replace(self._need_state(), pages=None, is_making=False, problem=words))

    @Slot(str, bool)
    def _toggle_part(self, part: str, is_in: bool) -> None:
        self._change(changes.with_part(self._choices(), PacketPart(part), is_in=is_in))

    @Slot(str, bool)
    def _toggle_letter(self, recipient: str, is_in: bool) -> None:
        self._change(changes.with_letter(self._choices(), recipient, is_in=is_in))

    @Slot(object)
    def _write_steps(self, steps: tuple[str, ...]) -> None:
        self._change(changes.with_steps(self._choices(), steps))

    @Slot(str, str)
    def _write_contact(self, name: str, phone: str) -> None:
        self._change(changes.with_contact(self._choices(), name, phone))

    @Slot(object)
    def _add_appointment(self, appointment: Appointment) -> None:
        self._change(changes.with_appointment(self._choices(), appointment))

    @Slot(int)
    def _remove_appointment(self, index: int) -> None:
        self._change(changes.without_appointment(self._choices(), index))

    @Slot(str, bool)
    def _toggle_place(self, service_id: str, is_in: bool) -> None:
        state = self._need_state()
        self._change(changes.with_place(state.choices, state.draft, service_id, is_in=is_in))

    @Slot(str)
    def _choose_language(self, language: str) -> None:
        if self._languages is not None:
            self._change(self._languages.turned(self._choices(), language))

    @Slot(str)
    def _choose_size(self, size: str) -> None:
        self._change(changes.with_size(self._choices(), PaperSize(size)))

    @Slot()
    def _undo(self) -> None:
        if self._before:
            self._take(self._before.pop())

    @Slot(str)
    def _open_panel(self, panel: str) -> None:
        self._show(replace(self._need_state(), panel=OpenPanel(panel)))

    @Slot()
    def _open_printing(self) -> None:
        self._open_panel(OpenPanel.PRINT.value)

    @Slot()
    def _close_panel(self) -> None:
        self._open_panel(OpenPanel.PARTS.value)

    @Slot(str)
    def _choose_queue(self, queue: str) -> None:
        self._show(replace(self._need_state(), queue=queue))

    @Slot()
    def _back(self) -> None:
        self._context.navigator.open_person(self._ref)

    @Slot(str)
    def _ask_consent(self, recipient: str) -> None:
        partners = self._context.work.library.partners()
        purpose = next((Purpose(one.purpose) for one in partners if one.name == recipient), None)
        self._context.navigator.open_consents(self._ref, recipient, purpose)

    def _once_made(self, act: Callable[[], None]) -> None:
        """Nothing leaves before its pages were shown: what is pressed meanwhile waits for them."""
        self._view.flush()
        if self._need_state().is_making:
            self._waiting = act
        else:
            act()

    @Slot()
    def _send(self) -> None:
        self._once_made(self._send_now)

    @Slot()
    def _print_here(self) -> None:
        self._once_made(self._print_now)

    @Slot()
    def _ask_path(self) -> None:
        self._once_made(self._ask_path_now)

    def _send_now(self) -> None:
        self._hand_over.send(self._choices())

    def _print_now(self) -> None:
        self._hand_over.print_here(self._choices(), self._need_state().queue)

    def _ask_path_now(self) -> None:
        self._hand_over.ask_path(self._choices())

    @Slot(object)
    def _sent(self, choices: PacketChoices) -> None:
        self._show(replace(self._need_state(), sent=choices))

    @Slot(bool)
    def _busy(self, is_busy: bool) -> None:
        self._show(replace(self._need_state(), is_busy=is_busy))

    @Slot()
    def _unsaved_changed(self) -> None:
        self._context.navigator.show_unsaved(is_unsaved=self._view.has_unsaved)

    def _choices(self) -> PacketChoices:
        return self._need_state().choices

    def _need_state(self) -> PacketState:
        if self._state is None:
            raise BugError("the packet was not read yet")
        return self._state

    def _show(self, state: PacketState) -> None:
        self._state = state
        self._view.show_state(state)
