"""Journey 6: a minor. Guardian and assent, answers apart, a barred guardian, the clocks."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.consent import Category, ConsentType, Purpose
from desktop.records.minor import Assent
from desktop.services.consents import consent_cards
from desktop.services.episode_records import forms_of
from desktop.services.may_share import may_share
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.settings import Settings, SettingsFile
from tests.journeys.pages import ConsentsPage, InterviewPage, PersonPage
from tests.services.bench import ROSA
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

YOUNG, CAREGIVER = "youth-talk", "caregiver-talk"
PARTNER = "Mothers United Against Violence"

YOUTH_ANSWERS = {
    "safe": {"here": "yes", "more-harm": "no", "home": "not-sure", "place": "yes"},
    "feel": {"body": "both", "talk": "yes", "ending-life": "no"},
    "life": {
        "adult": "yes",
        "school": "a-little",
        "food": "no",
        "sleep-place": "yes",
        "online": "no",
        "mentor": "yes",
    },
    "next": {"first": "healing", "tell": "some", "come-back": "yes"},
}
CAREGIVER_ANSWERS = {
    "safe": {"here": "yes", "more-harm": "no", "home": "no", "place": "yes"},
    "child": {"sleep": "no", "scared": "yes", "hurt-self": "no", "school": "yes"},
    "family": {
        "you": "yes",
        "siblings": "no",
        "housing": "no",
        "food": "yes",
        "rides": "no",
        "money": "have-help",
    },
    "next": {"reach": "call", "come-back": "yes"},
}
Answers = dict[str, dict[str, str]]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Interface and patient in English, and again in Spanish."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def at(station: Workstation, language: str, qtbot: QtBot, qapp: QApplication) -> Traveller:
    """Rosa at her worklist in that language."""
    SettingsFile(station.root / "settings").write(Settings(language=language))
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    return traveller


def at_the_bed(at: Traveller, language: str) -> EpisodeRef:
    """Somebody of 14, met at the bed; the talk for their age is open on its first page."""
    at.press("worklist-first")
    at.opened.until(lambda: bool(at.opened.line("new-person-alias").text()))
    at.write("new-person-place", "Floor 4, bed 2")
    at.pick("new-person-source", "nurse-consult")
    at.pick("new-person-pathway", "community-violence")
    at.press(f"new-person-language-{language}")
    at.write("new-person-age", "14")
    at.press("worklist-other")
    for name in ("room-present-nobody", "room-private-yes", "room-capacity-present", "person-do"):
        at.press(name)
    at.opened.until(lambda: at.hands.sees("answer-start.talk-now-yes"))
    (card,) = read_worklist(at.work).in_progress
    return card.ref


def fill_talk(at: Traveller, answers: Answers) -> None:
    """Agree, answer every page, complete."""
    talk = InterviewPage(at)
    talk.answer("start.talk-now", "yes")
    for section, said in answers.items():
        talk.go_to(section)
        for key, code in said.items():
            talk.answer(f"{section}.{key}", code)
    for _question in range(60):
        if not at.hands.sees("interview-next"):
            break
        at.press("interview-next")
    at.opened.until(lambda: at.hands.sees("person-steps-contact"))


def open_caregiver_talk(at: Traveller, language: str) -> None:
    """The form for the person who looks after them stands among our further forms."""
    title = at.work.library.built_in(CAREGIVER).title.in_language(language)
    at.hands.press_row("person-own-forms", title)
    at.opened.until(lambda: at.hands.sees("answer-start.talk-now-yes"))


def add_guardian(at: Traveller, name: str) -> str:
    """Note who says that they may decide; the name of the row."""
    at.press("consent-who-new")
    at.write("consent-guardian-name", name)
    at.write("consent-guardian-right", "mother")
    before = set(at.hands.names("consent-who-"))
    at.press("consent-guardian-add")
    at.opened.until(lambda: bool(set(at.hands.names("consent-who-")) - before))
    return (set(at.hands.names("consent-who-")) - before).pop()


def test_a_young_person_and_a_caregiver_answer_apart_and_both_must_say_yes(
    at: Traveller, language: str
) -> None:
    ref = at_the_bed(at, language)
    fill_talk(at, YOUTH_ANSWERS)
    open_caregiver_talk(at, language)
    InterviewPage(at).answer("start.relation", "parent")
    fill_talk(at, CAREGIVER_ANSWERS)
    kept = {
        at.work.library.own_name(one.value.instrument.url): one.value
        for one in forms_of(at.work, ref)
    }
    assert set(kept) == {YOUNG, CAREGIVER}

    PersonPage(at).open_step("consent")
    consents = ConsentsPage(at, ref)
    consents.open(ConsentType.RELEASE, PARTNER)
    at.press(add_guardian(at, "Gwen Guardian"))
    consents.sign("Gwen Guardian")
    assert given(at, ref) == []
    at.press("consent-assent-yes")
    at.press("consent-sign")
    assert given(at, ref) == [Assent.YES]
    assert may(at, ref) == ""


def test_a_guardian_who_may_not_consent_signs_nothing(at: Traveller, language: str) -> None:
    ref = at_the_bed(at, language)
    InterviewPage(at).back()
    PersonPage(at).open_step("consent")
    consents = ConsentsPage(at, ref)
    consents.open(ConsentType.RELEASE, PARTNER)
    row = add_guardian(at, "Gwen Guardian")
    at.press(row)
    at.write("consent-decided-by", "Olive Oncall, MD")

    at.press("consent-guardian-bar")

    at.opened.until(lambda: not at.hands.sees(row))
    consents.sign("Gwen Guardian")
    assert given(at, ref) == []
    assert may(at, ref) == "consent-gate.never-asked"


def test_the_hours_of_a_report_are_counted_and_its_story_has_no_place(
    at: Traveller, language: str
) -> None:
    ref = at_the_bed(at, language)
    InterviewPage(at).back()
    begun = at.station.bench.clock.now()
    note_step(at)
    assert due(at, ref) == begun + timedelta(hours=12)

    at.station.bench.clock.advance(120)
    at.press("person-banner-back")
    row = f"worklist-due-report-{ref.episode_id}"
    at.opened.until(lambda: at.hands.sees(row))
    assert sentence("worklist.due.report.oral", language) in at.words_of(row)
    at.press(row)
    at.press("worklist-open")
    note_step(at)
    assert due(at, ref) == at.station.bench.clock.now() + timedelta(hours=48)
    note_step(at)

    assert due(at, ref) is None
    assert at.hands.names("person-report-due") == []


def note_step(at: Traveller) -> None:
    """What comes next of the report, now."""
    at.press("person-report-step")
    at.press("person-do")
    at.opened.until(lambda: not at.hands.sees("person-do"))


def due(at: Traveller, ref: EpisodeRef) -> object:
    """When the next step is owed."""
    return read_person(at.work, ref).card.report_due


def given(at: Traveller, ref: EpisodeRef) -> list[Assent | None]:
    """The young person's own word in each consent that stands."""
    cards = consent_cards(at.work, ref)
    return [card.consent.assent for card in cards if card.consent and card.is_given]


def may(at: Traveller, ref: EpisodeRef) -> str:
    """Why the partner may not have the name; "" when it may."""
    answer = may_share(at.work, ref, PARTNER, Purpose.FAMILY_ENGAGEMENT, Category.IDENTITY_CONTACT)
    return "" if answer.allowed else answer.reason_id
