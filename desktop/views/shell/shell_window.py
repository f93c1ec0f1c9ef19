"""What surrounds every screen: rail, message bar, the screen itself, status bar, cover on top."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.background.runner import abandon
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import SiteBook
from desktop.views.screen import Message
from desktop.views.shell.place import Desk
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.rail import Rail, RailItem
from desktop.views.widgets.status_bar import StatusBar
from desktop.views.widgets.steady_place import SteadyPlace

DESK_ICONS = {
    Desk.WORKLIST: Icon.CLIPBOARD,
    Desk.REACH: Icon.CHART,
    Desk.REVIEW: Icon.LIST_CHECKS,
    Desk.PACKETS: Icon.PRINTER,
    Desk.TEXTS: Icon.FILE_CHECK,
    Desk.FORMS: Icon.FILE_TEXT,
    Desk.CONTACTS: Icon.PHONE,
    Desk.RULES: Icon.LIST_CHECKS,
    Desk.BACKUPS: Icon.HARD_DRIVE,
    Desk.AUDIT: Icon.HISTORY,
    Desk.OVERSIGHT: Icon.SHIELD_CHECK,
    Desk.PEOPLE: Icon.USERS,
}


class SavedState(StrEnum):
    """Whether the work of the present person is in the store."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not-saved"


