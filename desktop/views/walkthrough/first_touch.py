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
    """Case, attempt, room, interview with an alert, consents, safety plan, submit."""
    yield from stage.sign_in("rosa.sample", "worklist-new", picture="sign-in")
    yield from stage.picture("worklist")
    yield from _add_case(stage)
    yield from _reach(stage)
    yield from _interview(stage)
    yield from _consent(stage)
    yield from _plan(stage)
    yield from _send(stage)


def _add_case(stage: Stage) -> Script:
    hands = stage.hands
    hands.press("worklist-new")
    yield stage.seen("new-person-place")
    hands.write("new-person-place", "ED 12")
    hands.write("new-person-alias", ALIAS)
    hands.pick("new-person-source", "trauma-page")
    hands.pick("new-person-pathway", "community-violence")
    hands.press("new-person-language-es")
    hands.write("new-person-age", "23")
    yield from stage.picture("new-person")
    hands.press("worklist-do")
    yield stage.seen("person-steps-contact")


def _reach(stage: Stage) -> Script:
    hands = stage.hands
    hands.press("person-steps-contact")
    yield stage.seen("person-do")
    hands.press("person-attempt-mode-bedside")
    hands.press("person-attempt-group-spoke")
    hands.press("person-attempt-outcome-engaged")
    hands.press("person-do")
    yield stage.seen("person-go")
    hands.press("person-room-note")
    yield stage.seen("person-do")
    hands.press("room-present-nobody")
    hands.press("room-private-yes")
    hands.press("room-capacity-present")
    hands.press("person-do")
    yield stage.seen("person-go")
    yield from stage.picture("person")


def _interview(stage: Stage) -> Script:
    hands = stage.hands
    hands.press("person-steps-assessment")
    yield stage.seen("answer-agreement.talk-now-yes")
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


def _consent(stage: Stage) -> Script:
    hands = stage.hands
    hands.press("person-steps-consent")
    yield stage.seen("consent-sign")
    for tab in (0, 2):
        hands.press(f"consent-tabs-{tab}")
        yield stage.seen("consent-sign")
        hands.draw("consent-signature", SIGNATURE)
        hands.write("consent-name", "Robin Placeholder")
        yield from stage.picture("consent")
        hands.press("consent-sign")
        yield stage.idle()
    hands.press("consent-banner-back")
    yield stage.seen("person-steps-safety-plan")


def _plan(stage: Stage) -> Script:
    hands = stage.hands
    hands.press("person-steps-safety-plan")
    yield stage.seen("answer-leaving.safe-place-yes")
    hands.press("answer-leaving.safe-place-yes")
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


def _send(stage: Stage) -> Script:
    yield stage.seen("person-send")
    stage.hands.press("person-send")
    yield stage.idle()
    yield from stage.picture("sent-to-review")
