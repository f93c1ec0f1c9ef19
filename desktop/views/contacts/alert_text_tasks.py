"""Keeps what an administrator lets staff read in an alert."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import LANGUAGES
from desktop.services.alert_texts import alert_texts, save_alert_text
from desktop.services.work import Work
from desktop.views.contacts.contacts_view import ContactsView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext

Texts = Mapping[str, Mapping[str, str]]
"""By language, then by alert."""


class AlertTextTasks(QObject):
    """Beside the list of contacts, on the same desk."""

    def __init__(self, context: ScreenContext, view: ContactsView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._tasks = tasks
        self._texts: Texts = {}
        view.text_opened.connect(self._open)
        view.alert_text.texts_given.connect(self._keep)

    def start(self) -> None:
        """Read the texts."""
        self._context.runner.run(
            self._view,
            partial(_read, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, texts: Texts) -> None:
        self._texts = texts
        self._view.show_texts(texts.get(self._context.language, {}))

    @Slot(str)
    def _open(self, code: str) -> None:
        if self._view.keeps_task():
            return
        texts = {one: self._texts.get(one, {}).get(code, "") for one in LANGUAGES}
        self._view.alert_text.begin(code, texts)
        self._view.open_task(self._view.alert_text)

    @Slot(str, object)
    def _keep(self, code: str, texts: Mapping[str, str]) -> None:
        work = partial(_save, self._context.work, code, texts)
        self._tasks.run(self._view.alert_text, work, self._kept)

    def _kept(self, texts: Texts) -> None:
        self._view.close_task()
        self._show(texts)
        self._view.texts.focus_chosen()


def _read(work: Work) -> Texts:
    return {one: alert_texts(work, one) for one in LANGUAGES}


def _save(work: Work, code: str, texts: Mapping[str, str]) -> Texts:
    save_alert_text(work, code, texts)
    return _read(work)
