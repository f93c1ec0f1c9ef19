"""The ways when the person cannot sign, with the witness or the authority that each needs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.consent.consent_states import CannotWay, ConsentState
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class CannotSign(QWidget):
    """Signals: ``way_chosen(CannotWay or None)``; ``unsaved_changed()`` when ``has_unsaved`` may
    have."""

    way_chosen = Signal(object)
    unsaved_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-cannot-sign-panel")
        self.title_label = WrapLabel(self.tr("Cannot sign"), self, style=TextStyle.ROW_STRONG)
        self.ways = OptionGroup(
            self.tr("Cannot sign"),
            [
                OptionItem(CannotWay.VERBAL, self.tr("Says yes out loud, with a witness")),
                OptionItem(CannotWay.TELEPHONE, self.tr("Says yes on the phone")),
                OptionItem(CannotWay.MARK, self.tr("Makes a mark, with a witness")),
                OptionItem(CannotWay.REPRESENTATIVE, self.tr("Guardian or representative signs")),
            ],
            self,
            name="consent-way",
        )
        self.ways.answered.connect(self._chosen)
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self.title_label, self.ways):
            column.addWidget(widget)
        for row in self.rows:
            column.addWidget(row)

    def _make_fields(self) -> None:
        self.witness_field = LineField(self, name="consent-witness")
        self.witness_row = FieldRow(self.tr("Witness, name and role"), self.witness_field, self)
        self.authority_field = LineField(self, name="consent-authority")
        self.authority_row = FieldRow(
            self.tr("By what right, such as mother or legal guardian"), self.authority_field, self
        )
        self.second_field = LineField(self, name="consent-second-witness")
        self.second_row = FieldRow(
            self.tr("Second witness, name and role"), self.second_field, self
        )
        self.person_field = LineField(self, name="consent-person")
        self.person_row = FieldRow(
            self.tr("Whose record it is, printed name"), self.person_field, self
        )
        self.rows = (self.witness_row, self.second_row, self.authority_row, self.person_row)
        self.fields = (
            self.witness_field,
            self.second_field,
            self.authority_field,
            self.person_field,
        )
        for field in self.fields:
            field.edited.connect(self._typed)

    @property
    def has_unsaved(self) -> bool:
        """Whether a witness, a right or a name was typed."""
        return any(field.value() for field in self.fields)

    def show_state(self, state: ConsentState) -> None:
        """Show the chosen way and what it needs."""
        self.ways.set_chosen((state.way.value,) if state.way else ())
        is_by_phone = state.way is CannotWay.TELEPHONE
        has_witness = is_by_phone or state.way in (CannotWay.VERBAL, CannotWay.MARK)
        self.witness_row.setVisible(has_witness)
        self.second_row.setVisible(is_by_phone and state.phone_witnesses > 1)
        is_for_another = state.way is CannotWay.REPRESENTATIVE
        self.authority_row.setVisible(is_for_another)
        self.person_row.setVisible(is_for_another)

    def start_over(self) -> None:
        """Nothing typed, nothing wrong."""
        for row, field in zip(self.rows, self.fields, strict=True):
            field.set_value("")
            row.set_error("")
        self.unsaved_changed.emit()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.unsaved_changed.emit()

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        self.way_chosen.emit(CannotWay(keys[0]) if keys else None)
