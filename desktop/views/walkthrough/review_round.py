"""Journey 3: comment, return, correct, send again, sign."""

from desktop.views.walkthrough.driver import Script
from desktop.views.walkthrough.first_touch import ALIAS, complete
from desktop.views.walkthrough.stage import Stage

ITEM = "safety-now.more-harm"


def play_review(stage: Stage) -> Script:
    """The nurse manager and the specialist in turn."""
    hands = stage.hands
    yield from stage.sign_in("nadia.example", "review-refresh")
    hands.press_row("review-queue", ALIAS)
    yield stage.seen("review-filter-all")
    hands.press("review-filter-all")
    hands.press(f"review-{ITEM}-comment")
    yield stage.seen(f"review-{ITEM}-add")
    hands.write(f"review-{ITEM}-new", "Was this asked while the room was private?")
    hands.press(f"review-{ITEM}-add")
    yield stage.idle()
    yield from stage.picture("review")
    hands.press("review-return")
    yield stage.idle()
    yield from stage.sign_out()
    yield from _correct(stage)
    yield from stage.sign_in("nadia.example", "review-refresh")
    hands.press_row("review-queue", ALIAS)
    yield stage.seen("review-filter-all")
    hands.press("review-filter-all")
    settle = next(n for n in hands.names("review-") if n.endswith("-settle"))
    hands.press(settle)
    yield stage.seen("review-sign")
    hands.press("review-sign")
    yield from stage.confirm()
    yield stage.idle()
    yield from stage.picture("signed")
    yield from stage.sign_out()


def _correct(stage: Stage) -> Script:
    hands = stage.hands
    yield from stage.sign_in("rosa.sample", "worklist-new")
    hands.press_row("worklist-returned", ALIAS)
    yield stage.idle()
    if hands.sees("worklist-open"):
        hands.press("worklist-open")
    yield stage.seen(f"answer-{ITEM}-no")
    yield from stage.picture("returned")
    hands.press(f"answer-{ITEM}-no")
    yield stage.idle()
    yield from complete(stage)
    yield stage.seen("person-send")
    hands.press("person-send")
    yield stage.idle()
    yield from stage.sign_out()
