"""The desk of contacts: the list in the order in which they are offered, and a panel for one."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.site_contact import ALERT_CODES, SiteContact
from desktop.views.contacts.alert_text_panel import AlertTextPanel
from desktop.views.contacts.contact_panel import ContactPanel
from desktop.views.contacts.proposed_alerts import ProposedAlerts
from desktop.views.contacts.site_alert_list import SiteAlertList
from desktop.views.contacts.site_alert_panel import SiteAlertPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel


class ContactsView(DeskFrame):
    """Keys of rows are their places in the list. Signals: ``contact_opened(key)``;
    ``add_requested()``; ``text_opened(code)`` what staff read in an alert. The panels tell what was
    typed into them."""

    contact_opened = Signal(str)
    add_requested = Signal()
    text_opened = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="contacts")
        self._language = language
        self.set_top(TopBar(self.tr("Contacts for alerts"), self, name="contacts-top"))
        main = self.body.main_column
        self._panel = Panel("", main, name="contacts-panel", is_flush=True)
        self.rows = RowList(
            self.tr("Contacts for alerts"), self._panel, name="contacts-list", opens_on_press=True
        )
        self.rows.set_rounds_top(True)
        self._panel.body.addWidget(self.rows)
        self.empty = EmptyState(
            self.tr("No contacts yet"),
            self.tr(
                "When an answer raises an alert, staff are offered the people listed here first."
                " Until then they type a name."
            ),
            main,
            name="contacts-empty",
        )
        self.body.main.addWidget(self._panel)
        self.body.main.addWidget(self.empty)
        self._build_texts(main)
        self.site_alerts = SiteAlertList(language, main)
        self.body.main.addWidget(self.site_alerts)
        self.proposed_alerts = ProposedAlerts(language, main)
        self.body.main.addWidget(self.proposed_alerts)
        self._build_side(language)
        self._build_actions()
        self.rows.opened.connect(self.contact_opened)

    def show_contacts(self, contacts: tuple[SiteContact, ...]) -> None:
        """Show the list."""
        self.rows.show_rows([self._row(at, one) for at, one in enumerate(contacts)])
        self._panel.setVisible(bool(contacts))
        self.empty.setVisible(not contacts)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what staff read in each alert, and whose words they are."""
        self.texts.show_rows([self._text_row(code, texts.get(code, "")) for code in ALERT_CODES])

    def focus_first(self) -> None:
        """The first contact, or the one next step of an empty list."""
        rows = self.rows.rows()
        target: QWidget = rows[0] if rows else self.add_button
        target.setFocus()

    def _build_texts(self, main: QWidget) -> None:
        title = sentence("alert-text.title", self._language)
        panel = Panel(title, main, name="contacts-texts-panel", is_flush=True)
        self.texts = RowList(title, panel, name="contacts-texts", opens_on_press=True)
        panel.body.addWidget(self.texts)
        self.body.main.addWidget(panel)
        self.texts.opened.connect(self.text_opened)

    def _text_row(self, code: str, text: str) -> RowItem:
        whose = "alert-text.site" if text else "alert-text.app"
        return RowItem(
            code,
            sentence(f"alert.{code}.title", self._language),
            text or sentence(f"alert.{code}.what-to-do", self._language),
            State.DANGER,
            right=sentence(whose, self._language),
            has_chevron=True,
            is_large=True,
        )

    def _build_side(self, language: str) -> None:
        side = self.body.side_column
        note = Panel("", side, name="contacts-note")
        note.set_title(self.tr("What this list is for"))
        words = self.tr(
            "Everybody who signs in here can read it. It names people on duty, never a patient."
            " Each change is signed with your key and stands in the audit trail."
        )
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        self.add_side(note)
        self.contact = ContactPanel(language, side)
        self.add_task(self.contact)
        self.alert_text = AlertTextPanel(language, side)
        self.add_task(self.alert_text)
        self.site_alert = SiteAlertPanel(language, side)
        self.add_task(self.site_alert)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="contacts-actions")
        self.add_button = Button(
            self.tr("Add a contact"),
            bar,
            name="contacts-add",
            role=ButtonRole.PRIMARY,
            icon=Icon.PLUS,
        )
        self.add_button.clicked.connect(self._add)
        bar.add_right(self.add_button)
        self.set_actions(bar)

    def _row(self, at: int, contact: SiteContact) -> RowItem:
        codes = sorted(contact.alert_codes)
        titles = [sentence(f"alert.{code}.title", self._language) for code in codes]
        return RowItem(
            str(at),
            contact.words,
            contact.reach,
            Icon.PHONE,
            right=", ".join(titles) or self.tr("Every alert"),
            has_chevron=True,
            is_large=True,
        )

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit()
