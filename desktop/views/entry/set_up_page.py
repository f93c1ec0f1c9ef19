"""The set-up of a workstation on one page: where, who, how it is opened, what comes next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import SetUp
from desktop.views.entry.entry_form import EntryForm, needed
from desktop.views.entry.entry_states import PageState
from desktop.views.entry.set_up_key import SetUpKey
from desktop.views.entry.set_up_people import SetUpPeople
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel

_CHOICE = "set-up-key-choice"


class SetUpPage(EntryForm):
    """Signals: ``submitted(SetUp)``; ``back_requested()``."""

    is_wide = True
    submitted = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="set-up", title=self.tr("Set up this workstation"))
        self.body.addWidget(
            WrapLabel(
                self.tr(
                    "Nothing is stored until you press Make the store. No patient is entered here."
                ),
                self,
                tone=Tone.MUTED,
            )
        )
        self._build_place()
        self.people = SetUpPeople(self)
        self._section(self.tr("Who begins here"), "set-up-who").addWidget(self.people)
        self.key = SetUpKey(self)
        self._section(self.tr("How this workstation is opened"), "set-up-how").addWidget(self.key)
        self._build_next()
        self._build_bar()

    def show_state(self, state: PageState, *, has_keyring: bool) -> None:
        """Show whether the store is being made, and what went wrong; what is typed stays."""
        self.key.show_keyring(has_keyring=has_keyring)
        reason, doing = self.tr("Making the store"), self.tr("Making keys and the store")
        self.show_progress(state, self.make_button, reason, doing)
        self._notes.setVisible(state.is_busy or bool(state.error))

    def typed(self, *, with_secrets: bool) -> dict[str, str]:
        """The fields and the chosen way of opening."""
        return {**super().typed(with_secrets=with_secrets), _CHOICE: self.key.choice()}

    def restore(self, typed: dict[str, str]) -> None:
        """Put back the fields and the chosen way of opening."""
        super().restore(typed)
        self.key.choose(typed[_CHOICE])
        self.people.adopt()

    def _build_place(self) -> None:
        self.hospital = LineField(self, name="set-up-hospital")
        self.hospital_row = FieldRow(self.tr("Hospital"), self.hospital, self)
        self.station = LineField(self, name="set-up-workstation")
        self.station_row = FieldRow(
            self.tr("Name of this workstation"),
            self.station,
            self,
            help_text=self.tr("As it is known on the ward, so that nobody takes the wrong cart."),
        )
        section = self._section(self.tr("Where this is"), "set-up-where")
        section.addWidget(self.hospital_row)
        section.addWidget(self.station_row)
        self.hospital.edited.connect(self.hospital_row.clear_error)
        self.station.edited.connect(self.station_row.clear_error)

    def _build_next(self) -> None:
        section = self._section(self.tr("What happens next"), "set-up-next")
        section.addWidget(
            WrapLabel(
                self.tr(
                    "You will see three recovery codes and a one-time code for each person, "
                    "once. Have pen and paper ready. Each person then chooses a password and a "
                    "PIN with the code. Before the first signature the administrator approves "
                    "the consent texts."
                ),
                self,
                is_long=True,
            )
        )

    def _build_bar(self) -> None:
        self._notes = QWidget(self)
        column = QVBoxLayout(self._notes)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self.message)
        column.addWidget(self.busy)
        self.bar = ActionBar(self, name="set-up-bar", tells_reasons=False)
        self.back_button = Button(self.tr("Back"), self.bar, name="set-up-back")
        self.make_button = Button(
            self.tr("Make the store"), self.bar, name="set-up-submit", role=ButtonRole.PRIMARY
        )
        self.way_back = self.back_button
        self.bar.add_left(self.back_button)
        self.bar.add_right(self.make_button)
        self.add_bar(self._notes)
        self.add_bar(self.bar)
        self.back_button.clicked.connect(self._back)
        self.make_button.clicked.connect(self._submit)

    def _section(self, title: str, name: str) -> QVBoxLayout:
        panel = Panel(title, self, name=name)
        panel.title_label.set_style(TextStyle.ROW_STRONG)
        self.body.addWidget(panel)
        return panel.body

    def _problems(self) -> tuple[QWidget | None, ...]:
        return (
            needed(self.hospital_row, self.hospital, self.tr("Type the name of the hospital.")),
            needed(self.station_row, self.station, self.tr("Type a name for this cart.")),
            self.people.check(),
            self.key.check(),
        )

    @Slot()
    def _submit(self) -> None:
        if not self.may_send(self._problems):
            return
        self.submitted.emit(
            SetUp(
                hospital_name=self.hospital.value(),
                workstation_name=self.station.value(),
                staff=self.people.staff(),
                passphrase=self.key.value(),
            )
        )

    @Slot()
    def _back(self) -> None:
        self.back_requested.emit()
