"""New recovery codes: two old ones first, then three new ones on paper, typed again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import NewRecoveryCodes, RecoveryCodes
from desktop.views.entry.code_groups import CodeGroups
from desktop.views.entry.code_retyping import CodeRetyping
from desktop.views.people.slip_printers import SlipPrinters
from desktop.views.people.two_codes import TwoCodes
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class RecoveryPanel(TaskPanel):
    """Holds codes only while they are shown. Signals: ``codes_given(RecoveryCodes)`` the old ones;
    ``print_requested(NewRecoveryCodes)``; ``agreed(RecoveryCodes, NewRecoveryCodes)``."""

    codes_given = Signal(object)
    print_requested = Signal(object)
    agreed = Signal(object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="recovery")
        self.set_title(self.tr("New recovery codes"))
        self._old: RecoveryCodes | None = None
        self._new: NewRecoveryCodes | None = None
        self.why = WrapLabel("", self, is_long=True)
        self.codes = TwoCodes(
            self,
            name="recovery-old",
            why=self.tr("Two of the three codes that count now. Ask two colleagues for theirs."),
        )
        self.shown = QWidget(self)
        self._groups = QVBoxLayout(self.shown)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(Space.S)
        self.printers = SlipPrinters(language, self)
        self.print_button = Button(
            self.tr("Print on separate sheets"), self, name="recovery-print", icon=Icon.PRINTER
        )
        self.printed = WrapLabel("", self, tone=Tone.MUTED)
        self.retyping = CodeRetyping(self)
        self.missing = WrapLabel("", self, tone=Tone.WARNING)
        for widget in (
            self.why,
            self.codes,
            self.shown,
            self.printers,
            self.print_button,
            self.printed,
            self.retyping,
            self.missing,
        ):
            self.body.addWidget(widget)
        self.print_button.clicked.connect(self._print)
        self.retyping.changed.connect(self._typed)
        self.forget()

    def begin(self) -> None:
        """Ask for two old codes."""
        self.forget()
        self.codes.ask(is_needed=True)

    def show_codes(self, old: RecoveryCodes, new: NewRecoveryCodes) -> None:
        """The three new ones; the old count until these are typed again."""
        self._old, self._new = old, new
        self.codes.ask(is_needed=False)
        self.action_text = self.tr("Use the new codes")
        self.why.setText(
            self.tr(
                "Write or print each on its own sheet and give the sheets to three people. Then"
                " type two of them again. Until you use them, the old codes count."
            )
        )
        for number, code in enumerate(new.codes, start=1):
            title = self.tr("Code {number}").format(number=number)
            self._groups.addWidget(WrapLabel(title, self.shown, style=TextStyle.BODY_STRONG))
            self._groups.addWidget(CodeGroups(code, self.shown, name=f"recovery-new-{number}"))
        self.retyping.show_codes(new.codes)
        for widget in (self.shown, self.print_button, self.retyping):
            widget.show()

    def show_printed(self, words: str) -> None:
        """What became of the printing."""
        self.printed.setText(words)
        self.printed.setVisible(bool(words))

    @property
    def has_codes(self) -> bool:
        """Whether new codes are shown that do not count yet."""
        return self._new is not None

    def forget(self) -> None:
        """Keep nothing of any code."""
        self._old = self._new = None
        self.action_text = self.tr("Make new codes")
        self.why.setText(
            self.tr(
                "Make new ones when a sheet is lost or was seen, or when somebody who had one has"
                " left. The old codes then open nothing here any more; backups made before still"
                " open with them."
            )
        )
        while (item := self._groups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.codes.ask(is_needed=False)
        self.retyping.one.set_value("")
        self.retyping.other.set_value("")
        self.retyping.show_codes(())
        self.show_printed("")
        self.printers.hide()
        for widget in (self.shown, self.print_button, self.retyping, self.missing):
            widget.hide()

    def focus_first(self) -> None:
        """The first old code; above the new ones, so that they are read from the first on."""
        (self.close_button if self.has_codes else self.codes.one).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused code."""
        return self.codes.show_problem(message_id, words)

    def submit(self) -> None:
        """Two old codes were typed, or two new ones typed again."""
        if self._old is not None and self._new is not None:
            self._agree(self._old, self._new)
            return
        missing = self.codes.check()
        if missing is not None:
            missing.setFocus()
            return
        self.codes_given.emit(self.codes.value())

    def _agree(self, old: RecoveryCodes, new: NewRecoveryCodes) -> None:
        if self.retyping.is_right:
            self.agreed.emit(old, new)
            return
        self.missing.setText(self.tr("Type two of the new codes from their sheets first."))
        self.missing.show()
        self.retyping.one.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.missing.hide()

    @Slot()
    def _print(self) -> None:
        if self._new is not None:
            self.print_requested.emit(self._new)
