"""Reads and keeps when the screen is covered and locked, from the desk of people."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.idle_rules import IdleRules, idle_rules, save_idle_rules
from desktop.views.people.people_view import PeopleView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class IdleSetting(QObject):
    """The panel of cover and lock, for administrators."""

    def __init__(self, context: ScreenContext, view: PeopleView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context, self._view, self._tasks = context, view, tasks
        view.idle_requested.connect(self._ask)
        view.idle.rules_given.connect(self._keep)

    @Slot()
    def _ask(self) -> None:
        if self._view.keeps_task():
            return
        self._context.runner.run(
            self._view,
            partial(idle_rules, self._context.work),
            done=self._open,
            failed=self._context.navigator.fail,
        )

    def _open(self, rules: IdleRules) -> None:
        self._view.idle.begin(rules)
        self._view.open_task(self._view.idle)

    @Slot(object)
    def _keep(self, rules: IdleRules) -> None:
        work = partial(save_idle_rules, self._context.work, rules)
        self._tasks.run(self._view.idle, work, self._kept)

    def _kept(self, rules: IdleRules) -> None:
        self._view.close_task()
        words = sentence(
            "idle.kept",
            self._context.language,
            cover=rules.cover_minutes,
            lock=rules.lock_minutes,
            patient=rules.patient_minutes,
        )
        self._context.navigator.say(Message(Tone.SUCCESS, words))
