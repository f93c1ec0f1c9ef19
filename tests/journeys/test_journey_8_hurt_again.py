"""Journey 8: a case ends and goes on; hurt again is a new case; a death leads to the family."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason, Episode
from desktop.records.event_facts import EventFacts, EventSetting, PoliceReport
from desktop.records.room import CapacityBy, CapacityReason, Presence
from desktop.services.episode_records import attempts_of, capacity_of, episode_of, room_of
from desktop.services.linked_people import linked_cases
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.settings import Settings, SettingsFile
from tests.journeys.english_words import english_in
from tests.journeys.pages import PersonPage, WorklistPage
from tests.services.bench import ROSA
from tests.services.test_consents import release, share, sign
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The interface in English, and again in Spanish."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def ref(station: Workstation) -> EpisodeRef:
    """Somebody who was reached, and agreed that a partner is told."""
    made = station.bench.new_case(ROSA)
    station.bench.reach(made)
    work = station.bench.work_as(ROSA)
    sign(work, made, release(work, made))
    station.bench.clock.advance(24 * 3600)
    return made


@pytest.fixture
def at(
    station: Workstation, ref: EpisodeRef, language: str, qtbot: QtBot, qapp: QApplication
) -> Traveller:
    """Rosa at the page of that person, in that language."""
    alias = read_person(station.bench.work_as(ROSA), ref).card.alias
    SettingsFile(station.root / "settings").write(Settings(language=language))
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    WorklistPage(traveller).open_case(alias)
    return traveller


def no_other_language(at: Traveller, language: str) -> None:
    """In Spanish no whole text is English."""
    assert language == "en" or english_in(at.opened.shown_words()) == []


def fill(at: Traveller, place: str, pathway: str) -> None:
    """What a new page needs beside what is known."""
    at.opened.until(lambda: bool(at.hands.sees("new-person-place")))
    at.write("new-person-place", place)
    if not at.hands.sees("new-person-again-undo"):
        at.pick("new-person-source", "trauma-page")
    at.pick("new-person-pathway", pathway)


def kept(at: Traveller, ref: EpisodeRef) -> Episode:
    """The case as the store has it."""
    return episode_of(at.work, ref).value


def test_hurt_again_is_a_new_case_in_which_no_earlier_consent_counts(
    at: Traveller, ref: EpisodeRef, language: str
) -> None:
    assert share(at.work, ref) == "consent-gate.covered"
    at.press("person-close")
    at.press("close-case-group-goes-on")
    at.press("close-case-reason-hurt-again")
    no_other_language(at, language)
    at.press("person-do")

    fill(at, "ED 9", "community-violence")
    no_other_language(at, language)
    at.press("person-do")

    at.until_seen(sentence("again.case-number", language, number=2))
    no_other_language(at, language)
    assert kept(at, ref).close_reason is CloseReason.HURT_AGAIN
    (new,) = linked_cases(at.work, ref)
    assert new.ref.person_id == ref.person_id
    assert share(at.work, new.ref) == "consent-gate.never-asked"
    PersonPage(at).open_step("consent")
    at.until_seen(sentence("again.consents", language))

    at.press("consent-banner-back")
    at.press(f"person-linked-{ref.episode_id}")
    at.until_seen(sentence("person-next.closed.title", language))
    assert share(at.work, ref) == "consent-gate.covered"


def test_a_no_to_a_later_call_and_a_lost_contact_end_quietly(
    at: Traveller, ref: EpisodeRef, language: str
) -> None:
    at.press("person-log" if at.hands.sees("person-log") else "person-go")
    for one in ("mode-phone", "group-spoke", "outcome-declined-now", "later-no"):
        at.press(f"person-attempt-{one}")
    no_other_language(at, language)
    at.press("person-do")
    at.until_seen(sentence("step-summary.follow-up.no-contact", language))
    assert attempts_of(at.work, ref)[-1].may_call_later is False
    assert not kept(at, ref).is_closed
    no_answer = NewAttempt(AttemptMode.PHONE, AttemptOutcome.NO_ANSWER)
    at.station.bench.clock.advance(60)
    log_attempt(at.work, ref, no_answer)

    # After such a no the page proposes to close the case and nothing that takes contact.
    assert not at.hands.sees("person-close")
    at.press("person-go")
    at.press("close-case-group-stopped")
    at.until_seen(sentence("close-reason.lost", language))
    at.press("close-case-reason-lost")
    no_other_language(at, language)
    at.press("person-do")

    at.opened.until(lambda: kept(at, ref).is_closed)
    assert kept(at, ref).close_reason is CloseReason.LOST
    (closed,) = read_worklist(at.work).closed
    assert closed.ref == ref


def test_after_a_death_a_relative_gets_a_page_of_their_own(
    at: Traveller, ref: EpisodeRef, language: str
) -> None:
    at.press("person-log" if at.hands.sees("person-log") else "person-go")
    for one in ("mode-bedside", "group-gone", "outcome-died"):
        at.press(f"person-attempt-{one}")
    no_other_language(at, language)
    at.press("person-do")
    at.press("person-family")
    at.write("new-person-place", "Family room")
    at.pick("new-person-pathway", "not-known")
    at.press(f"new-person-language-{language}")
    no_other_language(at, language)
    at.press("person-do")

    at.opened.until(lambda: len(at.session.records.persons()) == 2)
    (relative,) = read_worklist(at.work).eligible
    assert relative.ref.person_id != ref.person_id
    assert kept(at, relative.ref).source is CaseSource.FAMILY
    assert linked_cases(at.work, ref) == ()


def test_room_capacity_and_event_are_noted_with_no_word_typed(
    at: Traveller, ref: EpisodeRef, language: str
) -> None:
    at.press("person-room-note")
    for one in ("present-roommate", "private-no", "capacity-absent"):
        at.press(f"room-{one}")
    at.pick("room-capacity-by", "nurse")
    at.pick("room-capacity-why", "pain")
    no_other_language(at, language)
    at.press("person-do")
    at.until_seen(sentence("capacity-by.nurse", language))
    at.press("person-event-note")
    at.pick("event-setting", "work")
    at.pick("police-report", "yes")
    no_other_language(at, language)
    at.press("person-do")
    at.until_seen(sentence("event-setting.work", language))
    no_other_language(at, language)

    room, capacity = room_of(at.work, ref), capacity_of(at.work, ref)
    assert room is not None
    assert room.value.present == {Presence.ROOMMATE}
    assert capacity is not None
    assert (capacity.value.by, capacity.value.reason) == (CapacityBy.NURSE, CapacityReason.PAIN)
    assert kept(at, ref).event == EventFacts(EventSetting.WORK, PoliceReport.YES)
