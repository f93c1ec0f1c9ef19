"""One contact: name, role, how to reach, and for which alerts."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.site_contact import ALERT_CODES, SiteContact
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class ContactPanel(TaskPanel):
    """Signals: ``contact_given(SiteContact)``; ``removal_requested()``."""

    contact_given = Signal(object)
    removal_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="contact")
        self.name = LineField(self, name="contact-name")
        self.name_row = FieldRow(self.tr("Name"), self.name, self)
        self.job = LineField(self, name="contact-role")
        self.job_row = FieldRow(
            self.tr("Role"), self.job, self, help_text=self.tr("For example: psychiatry on call")
        )
        self.reach = LineField(self, name="contact-reach")
        self.reach_row = FieldRow(
            self.tr("How to reach"),
            self.reach,
            self,
            help_text=self.tr("A number or pager that is answered day and night."),
        )
        question = self.tr("For which alerts")
        options = [
            OptionItem(code, sentence(f"alert.{code}.title", language)) for code in ALERT_CODES
        ]
        self.alerts = OptionGroup(question, options, self, name="contact-alerts", is_multiple=True)
        self.alerts_row = FieldRow(question, self.alerts, self)
        self.alerts_note = WrapLabel(self.tr("None chosen: every alert."), self, tone=Tone.MUTED)
        self.remove_button = Button(
            self.tr("Remove this contact"), self, name="contact-remove", icon=Icon.TRASH
        )
        for widget in (
            self.name_row,
            self.job_row,
            self.reach_row,
            self.alerts_row,
            self.alerts_note,
            self.remove_button,
        ):
            self.body.addWidget(widget)
        self.name.edited.connect(self.name_row.clear_error)
        self.reach.edited.connect(self.reach_row.clear_error)
        self.remove_button.clicked.connect(self._remove)

    def begin(self, contact: SiteContact | None) -> None:
        """Ask about a contact; None for a new one."""
        shown = contact or SiteContact("")
        words = self.tr("Add a contact") if contact is None else self.tr("Change a contact")
        self.set_title(words)
        self.action_text = self.tr("Save contact")
        self.name.set_value(shown.name)
        self.job.set_value(shown.role)
        self.reach.set_value(shown.reach)
        self.alerts.set_chosen(shown.alert_codes)
        self.remove_button.setVisible(contact is not None)
        for row in (self.name_row, self.reach_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The name."""
        self.name.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about."""
        rows = {"contact.name-missing": self.name_row, "contact.reach-missing": self.reach_row}
        row = rows.get(message_id)
        if row is not None:
            row.set_error(words)
            row.control.setFocus()
        return row is not None

    def submit(self) -> None:
        """Tell what was typed; the use case refuses what is missing in its own words."""
        codes = frozenset(self.alerts.chosen_keys())
        self.contact_given.emit(
            SiteContact(self.name.value(), self.job.value(), self.reach.value(), codes)
        )

    @Slot()
    def _remove(self) -> None:
        self.removal_requested.emit()
