"""Journeys 1, 2 and 5 once more in Spanish: the same acts, and no English word on the way."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.consent import Category, ConsentType, Purpose
from desktop.records.form_record import FormKind
from desktop.services.consents import consent_cards
from desktop.services.may_share import may_share
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.settings import Settings, SettingsFile
from desktop.views.walkthrough.first_touch import FIRST_TOUCH
from desktop.views.walkthrough.pictures import Pictures
from desktop.views.walkthrough.stage import Stage
from tests.journeys.english_words import english_alone, english_in
from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import ConsentsPage, InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.journeys.test_journey_2_interrupted import QUESTIONS, kill_while_typing, reached_case
from tests.services.bench import NADIA, ROSA
from tests.services.filling import completed
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

PARTNER = "Mothers United Against Violence"
LETTER = "letter-1"


@pytest.fixture
def spanish(station: Workstation) -> Workstation:
    """A workstation whose windows speak Spanish."""
    speak_spanish(station)
    return station


def speak_spanish(station: Workstation) -> None:
    """From the next window on."""
    SettingsFile(station.root / "settings").write(Settings(language="es"))


def nothing_english(at: Traveller) -> None:
    """Every whole text that is shown now is Spanish."""
    assert english_in(at.opened.shown_words()) == []


def test_english_words_would_be_noticed(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)

    assert len(english_alone()) > 1_000
    assert len(english_in(at.opened.shown_words())) > 5


def test_journey_1_from_the_bed_to_the_signature_of_the_reviewer(
    spanish: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at = open_traveller(spanish, qtbot, qapp)
    nothing_english(at)
    at.sign_in(ROSA)
    nothing_english(at)
    folder = spanish.root / "pictures"
    folder.mkdir()
    window = at.opened.window
    stage = Stage(window, at.opened.parts.runner, at.hands, Pictures(window, folder), folder)

    for part in FIRST_TOUCH:
        for until in part(stage):
            at.opened.until(until)
            nothing_english(at)

    at.change_to(NADIA)
    review = ReviewPage(at)
    assert len(review.queue()) == 1
    review.open_first()
    review.show_all()
    nothing_english(at)
    at.press("review-sign")
    at.confirm()
    at.opened.until(lambda: review.queue() == [])
    nothing_english(at)


def test_journey_2_killed_and_resumed_at_the_question(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    alias, _ref = reached_case(station)
    said = kill_while_typing(station, alias, QUESTIONS[0], "mi hermana viene a las nueve", 5)
    speak_spanish(station)
    at = open_traveller(station, qtbot, qapp)

    at.sign_in(ROSA)

    worklist = WorklistPage(at)
    assert alias in worklist.named_draft()
    nothing_english(at)
    worklist.open_draft()
    assert at.focus_name().startswith("answer-")
    assert len(said) >= 5
    nothing_english(at)
    at.press("interview-next")
    assert InterviewPage(at).place()
    nothing_english(at)


def test_journey_5_a_no_says_why_at_the_packet(
    spanish: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    work, ref = spanish.bench.work_as(ROSA), spanish.bench.new_case(ROSA, "es")
    spanish.bench.reach(ref, ROSA)
    completed(work, ref, FormKind.ASSESSMENT, **{"what-you-need.housing": "yes"})
    alias = read_person(work, ref).card.alias
    at = open_traveller(spanish, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_case(alias)
    PersonPage(at).open_step("consent")
    consents = ConsentsPage(at, ref)
    consents.open(ConsentType.RELEASE, PARTNER)
    nothing_english(at)
    consents.refuse()
    nothing_english(at)
    consents.back()

    composer = opened_packet(at)
    assert composer.is_closed(LETTER)
    assert sentence("consent-gate.declined", "es") in composer.part(LETTER)
    nothing_english(at)
    composer.ask_consent(1)
    at.press("consent-ask")
    consents.sign("Alma Invented")
    assert [card.recipient for card in consent_cards(at.work, ref) if card.is_given] == [PARTNER]
    at.press("consent-withdraw")
    at.press("consent-how-in-person")
    at.press("consent-withdraw-now")
    nothing_english(at)
    at.press("consent-told-by-phone")
    nothing_english(at)
    assert reason(at, ref) == "consent-gate.withdrawn"


def opened_packet(at: Traveller) -> ComposerPage:
    """The composer of the case that is open."""
    PersonPage(at).open_step("packet")
    composer = ComposerPage(at)
    composer.until_made()
    return composer


def reason(at: Traveller, ref: EpisodeRef) -> str:
    """What the gate says of a release to the partner."""
    purpose = Purpose.FAMILY_ENGAGEMENT
    return may_share(at.work, ref, PARTNER, purpose, Category.IDENTITY_CONTACT).reason_id