class ShellWindow(QWidget):
    """The inside of the window while somebody is signed in.

    Signals: ``desk_chosen(desk)``, ``cover_requested()``, ``lock_requested()``,
    ``help_requested()``; ``state_told(SavedState)`` whether the work is saved.
    """

    desk_chosen = Signal(str)
    cover_requested = Signal()
    lock_requested = Signal()
    help_requested = Signal()
    state_told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell")
        self._state = SavedState.SAVED
        self._is_unsaved = False
        self._demo = ""
        self._saved_at: datetime | None = None
        self._counts: dict[Desk, int] = {}
        self.rail = Rail(self, name="rail")
        self.limit_bar = MessageBar(self, name="limits", is_closable=False)
        """A cover or lock that is near; apart, so that it takes no other message away."""
        self.message_bar = MessageBar(self, name="message")
        self.outing_bar = MessageBar(self, name="late-outing", is_closable=False)
        self.glass_bar = MessageBar(self, name="glass", is_closable=False)
        self.screens = QStackedWidget(self)
        self.status = StatusBar(self, name="status")
        mark_region(self.rail)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.limit_bar)
        beside.addWidget(self.message_bar)
        beside.addWidget(self.outing_bar)
        beside.addWidget(self.glass_bar)
        beside.addWidget(self.screens, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(beside, 1)
        self._staff = QWidget(self)
        self._sides = QStackedLayout(self)
        """The staff's side, and above it the person's while the screen is turned round."""
        self._sides.addWidget(self._staff)
        column = QVBoxLayout(self._staff)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(SteadyPlace(self.status, self))
        self.rail.desk_requested.connect(self.desk_chosen)
        self.rail.cover_requested.connect(self.cover_requested)
        self.rail.lock_requested.connect(self.lock_requested)
        self.rail.help_requested.connect(self.help_requested)
        theme_holder().changed.connect(self._fit)

    def show_member(self, member: StaffMember, desks: tuple[Desk, ...], site: SiteBook) -> None:
        """Show the desks of a role and who works where."""
        self.rail.show_desks([RailItem(d, self._desk_name(d), DESK_ICONS[d]) for d in desks])
        self._demo = self.tr("Demo: invented people only") if site.is_demo else ""
        place = f"{site.workstation_name} · {site.hospital_name}"
        person = f"{member.display_name}, {self._role_name(member.role)}"
        self.status.show_place(demo=self._demo, workstation=place, person=person)
        for desk, count in self._counts.items():
            self.rail.set_count(desk, count)
        self._tell_state()
        self._fit()

    def show_current(self, desk: Desk | None) -> None:
        """Light a desk of the rail; None lights none."""
        self.rail.set_current(desk or "")

    def retranslate(self) -> None:
        """Word what belongs to nobody in the language now installed."""
        self.rail.retranslate()
        self.message_bar.retranslate()

    def show_screen(self, view: QWidget, desk: Desk) -> None:
        """Replace the screen; the old one is thrown away."""
        self.clear_screen()
        self.screens.addWidget(view)
        self.screens.setCurrentWidget(view)
        self.rail.set_current(desk)

    def clear_screen(self) -> None:
        """Show no screen."""
        while (old := self.screens.currentWidget()) is not None:
            self.screens.removeWidget(old)
            old.hide()
            abandon(old)
        self.show_unsaved(is_unsaved=False)

    def show_question(self, page: QWidget) -> None:
        """Show a page in place of the screen, which stays behind it as it is."""
        self.screens.addWidget(page)
        self.screens.setCurrentWidget(page)

    def close_question(self, page: QWidget) -> None:
        """Show the screen again."""
        self.screens.removeWidget(page)

    def show_patient(self, page: QWidget) -> None:
        """Show the person's page in place of everything; another one of theirs is thrown away."""
        self.show_staff()
        self._sides.addWidget(page)
        self._sides.setCurrentWidget(page)

    def show_staff(self) -> None:
        """Show the staff's side again."""
        page = self._sides.currentWidget()
        self._sides.setCurrentWidget(self._staff)
        if page is not None and page is not self._staff:
            self._sides.removeWidget(page)
            page.hide()
            abandon(page)

    def show_message(self, message: Message) -> None:
        """Show a message bar above the screen."""
        self.message_bar.show_message(message.tone, message.text)

    def clear_message(self) -> None:
        """Take the message bar away."""
        self.message_bar.clear()

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Whether the screen shows something that is not even on its way to the store."""
        if is_unsaved != self._is_unsaved:
            self._is_unsaved = is_unsaved
            self._tell_state()

    def show_saving(self) -> None:
        """Something is on its way to the store."""
        self._state = SavedState.SAVING
        self._tell_state()

    def show_saved(self, at: datetime) -> None:
        """The store confirmed at ``at`` (UTC); shown in local time."""
        self._state, self._saved_at = SavedState.SAVED, at
        self._tell_state()

    def show_not_saved(self) -> None:
        """The store refused."""
        self._state = SavedState.NOT_SAVED
        self._tell_state()

    def forget_refusal(self) -> None:
        """What the store refused is not wanted any more."""
        if self._state is SavedState.NOT_SAVED:
            self._state = SavedState.SAVED
            self._tell_state()

    def show_badge(self, desk: Desk, count: int) -> None:
        """The count on a desk."""
        self._counts[desk] = count
        self.rail.set_count(desk, count)

    @property
    def state(self) -> SavedState:
        """Whether the work is in the store now."""
        is_waiting = self._is_unsaved and self._state is SavedState.SAVED
        return SavedState.SAVING if is_waiting else self._state

    def _tell_state(self) -> None:
        self.state_told.emit(self.state)
        if self._state is SavedState.NOT_SAVED:
            self.status.show_not_saved(self.tr("Not saved"))
        elif self._is_unsaved:
            self.status.show_saving(self.tr("Not saved yet"))
        elif self._state is SavedState.SAVING:
            self.status.show_saving(self.tr("Saving"))
        elif self._saved_at is not None:
            time = self._saved_at.astimezone().strftime("%H:%M:%S")
            self.status.show_saved(self.tr("Saved {time}").format(time=time))
        else:
            self.status.show_saved(self.tr("All work saved"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        layout = layout_for(self.width(), current_theme().scale)
        self.rail.set_compact(layout is not Layout.FULL)
        self.status.note_label.setVisible(layout is Layout.FULL)
        # One line at any size: a bar that grows with "Saved" would move the page at each answer.
        is_short = layout is Layout.STACKED
        self.status.show_demo(self.tr("Demo") if is_short and self._demo else self._demo)
        self.status.place_label.setVisible(layout is not Layout.STACKED)

    def _desk_name(self, desk: Desk) -> str:
        return {
            Desk.WORKLIST: self.tr("Worklist"),
            Desk.REACH: self.tr("Reach"),
            Desk.REVIEW: self.tr("Review"),
            Desk.PACKETS: self.tr("Packets"),
            Desk.TEXTS: self.tr("Texts"),
            Desk.FORMS: self.tr("Forms"),
            Desk.CONTACTS: self.tr("Contacts"),
            Desk.RULES: self.tr("Rules"),
            Desk.BACKUPS: self.tr("Backups"),
            Desk.AUDIT: self.tr("Audit"),
            Desk.OVERSIGHT: self.tr("Oversight"),
            Desk.PEOPLE: self.tr("People"),
        }[desk]

    def _role_name(self, role: Role) -> str:
        return {
            Role.SPECIALIST: self.tr("specialist"),
            Role.NURSE_MANAGER: self.tr("nurse manager"),
            Role.PACKET_DESK: self.tr("packet desk"),
            Role.PRIVACY_OFFICER: self.tr("privacy officer"),
            Role.ADMINISTRATOR: self.tr("administrator"),
        }[role]
