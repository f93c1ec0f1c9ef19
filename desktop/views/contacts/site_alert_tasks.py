"""Keeps the alerts that an administrator asks for on the desk of contacts."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.site_alert import SiteAlert
from desktop.services.list_site_alerts import SiteAlertLine, list_site_alerts
from desktop.services.propose_site_alerts import AlertProposal, propose_site_alerts
from desktop.services.site_alert_checks import (
    AlertForm,
    AlertQuestion,
    alert_forms,
    alert_questions,
)
from desktop.services.site_alerts import end_site_alert, save_site_alert
from desktop.services.work import Work
from desktop.views.contacts.contacts_view import ContactsView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


@dataclass(frozen=True, slots=True)
class _Read:
    lines: tuple[SiteAlertLine, ...]
    forms: tuple[AlertForm, ...]
    proposed: tuple[AlertProposal, ...] = ()


class SiteAlertTasks(QObject):
    """Beside the list of contacts, on the same desk."""

    def __init__(self, context: ScreenContext, view: ContactsView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._tasks = tasks
        self._read = _Read((), ())
        view.site_alerts.alert_opened.connect(self._open)
        view.site_alerts.add_requested.connect(self._add)
        view.proposed_alerts.opened.connect(self._propose)
        view.site_alert.form_picked.connect(self._load_questions)
        view.site_alert.alert_given.connect(self._keep)
        view.site_alert.end_requested.connect(self._end)

    def start(self) -> None:
        """Read the rules and the forms that they can be about."""
        self._context.runner.run(
            self._view,
            partial(_read, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, read: _Read) -> None:
        self._read = read
        self._view.site_alerts.show_lines(read.lines)
        self._view.proposed_alerts.show_proposals(read.proposed)

    @Slot()
    def _add(self) -> None:
        self._begin(None)

    @Slot(str)
    def _open(self, alert_id: str) -> None:
        alerts = {line.alert.alert_id: line.alert for line in self._read.lines}
        self._begin(alerts[alert_id])

    @Slot(int)
    def _propose(self, at: int) -> None:
        self._begin(self._read.proposed[at].alert)

    def _begin(self, alert: SiteAlert | None) -> None:
        if self._view.keeps_task():
            return
        self._view.site_alert.begin(alert, self._read.forms)
        self._view.open_task(self._view.site_alert)
        if alert is not None:
            self._load_questions(alert.condition.url)

    @Slot(str)
    def _load_questions(self, family: str) -> None:
        self._context.runner.run(
            self._view,
            partial(alert_questions, self._context.work, family),
            done=partial(self._questions_read, family),
            failed=self._context.navigator.fail,
        )

    def _questions_read(self, family: str, questions: tuple[AlertQuestion, ...]) -> None:
        self._view.site_alert.show_questions(family, questions)

    @Slot(object)
    def _keep(self, alert: SiteAlert) -> None:
        work = partial(_save, self._context.work, alert)
        self._tasks.run(self._view.site_alert, work, self._kept)

    @Slot(str)
    def _end(self, alert_id: str) -> None:
        work = partial(_ended, self._context.work, alert_id)
        self._tasks.run(self._view.site_alert, work, self._kept)

    def _kept(self, read: _Read) -> None:
        self._view.close_task()
        self._show(read)
        self._view.site_alerts.focus_chosen()


def _read(work: Work) -> _Read:
    return _Read(list_site_alerts(work), alert_forms(work), propose_site_alerts(work))


def _save(work: Work, alert: SiteAlert) -> _Read:
    save_site_alert(work, alert)
    return _read(work)


def _ended(work: Work, alert_id: str) -> _Read:
    end_site_alert(work, alert_id)
    return _read(work)
