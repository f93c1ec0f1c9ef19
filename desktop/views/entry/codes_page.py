"""Shown once after set-up: recovery codes and one-time codes, then the check that they are kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.entry.code_groups import CodeGroups
from desktop.views.entry.code_retyping import CodeRetyping
from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import CodesState
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel

_STEP = "codes-step"
_READ, _CHECK = "read", "check"


class CodesPage(EntryPage):
    """Two steps: the codes to write down, then, without them, two to type again.

    Signals: ``kept()``.
    """

    is_wide = True
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="codes", title="")
        self._shown: list[QWidget] = []
        self.why_label = WrapLabel("", self, is_long=True)
        self.body.addWidget(self.why_label)
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
        self._shown = [self._recovery_panel(state), self._people_panel(state)]
        for panel in self._shown:
            self._list.addWidget(panel)
        self.retyping.show_codes(state.recovery_codes)

    def focus_first(self) -> None:
        """The button that goes on, or the first code to type."""
        target = self.written_button if self._step == _READ else self.retyping.one
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self, *, with_secrets: bool) -> dict[str, str]:
        """The typed codes and the step."""
        typed = super().typed(with_secrets=with_secrets) if with_secrets else {}
        return {**typed, _STEP: self._step}

    def restore(self, typed: dict[str, str]) -> None:
        """Put back what was typed, at the same step."""
        super().restore(typed)
        self._turn_to(typed[_STEP])
        self.retyping.changed.emit()

    def _build_bar(self) -> None:
        self.bar = ActionBar(self, name="codes-bar")
        self.again_button = Button(self.tr("Show the codes again"), self.bar, name="codes-again")
        self.written_button = Button(
            self.tr("They are on paper"), self.bar, name="codes-written", role=ButtonRole.PRIMARY
        )
        self.kept_button = Button(
            self.tr("I have kept them"), self.bar, name="codes-kept", role=ButtonRole.PRIMARY
        )
        self.bar.add_left(self.again_button)
        self.bar.add_right(self.written_button)
        self.bar.add_right(self.kept_button)
        self.add_bar(self.bar)
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
        is_reading = step == _READ
        self.title_label.setText(
            self.tr("Write these codes down now") if is_reading else self.tr("Check your papers")
        )
        self.why_label.setText(
            self.tr("They are shown once and cannot be looked up later, by anyone.")
            if is_reading
            else self.tr(
                "Type two of the three recovery codes from your papers. The slips with the "
                "one-time codes should be written too: after this nothing is shown again."
            )
        )
        self._codes.setVisible(is_reading)
        self.retyping.setVisible(not is_reading)
        self.written_button.setVisible(is_reading)
        self.again_button.setVisible(not is_reading)
        self.kept_button.setVisible(not is_reading)
        self._follow()
        self.area.verticalScrollBar().setValue(0)

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
    def _keep(self) -> None:
        self.kept.emit()
