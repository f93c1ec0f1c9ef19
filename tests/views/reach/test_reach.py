"""The desk of reach: days are chosen, numbers stand with their share, and too few stay hidden."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.attempt import AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.reach_period import ReachPeriod, days_of
from desktop.services.close_case import close_case
from desktop.views.reach.reach_controller import ReachController
from desktop.views.reach.reach_view import ReachView
from desktop.views.screen import ScreenContext
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.row_list import RowList
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.test_count_reach import ENOUGH, arrived, tried
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk


def open_reach(
    bot: QtBot, bench: Bench, *, size: tuple[int, int] = (1278, 736), language: str = "en"
) -> Desk:
    """The desk in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(bench.work_as(NADIA), runner, navigator, language)
    controller = ReachController(context)
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk


def many(bench: Bench) -> None:
    """People enough in each part: reached in time, still open, and never reached."""
    for _ in range(ENOUGH):
        tried(bench, arrived(bench, 6), AttemptOutcome.ENGAGED, 3)
        arrived(bench, 6)
        missed = arrived(bench, 6)
        tried(bench, missed, AttemptOutcome.ASLEEP_OR_SEDATED, 5)
        close_case(bench.work_as(ROSA), missed, CloseReason.NEVER_REACHED, MissedWhy.NOBODY_ON_DUTY)


def numbers(desk: Desk, name: str = "numbers") -> dict[str, str]:
    """What each row of a list shows."""
    rows = desk.find(f"reach-{name}", RowList).rows()
    return {row.item.key: row.item.cells[0].text for row in rows}


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def type_day(desk: Desk, name: str, day: str) -> None:
    """Replace the day in a field."""
    field = desk.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    desk.bot.keyClicks(field, day)


def test_numbers_stand_with_their_share(qtbot: QtBot, bench: Bench) -> None:
    many(bench)

    desk = open_reach(qtbot, bench)

    found = numbers(desk)
    assert found["reach-count.eligible"] == "33 (100 %)"
    assert found["reach-count.tried"] == "22 (67 %)"
    assert found["reach-count.reached"] == found["reach-count.ended"] == "11 (33 %)"
    assert numbers(desk, "never-reached") == {"missed-why.nobody-on-duty": "11 (100 %)"}
    assert numbers(desk, "waits")["reach-count.to-reached"] == "180"
    assert bench.actions()[-1] is AuditAction.REACH_COUNTED


def test_too_few_people_show_no_number_at_all(qtbot: QtBot, bench: Bench) -> None:
    for _ in range(ENOUGH - 1):
        arrived(bench, 6)

    desk = open_reach(qtbot, bench)

    assert "Too few people to show numbers" in shown(desk)
    assert numbers(desk) == {}


def test_nobody_in_the_days_is_said(qtbot: QtBot, bench: Bench) -> None:
    desk = open_reach(qtbot, bench)

    assert "Nobody arrived in these days" in shown(desk)
    assert numbers(desk) == {}


def test_other_days_are_given_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    many(bench)
    desk = open_reach(qtbot, bench)
    desk.press("reach-period-own")
    type_day(desk, "reach-since", "2020-01-01")
    type_day(desk, "reach-until", "2020-01-31")

    desk.find("reach-count", QPushButton).setFocus()
    desk.key(Qt.Key.Key_Space)

    assert "Nobody arrived in these days" in shown(desk)
    desk.press("reach-period-this-month")
    assert numbers(desk)["reach-count.eligible"] == "33 (100 %)"


def test_days_the_wrong_way_round_are_refused_in_words(qtbot: QtBot, bench: Bench) -> None:
    many(bench)
    desk = open_reach(qtbot, bench)
    desk.press("reach-period-own")
    type_day(desk, "reach-until", "2020-01-31")

    desk.press("reach-count")

    assert "The last day is before the first" in shown(desk)
    assert numbers(desk) == {}
    assert desk.focus() == "reach-since"


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (ReachPeriod.THIS_MONTH, date(2026, 3, 1), date(2026, 3, 14)),
        (ReachPeriod.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (ReachPeriod.THREE_MONTHS, date(2026, 1, 1), date(2026, 3, 14)),
        (ReachPeriod.THIS_YEAR, date(2026, 1, 1), date(2026, 3, 14)),
    ],
)
def test_a_period_is_whole_months_up_to_today(
    period: ReachPeriod, since: date, until: date
) -> None:
    assert days_of(period, date(2026, 3, 14)) == (since, until)


def test_three_months_reach_back_over_the_new_year() -> None:
    assert days_of(ReachPeriod.THREE_MONTHS, date(2026, 1, 5))[0] == date(2025, 11, 1)
    assert days_of(ReachPeriod.LAST_MONTH, date(2026, 1, 5)) == (
        date(2025, 12, 1),
        date(2025, 12, 31),
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_desk_passes_the_audit(
    qtbot: QtBot, qapp: QApplication, bench: Bench, language: str
) -> None:
    many(bench)
    desk = open_reach(qtbot, bench, language=language)
    assert isinstance(desk.view, ReachView)
    found = []
    try:
        for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
            apply_theme(qapp, Theme(tokens, scale))
            found += audit_window(desk.view)
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))

    assert found == []
