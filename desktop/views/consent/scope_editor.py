"""What is shared and until when: changed with the person before anything is signed."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.consent import RELEASE_CATEGORIES, Category
from desktop.views.consent.consent_states import ConsentState, ScopeChoice
from desktop.views.theme.holder import theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.room_chip import RoomChip
from desktop.views.widgets.wrap_label import WrapLabel

RELEASE_ORDER = tuple(one for one in Category if one in RELEASE_CATEGORIES)


class ScopeEditor(QWidget):
    """Signals: ``changed(ScopeChoice)`` after each toggle or date; the text follows at once."""

    changed = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-scope-editor")
        self._shown: date | None = None
        self._fixed: frozenset[Category] = frozenset()
        self.title_label = WrapLabel(self.tr("What is shared"), self, style=TextStyle.ROW_STRONG)
        words = self.tr("Choose together. The text on the left follows.")
        self.hint_label = WrapLabel(words, self, tone=Tone.MUTED)
        self.chips: dict[Category, RoomChip] = {}
        for category in RELEASE_ORDER:
            text = sentence(f"consent-short.{category.value}", language)
            text = text[:1].upper() + text[1:]
            self.chips[category] = RoomChip(text, self, name=f"consent-share-{category.value}")
            self.chips[category].toggled.connect(self._toggled)
        self._flow = ButtonFlow(tuple(self.chips.values()), self)
        self.until = DateField(self, name="consent-until")
        self.until.value_committed.connect(self._date_set)
        self.problem = MessageBar(
            self, name="consent-scope-problem", is_closable=False, has_edge=False
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.title_label)
        column.addWidget(self.hint_label)
        column.addWidget(self._flow)
        column.addWidget(FieldRow(self.tr("Last day"), self.until, self))
        column.addWidget(self.problem)
        column.addStretch(1)
        theme_holder().changed.connect(self._flow.arrange)

    def show_state(self, state: ConsentState) -> None:
        """Show the scope of the document, unless a wrong one is being set right."""
        if state.scope_problem:
            self.problem.show_message(Tone.WARNING, state.scope_problem)
            return
        self.problem.clear()
        scope = state.document.scope if state.document else None
        if scope is None:
            return
        # Records of a treatment program stand on a paper of their own: all of it or none.
        is_fixed = Category.TREATMENT_RECORDS in scope.categories
        for chip in self.chips.values():
            chip.setVisible(not is_fixed)
        self._fixed = scope.categories if is_fixed else frozenset()
        self.title_label.setVisible(not is_fixed)
        for category, chip in self.chips.items():
            chip.set_chosen(category in scope.categories)
        self._flow.arrange()
        self._shown = scope.expires_on
        self.until.show_value(scope.expires_on)

    def focus_first(self) -> None:
        """Put the focus on the first kind."""
        next(iter(self.chips.values())).setFocus()

    @Slot(bool)
    def _toggled(self, _is_checked: bool) -> None:
        self._flow.arrange()
        self._tell()

    @Slot(object)
    def _date_set(self, value: object) -> None:
        self._shown = value if isinstance(value, date) else None
        self._tell()

    def _tell(self) -> None:
        chosen = frozenset(each for each, chip in self.chips.items() if chip.isChecked())
        if self._fixed:
            chosen = self._fixed
        self.changed.emit(ScopeChoice(chosen, self._shown))
