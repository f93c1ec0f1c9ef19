"""The password again at the window: in place of the screen, undone by Cancel, cover and lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.confirm_identity import is_confirmed
from desktop.services.confirmations import CONFIRMED_FOR_S, ConfirmedAct
from desktop.views.lock.confirm_page import ConfirmPage
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import NADIA
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import password_of
from tests.support.window_parts import OpenedWindow, Workstation
from tests.views.review.desk import submitted

WRONG = "walrus thimble nobody orbit 7"


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A manager has two visits to sign, the first of them open."""
    submitted(station.bench, "Maple 12")
    submitted(station.bench, "Cedar 30")
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    open_visit(opened, "Maple 12")
    return opened


def open_visit(opened: OpenedWindow, alias: str) -> None:
    """Open a visit of the queue."""
    queue = opened.signed_in.shell.screen.view.queue.queue
    next(row for row in queue.rows() if row.item.title == alias).click()
    opened.until(lambda: opened.is_open("review-sign"))
    opened.until_idle()


def give(opened: OpenedWindow, password: str) -> None:
    """Type a password and Enter."""
    QTest.keyClicks(opened.line("confirm-password"), password)
    QTest.keyClick(opened.line("confirm-password"), Qt.Key.Key_Return)
    opened.until_idle()


def test_a_visit_is_signed_only_after_the_password_by_keyboard_alone(opened: OpenedWindow) -> None:
    opened.press("review-sign")
    asked = opened.shown_words()
    opened.until(lambda: opened.line("confirm-password").hasFocus())

    give(opened, password_of(NADIA))

    assert "You are about to sign off this visit for good." in asked
    assert "Nadia Example, RN" in asked
    assert "Maple 12 is signed" in opened.message()
    assert not opened.sees("confirm")


def test_a_second_visit_within_five_minutes_needs_no_password(opened: OpenedWindow) -> None:
    opened.press("review-sign")
    give(opened, password_of(NADIA))
    open_visit(opened, "Cedar 30")

    opened.press("review-sign")
    opened.until_idle()

    assert "Cedar 30 is signed" in opened.message()


def test_a_second_visit_after_five_minutes_asks_again(opened: OpenedWindow) -> None:
    opened.press("review-sign")
    give(opened, password_of(NADIA))
    open_visit(opened, "Cedar 30")
    opened.station.bench.clock.advance(CONFIRMED_FOR_S)

    opened.press("review-sign")

    assert opened.sees("confirm-password")


def test_a_wrong_password_says_so_and_signs_nothing(opened: OpenedWindow) -> None:
    opened.press("review-sign")

    give(opened, WRONG)

    assert "This is not your password. Nothing was changed." in opened.shown_words()
    assert opened.line("confirm-password").text() == ""
    assert opened.line("confirm-password").hasFocus()
    assert WRONG not in opened.kept_words()


@pytest.mark.parametrize("by_key", [True, False])
def test_cancel_and_escape_bring_the_same_screen_back(opened: OpenedWindow, by_key: bool) -> None:
    opened.find("review-sign").setFocus()
    QTest.keyClick(opened.find("review-sign"), Qt.Key.Key_Space)

    if by_key:
        QTest.keyClick(opened.line("confirm-password"), Qt.Key.Key_Escape)
    else:
        opened.press("confirm-cancel")

    assert not opened.sees("confirm")
    assert opened.is_open("review-sign")
    assert opened.find("review-sign").hasFocus()


def test_the_cover_takes_the_question_and_what_was_confirmed_away(opened: OpenedWindow) -> None:
    opened.press("review-sign")
    give(opened, password_of(NADIA))
    open_visit(opened, "Cedar 30")
    work = opened.signed_in.shell.work
    before = is_confirmed(work, ConfirmedAct.SIGN_OFF)
    opened.key(Qt.Key.Key_F12)

    opened.enter_pin()
    opened.press("review-sign")
    asked = opened.sees("confirm-password")
    opened.key(Qt.Key.Key_F12)
    opened.enter_pin()

    assert before
    assert asked
    assert not opened.sees("confirm")
    assert opened.is_open("review-sign")


def test_a_password_that_is_right_after_the_cover_confirms_nothing(opened: OpenedWindow) -> None:
    opened.press("review-sign")
    QTest.keyClicks(opened.line("confirm-password"), password_of(NADIA))
    QTest.keyClick(opened.line("confirm-password"), Qt.Key.Key_Return)
    opened.signed_in.cover()
    opened.until_idle()

    opened.enter_pin()

    assert not is_confirmed(opened.signed_in.shell.work, ConfirmedAct.SIGN_OFF)
    assert opened.is_open("review-sign")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (720, 480)), (2.0, (1278, 736))])
@pytest.mark.parametrize("act", [ConfirmedAct.SIGN_OFF, ConfirmedAct.EXPORT])
def test_the_page_fits_and_every_control_has_its_name(
    qtbot: QtBot,
    qapp: QApplication,
    tokens: Tokens,
    scale: float,
    size: tuple[int, int],
    act: ConfirmedAct,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    page = ConfirmPage(act, "Nadia Example, RN")
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.begin()
    page.show_error("This is not your password. Nothing was changed. Try again.")
    settle(page)

    problems = audit_window(page)

    apply_theme(qapp, Theme(LIGHT, 1.0))
    assert problems == []
