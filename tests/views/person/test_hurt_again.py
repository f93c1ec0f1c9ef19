"""Hurt again: from a closed case to a new one of the same person, and what it says of consents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.confidential_status import AskedBy
from desktop.records.episode import CloseReason, Episode
from desktop.services.close_case import close_case
from desktop.services.confidential_status import holding_status, set_no_information
from desktop.services.episode_records import episode_of
from desktop.services.linked_people import linked_cases
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.screen import Opens
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.person.test_interpreter import pick
from tests.views.worklist.crowd import Crowd


@pytest.fixture
def maple(bench: Bench) -> EpisodeRef:
    """Somebody who was reached some hours ago."""
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305, "es")
    bench.reach(ref)
    return ref


def fill(desk: Desk) -> None:
    """What a new case needs."""
    desk.type("new-person-place", "ED 9")
    pick(desk, "new-person-source", "trauma-page")
    pick(desk, "new-person-pathway", "community-violence")
    desk.rest()


def new_case(bench: Bench, earlier: EpisodeRef) -> Episode:
    """The other case of the person."""
    (other,) = linked_cases(bench.work_as(ROSA), earlier)
    return episode_of(bench.work_as(ROSA), other.ref).value


@pytest.mark.parametrize("language", LANGUAGES)
def test_closing_as_hurt_again_goes_on_to_the_new_case(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef, language: str
) -> None:
    desk = open_person(qtbot, bench, maple, language=language)
    desk.press("person-close")
    desk.press("close-case-group-goes-on")
    desk.press("close-case-reason-hurt-again")
    desk.press("person-do")
    assert desk.navigator.opened == [("person", maple, Opens.NEW_CASE)]

    desk = open_person(qtbot, bench, maple, then=Opens.NEW_CASE, language=language)
    said = desk.find("new-person-again", MessageBar).accessibleName()
    assert said == sentence("again.words", language, alias="Maple 12")
    assert not desk.sees("new-person-again-undo")
    assert audit_window(desk.view) == []
    fill(desk)
    desk.press("person-do")

    case = new_case(bench, maple)
    assert case.person_id == maple.person_id
    assert (case.place, case.language, case.is_closed) == ("ED 9", "es", False)
    assert desk.navigator.opened[-1] == ("person", EpisodeRef(case.person_id, case.episode_id))


def test_any_other_closed_case_offers_it_beside(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef
) -> None:
    close_case(bench.work_as(ROSA), maple, CloseReason.COMPLETED)
    desk = open_person(qtbot, bench, maple)
    assert desk.words("person-again") == "Hurt again: open a new case"
    assert not desk.sees("person-go")

    desk.press("person-again")

    assert desk.sees("new-person-place")
    assert desk.focus() == "new-person-place"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.sees("new-person-place")


def test_the_next_act_of_a_case_hurt_again_is_the_new_one(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef
) -> None:
    close_case(bench.work_as(ROSA), maple, CloseReason.HURT_AGAIN)
    desk = open_person(qtbot, bench, maple)
    assert desk.words("person-go") == "Open a new case"
    assert not desk.sees("person-again")

    desk.press("person-go")

    assert desk.sees("new-person-again")


@pytest.mark.parametrize("reason", [CloseReason.DIED, CloseReason.DUPLICATE])
def test_after_a_death_or_a_case_entered_twice_nothing_is_offered(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef, reason: CloseReason
) -> None:
    close_case(bench.work_as(ROSA), maple, reason)

    desk = open_person(qtbot, bench, maple)

    assert not desk.sees("person-again")


def test_an_open_case_offers_none(qtbot: QtBot, bench: Bench, maple: EpisodeRef) -> None:
    assert not open_person(qtbot, bench, maple).sees("person-again")


def test_what_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef
) -> None:
    close_case(bench.work_as(ROSA), maple, CloseReason.LOST)
    desk = open_person(qtbot, bench, maple)
    desk.press("person-again")
    desk.press("person-do")
    assert "Type the room or the bed." in desk.errors()

    fill(desk)
    desk.type("new-person-arrived-day", "2020-01-01")
    desk.press("person-do")

    assert any("not after that of the earlier case" in one for one in desk.errors())
    assert linked_cases(bench.work_as(ROSA), maple) == ()


def test_the_second_case_says_so_and_leads_to_the_first(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef
) -> None:
    close_case(bench.work_as(ROSA), maple, CloseReason.HURT_AGAIN)
    first = open_person(qtbot, bench, maple)
    assert "Case 1" not in words_of(first)
    first.press("person-go")
    fill(first)
    first.press("person-do")
    case = new_case(bench, maple)

    desk = open_person(qtbot, bench, EpisodeRef(case.person_id, case.episode_id))

    assert "Case 2 of this person" in desk.words("person-banner-second")
    row = desk.find("person-linked", RowList).row(maple.episode_id)
    assert row.item.second.endswith("closed: Hurt again")
    assert "Nothing carries over." in words_of(desk)
    assert not desk.sees("person-linked-undo")
    assert read_person(bench.work_as(ROSA), maple).can_begin_again is False


def words_of(desk: Desk) -> str:
    """Every label that is shown."""
    labels = desk.view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_caller_is_told_is_said_and_holds_in_the_new_case(
    qtbot: QtBot, bench: Bench, maple: EpisodeRef, language: str
) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, maple, AskedBy.PERSON)
    close_case(work, maple, CloseReason.HURT_AGAIN)
    desk = open_person(qtbot, bench, maple, language=language)
    desk.press("person-go")

    said = desk.find("new-person-again", MessageBar).accessibleName()
    assert said.endswith(sentence("again.no-information", language, alias="Maple 12"))
    fill(desk)
    desk.press("person-do")

    case = new_case(bench, maple)
    assert holding_status(work, EpisodeRef(case.person_id, case.episode_id)) is not None
    assert holding_status(work, maple) is not None
