"""The warnings before a cover, a lock and the end of twelve hours, at the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.services.idle_rules import IdleRules, save_idle_rules
from desktop.views.lock.idle_watch import ABSOLUTE_S
from desktop.views.screen import Message
from desktop.views.theme.tokens import Tone
from tests.services.bench import ADMIN, NADIA
from tests.support.store_fixture import password_of
from tests.support.window_parts import OpenedWindow, Workstation


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A window in which a nurse manager works."""
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    return opened


def pass_s(opened: OpenedWindow, seconds: float) -> None:
    """Time goes by and nobody touches anything."""
    opened.station.bench.clock.advance(seconds)
    opened.signed_in.idle.look()


def warning(opened: OpenedWindow) -> str:
    """What is said of a limit that is near, "" for nothing."""
    bar = opened.signed_in.inside.limit_bar
    return bar.accessibleName() if bar.isVisible() else ""


def press_stay(opened: OpenedWindow) -> None:
    """As a screen reader does: no key and no pointer is seen."""
    opened.press("limits-stay")


def test_the_last_minute_before_the_cover_is_said_and_stay_calls_it_off(
    opened: OpenedWindow,
) -> None:
    pass_s(opened, 4 * 60)
    said = warning(opened)

    press_stay(opened)
    gone = warning(opened)
    pass_s(opened, 4 * 60 - 1)

    assert "The screen is covered in 60 seconds." in said
    assert gone == ""
    assert warning(opened) == ""
    assert not opened.window.is_covered


def test_a_warning_takes_no_other_message_away(opened: OpenedWindow) -> None:
    opened.signed_in.shell.say(Message(Tone.DANGER, "Something was not saved."))

    pass_s(opened, 4 * 60)
    press_stay(opened)

    assert opened.message() == "Something was not saved."


def test_the_seconds_go_on_without_a_new_button_under_the_hand(opened: OpenedWindow) -> None:
    pass_s(opened, 4 * 60)
    button = opened.find("limits-stay")

    pass_s(opened, 30)

    assert opened.find("limits-stay") is button
    assert "30 seconds" in opened.shown_words()


def test_the_site_decides_when_the_screen_is_covered(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    save_idle_rules(station.bench.work_as(ADMIN), IdleRules(2, 5))
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)

    pass_s(opened, 2 * 60)
    covered = opened.window.is_covered
    pass_s(opened, 3 * 60)
    opened.until(lambda: bool(opened.station.restarts))

    assert covered


def test_a_near_lock_is_said_on_the_cover(opened: OpenedWindow) -> None:
    opened.key(Qt.Key.Key_F12)

    pass_s(opened, 14 * 60)

    assert "Full lock in 60 seconds. Your PIN keeps you signed in." in opened.shown_words()
    opened.enter_pin()
    opened.key(Qt.Key.Key_F12)
    assert "Full lock" not in opened.shown_words()


def near_the_end(opened: OpenedWindow) -> None:
    """Somebody worked for twelve hours but half a minute."""
    whole, rest = divmod(ABSOLUTE_S - 30, 240)
    for seconds in [240] * whole + [rest]:
        opened.station.bench.clock.advance(seconds)
        opened.key(Qt.Key.Key_Shift)
    opened.signed_in.idle.look()


def test_the_end_of_twelve_hours_is_called_off_by_the_password_alone(opened: OpenedWindow) -> None:
    near_the_end(opened)
    said = warning(opened)
    opened.key(Qt.Key.Key_Shift)
    press_stay(opened)
    QTest.keyClicks(opened.line("confirm-password"), password_of(NADIA))
    QTest.keyClick(opened.line("confirm-password"), Qt.Key.Key_Return)
    opened.until_idle()

    pass_s(opened, 60)

    assert "You have been signed in for twelve hours." in said
    assert warning(opened) == ""
    assert opened.station.restarts == []


def test_under_the_cover_the_end_of_twelve_hours_is_not_said_to_be_the_pins(
    opened: OpenedWindow,
) -> None:
    near_the_end(opened)
    opened.key(Qt.Key.Key_F12)

    opened.signed_in.idle.look()

    assert "Full lock in 30 seconds, after twelve hours." in opened.shown_words()
    assert "Your PIN keeps you signed in" not in opened.shown_words()


def test_without_the_password_twelve_hours_end_in_the_lock(opened: OpenedWindow) -> None:
    near_the_end(opened)
    press_stay(opened)

    pass_s(opened, 30)

    opened.until(lambda: bool(opened.station.restarts))


def test_a_clock_that_was_set_back_is_said_and_noted_and_work_goes_on(
    opened: OpenedWindow,
) -> None:
    clock = opened.station.bench.clock
    clock.set_wall(clock.now() - timedelta(hours=3))

    opened.signed_in.idle.look()
    opened.until_idle()

    assert "The clock of this computer was set back." in opened.message()
    noted = opened.station.bench.heard[-1]
    assert (noted.action, noted.detail) == (AuditAction.CLOCK_RAN_BACK, "10800")
    assert not opened.window.is_covered
