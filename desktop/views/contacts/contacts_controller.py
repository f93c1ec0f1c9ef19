"""Runs the desk of contacts: reads the list, and keeps what an administrator changes in it."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.site_contact import SiteContact
from desktop.services.site_contacts import save_site_contacts, site_contacts
from desktop.views.contacts.alert_text_tasks import AlertTextTasks
from desktop.views.contacts.contacts_view import ContactsView
from desktop.views.contacts.site_alert_tasks import SiteAlertTasks
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class ContactsController(QObject):
    """Whom the site wants told about an alert."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._contacts: tuple[SiteContact, ...] = ()
        self._at: int | None = None
        self._view = ContactsView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        self._texts = AlertTextTasks(context, self._view, self._tasks)
        self._site_alerts = SiteAlertTasks(context, self._view, self._tasks)
        self._view.contact_opened.connect(self._open)
        self._view.add_requested.connect(self._add)
        self._view.contact.contact_given.connect(self._keep)
        self._view.contact.removal_requested.connect(self._remove)
        self._view.task_closed.connect(self._view.focus_first)

    @property
    def view(self) -> ContactsView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the list."""
        self._context.navigator.set_title(self.tr("Contacts for alerts"))
        self._texts.start()
        self._site_alerts.start()
        self._context.runner.run(
            self._view,
            partial(site_contacts, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def flush(self) -> None:
        """Nothing typed here is kept before Save."""

    def _show(self, contacts: tuple[SiteContact, ...]) -> None:
        self._contacts = contacts
        self._view.close_task()
        self._view.show_contacts(contacts)
        self._view.focus_first()

    @Slot()
    def _add(self) -> None:
        self._begin(None)

    @Slot(str)
    def _open(self, key: str) -> None:
        self._begin(int(key))

    def _begin(self, at: int | None) -> None:
        if self._view.keeps_task():
            return
        self._at = at
        self._view.contact.begin(None if at is None else self._contacts[at])
        self._view.open_task(self._view.contact)

    @Slot(object)
    def _keep(self, contact: SiteContact) -> None:
        kept = list(self._contacts)
        if self._at is None:
            kept.append(contact)
        else:
            kept[self._at] = contact
        self._save(kept)

    @Slot()
    def _remove(self) -> None:
        self._save([one for at, one in enumerate(self._contacts) if at != self._at])

    def _save(self, contacts: list[SiteContact]) -> None:
        work = partial(save_site_contacts, self._context.work, contacts)
        self._tasks.run(self._view.contact, work, self._show)
