"""What stands beside a safety plan: how it is given, the card, when to go over it again."""

from dataclasses import dataclass, field

from desktop.forms.answers import answer_values
from desktop.forms.session import FormSession, ItemKey, ItemState
from desktop.messages import sentence
from desktop.views.editors.language_mode import FIRST, SECOND, LanguageMode
from desktop.views.interview.concrete import HOW, WHO, lines_of

REVIEW_DATE, DESK_MAY_PRINT = "review-date", "desk-may-print"


@dataclass(frozen=True, slots=True)
class CardLine:
    """One person on the wallet card."""

    who: str = field(repr=False)
    how_to_reach: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlanState:
    """``paper``, ``desk`` and ``review`` are None where the form does not ask for it now."""

    mode: LanguageMode
    paper: ItemState | None
    desk: ItemState | None
    review: ItemState | None
    card_title: str
    card: tuple[CardLine, ...]


def plan_state(session: FormSession, mode: LanguageMode) -> PlanState:
    """Read the plan. The items are found by their roles, never by linkId."""
    form = session.questionnaire
    desk = form.item_with_role(DESK_MAY_PRINT)
    paper = desk.enable_when[0].question if desk is not None and desk.enable_when else None
    review = form.item_with_role(REVIEW_DATE)
    language = SECOND if mode is LanguageMode.SPANISH else FIRST
    return PlanState(
        mode,
        _state(session, paper),
        _state(session, desk.link_id if desk is not None else None),
        _state(session, review.link_id if review is not None else None),
        sentence("paper.card.title", language),
        _card(session),
    )


def _state(session: FormSession, link_id: str | None) -> ItemState | None:
    if link_id is None:
        return None
    state = session.state(ItemKey(link_id))
    return state if state.visible else None


def _card(session: FormSession) -> tuple[CardLine, ...]:
    found = []
    for group in session.tree.by_key.values():
        lines = lines_of(group)
        who = _text(session, lines[WHO].key) if WHO in lines else ""
        if who:
            found.append(CardLine(who, _text(session, lines[HOW].key) if HOW in lines else ""))
    return tuple(found)


def _text(session: FormSession, key: ItemKey) -> str:
    values = answer_values(session.state(key).answer)
    return next((" ".join(value.split()) for value in values if isinstance(value, str)), "")
