"""The left column: alerts that wait for a clinician, then the queue, what is risky first."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import NADIA, Bench
from tests.services.filling import ENDING_LIFE
from tests.support.qt_audit import settle
from tests.views.review.desk import open_review, submitted, with_flag, with_open_alert


def test_flags_come_first_then_the_oldest(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    bench.clock.advance(600)
    submitted(bench, "Cedar 40")
    bench.clock.advance(600)
    with_flag(bench, "Fern 21")

    desk = open_review(qtbot, bench)

    assert desk.rows() == ["Fern 21", "Maple 12", "Cedar 40"]
    assert desk.chips_of("Fern 21") == ["1 flag(s)"]
    assert desk.chips_of("Maple 12") == ["No flags"]


def test_an_old_visit_is_called_late(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    bench.clock.advance(timedelta(hours=25).total_seconds())
    submitted(bench, "Cedar 40")

    desk = open_review(qtbot, bench)

    assert "Late" in desk.chips_of("Maple 12")
    assert "Late" not in desk.chips_of("Cedar 40")
    assert "2 waiting, oldest 25 h" in desk.words()


def test_with_nothing_waiting_the_desk_says_so(qtbot: QtBot, bench: Bench) -> None:
    desk = open_review(qtbot, bench)

    assert desk.sees("review-empty")
    assert "Nothing waits for you" in desk.words()
    assert not desk.sees("review-sign")
    assert not desk.sees("review-return")
    assert not desk.sees("review-queue")


def test_with_nothing_waiting_a_narrow_desk_says_so_too(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    desk = open_review(qtbot, bench)

    apply_theme(qapp, Theme(LIGHT, 2.0))
    settle(desk.view)

    assert desk.sees("review-empty")
    assert not desk.sees("review-queue-panel")


def test_the_rail_counts_queue_and_alerts_together(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    with_open_alert(bench, "Birch 07")

    desk = open_review(qtbot, bench)

    assert "badge review 2" in desk.navigator.log
    assert desk.navigator.title == "Review desk"


def test_ones_own_visit_does_not_open(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12", NADIA)
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    assert desk.chips_of("Maple 12") == ["Another reviewer signs"]
    assert desk.view.visit.cards == []
    assert not desk.sees("review-sign")
    assert "another reviewer signs it" in desk.navigator.messages[-1].text


def test_an_open_alert_of_a_draft_is_shown_on_top(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    with_open_alert(bench, "Birch 07")

    desk = open_review(qtbot, bench)

    alerts = desk.view.queue.alerts
    (row,) = alerts.rows()
    assert alerts.isVisible()
    assert (row.item.title, row.item.second) == ("Birch 07", "Danger now. Rosa Sample")
    assert (
        row.mapTo(desk.view, row.rect().topLeft()).y()
        < desk.queue_rows()[0].mapTo(desk.view, desk.queue_rows()[0].rect().topLeft()).y()
    )


def test_one_press_on_an_alert_opens_the_person(qtbot: QtBot, bench: Bench) -> None:
    with_open_alert(bench, "Birch 07")
    desk = open_review(qtbot, bench)
    (row,) = desk.view.queue.alerts.rows()

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    assert desk.navigator.log[-1] == "person"


def test_enter_on_an_alert_opens_the_person(qtbot: QtBot, bench: Bench) -> None:
    with_open_alert(bench, "Birch 07")
    desk = open_review(qtbot, bench)
    (row,) = desk.view.queue.alerts.rows()

    QTest.keyClick(row, Qt.Key.Key_Return)

    assert desk.navigator.log.count("person") == 1


def test_an_alert_that_was_handed_off_is_no_longer_on_top(qtbot: QtBot, bench: Bench) -> None:
    with_flag(bench, "Fern 21")

    desk = open_review(qtbot, bench)

    assert not desk.view.queue.alerts.isVisible()


def test_the_queue_is_worked_through_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    with_flag(bench, "Fern 21")
    bench.clock.advance(60)
    submitted(bench, "Maple 12", **{ENDING_LIFE: "no"})
    desk = open_review(qtbot, bench)
    first = desk.queue_rows()[0]
    starts_there = first.hasFocus()

    QTest.keyClick(first, Qt.Key.Key_Return)
    desk.until_idle()
    opened_first = desk.navigator.title
    QTest.keyClick(desk.queue_rows()[0], Qt.Key.Key_Down)
    desk.until_idle()

    assert starts_there
    assert opened_first == "Fern 21"
    assert desk.navigator.title == "Maple 12"


def test_a_visit_that_is_asked_for_is_opened_at_once(qtbot: QtBot, bench: Bench) -> None:
    with_flag(bench, "Fern 21")
    sent = submitted(bench, "Maple 12")

    desk = open_review(qtbot, bench, visit_id=sent.visit_id)

    assert desk.navigator.title == "Maple 12"
    assert desk.sees("review-sign")


def test_after_a_refresh_the_same_visit_can_be_opened_again(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    desk.press("review-refresh")
    closed = not desk.view.visit.cards

    desk.open("Maple 12")

    assert closed
    assert desk.view.visit.cards
