"""The report to child protection and the needs of the case, below the answers of a visit."""

from pytestqt.qtbot import QtBot

from desktop.records.episode import CloseReason
from desktop.services.close_case import close_case
from desktop.services.mandated_report import note_cause
from desktop.views.review.case_facts_panel import CaseFactsPanel
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING
from tests.services.referring import Asked
from tests.support.qt_audit import audit_window
from tests.views.review.desk import open_review, submitted


def test_they_stand_below_all_answers(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Fern 21", **{HOUSING: "yes"})
    note_cause(bench.work_as(ROSA), sent.ref)
    desk = open_review(qtbot, bench)
    desk.open("Fern 21")
    desk.press("review-filter-all")

    facts = desk.view.visit.findChild(CaseFactsPanel, "review-case-facts")

    assert facts is not None
    words = desk.words(facts)
    assert "Report to child protection" in words
    assert "Not made yet, due by" in words
    assert "A place to live" in words
    assert "Suggestion for the coder: Z59.819" in words
    assert audit_window(desk.view) == []


def test_where_each_referral_stands_is_read_by_the_reviewer(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Fern 21", **{HOUSING: "yes"})
    asked = Asked(bench, bench.work_as(ROSA), sent.ref)
    asked.consent()
    asked.sent("housing-instability")
    desk = open_review(qtbot, bench)
    desk.open("Fern 21")
    desk.press("review-filter-all")

    facts = desk.view.visit.findChild(CaseFactsPanel, "review-case-facts")

    assert facts is not None
    words = desk.words(facts)
    assert "Referrals to partners" in words
    assert asked.partner in words
    assert "Asked today by phone, nobody has said yes" in words
    assert audit_window(desk.view) == []


def test_a_case_without_either_shows_no_empty_panel(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Fern 21")
    desk = open_review(qtbot, bench)
    desk.open("Fern 21")
    desk.press("review-filter-all")

    assert desk.view.visit.findChild(CaseFactsPanel, "review-case-facts") is None


def test_the_end_of_the_case_stands_there_too(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Fern 21")
    close_case(bench.work_as(ROSA), sent.ref, CloseReason.MOVED)
    desk = open_review(qtbot, bench)
    desk.open("Fern 21")
    desk.press("review-filter-all")

    facts = desk.view.visit.findChild(CaseFactsPanel, "review-case-facts")

    assert facts is not None
    assert "How the case ended\nMoved away" in desk.words(facts)
