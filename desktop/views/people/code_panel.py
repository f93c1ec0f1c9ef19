"""A one-time code, shown once: to be handed over or printed now."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.code_sheets import Slip
from desktop.views.entry.code_groups import CodeGroups
from desktop.views.forms.breakable import breakable
from desktop.views.people.slip_printers import SlipPrinters
from desktop.views.person.task_panel import TaskPanel
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class CodePanel(TaskPanel):
    """Holds the code only while it is shown. Signals: ``print_requested(Slip)``;
    ``handed_over(name)``."""

    print_requested = Signal(object)
    handed_over = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("I have handed it over"), parent, name="one-time-code")
        self._language = language
        # A code that was made cannot be unmade.
        self.is_shown_only = True
        self._slip: Slip | None = None
        self._groups: CodeGroups | None = None
        self.why = WrapLabel("", self, is_long=True)
        self.until = WrapLabel("", self, tone=Tone.MUTED)
        self.printers = SlipPrinters(language, self)
        self.print_button = Button(self.tr("Print"), self, name="code-print", icon=Icon.PRINTER)
        self.printed = WrapLabel("", self, tone=Tone.MUTED)
        for widget in (self.why, self.until, self.printers, self.print_button, self.printed):
            self.body.addWidget(widget)
        self.print_button.clicked.connect(self._print)

    def begin(self, slip: Slip, now: datetime) -> None:
        """Show a code that was just made."""
        self.forget()
        self._slip = slip
        title = self.tr("One-time code for {name}").format(name=slip.name)
        self.set_title(breakable(title))
        self.why.setText(
            self.tr(
                "It is shown only now. Give it to {name} in person: at sign-in, “I cannot sign"
                " in”, with the sign-in name {sign_in_name}."
            ).format(name=slip.name, sign_in_name=slip.sign_in_name)
        )
        self._groups = CodeGroups(slip.code, self, name="code-groups")
        self.body.insertWidget(1, self._groups)
        if slip.until is not None:
            words = self.tr("It works once, until {moment}. If it is lost, make a new one.")
            self.until.setText(words.format(moment=moment_words(slip.until, now, self._language)))
        self.show_printed("")

    def show_printed(self, words: str) -> None:
        """What became of the printing."""
        self.printed.setText(words)
        self.printed.setVisible(bool(words))

    def forget(self) -> str:
        """Keep nothing of the code; whose it was, empty without one."""
        name = self._slip.name if self._slip is not None else ""
        self._slip = None
        if self._groups is not None:
            self.body.removeWidget(self._groups)
            self._groups.hide()
            self._groups.deleteLater()
            self._groups = None
        return name

    def focus_first(self) -> None:
        """Printing, which is the safest way to hand it over."""
        self.print_button.setFocus()

    def submit(self) -> None:
        """It was handed over."""
        self.handed_over.emit(self.forget())

    @Slot()
    def _print(self) -> None:
        if self._slip is not None:
            self.print_requested.emit(self._slip)
