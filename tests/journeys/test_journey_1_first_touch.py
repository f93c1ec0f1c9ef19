"""Journey 1: from a trauma page to a visit that waits for review."""

from desktop.records.consent import ConsentType
from desktop.services.consents import consent_cards
from desktop.services.ports import EpisodeRef
from desktop.services.read_worklist import read_worklist
from tests.journeys.pages import (
    CALM_ANSWERS,
    ConsentsPage,
    InterviewPage,
    PersonPage,
    ReviewPage,
    WorklistPage,
)
from tests.services.bench import NADIA, ROSA
from tests.support.journey import Traveller

PARTNER = "Mothers United Against Violence"
SUICIDE = "suicide-concern"
ENDING_LIFE = "how-you-are.ending-life"


def new_case(traveller: Traveller) -> tuple[str, EpisodeRef]:
    """Sign in, add somebody, speak at the bed; the interview is open on page one."""
    traveller.sign_in(ROSA)
    alias = WorklistPage(traveller).add_case("ED 7", language="es", age="19")
    ref = reference(traveller, alias)
    person = PersonPage(traveller)
    person.log_first_attempt()
    person.note_room_and_start()
    return alias, ref


def reference(traveller: Traveller, alias: str) -> EpisodeRef:
    """The case of an alias."""
    lists = read_worklist(traveller.work)
    cards = (*lists.eligible, *lists.in_progress)
    return next(card.ref for card in cards if card.alias == alias)


def test_a_case_begins_by_alias_and_with_the_words_of_page_one(traveller: Traveller) -> None:
    alias, _ref = new_case(traveller)
    interview = InterviewPage(traveller)

    assert traveller.opened.window.windowTitle() == f"{alias} · Firstlight"
    assert traveller.sees("I am not the police")
    assert traveller.sees("Is it okay to talk now?")
    assert not traveller.is_chosen("answer-agreement.talk-now-yes")
    interview.answer("agreement.talk-now", "yes")
    interview.until_saved()


def test_the_language_changes_midway_and_the_place_is_kept(traveller: Traveller) -> None:
    new_case(traveller)
    interview = InterviewPage(traveller)
    interview.choose_language("both")
    interview.go_to("safety-now")
    interview.answer("safety-now.safe-here", "yes")
    interview.answer("safety-now.more-harm", "no")
    assert traveller.sees("Do you feel safe here, right now?")
    assert traveller.sees("¿Se siente")
    place = interview.place()

    interview.choose_language("es")

    assert interview.place() == place
    assert not traveller.sees("Do you feel safe here, right now?")
    assert traveller.sees("¿Se siente")
    assert traveller.is_chosen("answer-safety-now.more-harm-no")


def test_an_open_alert_holds_complete_and_the_review_desk_sees_it_in_the_draft(
    traveller: Traveller,
) -> None:
    alias, _ref = new_case(traveller)
    interview = InterviewPage(traveller)
    interview.fill(CALM_ANSWERS)
    interview.go_to("how-you-are")
    interview.answer(ENDING_LIFE, "yes")
    assert traveller.hands.sees(f"alert-{SUICIDE}-record")

    interview.go_to("next-steps")
    interview.press_complete()
    assert "An alert is open" in interview.message()

    traveller.change_to(NADIA)
    assert alias in ReviewPage(traveller).alerts()
    assert ReviewPage(traveller).queue() == []

    traveller.change_to(ROSA)
    traveller.opened.until(lambda: traveller.hands.sees("interview-next"))
    interview.go_to("how-you-are")
    interview.record_hand_off(SUICIDE, "Dr. P. Example, psychiatry")
    assert traveller.sees("Told Dr. P. Example, psychiatry, by phone, ")
    interview.complete()

    assert "Complete" in interview.message()
    traveller.change_to(NADIA)
    assert ReviewPage(traveller).alerts() == ""


def test_a_hand_off_needs_who_how_and_when(traveller: Traveller) -> None:
    new_case(traveller)
    interview = InterviewPage(traveller)
    interview.go_to("how-you-are")
    interview.answer(ENDING_LIFE, "yes")

    traveller.press(f"alert-{SUICIDE}-record")

    assert traveller.sees("Say who it was: name and role.")
    assert traveller.sees("Choose how.")
    assert traveller.sees("Say when: press Now or type a time.")


def test_a_declined_need_is_kept_and_withholds_the_score(traveller: Traveller) -> None:
    new_case(traveller)
    interview, person = InterviewPage(traveller), PersonPage(traveller)
    interview.fill(CALM_ANSWERS)
    interview.go_to("what-you-need")

    interview.give_reason("what-you-need.housing", "declined")

    assert interview.score() == "Score withheld"
    interview.complete()
    assert "Complete" in person.step("assessment")


def test_first_touch_from_the_bed_to_review(traveller: Traveller) -> None:
    alias, ref = new_case(traveller)
    interview, person = InterviewPage(traveller), PersonPage(traveller)
    interview.fill(CALM_ANSWERS)
    assert interview.score() == "2"
    interview.complete()

    person.open_step("consent")
    consents = ConsentsPage(traveller, ref)
    consents.open(ConsentType.PARTICIPATION)
    traveller.write("consent-name", "Alma Invented")
    traveller.press("consent-sign")
    assert "sign" in consents.problem().lower()
    assert given(traveller, ref) == []
    consents.sign("Alma Invented")
    assert traveller.sees("Signed by Alma Invented, 2026-03-14 14:05")
    consents.open(ConsentType.RELEASE, PARTNER)
    consents.sign("Alma Invented")
    assert given(traveller, ref) == ["", PARTNER]
    assert signed_languages(traveller, ref) == {"es"}
    consents.back()

    person.open_step("safety-plan")
    plan_in_own_words(traveller)
    assert "Complete, not sent to review yet" in person.step("safety-plan")

    person.send_to_review()

    traveller.change_to(NADIA)
    review = ReviewPage(traveller)
    assert alias in review.queue()[0]
    review.open_first()
    review.show_all()
    assert "My aunt, the one with the bakery" in review.answer("person-1.who")
    assert "2026-03-21" in review.answer("check-in.review-date")


def given(traveller: Traveller, ref: EpisodeRef) -> list[str]:
    """The recipients of every consent that was given, "" for taking part."""
    return [card.recipient for card in consent_cards(traveller.work, ref) if card.is_given]


def signed_languages(traveller: Traveller, ref: EpisodeRef) -> set[str]:
    """In which languages the given consents were signed."""
    cards = consent_cards(traveller.work, ref)
    return {card.consent.language for card in cards if card.consent and card.is_given}


def plan_in_own_words(traveller: Traveller) -> None:
    """The safety plan: one person who calms things, and the day to look at it again."""
    plan = InterviewPage(traveller)
    traveller.opened.until(lambda: traveller.hands.sees("interview-next"))
    plan.go_to("people")
    plan.write("person-1.who", "My aunt, the one with the bakery")
    plan.write("person-1.how-to-reach", "555 0142")
    plan.answer("person-1.they-know", "yes")
    plan.go_to("check-in")
    plan.write("check-in.review-date", "2026-03-21")
    plan.answer("check-in.how", "phone")
    plan.answer("check-in.paper", "full-page")
    plan.answer("check-in.desk-may-print", "yes")
    plan.complete()
