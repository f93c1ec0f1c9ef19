"""How one of the further safety plans will look on paper: the way it is kept, and the card."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import answer_values
from desktop.forms.findings import answer_code
from desktop.messages import sentence
from desktop.packets.packet import PhoneLine
from desktop.packets.plan_card import plan_people
from desktop.services.further_plans import ON_CARD, PAPER
from desktop.views.editors.language_mode import one_text
from desktop.views.interview.interview import Interview
from desktop.views.safety_plan.wallet_card import WalletCard
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class PreviewState:
    """``words`` say how the plan is kept; ``people`` None where there is no card.

    ``card_title`` is in the language of the plan, the words in that of the interface.
    """

    title: str
    words: str
    card_title: str = ""
    people: tuple[PhoneLine, ...] | None = field(default=None, repr=False)


class PlanPreview(QWidget):
    """Hidden for every form that is no plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-preview")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self.title = WrapLabel("", self, style=TextStyle.BODY_STRONG)
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.card = WalletCard(self)
        for part in (self.title, self.words, self.card):
            column.addWidget(part)
        self.hide()

    def show_preview(self, state: PreviewState | None) -> None:
        """Show it; None takes it away."""
        self.setVisible(state is not None)
        if state is None:
            self.card.show_card("", ())  # no name stays behind what is closed now
            return
        self.title.setText(state.title)
        self.words.setText(state.words)
        self.card.setVisible(bool(state.people))
        self.card.show_card(state.card_title, state.people or ())


def preview_state(interview: Interview, language: str) -> PreviewState | None:
    """Read the plan. None where it does not ask how it is kept, or asks only in private now."""
    session, mode = interview.session, interview.mode
    item = session.questionnaire.item_with_role(PAPER)
    if item is None:
        return None
    asked = session.tree.by_link_id[item.link_id][0].key
    state = session.state(asked)
    if not state.visible or interview.is_closed(asked):
        return None
    given = answer_values(state.answer)
    title = sentence("plan-preview.title", language)
    if not given:
        return PreviewState(title, sentence("plan-preview.not-chosen", language))
    if answer_code(given[0]) != ON_CARD:
        option = state.item.option_of(given[0])
        words = one_text(option.label, mode) if option is not None else ""
        return PreviewState(title, words)
    people = plan_people(session)
    said = "plan-preview.card" if people else "plan-preview.empty"
    card_title = sentence("paper.card.title", mode.first)
    return PreviewState(title, sentence(said, language), card_title, people)
