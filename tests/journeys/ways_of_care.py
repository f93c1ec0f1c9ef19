"""How each screen of care is reached from the sign-in, by keys and buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.services.bench import NADIA, ROSA
from tests.services.filling import ENDING_LIFE
from tests.support.journey import Traveller

PLAN_PARTS = ("leaving", "skip", "people", "phones-posts", "threat", "check-in")

Way = Callable[[Traveller], None]


def sign_in_page(at: Traveller) -> None:
    """Where everybody begins."""
    at.opened.until(lambda: at.hands.sees("sign-in-submit"))


def enrol_page(at: Traveller) -> None:
    """With a one-time code."""
    sign_in_page(at)
    at.press("sign-in-cannot")


def cover(at: Traveller) -> None:
    """Nothing to see."""
    at.sign_in(ROSA)
    at.key(Qt.Key.Key_F12)


def worklist(at: Traveller) -> None:
    """Somebody waits, somebody was seen, a draft, a comment."""
    at.sign_in(ROSA)


def new_person(at: Traveller) -> None:
    """The panel for a new person."""
    at.sign_in(ROSA)
    at.press("worklist-new")


def person(at: Traveller) -> None:
    """A case whose visit is with the reviewer."""
    at.sign_in(ROSA)
    open_seen(at, 0)


def attempt(at: Traveller) -> None:
    """The panel for an attempt, all of it open."""
    person(at)
    at.press("person-log")
    at.press("person-attempt-group-not-now")


def room(at: Traveller) -> None:
    """The panel for room and capacity, all of it open."""
    person(at)
    at.press("person-room-note")
    at.press("room-capacity-uncertain")
    at.pick("room-interpreter-mode", "family")


def identity(at: Traveller) -> None:
    """The panel for name and contacts, a new way to reach open in it."""
    person(at)
    at.press("person-identity-show")
    at.press("person-identity-edit")
    at.press("identity-add")
    at.press("identity-add-kind-social-handle")


def no_information(at: Traveller) -> None:
    """Nobody is told, a review beside it, and why it would be lifted."""
    person(at)
    for press in ("person-confidential-set", "confidential-set-asked-person", "person-do"):
        at.press(press)
    at.opened.until(lambda: at.hands.sees("person-banner-confidential"))
    at.press("person-confidential-lift")


def may_know(at: Traveller) -> None:
    """The panel for who may be told, a new name open in it."""
    person(at)
    for press in ("person-may-know-show", "person-may-know-edit", "may-know-add"):
        at.press(press)


def interview(section: str) -> Way:
    """One section of the bedside core of a new case."""

    def way(at: Traveller) -> None:
        new_interview(at)
        InterviewPage(at).go_to(section)

    way.__name__ = f"interview {section}"
    return way


def interview_in_both_languages(at: Traveller) -> None:
    """Two columns."""
    new_interview(at)
    InterviewPage(at).choose_language("both")
    InterviewPage(at).go_to("what-you-need")


def interview_not_private(at: Traveller) -> None:
    """A section that warns, with its reasons."""
    new_interview(at)
    at.press("room-private-no")
    InterviewPage(at).go_to("how-you-are")


def interview_with_an_alert(at: Traveller) -> None:
    """The hand-off, with every sentence about what is missing."""
    new_interview(at)
    InterviewPage(at).go_to("how-you-are")
    InterviewPage(at).answer(ENDING_LIFE, "yes")
    at.press("alert-suicide-concern-record")


def interview_refused(at: Traveller) -> None:
    """Complete was refused: everything missing is listed."""
    new_interview(at)
    InterviewPage(at).go_to("next-steps")
    InterviewPage(at).press_complete()


def returned_interview(at: Traveller) -> None:
    """A comment beside its question."""
    at.sign_in(ROSA)
    WorklistPage(at).open_returned()


def safety_plan(part: str) -> Way:
    """One part of the safety plan."""

    def way(at: Traveller) -> None:
        person(at)
        PersonPage(at).open_step("safety-plan")
        at.opened.until(lambda: at.hands.sees("interview-next"))
        InterviewPage(at).go_to(part)

    way.__name__ = f"safety plan {part}"
    return way


def consent(at: Traveller) -> None:
    """A release with its signature pad."""
    person(at)
    PersonPage(at).open_step("consent")
    at.press("consent-tabs-2")


def consent_cannot_sign(at: Traveller) -> None:
    """A mark with a witness."""
    consent(at)
    at.press("consent-cannot-sign")
    at.press("consent-way-mark")


def consent_scope(at: Traveller) -> None:
    """What is shared."""
    consent(at)
    at.press("consent-change")


def consent_answered(at: Traveller) -> None:
    """A no, kept."""
    consent(at)
    at.press("consent-no")


def review_queue(at: Traveller) -> None:
    """The queue and nothing chosen."""
    at.sign_in(NADIA)


def review_visit(at: Traveller) -> None:
    """Every answer of a visit, one being commented."""
    review_queue(at)
    ReviewPage(at).open_first()
    ReviewPage(at).show_all()
    at.press(f"review-{ENDING_LIFE}-comment")


def needs(at: Traveller) -> None:
    """The list of needs."""
    person(at)
    PersonPage(at).open_step("needs")
    at.opened.until(lambda: at.hands.sees("needs-packet"))


def need(at: Traveller) -> None:
    """One need at the side of the list."""
    needs(at)
    at.press("needs-add")


def composer(at: Traveller) -> None:
    """Parts and pages."""
    person(at)
    PersonPage(at).open_step("packet")
    ComposerPage(at).until_made()


def composer_editor(name: str) -> Way:
    """One panel of the composer."""

    def way(at: Traveller) -> None:
        composer(at)
        at.press(name)

    way.__name__ = f"composer {name}"
    return way


def open_seen(at: Traveller, number: int) -> None:
    """Open one of those who were seen."""
    at.opened.until(lambda: bool(seen(at)))
    at.press(seen(at)[number])
    at.press("worklist-open")
    at.opened.until(lambda: at.hands.sees("person-steps-contact"))


def seen(at: Traveller) -> list[str]:
    """Rows of those who were seen."""
    return [name for name in at.hands.names("worklist-seen-") if name != "worklist-seen-panel"]


def new_interview(at: Traveller) -> None:
    """The bedside core of somebody who was not asked anything yet."""
    at.sign_in(ROSA)
    WorklistPage(at).add_case("ED 12", at.opened.window.language)
    PersonPage(at).open_step("assessment")
    at.opened.until(lambda: at.hands.sees("interview-next"))
    at.press("room-private-yes")
