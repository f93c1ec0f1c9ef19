"""What stands beside a safety plan: how it is given, the card, when to go over it again."""

from dataclasses import dataclass, field

from desktop.forms.answers import answer_values
from desktop.forms.findings import answer_code
from desktop.forms.session import FormSession, ItemKey, ItemState
from desktop.messages import sentence
from desktop.packets.packet import PhoneLine
from desktop.packets.plan_card import plan_people
from desktop.services.packet_sources import ON_CARD
from desktop.views.editors.language_mode import LanguageMode

REVIEW_DATE, DESK_MAY_PRINT = "review-date", "desk-may-print"


@dataclass(frozen=True, slots=True)
class PlanState:
    """``paper``, ``desk`` and ``review`` are None where the form does not ask for it now.

    ``has_card`` is False once the person chose to keep the plan in another way.
    """

    mode: LanguageMode
    paper: ItemState | None
    desk: ItemState | None
    review: ItemState | None
    card_title: str
    card: tuple[PhoneLine, ...] = field(repr=False)
    has_card: bool = True


def plan_state(session: FormSession, mode: LanguageMode) -> PlanState:
    """Read the plan. The items are found by their roles, never by linkId."""
    form = session.questionnaire
    desk = form.item_with_role(DESK_MAY_PRINT)
    paper = desk.enable_when[0].question if desk is not None and desk.enable_when else None
    review = form.item_with_role(REVIEW_DATE)
    how_kept = _state(session, paper)
    given = answer_values(how_kept.answer) if how_kept is not None else ()
    return PlanState(
        mode,
        how_kept,
        _state(session, desk.link_id if desk is not None else None),
        _state(session, review.link_id if review is not None else None),
        sentence("paper.card.title", mode.first),
        plan_people(session),
        has_card=all(answer_code(value) == ON_CARD for value in given),
    )


def _state(session: FormSession, link_id: str | None) -> ItemState | None:
    if link_id is None:
        return None
    state = session.state(ItemKey(link_id))
    return state if state.visible else None
