"""Ctrl+Enter at the review desk: from flag to flag."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.bench import Bench
from tests.services.filling import SAFE_HERE
from tests.views.review.desk import open_review, submitted

MORE_HARM = "safety-now.more-harm"


def test_ctrl_enter_goes_to_the_next_flag_and_after_the_last_to_the_first(
    qtbot: QtBot, bench: Bench
) -> None:
    submitted(bench, "Fern 21", **{SAFE_HERE: "no", MORE_HARM: "soon"})
    desk = open_review(qtbot, bench)
    desk.open("Fern 21")
    desk.press("review-filter-all")
    came: list[str] = []

    for _press in range(3):
        QTest.keyClick(desk.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        focus = desk.view.focusWidget()
        came += [card.line.item_key for card in desk.view.visit.cards if card.isAncestorOf(focus)]

    assert came == [SAFE_HERE, MORE_HARM, SAFE_HERE]


def test_ctrl_enter_stays_where_nothing_is_flagged(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    before = desk.view.focusWidget()

    QTest.keyClick(desk.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert desk.view.focusWidget() is before
