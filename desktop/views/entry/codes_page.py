"""Once after set-up: codes on paper, printed or written down, then the check that they are kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.entry.code_groups import CodeGroups
from desktop.views.entry.code_retyping import CodeRetyping
from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import CodesState
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel

_STEP = "codes-step"
_PRINTED = "codes-printed"
_PRINT, _READ, _CHECK = "print", "read", "check"


class CodesPage(EntryPage):
    """Where there is a printer the codes go to it unseen, else they are shown to be written down;
    then, without them, two are typed again by two people.

    Signals: ``kept()``; ``print_requested(CodesState)``.
    """

    is_wide = True
    kept = Signal()
    print_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="codes", title="")
        self._state = CodesState((), ())
        self._is_printed = False
        self._shown: list[QWidget] = []
        self.why_label = WrapLabel("", self, is_long=True)
        self.body.addWidget(self.why_label)
        self.kept_files = MessageBar(self, name="codes-kept-files", is_closable=False)
        self.kept_files.hide()
        self.body.addWidget(self.kept_files)
        self._codes = QWidget(self)
        self._codes.setObjectName("codes-shown")
        self._list = QVBoxLayout(self._codes)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.L)
        self.body.addWidget(self._codes)
        self.retyping = CodeRetyping(self)
        self.retyping.changed.connect(self._follow)
        self.body.addWidget(self.retyping)
        self._build_bar()
        self._turn_to(_READ)

    def show_state(self, state: CodesState) -> None:
        """Show these codes; the page keeps them only while it lives."""
        for old in self._shown:
            self._list.removeWidget(old)
            old.deleteLater()
        is_first = not self._state.recovery_codes
        self._state = state
        self._shown = [self._recovery_panel(state), self._people_panel(state)]
        for panel in self._shown:
            self._list.addWidget(panel)
        self.retyping.show_codes(state.recovery_codes)
        if is_first:
            self._turn_to(_PRINT if state.printer else _READ)

    def show_printed(self, *, is_done: bool) -> None:
        """The sheets are at the printer, or are not."""
        self.print_button.set_closed("")
        self._is_printed = self._is_printed or is_done
        self._arrange()

    def focus_first(self) -> None:
        """The button that goes on, or the first code to type."""
        target: QWidget = self.retyping.one
        if self._step != _CHECK:
            can_print = self._step == _PRINT and not self._is_printed
            target = self.print_button if can_print else self.written_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self, *, with_secrets: bool) -> dict[str, str]:
        """The typed codes and the step."""
        typed = super().typed(with_secrets=with_secrets) if with_secrets else {}
        return {**typed, _STEP: self._step, _PRINTED: "yes" if self._is_printed else ""}

    def restore(self, typed: dict[str, str]) -> None:
        """Put back what was typed, at the same step."""
        super().restore(typed)
        self._is_printed = bool(typed.get(_PRINTED))
        self._turn_to(typed[_STEP])
        self.retyping.changed.emit()

    def _build_bar(self) -> None:
        self.bar = ActionBar(self, name="codes-bar")
        self.again_button = Button(self.tr("Show the codes again"), self.bar, name="codes-again")
        self.print_button = Button(
            self.tr("Print on separate sheets"), self.bar, name="codes-print", icon=Icon.PRINTER
        )
        self.written_button = Button(
            self.tr("They are on paper"), self.bar, name="codes-written", role=ButtonRole.PRIMARY
        )
        self.kept_button = Button(
            self.tr("I have kept them"), self.bar, name="codes-kept", role=ButtonRole.PRIMARY
        )
        self.bar.add_left(self.again_button)
        self.bar.add_right(self.print_button)
        self.bar.add_right(self.written_button)
        self.bar.add_right(self.kept_button)
        self.add_bar(self.bar)
        self.print_button.clicked.connect(self._print)
        self.again_button.clicked.connect(self._read)
        self.written_button.clicked.connect(self._check)
        self.kept_button.clicked.connect(self._keep)

    def _recovery_panel(self, state: CodesState) -> Panel:
        panel = Panel(self.tr("Three recovery codes"), self._codes, name="codes-recovery")
        panel.body.addWidget(
            WrapLabel(
                self.tr(
                    "Any two of them open this store when passwords or the key of this "
                    "workstation are lost. Write each on its own paper and keep the papers "
                    "apart, with different people."
                ),
                panel,
                tone=Tone.MUTED,
            )
        )
        for number, code in enumerate(state.recovery_codes, start=1):
            title = self.tr("Code {number}").format(number=number)
            panel.body.addWidget(WrapLabel(title, panel, style=TextStyle.BODY_STRONG))
            panel.body.addWidget(CodeGroups(code, panel, name=f"codes-recovery-{number}"))
        return panel

    def _people_panel(self, state: CodesState) -> Panel:
        panel = Panel(self.tr("A one-time code for each person"), self._codes, name="codes-people")
        panel.body.addWidget(
            WrapLabel(
                self.tr(
                    "Give each person their own slip. A code works once, within 72 hours, on "
                    "this workstation: sign-in page, I cannot sign in."
                ),
                panel,
                tone=Tone.MUTED,
            )
        )
        for name, sign_in_name, code in state.enrolment:
            title = self.tr("{name}, sign-in name {sign_in_name}").format(
                name=name, sign_in_name=sign_in_name
            )
            panel.body.addWidget(WrapLabel(title, panel, style=TextStyle.BODY_STRONG))
            panel.body.addWidget(CodeGroups(code, panel, name=f"codes-person-{sign_in_name}"))
        return panel

    def _turn_to(self, step: str) -> None:
        self._step = step
        titles = {
            _PRINT: self.tr("Print these codes now"),
            _READ: self.tr("Write these codes down now"),
            _CHECK: self.tr("Check your papers"),
        }
        self.title_label.setText(titles[step])
        self.why_label.setText(self._why_words())
        self._warn_of_kept_files()
        self._arrange()
        self._follow()
        self.area.verticalScrollBar().setValue(0)

    def _why_words(self) -> str:
        if self._step == _READ:
            return self.tr("They are shown once and cannot be looked up later, by anyone.")
        if self._step == _CHECK:
            return self.tr(
                "Two different people each type the recovery code from their own sheet. The slips "
                "with the one-time codes should be on paper too: after this nothing is shown again."
            )
        return self.tr(
            "Three recovery codes and a one-time code for each person go straight to the printer "
            "{printer}, each on its own sheet, without a file. They cannot be looked up later, by "
            "anyone. Stand beside the printer, and give each recovery sheet to another person."
        ).format(printer=self._state.printer)

    def _warn_of_kept_files(self) -> None:
        """Before anything goes to a print system that keeps it."""
        if self._step != _PRINT or not self._state.keeps_files:
            self.kept_files.hide()
            return
        words = self.tr(
            "The print system of this computer keeps printed pages on its disk: ask IT to set "
            "“PreserveJobFiles No” first, or write the codes down from the screen."
        )
        self.kept_files.show_message(Tone.WARNING, words)

    def _arrange(self) -> None:
        is_print, is_check = self._step == _PRINT, self._step == _CHECK
        self._codes.setVisible(self._step == _READ)
        self.retyping.setVisible(is_check)
        self.print_button.setVisible(not is_check and bool(self._state.printer))
        self.print_button.set_role(
            ButtonRole.PRIMARY if is_print and not self._is_printed else ButtonRole.PLAIN
        )
        self.written_button.setVisible(self._step == _READ or (is_print and self._is_printed))
        self.again_button.setVisible(self._step != _READ)
        self.again_button.setText(
            self.tr("Show them on the screen instead")
            if is_print
            else self.tr("Show the codes again")
        )
        self.kept_button.setVisible(is_check)

    @Slot()
    def _follow(self) -> None:
        is_closed = self._step == _CHECK and not self.retyping.is_right
        self.kept_button.set_closed(
            self.tr("Opens when two codes are typed right") if is_closed else ""
        )

    @Slot()
    def _read(self) -> None:
        self._turn_to(_READ)
        self.focus_first()
        announce(self, self.title)

    @Slot()
    def _check(self) -> None:
        self._turn_to(_CHECK)
        self.focus_first()
        announce(self, self.title)

    @Slot()
    def _print(self) -> None:
        self.print_button.set_closed(self.tr("Printing"))
        self.print_requested.emit(self._state)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()
