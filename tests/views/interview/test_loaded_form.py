"""A loaded form at the bedside: it says which form it is, and is answered like our own."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason
from desktop.records.form_record import FormKind
from desktop.services.episode_records import forms_of
from desktop.services.start_loaded_form import start_loaded_form
from tests.services.bench import ROSA, Bench
from tests.services.loaded_forms import offer, sleep_form
from tests.services.test_warnings import long_night
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk

NOTICE = "Copyright Invented Press. Free for hospitals that ask. " * 12


@pytest.fixture
def desk(qtbot: QtBot, bench: Bench) -> InterviewDesk:
    """The interview of a loaded form in a shown window."""
    work, ref = bench.work_as(ROSA), bench.new_case()
    begun = start_loaded_form(work, ref, offer(bench, sleep_form(copyright=NOTICE)).content_hash)
    return open_desk(
        qtbot,
        bench,
        ref=ref,
        kind=FormKind.LOADED,
        size=(1366, 736),
        record_id=begun.draft.record_id,
    )


def shown(desk: InterviewDesk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def test_title_version_and_copyright_stand_beside_the_form(desk: InterviewDesk) -> None:
    words = shown(desk)

    assert "Sleep diary" in words
    assert "Version 1.0.0" in words
    assert "Copyright Invented Press. Free for hospitals that ask." in words
    assert NOTICE.strip() not in words
    assert audit_window(desk.view) == []


def test_answers_and_reasons_are_kept_as_they_are_given(desk: InterviewDesk) -> None:
    desk.press("answer-slept-yes")
    desk.press("reasons-hours-declined")
    desk.until_saved()

    answers = desk.answers(FormKind.LOADED)
    assert answers["hours"] == NoAnswer(NoAnswerReason.DECLINED)
    assert isinstance(answers["slept"], Answered)


def test_complete_keeps_the_record_and_leads_back(desk: InterviewDesk) -> None:
    desk.press("answer-slept-yes")
    desk.press("reasons-hours-declined")
    desk.until_saved()

    for _ in range(2):
        if not desk.navigator.opened:
            desk.press("interview-next")
            desk.until(lambda: desk.runner.is_idle)

    assert desk.navigator.opened[-1][0] == "person"
    assert desk.work.session.journal.drafts() == ()
    [kept] = forms_of(desk.work, desk.ref)
    assert kept.value.kind is FormKind.LOADED


def test_a_rule_that_only_warns_is_shown_and_lets_the_form_be_completed(
    qtbot: QtBot, bench: Bench
) -> None:
    begun = long_night(bench, "warning")
    desk = open_desk(
        qtbot, bench, ref=begun.ref, kind=FormKind.LOADED, record_id=begun.draft.record_id
    )
    assert "That is a long night." in shown(desk)

    desk.view.action_bar.complete_requested.emit()

    desk.until(lambda: bool(desk.navigator.opened))
    assert desk.navigator.opened[-1][0] == "person"
    [kept] = forms_of(desk.work, desk.ref)
    assert '"valueInteger":14' in kept.value.response
