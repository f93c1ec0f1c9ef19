"""Somebody who asked for no more contact: no next attempt is offered, and it is said again."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptOutcome
from desktop.services.episode_records import attempts_of
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import open_person, open_worklist
from tests.views.worklist.crowd import Crowd

NO = "person-attempt-outcome-declined-do-not-contact"


def test_no_next_attempt_is_offered_and_none_is_kept(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Fern 21", "ED 8", 30)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-go")
    for name in ("mode-bedside", "group-spoke", "outcome-engaged", "soon-day"):
        desk.press(f"person-attempt-{name}")
    assert desk.sees("person-attempt-next")

    desk.press(NO)
    assert not desk.sees("person-attempt-next")
    assert not desk.sees("person-attempt-soon")
    desk.press("person-do")

    (attempt,) = attempts_of(bench.work_as(ROSA), ref)
    assert attempt.outcome is AttemptOutcome.DECLINED_DO_NOT_CONTACT
    assert attempt.next_due is None


def test_another_outcome_offers_it_again(qtbot: QtBot, bench: Bench) -> None:
    desk = open_person(qtbot, bench, Crowd(bench).arrives("Fern 21", "ED 8", 30))
    desk.press("person-go")
    desk.press("person-attempt-group-spoke")
    desk.press(NO)

    desk.press("person-attempt-outcome-declined-now")

    assert desk.sees("person-attempt-next")
    assert not desk.sees("person-attempt-no-contact")


def test_the_wish_is_said_before_anybody_tries_again(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Fern 21", "ED 8", 30)
    crowd.tried("Fern 21", AttemptOutcome.DECLINED_DO_NOT_CONTACT, 10)
    desk = open_worklist(qtbot, bench)

    desk.press("worklist-log")

    assert desk.sees("worklist-attempt-no-contact")


@pytest.mark.parametrize(
    "outcome", [AttemptOutcome.DECLINED_DO_NOT_CONTACT, AttemptOutcome.ENGAGED]
)
def test_nothing_that_takes_contact_is_proposed_against_the_wish(
    qtbot: QtBot, bench: Bench, outcome: AttemptOutcome
) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Fern 21", "ED 8", 30)
    crowd.tried("Fern 21", outcome, 10)

    desk = open_person(qtbot, bench, ref)

    is_refused = outcome is AttemptOutcome.DECLINED_DO_NOT_CONTACT
    found = desk.words("person-go")
    assert found == ("Close the case" if is_refused else "Start the bedside core")
    desk.press("person-go")
    assert desk.sees("close-case-group-stopped") is is_refused
