"""Journey 1: from the trauma page to the visit sent to review."""

from desktop.views.walkthrough.driver import Script
from desktop.views.walkthrough.stage import Stage

ALIAS = "Linden 33"
SIGNATURE = ((0.1, 0.6), (0.2, 0.3), (0.3, 0.7), (0.45, 0.35), (0.6, 0.65), (0.8, 0.5))

CORE = {
    "safety-now": (
        "safety-now.safe-here-yes",
        "safety-now.more-harm-not-sure",
        "safety-now.fear-close-no",
        "safety-now.safe-place-yes",
    ),
    "how-you-are": (
        "how-you-are.body-both",
        "how-you-are.talk-yes",
        "how-you-are.screen-result-not-done",
        "how-you-are.ending-life-not-sure",
    ),
    "what-you-need": (
        "what-you-need.housing-yes",
        "what-you-need.food-no",
        "what-you-need.rides-yes",
        "what-you-need.money-no",
        "what-you-need.medicine-yes",
        "what-you-need.work-school-no",
        "what-you-need.legal-no",
    ),
    "people": (
        "people.first-night-yes",
        "people.children-no",
        "people.reach-call",
    ),
    "next-steps": (
        "next-steps.matters-most-healing",
        "next-steps.come-back-yes",
        "next-steps.papers-es",
    ),
}


def play_first_touch(stage: Stage) -> Script:
    """The specialist signs in and goes the whole way; the alias is typed for the pictures' sake."""
    yield from stage.sign_in("rosa.sample", "worklist-new", picture="sign-in")
    yield from stage.picture("worklist")
    yield from add_case(stage, ALIAS)
    for part in FIRST_TOUCH[1:]:
        yield from part(stage)


def add_case(stage: Stage, alias: str = "") -> Script:
    """At the bed already: the case begins with the talk. Without an ``alias`` the offered one."""
    hands = stage.hands
    hands.press("worklist-new" if hands.sees("worklist-new") else "worklist-first")
    yield stage.seen("new-person-place")
    hands.write("new-person-place", "ED 12")
    if alias:
        hands.write("new-person-alias", alias)
    hands.pick("new-person-source", "trauma-page")
    hands.pick("new-person-pathway", "community-violence")
    hands.press("new-person-language-es")
    hands.write("new-person-age", "23")
    yield from stage.picture("new-person")
    hands.press("worklist-other")
    yield stage.seen("room-capacity-present")


def room(stage: Stage) -> Script:
    """Who is there, whether it is private, whether the person can decide now."""
    hands = stage.hands
    hands.press("room-present-nobody")
    hands.press("room-private-yes")
    hands.press("room-capacity-present")
    yield from stage.picture("room")
    hands.press("person-do")
    yield stage.seen("answer-agreement.talk-now-yes")


def interview(stage: Stage) -> Script:
    """Page one, five sections, a hand-off, Complete."""
    hands = stage.hands
    yield from stage.picture("page-one")
    hands.press("answer-agreement.talk-now-yes")
    yield stage.idle()
    for section, answers in CORE.items():
        hands.press(f"interview-sections-{section}")
        yield stage.seen(f"answer-{answers[0]}")
        for answer in answers:
            hands.press(f"answer-{answer}")
            yield stage.idle()
        if section == "safety-now":
            yield from stage.picture("interview")
        if section == "how-you-are":
            yield from _hand_off(stage)
    yield from complete(stage)
    yield from stage.picture("person")


def _hand_off(stage: Stage) -> Script:
    hands = stage.hands
    yield stage.seen("alert-suicide-concern-record")
    yield from stage.picture("alert")
    if hands.sees("alert-suicide-concern-who-another"):
        hands.press("alert-suicide-concern-who-another")
    hands.write("alert-suicide-concern-name", "Dr. P. Example, psychiatry on call")
    hands.press("alert-suicide-concern-how-phone")
    hands.press("alert-suicide-concern-when-now")
    hands.press("alert-suicide-concern-record")
    yield stage.idle()


def complete(stage: Stage) -> Script:
    """Next, question by question; after the last one it completes the form."""
    while stage.hands.sees("interview-next"):
        stage.hands.press("interview-next")
        yield stage.idle()
    yield stage.seen("person-steps-consent")


def consents(stage: Stage) -> Script:
    """Taking part, and a release to one partner; the printed name stays for the second."""
    hands = stage.hands
    hands.press("person-steps-consent")
    yield stage.seen("consent-sign")
    hands.draw("consent-signature", SIGNATURE)
    hands.write("consent-name", "Robin Placeholder")
    yield from stage.picture("consent")
    hands.press("consent-sign")
    yield stage.seen("consent-go-on")
    hands.press("consent-tabs-2")
    yield stage.seen("consent-sign")
    hands.draw("consent-signature", SIGNATURE)
    yield from stage.picture("consent")
    hands.press("consent-sign")
    yield stage.seen("consent-go-on")
    hands.press("consent-go-on")


def safety_plan(stage: Stage) -> Script:
    """In the person's own words, with how it is given."""
    hands = stage.hands
    yield stage.seen("interview-sections-people")
    hands.press("interview-sections-people")
    yield stage.seen("answer-person-1.who")
    hands.write("answer-person-1.who", "Mi prima Fern. A ella la escucho.")
    hands.write("answer-person-1.how-to-reach", "860-555-0136")
    yield stage.idle()
    yield from stage.picture("safety-plan")
    hands.press("interview-sections-check-in")
    yield stage.seen("answer-check-in.paper-card")
    hands.write("answer-check-in.review-date", "2027-01-15")
    hands.press("answer-check-in.paper-card")
    yield stage.seen("answer-check-in.desk-may-print-yes")
    hands.press("answer-check-in.desk-may-print-yes")
    yield stage.idle()
    yield from complete(stage)


def send(stage: Stage) -> Script:
    """To review."""
    yield stage.seen("person-send")
    stage.hands.press("person-send")
    yield stage.idle()
    yield from stage.picture("sent-to-review")


FIRST_TOUCH = (add_case, room, interview, consents, safety_plan, send)
"""The parts of a first touch in their order, from the worklist to the review."""
