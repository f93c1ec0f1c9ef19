"""A date of birth that makes another age is told once, and the page follows it at once."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.services.identity import read_identity
from desktop.services.log_attempt import NewAttempt, log_attempt
from tests.services.bench import ROSA, Bench
from tests.services.test_form_offers import case_of
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person
from tests.views.person.test_person_tasks import all_words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", [19, None])
def test_the_age_by_date_of_birth_is_said_and_the_first_touch_changes(
    qtbot: QtBot, bench: Bench, typed: int | None, language: str
) -> None:
    ref = case_of(bench, typed)
    reached = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED)
    log_attempt(bench.work_as(ROSA), ref, reached)
    year = bench.clock.now().astimezone().year - 15
    desk = open_person(qtbot, bench, ref, language=language)
    talk = sentence("person-next.start.youth-talk.title", language)
    core = sentence("person-next.start.assessment.title", language)
    assert core in all_words(desk)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-born", f"{year}-01-01")
    desk.press("person-do")

    words = all_words(desk)
    assert read_identity(bench.work_as(ROSA), ref).birth_date is not None
    assert sentence("identity.age-by-birth", language, years=15) in words
    assert sentence("identity.forms-follow", language) in words
    assert audit_window(desk.view) == []
    assert talk in words
    assert core not in words


def test_an_age_that_fits_the_date_of_birth_is_not_told(qtbot: QtBot, bench: Bench) -> None:
    ref = case_of(bench, 15)
    year = bench.clock.now().astimezone().year - 15
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-born", f"{year}-01-01")
    desk.press("person-do")

    assert f"{year}-01-01" in all_words(desk)
    assert sentence("identity.age-by-birth", "en", years=15) not in all_words(desk)
