"""An administrator decides when the screen is covered and locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.services.idle_rules import IdleRules, idle_rules
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import NADIA, ROSA, Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.people.open_desk import PeopleDesk, open_people


def write(desk: PeopleDesk, name: str, text: str) -> None:
    """Replace what stands in a field, by keyboard."""
    field = desk.find(name, QWidget)
    field.setFocus()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


def test_both_are_set_by_keyboard_and_count_for_everybody(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    desk.find("people-idle", QWidget).setFocus()

    desk.key(Qt.Key.Key_Space)
    write(desk, "idle-cover", "3")
    write(desk, "idle-lock", "20")
    write(desk, "idle-patient", "12")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert idle_rules(hospital.work_as(ROSA)) == IdleRules(3, 20, 12)
    assert hospital.heard[-1].action is AuditAction.SETTING_CHANGED
    said = desk.navigator.messages[-1].text
    assert said.startswith("Saved. The screen is covered after 3 minutes, in patient mode after 12")
    assert "and locks after 20" in said


@pytest.mark.parametrize(
    ("cover", "lock", "at"),
    [("1", "15", "idle-cover"), ("11", "15", "idle-cover"), ("5", "31", "idle-lock")],
)
def test_a_number_out_of_bounds_is_refused_below_its_field(
    qtbot: QtBot, hospital: Bench, cover: str, lock: str, at: str
) -> None:
    desk = open_people(qtbot, hospital)
    desk.press("people-idle")

    write(desk, "idle-cover", cover)
    write(desk, "idle-lock", lock)
    desk.press("people-do")

    panel = desk.controller.view.idle
    row = panel.cover_row if at == "idle-cover" else panel.lock_row
    assert row.error
    assert idle_rules(hospital.work_as(ROSA)) == IdleRules()


def test_a_lock_before_the_cover_is_refused(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    desk.press("people-idle")

    write(desk, "idle-cover", "10")
    write(desk, "idle-lock", "6")
    desk.press("people-do")

    assert "later than the cover" in desk.controller.view.idle.lock_row.error


def test_nobody_but_an_administrator_is_offered_it(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital, who=NADIA)

    assert not desk.sees("people-idle")


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
def test_the_panel_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, hospital: Bench, qapp: QApplication, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    desk = open_people(qtbot, hospital, size=(1366, 3000))
    desk.press("people-idle")
    settle(desk.view)

    assert audit_window(desk.view) == []
