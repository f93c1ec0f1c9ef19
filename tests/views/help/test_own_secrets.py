"""One's own password and PIN, changed on the help page of a real sealed store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.views.help.help_controller import HelpController
from desktop.views.screen import ScreenContext
from tests.services.bench import ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.store_fixture import PIN, password_of
from tests.views.person.desk import Desk

NEW_PASSWORD = "gravel piano seven thistle"
NEW_PIN = "571903"


@pytest.fixture
def desk(qtbot: QtBot, hospital: Bench) -> Desk:
    """The help page of a specialist."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    controller = HelpController(ScreenContext(hospital.work_as(ROSA), runner, navigator, "en"))
    desk = Desk(qtbot, hospital, runner, navigator, controller)
    runner.setParent(controller.view)
    qtbot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(1278, 736)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    return desk


def fill(desk: Desk, present: str, password: str = "", pin: str = "") -> None:
    """Type what is to be changed."""
    desk.type("own-present", present)
    for name, text in (("own-password", password), ("own-pin", pin)):
        if text:
            desk.type(name, text)
            desk.type(f"{name}-again", text)


def test_a_new_password_is_in_force_at_the_next_sign_in(desk: Desk) -> None:
    fill(desk, password_of(ROSA), NEW_PASSWORD)

    desk.press("own-change")

    said = desk.navigator.messages[-1].text
    assert said == "Your new password is in force from the next sign-in."
    session = desk.bench.work_as(ROSA).session
    session.confirm_password(NEW_PASSWORD)
    with pytest.raises(KnownError):
        session.confirm_password(password_of(ROSA))
    assert session.check_pin(PIN)
    assert desk.bench.heard[-1].action is AuditAction.SECRETS_CHANGED
    assert all(
        desk.find(name, QLineEdit).text() == ""
        for name in ("own-present", "own-password", "own-password-again")
    )


def test_a_new_pin_is_chosen_by_keyboard(desk: Desk) -> None:
    fill(desk, password_of(ROSA), pin=NEW_PIN)

    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.messages[-1].text == "Your new PIN is in force."
    assert desk.bench.work_as(ROSA).session.check_pin(NEW_PIN)


@pytest.mark.parametrize(
    ("present", "password", "pin", "said", "focus"),
    [
        ("", NEW_PASSWORD, "", "Type the password that you use now.", "own-present"),
        ("lantern", "", "", "Type a new password, a new PIN or both.", "own-password"),
        ("lantern", "short", "", "At least 15 characters.", "own-password"),
        ("lantern", NEW_PASSWORD, "", "The name and password do not match.", "own-present"),
        (password_of(ROSA), "", "123456", "This PIN is easy to guess.", "own-pin"),
        (password_of(ROSA), "passwordpassword", "", "This password or passphrase", "own-password"),
    ],
)
def test_what_will_not_do_is_said_below_its_field(
    desk: Desk, present: str, password: str, pin: str, said: str, focus: str
) -> None:
    fill(desk, present, password, pin)

    desk.press("own-change")

    assert desk.errors()[0].startswith(said)
    assert desk.focus() == focus
    assert desk.bench.work_as(ROSA).session.check_pin(PIN)
