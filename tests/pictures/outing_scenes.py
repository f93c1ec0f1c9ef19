"""Off-site visits: the card of a case in each state, its panels, and who is missed."""

from desktop.views.shell.place import Desk, Place
from tests.journeys.ways_of_care import Way
from tests.pictures.outings import NO_VISIT, OUT, PLANNED, miss
from tests.pictures.reach import go, open_case, press_first, ref_of, show
from tests.pictures.scene import Scene
from tests.services.bench import NADIA, ROSA
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


def missed(name: str, place: Desk, *presses: str, who: str = ROSA) -> Way:
    """A desk while somebody is not back, with the bar above it."""

    def way(at: Traveller) -> None:
        at.sign_in(who)
        miss(at.work)
        at.opened.signed_in.watches.outings.look()
        at.opened.until_idle()
        ref = ref_of(at, OUT) if place is Desk.PERSON else None
        go(at, Place(place, ref))
        if ref is not None:
            show(at, "person-outing")
        if place is Desk.WORKLIST:
            at.opened.until(lambda: at.hands.sees("worklist-late"))
        for one in presses:
            press_first(at, one) if one.endswith("-") else at.press(one)

    way.__name__ = name
    return way


def plan_alone(at: Traveller) -> None:
    """The first visit, and one goes alone; somebody without an account waits for the call."""
    card_of("plan", NO_VISIT, "person-outing-plan")(at)
    at.pick("outing-place", "home")
    at.pick("outing-second", "nobody")
    at.pick("outing-buddy", "by-name")
    at.write("outing-buddy-name", "Pat Placeholder")
    at.press("person-do")


def debrief_chosen(at: Traveller) -> None:
    """On the review desk, with what a supervisor can note."""
    at.sign_in(NADIA)
    go(at, Place(Desk.REVIEW))
    press_first(at, "review-debriefs-")
    show(at, "review-debrief-box")


def debrief_cards(at: Traveller) -> None:
    """Below the other panels of a case."""
    open_case(at, NO_VISIT)
    show(at, "debrief-card")


def debrief_after_death(at: Traveller) -> None:
    """Offered once when a case was closed so."""
    open_case(at, NO_VISIT)
    for one in ("person-close", "close-case-group-stopped", "close-case-reason-died", "person-do"):
        at.press(one)


OUTINGS: tuple[Scene, ...] = (
    Scene(card_of("outing none", NO_VISIT), ("OutingCard",)),
    Scene(card_of("outing planned", PLANNED), ("OutingCard",)),
    Scene(card_of("outing under way", OUT), ("OutingCard",)),
    Scene(missed("outing missed", Desk.PERSON), ("OutingCard",)),
    Scene(missed("outing missed on the worklist", Desk.WORKLIST), ("ListPanel",)),
    Scene(missed("outing missed for a manager", Desk.REVIEW, who=NADIA), ("QueuePanel",)),
    Scene(missed("outing safe", Desk.WORKLIST, "worklist-late-"), ("SafePanel",)),
    Scene(card_of("outing plan", NO_VISIT, "person-outing-plan"), ("PlanPanel",)),
    Scene(
        card_of("outing plan refused", NO_VISIT, "person-outing-plan", "person-do"),
        ("PlanPanel", "ColleagueField"),
    ),
    Scene(plan_alone, ("PlanPanel", "ColleagueField"), "outing plan alone"),
    Scene(card_of("outing leave", PLANNED, "person-outing-leave"), ("StepPanel",)),
    Scene(card_of("outing change", PLANNED, "person-outing-change"), ("StepPanel",)),
    Scene(card_of("outing back", OUT, "person-outing-back"), ("BackPanel",)),
    Scene(debrief_cards, ("DebriefCard",)),
    Scene(card_of("debrief asked after", NO_VISIT, "debrief-ask"), ("DebriefPanel",)),
    Scene(debrief_after_death, ("DebriefPanel",)),
    Scene(debrief_chosen, ("DebriefList",)),
)
