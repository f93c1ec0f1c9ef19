"""While a wish for no contact or a death stands, the panel for an attempt says so."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptOutcome
from desktop.services.episode_records import attempts_of
from desktop.services.link_people import link_people
from desktop.services.read_worklist import read_worklist
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.worklist.case_rows import CaseRows
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person, open_worklist
from tests.views.person.test_person_tasks import all_words
from tests.views.worklist.crowd import Crowd

NO = AttemptOutcome.DECLINED_DO_NOT_CONTACT
DIED = AttemptOutcome.DIED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("first", "words"), [(NO, "attempt.asked-no-contact"), (DIED, "attempt.noted-as-died")]
)
def test_after_a_try_that_reached_nobody_it_is_still_said_and_no_next_attempt_offered(
    qtbot: QtBot, bench: Bench, first: AttemptOutcome, words: str, language: str
) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Fern 21", "ED 8", 60)
    crowd.tried("Fern 21", first, 30)
    crowd.tried("Fern 21", AttemptOutcome.NO_ANSWER, 10)
    desk = open_worklist(qtbot, bench, language=language)

    desk.press("worklist-log")

    said = desk.find("worklist-attempt-no-contact", MessageBar).accessibleName()
    assert said == sentence(words, language)
    assert not desk.sees("worklist-attempt-next")
    for name in ("mode-phone", "group-not-now", "outcome-no-answer"):
        desk.press(f"worklist-attempt-{name}")
    assert not desk.sees("worklist-attempt-next")
    assert audit_window(desk.view) == []
    desk.press("worklist-do")
    assert attempts_of(bench.work_as(ROSA), ref)[-1].next_due is None


def test_being_spoken_with_offers_a_next_attempt_again(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Fern 21", "ED 8", 60)
    crowd.tried("Fern 21", NO, 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-log")

    for name in ("mode-phone", "group-spoke", "outcome-declined-now"):
        desk.press(f"worklist-attempt-{name}")
    assert not desk.sees("worklist-attempt-next")
    desk.press("worklist-attempt-later-yes")
    assert desk.sees("worklist-attempt-next")
    desk.press("worklist-attempt-soon-day")
    desk.press("worklist-do")

    assert attempts_of(bench.work_as(ROSA), ref)[-1].next_due is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_linked_case_says_what_was_asked_in_the_list_the_panel_and_the_banner(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    crowd = Crowd(bench)
    asked = crowd.arrives("Fern 21", "ED 8", 60)
    crowd.tried("Fern 21", NO, 30)
    other = crowd.arrives("Maple 12", "ED 7", 10)
    link_people(bench.work_as(ROSA), asked, other)
    mark = sentence("again.wish", language)
    desk = open_worklist(qtbot, bench, language=language)

    (card,) = read_worklist(bench.work_as(ROSA)).eligible
    row = CaseRows(bench.clock.now(), language).eligible(card)
    assert mark in row.second
    desk.press("worklist-log")

    said = desk.find("worklist-attempt-no-contact", MessageBar).accessibleName()
    assert said == sentence("attempt.asked-elsewhere", language)
    assert desk.sees("worklist-attempt-next")
    assert audit_window(desk.view) == []
    page = open_person(qtbot, bench, other, language=language)
    assert mark in all_words(page)
