"""Takes in a case from another workstation: the file, what is in it, then the person page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.records.hand_over import HandedOver
from desktop.services.ports import Arriving
from desktop.services.take_in_case import (
    RECEIPT_SUFFIX,
    look_at_case_file,
    read_receipt,
    take_in_case,
    write_receipt,
)
from desktop.services.work import Work
from desktop.views.person.ask_panel import Ask, AskPanel, Given
from desktop.views.person.choose_place import ChoosePlace
from desktop.views.person.task_runner import TaskRunner
from desktop.views.person.when_words import moment_words
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.worklist.worklist_view import WorklistView

T = TypeVar("T")


class TakeInTasks(QObject):
    """Lives as long as the worklist; its button shows where another workstation is known."""

    def __init__(self, context: ScreenContext, view: WorklistView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._tasks = tasks
        self._file: Path | None = None
        bar = view.action_bar
        words = self._say("hand-over.take-in")
        self.button = Button(words, bar, name="worklist-take-in", icon=Icon.DOWNLOAD)
        bar.add_left(self.button)
        self.button.hide()
        self.button.clicked.connect(self._choose)
        self.panel = view.on_demand(
            lambda: AskPanel(context.language, view.body.side_column, name="worklist-take-in-panel")
        )
        self.panel.when_made(lambda task: task.given.connect(self._take_in))
        view.layout_changed.connect(self._follow_layout)

    def know(self) -> None:
        """Ask which workstations are known."""
        self._context.runner.run(
            self._view,
            partial(_knows_another, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, knows_another: bool) -> None:
        self.button.setVisible(knows_another)

    @Slot()
    def _choose(self) -> None:
        if self._view.keeps_task():
            return
        dialog = ChoosePlace(
            self._say("hand-over.file"), self._view, kinds=self._say("hand-over.kinds")
        )
        dialog.place_chosen.connect(self._chosen)
        dialog.open()

    @Slot(object)
    def _chosen(self, file: Path) -> None:
        """A receipt is read at once: it says no more than that a case arrived."""
        self._file = file
        work = self._context.work
        if file.suffix == RECEIPT_SUFFIX:
            self._run(partial(read_receipt, work, file), self._confirmed)
        else:
            self._run(partial(look_at_case_file, work, file), self._looked)

    def _run(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.runner.run(self._view, act, done=done, failed=self._context.navigator.fail)

    def _confirmed(self, _handed: HandedOver) -> None:
        self._context.navigator.say(Message(Tone.SUCCESS, self._say("hand-over.receipt-read")))

    def _looked(self, arriving: Arriving) -> None:
        self.panel().begin(self._ask(arriving))
        self._view.open_task(self.panel())

    def _ask(self, arriving: Arriving) -> Ask:
        now = self._context.work.clock.now()
        facts = self._say(
            "hand-over.arriving",
            workstation=arriving.sender.name,
            by=arriving.given_by,
            at=moment_words(arriving.made_at, now, self._context.language),
            records=arriving.records,
            drafts=arriving.drafts,
        )
        more = [
            self._say(message_id)
            for message_id, is_so in (
                ("hand-over.arriving-back", arriving.is_return),
                ("hand-over.arriving-held", arriving.is_held),
            )
            if is_so
        ]
        aliases = ", ".join(arriving.aliases)
        return Ask(
            title=self._say("hand-over.take-in-title", aliases=aliases),
            intro=" ".join((facts, *more)),
            action=self._say("hand-over.take-in-do"),
            wants_password=False,
        )

    @Slot(object)
    def _take_in(self, _given: Given) -> None:
        if self._file is not None:
            work = partial(_take_in, self._context.work, self._file)
            self._tasks.run(self.panel(), work, self._arrived)

    def _arrived(self, arrived: "tuple[Arriving, str | KnownError]") -> None:
        """With the receipt beside the file, for the way back; a full drive is said."""
        arriving, receipt = arrived
        aliases = ", ".join(arriving.aliases)
        self._view.close_task()
        if isinstance(receipt, KnownError):
            why = explain(receipt, self._context.language)
            words = self._say("hand-over.arrived-no-receipt", aliases=aliases, why=why)
            self._context.navigator.say(Message(Tone.WARNING, words))
        else:
            words = self._say("hand-over.arrived", aliases=aliases, file=receipt)
            self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._context.navigator.open_worklist()

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        self.button.set_icon_only(layout is Layout.STACKED)

    def _say(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self._context.language, **params)


def _knows_another(work: Work) -> bool:
    return bool(work.session.hand_over_desk.workstations())


def _take_in(work: Work, file: Path) -> "tuple[Arriving, str | KnownError]":
    arriving = take_in_case(work, file)
    try:
        return arriving, write_receipt(work, arriving.letter, file.parent).name
    except KnownError as error:
        return arriving, error
