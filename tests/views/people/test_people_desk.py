"""The desk of people for an administrator, on a real sealed store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.rendering.read_back import page_texts
from desktop.services.ports import StaffEntry, StaffStanding
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench
from tests.support.fake_printers import FakePrinters
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import password_of
from tests.views.people.open_desk import PeopleDesk, open_people


def entry_of(bench: Bench, name: str) -> StaffEntry:
    """One account as it stands in the store."""
    people = bench.work_as(ADMIN).session.staff_desk.people()
    return next(one for one in people if one.member.sign_in_name == name)


def open_account(desk: PeopleDesk, name: str) -> None:
    """Press the row of somebody."""
    desk.press(f"people-list-{entry_of(desk.bench, name).member.staff_id}")


def code_on(desk: PeopleDesk) -> str:
    """The one-time code that is shown."""
    return desk.find("code-groups", QLabel).text()


def add(desk: PeopleDesk, name: str, role: Role) -> None:
    """Fill in the panel of somebody new."""
    desk.press("people-add")
    desk.type("person-name", name)
    desk.press(f"person-role-{role.value}")


def test_everybody_is_there_with_role_and_standing(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)

    row = desk.find(f"people-list-{entry_of(hospital, ROSA).member.staff_id}", QWidget)

    assert row.accessibleName() == "Rosa Sample, Specialist. Active"


def test_nobody_is_added_at_an_unlocked_screen_without_the_password(
    qtbot: QtBot, hospital: Bench
) -> None:
    desk = open_people(qtbot, hospital, just_confirmed=False)
    add(desk, "Nia Example", Role.SPECIALIST)

    desk.press("people-do")

    assert desk.navigator.log[-1] == "password for accounts"
    assert AuditAction.STAFF_CERTIFIED not in hospital.actions()
    desk.confirm(password_of(ADMIN))
    assert hospital.actions()[-1] is AuditAction.STAFF_CERTIFIED
    assert code_on(desk)


def test_a_person_is_added_by_keyboard_and_the_code_is_shown_once(
    qtbot: QtBot, hospital: Bench
) -> None:
    desk = open_people(qtbot, hospital)
    desk.find("people-add", QWidget).setFocus()

    desk.key(Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "Nia Example")
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    entry = entry_of(hospital, "nia.example")
    assert entry.member.role is Role.SPECIALIST
    assert len(code_on(desk).split()) == 8
    row = desk.find(f"people-list-{entry.member.staff_id}", QWidget)
    assert "Waiting for first sign-in until 2026-03-17" in row.accessibleName()
    assert desk.focus() == "code-print"
    desk.press("people-do")
    assert desk.view.findChild(QLabel, "code-groups") is None or not desk.sees("code-groups")
    assert not desk.sees("one-time-code")


def test_the_code_is_printed_by_a_pipe_under_a_neutral_name(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    add(desk, "Nia Example", Role.SPECIALIST)
    desk.press("people-do")
    code = code_on(desk)

    desk.press("code-print")

    job = hospital.printers.jobs[-1]
    assert job.job_name == "Sheet"
    text = page_texts(job.pdf)[0]
    assert all(group in text for group in code.split())
    assert "Sign-in name: nia.example" in text
    assert "The code was sent to the printer ED-PRN-2." in desk.shown()


def test_without_a_printer_the_code_stays_on_the_screen(qtbot: QtBot, hospital: Bench) -> None:
    hospital.printers = FakePrinters(())
    desk = open_people(qtbot, hospital)
    add(desk, "Nia Example", Role.SPECIALIST)
    desk.press("people-do")

    desk.press("code-print")

    assert getattr(desk.navigator.errors[-1], "message_id", "") == "sheet.no-printer"
    assert desk.sees("code-groups")


def test_a_code_that_was_left_is_gone_and_it_says_what_to_do(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    add(desk, "Nia Example", Role.SPECIALIST)
    desk.press("people-do")

    desk.key(Qt.Key.Key_Escape)

    said = desk.navigator.messages[-1].text
    assert said.startswith("The code of Nia Example is not shown again. If nobody has it")
    assert not desk.sees("code-groups")


@pytest.mark.parametrize(
    ("name", "sign_in", "role", "said", "focus"),
    [
        ("", "nia", Role.SPECIALIST, "Type the person's name.", "person-name"),
        ("Nia Example", "rosa", Role.SPECIALIST, "Someone already signs in", "person-sign-in"),
        ("Nia Example", "nia", Role.ADMINISTRATOR, "Type the code", "person-codes-one"),
    ],
)
def test_what_will_not_do_is_said_below_its_field(
    qtbot: QtBot, hospital: Bench, name: str, sign_in: str, role: Role, said: str, focus: str
) -> None:
    desk = open_people(qtbot, hospital)
    add(desk, name, role)
    desk.type("person-sign-in", sign_in)

    desk.press("people-do")

    assert desk.errors()[0].startswith(said)
    assert desk.focus() == focus


def test_an_administrator_needs_two_recovery_codes(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    add(desk, "Abe Example", Role.ADMINISTRATOR)
    desk.type("person-codes-one", "AAAAA")
    desk.type("person-codes-other", "BBBBB")

    desk.press("people-do")

    assert desk.errors() == [
        "A code has 40 letters and digits; this has 5. Check that none is missing or typed twice."
    ]
    assert desk.sees("person-add")


def test_a_new_code_says_that_the_old_password_ends(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    open_account(desk, TOMAS)

    desk.press("account-code")
    said = desk.shown()
    desk.press("people-do")

    assert "The old password ends now." in said
    assert entry_of(hospital, TOMAS).standing is StaffStanding.INVITED
    assert len(code_on(desk).split()) == 8


def test_an_ended_account_says_what_that_means_and_is_last(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    open_account(desk, TOMAS)

    desk.press("account-end")
    said = desk.shown()
    desk.press("people-do")

    assert "What they copied or printed before stays readable." in said
    assert entry_of(hospital, TOMAS).standing is StaffStanding.REVOKED
    assert "Tomas Specimen" in desk.view.rows.rows()[-1].accessibleName()
    assert hospital.heard[-1].action is AuditAction.STAFF_REVOKED


def test_the_own_account_cannot_be_ended_here(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)

    open_account(desk, ADMIN)

    assert desk.sees("account-code")
    assert not desk.sees("account-end")


def test_an_account_that_is_shown_has_one_button_that_closes_it(
    qtbot: QtBot, hospital: Bench
) -> None:
    desk = open_people(qtbot, hospital)

    open_account(desk, ADMIN)
    of_account = (desk.sees("people-do"), desk.sees("people-cancel"))
    desk.press("people-do")
    desk.press("people-add")

    assert of_account == (True, False)
    assert desk.sees("people-cancel")


def test_somebody_is_named_for_substance_use_records(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    open_account(desk, ROSA)

    desk.press("account-part2")

    assert entry_of(hospital, ROSA).named == (Compartment.P2,)
    assert desk.find("people-part2", QWidget).isVisible()
    open_account(desk, ROSA)
    desk.press("account-part2")
    assert entry_of(hospital, ROSA).named == ()


def test_who_was_stopped_may_try_again(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital)
    open_account(desk, ROSA)

    desk.press("account-reopen")

    assert hospital.heard[-1].action is AuditAction.SIGN_IN_OPENED_AGAIN
    assert desk.navigator.messages[-1].text == "Rosa Sample can try to sign in again."


def test_who_may_not_certify_only_looks(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_people(qtbot, hospital, who=NADIA)

    open_account(desk, ROSA)

    assert not desk.sees("people-add")
    assert not desk.sees("account-code")


def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, hospital: Bench, qapp: QApplication
) -> None:
    problems: list[str] = []

    for tokens, scale, name in ((LIGHT, 1.0, "Nia Example"), (DARK, 2.0, "Noa Example")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_people(qtbot, hospital, size=(1366, 3000))
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        add(desk, name, Role.ADMINISTRATOR)
        problems += _audit(desk, f"{scale} add")
        desk.press("person-role-specialist")
        desk.press("people-do")
        problems += _audit(desk, f"{scale} code")
        desk.press("people-do")
        open_account(desk, ROSA)
        problems += _audit(desk, f"{scale} account")
        desk.press("account-end")
        problems += _audit(desk, f"{scale} end")
        desk.view.hide()

    assert problems == []


def _audit(desk: PeopleDesk, where: str) -> list[str]:
    settle(desk.view)
    return [f"{where}: {one}" for one in audit_window(desk.view)]
