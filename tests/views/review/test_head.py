"""What stands over and under the answers: the score of each form, and Return with its reason."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.episode import CaseSource
from desktop.services.add_case import NewCase, add_case
from desktop.services.complete_form import complete_form
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.chip import Chip
from tests.services.bench import ROSA, Bench
from tests.services.filling import completed, fill, hand_off
from tests.support.qt_audit import audit_window, settle
from tests.views.review.desk import ReviewDeskAtWork, open_review, submitted


def two_forms_sent(bench: Bench, alias: str) -> None:
    """A visit with the first talk and the whole needs assessment."""
    work = bench.work_as(ROSA)
    arrived = bench.clock.now() - timedelta(days=10)
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, arrived, "en", 30, alias)
    ref = add_case(work, new).ref
    completed(work, ref)
    (offer,) = [one for one in read_person(work, ref).offered if one.own == "needs-assessment"]
    form = start_loaded_form(work, ref, offer.content_hash)
    fill(work, form, **{"start.who-answers": "self"})
    for code in {alert.code for alert in form.session.alerts}:
        hand_off(work, form, code)
    complete_form(work, form.draft)
    submit_visit(work, ref)


def chips(desk: ReviewDeskAtWork) -> list[str]:
    """What the chips over the answers say."""
    return [one.text() for one in desk.view.visit.findChildren(Chip) if one.isVisible()]


def test_each_score_of_a_visit_with_two_forms_says_its_form(qtbot: QtBot, bench: Bench) -> None:
    two_forms_sent(bench, "Maple 12")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    scores = [words for words in chips(desk) if "Needs:" in words]
    assert len(scores) == 2
    assert scores[0].startswith("Bedside core · Needs: ")
    assert scores[1].startswith("Needs assessment · Needs: ")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_scores_of_two_forms_fit_at_large_text(
    qtbot: QtBot, qapp: QApplication, bench: Bench, language: str
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    two_forms_sent(bench, "Maple 12")
    desk = open_review(qtbot, bench, language=language)

    desk.open("Maple 12")
    settle(desk.view)

    assert audit_window(desk.view) == []


def test_the_score_of_a_visit_with_one_form_stands_alone(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    assert chips(desk)[0].startswith("Needs: ")


def test_at_large_text_return_stays_and_says_why_it_is_closed(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")
    settle(desk.view)

    assert desk.sees("review-return")
    assert not desk.find("review-return").isEnabled()
    assert desk.view.actions_bar.note_label.text() == "Comment on an answer before you return it."
    assert audit_window(desk.view) == []
