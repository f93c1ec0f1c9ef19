"""An alert that the site asks for stands with its answer like ours, and is told the same way."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.site_alert import SiteAlert
from desktop.services.read_review_desk import read_review_desk
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.widgets.row_list import RowList
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, SCORE, rule, save, worry_form
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk


def worry_desk(
    qtbot: QtBot, bench: Bench, alert: SiteAlert, language: str = "en"
) -> tuple[InterviewDesk, SiteAlert]:
    """The form of others in a shown window, under one rule."""
    instrument = offer(bench, worry_form())
    kept = save(bench, alert)
    ref = bench.new_case()
    begun = start_loaded_form(bench.work_as(ROSA), ref, instrument.content_hash)
    desk = open_desk(
        qtbot,
        bench,
        ref=ref,
        kind=FormKind.LOADED,
        size=(1366, 736),
        record_id=begun.draft.record_id,
        language=language,
    )
    return desk, kept


def shown(desk: InterviewDesk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_answer_opens_it_with_the_words_of_the_site(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    desk, kept = worry_desk(qtbot, bench, rule(ALONE), language)

    desk.press("answer-alone-true")

    assert kept.what_to_do.in_language(language) in shown(desk)
    assert desk.has(f"alert-{kept.code}-who-contact-0")
    assert kept.title.in_language(language) not in shown(desk), "the matter is for staff alone"
    assert audit_window(desk.view) == []
    desk.until_saved()


def test_who_is_called_is_told_in_four_presses_and_the_desk_of_review_is_clear(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, kept = worry_desk(qtbot, bench, rule(ALONE))
    desk.press("answer-alone-true")
    desk.until_saved()
    assert len(read_review_desk(bench.work_as(NADIA)).alerts) == 1

    for part in ("who-contact-0", "how-phone", "when-now", "record"):
        desk.press(f"alert-{kept.code}-{part}")
    desk.until_saved()

    assert read_review_desk(bench.work_as(NADIA)).alerts == ()
    assert kept.call in shown(desk)


def test_a_score_opens_it_and_a_withheld_one_says_that_nobody_knows(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, kept = worry_desk(qtbot, bench, rule(SCORE))
    assert "could not be checked" in shown(desk)

    desk.press("answer-first-3")
    desk.press("answer-second-3")
    assert desk.has(f"alert-{kept.code}")
    assert "could not be checked" not in shown(desk)
    listed = desk.find("interview-missing", RowList)
    assert isinstance(listed, RowList)
    assert listed.rows()[0].item.title == "Alert: hand-off open", "a score has no number"

    desk.press("reasons-second-declined")
    assert desk.has(f"alert-{kept.code}")
    assert "could not be checked" in shown(desk)
    desk.until_saved()


def test_one_that_does_not_wait_lets_the_form_be_completed(qtbot: QtBot, bench: Bench) -> None:
    desk, _kept = worry_desk(qtbot, bench, replace(rule(ALONE), waits=False))
    for answer in ("alone-true", "first-0", "second-0"):
        desk.press(f"answer-{answer}")
    assert "Complete does not wait for it" in shown(desk)
    desk.until_saved()

    for _ in range(3):
        if not desk.navigator.opened:
            desk.press("interview-next")
            desk.until(lambda: desk.runner.is_idle)

    assert desk.navigator.opened[-1][0] == "person"
    assert len(read_review_desk(bench.work_as(NADIA)).alerts) == 1
