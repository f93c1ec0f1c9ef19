"""No information on the review desk: in the queue and over the visit, in words."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.confidential_status import AskedBy
from desktop.services.confidential_status import set_no_information
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.chip import Chip
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.review.desk import ReviewDeskAtWork, open_review, submitted, with_open_alert

MARK = sentence("confidential.mark", "en")


def marked(desk: ReviewDeskAtWork) -> list[str]:
    """Who is said to be kept quiet in the queue."""
    return [row.item.title for row in desk.queue_rows() if MARK in row.accessibleName()]


def test_the_queue_and_the_visit_say_that_no_caller_is_told(qtbot: QtBot, bench: Bench) -> None:
    quiet = submitted(bench, "Maple 12")
    submitted(bench, "Cedar 40")
    set_no_information(bench.work_as(ROSA), quiet.ref, AskedBy.POLICE)
    desk = open_review(qtbot, bench)
    assert marked(desk) == ["Maple 12"]

    desk.open("Maple 12")
    over = [chip.text() for chip in desk.view.findChildren(Chip) if chip.isVisible()]
    desk.open("Cedar 40")
    other = [chip.text() for chip in desk.view.findChildren(Chip) if chip.isVisible()]

    assert MARK in over
    assert MARK not in other


def test_an_open_alert_says_it_too(qtbot: QtBot, bench: Bench) -> None:
    quiet = with_open_alert(bench, "Birch 07")
    with_open_alert(bench, "Cedar 40")
    set_no_information(bench.work_as(ROSA), quiet, AskedBy.PERSON)

    desk = open_review(qtbot, bench)

    rows = desk.view.queue.alerts.rows()
    said = {row.item.title: MARK in row.accessibleName() for row in rows}
    assert said == {"Birch 07": True, "Cedar 40": False}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_mark_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, qapp: QApplication, scale: float
) -> None:
    quiet = submitted(bench, "Maple 12")
    set_no_information(bench.work_as(ROSA), quiet.ref, AskedBy.POLICE)
    apply_theme(qapp, Theme(DARK if scale > 1 else LIGHT, scale))
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    assert audit_window(desk.view) == []
