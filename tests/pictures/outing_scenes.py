"""Off-site visits: the card of a case in each state, its panels, and who is missed."""

from tests.journeys.ways_of_care import Way
from tests.pictures.outings import MISSED, NO_VISIT, OUT, PLANNED
from tests.pictures.reach import open_case, show
from tests.pictures.scene import Scene
from tests.support.journey import Traveller


def card_of(name: str, alias: str, *presses: str) -> Way:
    """The card of a case, and what is pressed there."""

    def way(at: Traveller) -> None:
        open_case(at, alias)
        show(at, "person-outing")
        for one in presses:
            at.press(one)

    way.__name__ = name
    return way


OUTINGS: tuple[Scene, ...] = (
    Scene(card_of("outing none", NO_VISIT), ("OutingCard",)),
    Scene(card_of("outing planned", PLANNED), ("OutingCard",)),
    Scene(card_of("outing under way", OUT), ("OutingCard",)),
    Scene(card_of("outing missed", MISSED), ("OutingCard",)),
    Scene(card_of("outing plan", NO_VISIT, "person-outing-plan"), ("PlanPanel",)),
    Scene(
        card_of("outing plan refused", NO_VISIT, "person-outing-plan", "person-do"),
        ("PlanPanel", "ColleagueField"),
    ),
    Scene(card_of("outing leave", PLANNED, "person-outing-leave"), ("StepPanel",)),
    Scene(card_of("outing change", PLANNED, "person-outing-change"), ("StepPanel",)),
    Scene(card_of("outing back", OUT, "person-outing-back"), ("BackPanel",)),
)
