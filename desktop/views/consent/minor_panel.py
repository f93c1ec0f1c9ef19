"""Who gives a consent of somebody under 18: a guardian with the young person's word, or alone."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.ids import RecordId
from desktop.records.minor import Assent, Guardian, MinorBasis, MinorSigning
from desktop.views.consent.consent_states import ConsentState, NewGuardian
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.evidence_hint import hint_below
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

NEW = "new"
_ALONE = "alone-"


class MinorPanel(QWidget):
    """Signals: ``guardian_added(NewGuardian)``; ``guardian_barred(id, decided by)``."""

    guardian_added = Signal(object)
    guardian_barred = Signal(str, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-minor")
        self._language = language
        self._guardians: dict[str, Guardian] = {}
        self._shown: tuple[object, ...] = ()
        title = self.tr("Under 18: who gives this consent")
        self.title_label = WrapLabel(title, self, style=TextStyle.ROW_STRONG)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self.title_label)
        self.who = OptionGroup(title, [], self, name="consent-who")
        self.who.answered.connect(self._who_chosen)
        self._column.addWidget(self.who)
        said = self.tr("What the young person says")
        self.assent_label = WrapLabel(said, self, style=TextStyle.ROW_STRONG)
        self.assent = OptionGroup(
            said,
            [
                OptionItem(Assent.YES, self.tr("The young person agrees")),
                OptionItem(Assent.NO, self.tr("The young person says no")),
                OptionItem(Assent.NOT_ABLE, self.tr("Cannot answer yet: ask again")),
            ],
            self,
            name="consent-assent",
        )
        self._make_fields()
        self._show_fields("")

    def _make_fields(self) -> None:
        self.name_field = LineField(self, name="consent-guardian-name")
        self.right_field = LineField(self, name="consent-guardian-right")
        self.paper_field = LineField(self, name="consent-guardian-paper")
        self.found_field = LineField(self, name="consent-found-by")
        self.decided_field = LineField(self, name="consent-decided-by")
        self.add_button = Button(self.tr("Keep this guardian"), self, name="consent-guardian-add")
        self.add_button.clicked.connect(self._add)
        self.bar_button = Button(
            self.tr("This guardian may not consent"), self, name="consent-guardian-bar"
        )
        self.bar_button.clicked.connect(self._bar)
        self.new_rows = (
            FieldRow(self.tr("Name of the guardian"), self.name_field, self),
            FieldRow(self.tr("Is the young person's"), self.right_field, self),
            FieldRow(self.tr("Paper seen that shows it"), self.paper_field, self),
        )
        for row, field in zip(self.new_rows[1:], (self.right_field, self.paper_field), strict=True):
            hint_below(row, field)
        self.found_row = FieldRow(self.tr("Found by, name and licence"), self.found_field, self)
        self.decided_row = FieldRow(
            self.tr("May not consent: decided by"), self.decided_field, self
        )
        self._column.addWidget(self.assent_label)
        self._column.addWidget(self.assent)
        for widget in (*self.new_rows, self.add_button, self.found_row):
            self._column.addWidget(widget)
        self._column.addWidget(self.decided_row)
        self._column.addWidget(self.bar_button)
        self.report_note = WrapLabel(
            sentence("minor.report-note", self._language), self, tone=Tone.WARNING
        )
        self.report_note.setObjectName("consent-minor-report")
        self._column.addWidget(self.report_note)
        self.report_note.hide()

    @property
    def guardian(self) -> Guardian | None:
        """The chosen guardian."""
        return self._guardians.get(self._chosen())

    def signing(self) -> MinorSigning:
        """How the consent is given, as chosen so far."""
        chosen = self._chosen()
        if chosen.startswith(_ALONE):
            basis = MinorBasis(chosen.removeprefix(_ALONE))
            return MinorSigning(basis=basis, basis_found_by=self.found_field.value())
        said = next(iter(self.assent.chosen_keys()), "")
        guardian = RecordId(chosen) if chosen in self._guardians else None
        return MinorSigning(guardian, Assent(said) if said else None)

    def show_state(self, state: ConsentState) -> None:
        """Show the guardians as kept; a change of them starts the choice over."""
        shown = (state.page.guardians, state.page.may_sign_alone)
        if shown == self._shown:
            return
        self._shown = shown
        self._guardians = {one.guardian_id: one for one in state.page.guardians}
        self.who.set_options(self._items(may_sign_alone=state.page.may_sign_alone))
        keep_tab_order(self, [self.who, self.assent])
        is_barred = any(one.may_not is not None for one in self._guardians.values())
        self.report_note.setVisible(is_barred)
        self.start_over()

    def start_over(self) -> None:
        """Nothing chosen, nothing typed."""
        self.who.set_chosen(())
        self.assent.set_chosen(())
        for field in (
            self.name_field,
            self.right_field,
            self.paper_field,
            self.found_field,
            self.decided_field,
        ):
            field.set_value("")
        self._show_fields("")

    def _items(self, *, may_sign_alone: bool) -> list[OptionItem]:
        items = []
        for one in self._guardians.values():
            words = f"{one.name}, {one.relationship}"
            why = self.tr("May not consent") if one.may_not is not None else ""
            items.append(OptionItem(one.guardian_id, words, closed_reason=why))
        items.append(OptionItem(NEW, self.tr("A guardian who is not in the list")))
        for basis in MinorBasis:
            if basis is MinorBasis.SITE_POLICY and not may_sign_alone:
                continue
            law = sentence(f"minor-basis.{basis.value}", self._language)
            words = self.tr("Decides alone: {law}").format(law=law)
            items.append(OptionItem(_ALONE + basis.value, words))
        return items

    def _chosen(self) -> str:
        return next(iter(self.who.chosen_keys()), "")

    def _show_fields(self, chosen: str) -> None:
        is_guardian = chosen in self._guardians
        self.assent.setVisible(is_guardian)
        self.assent_label.setVisible(is_guardian)
        for row in self.new_rows:
            row.setVisible(chosen == NEW)
        self.add_button.setVisible(chosen == NEW)
        self.found_row.setVisible(chosen.startswith(_ALONE))
        self.decided_row.setVisible(is_guardian)
        self.bar_button.setVisible(is_guardian)

    @Slot(object)
    def _who_chosen(self, _keys: object) -> None:
        self._show_fields(self._chosen())

    @Slot()
    def _add(self) -> None:
        new = NewGuardian(
            self.name_field.value(), self.right_field.value(), self.paper_field.value()
        )
        self.guardian_added.emit(new)

    @Slot()
    def _bar(self) -> None:
        self.guardian_barred.emit(self._chosen(), self.decided_field.value())
