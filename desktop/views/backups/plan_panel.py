"""Where and when backups are made: folder, on or off, hour."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.backup_rules import LAST_HOUR, BackupPlan
from desktop.views.backups.choose_folder import ChooseFolder
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_item import OptionItem
from desktop.views.widgets.parsed_field import NotReadable

ON, OFF = "on", "off"


class PlanPanel(TaskPanel):
    """Signals: ``plan_given(BackupPlan)``."""

    plan_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Where and when"), self.tr("Save where and when"), parent, name="backup-plan"
        )
        self.folder = LineField(self, name="backup-folder")
        self.folder_row = FieldRow(
            self.tr("Folder"),
            self.folder,
            self,
            help_text=self.tr(
                "On another drive than the data, for example a USB drive or a network folder. What"
                " lies there is sealed: nobody reads it without the keys."
            ),
        )
        self.browse = Button(
            self.tr("Choose a folder"), self, name="backup-browse", icon=Icon.HARD_DRIVE
        )
        question = self.tr("Daily backup")
        options = [
            OptionItem(ON, self.tr("On: made by itself while Firstlight is open")),
            OptionItem(OFF, self.tr("Off: only when someone presses Back up now")),
        ]
        self.daily = OptionGroup(question, options, self, name="backup-daily")
        self.daily_row = FieldRow(question, self.daily, self)
        self.hour = NumberField(self, name="backup-hour", least=Decimal(0), most=Decimal(LAST_HOUR))
        self.hour_row = FieldRow(
            self.tr("From which hour"),
            self.hour,
            self,
            help_text=self.tr(
                "0 to 23. It is made at the next quiet moment after that, or when Firstlight is"
                " closed."
            ),
        )
        for widget in (self.folder_row, self.browse, self.daily_row, self.hour_row):
            self.body.addWidget(widget)
        self.browse.clicked.connect(self._browse)
        self.folder.edited.connect(self.folder_row.clear_error)
        self.hour.edited.connect(self.hour_row.clear_error)

    def begin(self, plan: BackupPlan) -> None:
        """Show the plan in force; a first one is proposed as on."""
        self.folder.set_value(plan.folder)
        self.daily.set_chosen({ON if plan.is_on or not plan.folder else OFF})
        self.hour.show_value(Decimal(plan.hour))
        for row in (self.folder_row, self.hour_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The folder."""
        self.folder.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A folder that will not do is said below it."""
        row = self.hour_row if message_id == "backup.hour-wrong" else self.folder_row
        if not message_id.startswith("backup."):
            return False
        row.set_error(words)
        row.control.setFocus()
        return True

    def submit(self) -> None:
        """Tell what was given."""
        try:
            hour = self.hour.typed_value()
        except NotReadable as problem:
            self.hour_row.set_error(str(problem))
            self.hour.setFocus()
            return
        if not isinstance(hour, Decimal):
            self.hour_row.set_error(self.tr("Type an hour from 0 to 23."))
            self.hour.setFocus()
            return
        is_on = ON in self.daily.chosen_keys()
        self.plan_given.emit(BackupPlan(self.folder.value(), is_on, int(hour)))

    @Slot()
    def _browse(self) -> None:
        dialog = ChooseFolder(self)
        if self.folder.value():
            dialog.setDirectory(self.folder.value())
        dialog.folder_chosen.connect(self._chosen)
        dialog.open()

    @Slot(object)
    def _chosen(self, folder: Path) -> None:
        self.folder.set_value(str(folder))
        self.folder_row.set_error("")
        self.folder.setFocus()
