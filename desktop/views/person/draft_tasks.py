"""What can be done with an unfinished form from a desk: resume it, look at it, discard it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.messages import sentence
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.draft_cards import DraftCard
from desktop.services.look_at_draft import DraftLook, look_at_draft
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.draft_panels import DraftPanels
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class DraftTasks(QObject):
    """Opens the two panels in the frame of a desk.

    Signals: ``discarded()`` after the store confirmed.
    """

    discarded = Signal()

    def __init__(self, context: ScreenContext, frame: DeskFrame, panels: DraftPanels) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._card: DraftCard | None = None
        self._runner = TaskRunner(context, frame)
        self._look, self._discard = panels.look, panels.discard
        self._look.when_made(lambda task: task.resume_requested.connect(self._resume))
        self._discard.when_made(lambda task: task.reason_given.connect(self._give_reason))

    def resume(self, card: DraftCard) -> None:
        """Go on where it stopped."""
        self._context.navigator.open_form(
            card.ref, card.kind, card.position_key, card.loaded_record
        )

    def look(self, card: DraftCard) -> None:
        """Show what is answered so far."""
        if self._frame.keeps_task():
            return
        self._card = card
        self._context.runner.run(
            self._frame,
            partial(look_at_draft, self._context.work, card.draft),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def discard(self, card: DraftCard) -> None:
        """Ask why."""
        if self._frame.keeps_task():
            return
        self._card = card
        self._discard().begin(card)
        self._frame.open_task(self._discard())

    def _show(self, look: DraftLook) -> None:
        self._look().begin(look)
        self._frame.open_task(self._look())

    @Slot()
    def _resume(self) -> None:
        if self._card is not None:
            self.resume(self._card)

    @Slot(object)
    def _give_reason(self, reason: DiscardReason) -> None:
        if self._card is not None:
            work = partial(discard_draft, self._context.work, self._card.draft, reason)
            self._runner.run(self._discard(), work, partial(self._done, self._card))

    def _done(self, card: DraftCard, _nothing: None) -> None:
        words = sentence(
            "draft.discarded",
            self._context.language,
            alias=card.alias,
            form=card.form_title.in_language(self._context.language),
        )
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self.discarded.emit()
