"""Asks for a debrief of the signed-in person from a desk; beside a case it names the case."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.debrief import Debrief, HardEvent
from desktop.services.debriefs import DebriefRow, ask_debrief, note_not_wanted, read_debriefs
from desktop.services.ports import EpisodeRef
from desktop.views.debrief.debrief_card import DebriefCard
from desktop.views.debrief.debrief_panel import DebriefPanel
from desktop.views.debrief.debrief_words import line_words
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.tab_order import put_after


class DebriefTasks(QObject):
    """``last`` is the last panel of the side column so far; the card stands below it.

    Signals: ``settled()`` it was asked for or left, after ``offer``.
    """

    settled = Signal()

    def __init__(
        self,
        context: ScreenContext,
        frame: DeskFrame,
        last: QWidget,
        ref: EpisodeRef | None = None,
    ) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._ref = ref
        self._rows: tuple[DebriefRow, ...] = ()
        self._is_offered = False
        self._runner = TaskRunner(context, frame)
        language, side = context.language, frame.body.side_column
        self.card = DebriefCard(language, side)
        frame.add_side(self.card)
        put_after(last, (self.card.ask_button, self.card.drop_button))
        self._panel = frame.on_demand(lambda: DebriefPanel(language, side))
        self._panel.when_made(lambda task: task.event_given.connect(self._ask))
        self._panel.when_made(lambda task: task.left.connect(self._leave))
        self.card.ask_requested.connect(self._begin)
        self.card.drop_requested.connect(self._drop)

    def look(self) -> None:
        """Read one's own wishes, and show them."""
        context = self._context
        work = partial(read_debriefs, context.work)
        context.runner.run(self._frame, work, done=self._show, failed=context.navigator.fail)

    def offer(self) -> None:
        """Once, after the death of somebody: ``settled`` tells that it was answered."""
        self._is_offered = True
        self._panel().begin("debrief.after-death")
        self._frame.open_task(self._panel())

    def _show(self, rows: tuple[DebriefRow, ...]) -> None:
        self._rows = tuple(row for row in rows if row.is_mine)
        now, language = self._context.work.clock.now(), self._context.language
        lines = [line_words(row, now, language) for row in self._rows]
        has_open = any(row.is_open for row in self._rows)
        self.card.show_lines(lines, has_open=has_open)

    @Slot()
    def _begin(self) -> None:
        if not self._frame.keeps_task():
            self._is_offered = False
            self._panel().begin()
            self._frame.open_task(self._panel())

    @Slot(object)
    def _ask(self, event: HardEvent) -> None:
        work = partial(ask_debrief, self._context.work, event, self._ref)
        self._runner.run(self._panel(), work, self._asked)

    def _asked(self, _debrief: Debrief) -> None:
        words = sentence("debrief.asked", self._context.language)
        self._leave()
        self._context.navigator.say(Message(Tone.SUCCESS, words))

    @Slot()
    def _leave(self) -> None:
        was_offered, self._is_offered = self._is_offered, False
        self._frame.leave_task()
        if was_offered:
            self.settled.emit()
        else:
            self.look()

    @Slot()
    def _drop(self) -> None:
        row = next((one for one in reversed(self._rows) if one.is_open), None)
        if row is not None:
            context = self._context
            work = partial(note_not_wanted, context.work, row.debrief_id)
            context.runner.run(self._frame, work, done=self._dropped, failed=context.navigator.fail)

    def _dropped(self, _debrief: Debrief) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self.look()
