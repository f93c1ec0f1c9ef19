"""A task that asks for one reason out of a closed set before something cannot be undone."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.button import ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem


class ReasonPanel(TaskPanel):
    """A subclass shows what is at stake, then calls ``ask``.

    Signals: ``reason_given(member of the set)``.
    """

    reason_given = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", "", parent, name=name)
        self.role = ButtonRole.DANGER

    def ask(self, question: str, reasons: Mapping[StrEnum, str]) -> None:
        """Put the question and its reasons at the end of the panel."""
        self._members = {member.value: member for member in reasons}
        options = [OptionItem(member.value, words) for member, words in reasons.items()]
        self.reason = OptionGroup(question, options, self, name=f"{self.objectName()}-reason")
        self.reason_row = FieldRow(question, self.reason, self)
        self.body.addWidget(self.reason_row)

    def begin_with(self, title: str) -> None:
        """Nothing is chosen yet; the title names what is done, on the button too."""
        self.set_title(title)
        self.action_text = title
        self.reason.set_chosen(())
        self.reason_row.set_error("")

    def focus_first(self) -> None:
        """The first reason."""
        self.reason.focus_first()

    def submit(self) -> None:
        """Tell the reason, or ask for one."""
        chosen = self.reason.chosen_keys()
        self.reason_row.set_error("" if chosen else self.tr("Choose a reason."))
        if chosen:
            self.reason_given.emit(self._members[chosen[0]])
        else:
            self.focus_first()
