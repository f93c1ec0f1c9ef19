"""What follows from an outcome: a later call that is all right or not, and help for a family."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason
from desktop.services.close_case import close_case
from desktop.services.episode_records import attempts_of, episode_of
from desktop.services.ports import EpisodeRef
from desktop.services.read_worklist import read_worklist
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person, open_worklist
from tests.views.person.test_interpreter import pick
from tests.views.worklist.crowd import Crowd

DECLINED = "person-attempt-outcome-declined-now"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who arrived half an hour ago."""
    return Crowd(bench).arrives("Fern 21", "ED 8", 30)


def spoke(qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str = "en") -> Desk:
    """The panel after a talk at the bed."""
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-go")
    desk.press("person-attempt-mode-bedside")
    desk.press("person-attempt-group-spoke")
    return desk


@pytest.mark.parametrize("language", LANGUAGES)
def test_declined_now_asks_about_a_later_call_and_a_no_takes_the_next_attempt_away(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = spoke(qtbot, bench, ref, language)
    assert not desk.sees("person-attempt-later")
    desk.press(DECLINED)
    assert desk.sees("person-attempt-later")
    assert desk.sees("person-attempt-next")

    desk.press("person-attempt-later-no")
    assert not desk.sees("person-attempt-next")
    assert audit_window(desk.view) == []
    desk.press("person-do")

    (attempt,) = attempts_of(bench.work_as(ROSA), ref)
    assert (attempt.may_call_later, attempt.next_due) == (False, None)
    assert not episode_of(bench.work_as(ROSA), ref).value.is_closed


def test_a_yes_keeps_the_next_attempt_and_is_kept(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = spoke(qtbot, bench, ref)
    desk.press(DECLINED)

    desk.press("person-attempt-later-yes")
    desk.press("person-attempt-soon-day")
    desk.press("person-do")

    (attempt,) = attempts_of(bench.work_as(ROSA), ref)
    assert attempt.may_call_later is True
    assert attempt.next_due is not None


def test_a_no_that_is_taken_back_gives_the_next_attempt_back(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = spoke(qtbot, bench, ref)
    desk.press(DECLINED)
    desk.press("person-attempt-later-no")

    desk.press("person-attempt-later-no")
    assert desk.sees("person-attempt-next")
    desk.press("person-attempt-outcome-engaged")
    assert not desk.sees("person-attempt-later")
    desk.press("person-do")

    assert attempts_of(bench.work_as(ROSA), ref)[0].may_call_later is None


def test_the_wish_is_said_before_anybody_tries_again(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = spoke(qtbot, bench, ref)
    for name in (DECLINED, "person-attempt-later-no", "person-do"):
        desk.press(name)

    lists = open_worklist(qtbot, bench)
    lists.press("worklist-log")

    assert lists.sees("worklist-attempt-no-contact")


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_death_a_page_for_a_relative_opens_from_the_page(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = spoke(qtbot, bench, ref, language)
    assert not desk.sees("person-family")
    desk.press("person-attempt-group-gone")
    desk.press("person-attempt-outcome-died")
    bar = desk.find("person-attempt-family", MessageBar)
    assert bar.accessibleName() == sentence("attempt.died-family", language)
    assert audit_window(desk.view) == []
    desk.press("person-do")

    desk.press("person-family")
    said = desk.find("new-person-again", MessageBar).accessibleName()
    assert said == sentence("family-page.words", language, alias="Fern 21")
    assert audit_window(desk.view) == []
    desk.type("new-person-place", "Family room")
    pick(desk, "new-person-pathway", "not-known")
    desk.press("new-person-language-es")
    desk.press("person-do")

    kind, opened = desk.navigator.opened[-1]
    assert kind == "person"
    page = episode_of(bench.work_as(ROSA), opened).value
    assert page.person_id != ref.person_id
    assert page.source is CaseSource.FAMILY
    assert opened in {card.ref for card in read_worklist(bench.work_as(ROSA)).eligible}


def test_the_offer_stays_after_the_case_closed_and_is_nowhere_else(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    crowd = Crowd(bench, {"Fern 21": ref})
    crowd.tried("Fern 21", AttemptOutcome.DIED, 5)
    close_case(bench.work_as(ROSA), ref, CloseReason.DIED)
    other = crowd.arrives("Maple 12", "ED 7", 305)

    assert open_person(qtbot, bench, ref).sees("person-family")
    assert not open_person(qtbot, bench, other).sees("person-family")
