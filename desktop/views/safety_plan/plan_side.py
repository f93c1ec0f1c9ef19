"""The column beside a safety plan: on paper, may the desk print it, go over it again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.forms.answers import Answered, PartialDate, Unanswered, answer_values
from desktop.forms.session import ItemState
from desktop.views.editors.choices import key_of, option_items, options_of
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.editors.partial_date_field import PartialDateField
from desktop.views.interview.saying import say
from desktop.views.safety_plan.plan_state import PlanState
from desktop.views.safety_plan.wallet_card import WalletCard
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class PlanSide(Surface):
    """Gives the same answers as the questions of the form that it mirrors.

    Signals: ``answered(key, answer)``.
    """

    answered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("plan-side")
        self._state: PlanState | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        inside = QWidget(area)
        inside.setProperty("page", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.L + Space.XS, Space.L, Space.L + Space.XS, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(WrapLabel(self.tr("On paper"), inside, style=TextStyle.ROW_STRONG))
        self.paper = OptionGroup(self.tr("On paper"), [], inside, name="plan-paper")
        self.card_note = WrapLabel("", inside, tone=Tone.MUTED)
        self.card = WalletCard(inside)
        self.desk_label = WrapLabel("", inside, style=TextStyle.BODY_STRONG)
        self.desk = OptionGroup("", [], inside, name="plan-desk")
        self.review = PartialDateField(inside, name="plan-review")
        self.review_row = FieldRow(self.tr("Go over it again"), self.review, inside)
        parts = (self.paper, self.card_note, self.card, self.desk_label, self.desk)
        for part in (*parts, self.review_row):
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(inside)
        outer.addWidget(area)
        self.paper.answered.connect(self._paper_chosen)
        self.desk.answered.connect(self._desk_chosen)
        self.review.value_committed.connect(self._date_committed)
        self.review.problem_found.connect(self.review_row.set_error)

    def show_plan(self, state: PlanState) -> None:
        """Show how the plan is given now."""
        if state == self._state:
            return
        self._state = state
        _show_choice(self.paper, state.paper, state.mode)
        _show_choice(self.desk, state.desk, state.mode)
        words = one_text(state.desk.item.text, state.mode) if state.desk is not None else ""
        say(self.desk_label, words)
        self.desk_label.setVisible(bool(words))
        self.card_note.setText(self.tr("Card, folded, neutral title"))
        self.card.show_card(state.card_title, state.card)
        for part in (self.card_note, self.card):
            part.setVisible(state.has_card)
        self.review_row.setVisible(state.review is not None)
        if state.review is not None and not self.review.line.has_pending:
            found = [v for v in answer_values(state.review.answer) if isinstance(v, PartialDate)]
            if found or not self.review_row.error:
                self.review.show_value(found[0] if found else None)

    def flush(self) -> None:
        """Tell what was typed now."""
        self.review.flush()

    @Slot(object)
    def _paper_chosen(self, keys: tuple[str, ...]) -> None:
        self._tell_choice(self._state.paper if self._state is not None else None, keys)

    @Slot(object)
    def _desk_chosen(self, keys: tuple[str, ...]) -> None:
        self._tell_choice(self._state.desk if self._state is not None else None, keys)

    def _tell_choice(self, state: ItemState | None, keys: tuple[str, ...]) -> None:
        if state is None:
            return
        options = options_of(state, answer_values(state.answer))
        answer = Answered((options[keys[0]].value,)) if keys else Unanswered()
        self.answered.emit(state.key, answer)

    @Slot(object)
    def _date_committed(self, value: object) -> None:
        if self._state is None or self._state.review is None:
            return
        answer = Answered((value,)) if isinstance(value, PartialDate) else Unanswered()
        self.answered.emit(self._state.review.key, answer)


def _show_choice(group: OptionGroup, state: ItemState | None, mode: LanguageMode) -> None:
    group.setVisible(state is not None)
    if state is None:
        return
    # One language in the narrow column; the page has both.
    mode = mode.alone
    given = answer_values(state.answer)
    options = options_of(state, given)
    group.set_options(option_items(options, mode))
    group.set_question(one_text(state.item.text, mode))
    group.set_chosen({key for value in given if (key := key_of(options, value)) is not None})
