"""Somebody new: added, handed a code, given keys, at work, gone; and the keys made new."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.episode import CaseSource
from desktop.records.pathway import Pathway
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.make_new_keys import make_new_keys
from desktop.services.name_part2_user import name_part2_user
from desktop.services.read_people import records_to_move
from desktop.services.read_worklist import read_worklist
from desktop.services.revoke_person import revoke_person
from desktop.views.shell.place import Desk
from desktop.views.widgets.picker import Picker
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, confirmed
from tests.support.store_fixture import PIN, password_of
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation

NIA = "nia.example"


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Workstation]:
    """A hospital's sealed store with everybody enrolled."""
    made = make_workstation(tmp_path)
    yield made
    made.close()


@pytest.fixture
def at(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """The window at its sign-in page; one case is there already."""
    station.bench.new_case()
    return station.open_window(qtbot, qapp)


def leave(at: OpenedWindow) -> None:
    """Somebody else signs in."""
    at.key(Qt.Key.Key_F12)
    at.press("cover-other")
    at.until(lambda: at.window.signed_in is None)
    at.until_idle()


def do(at: OpenedWindow, name: str) -> None:
    """Press a button and wait for the store."""
    at.press(name)
    at.until_idle()


def open_desk(at: OpenedWindow) -> None:
    """The desk of people, by the rail."""
    at.press("rail-people")
    at.until(lambda: at.sees("people"))
    at.until_idle()


def row_named(at: OpenedWindow, words: str) -> QAbstractButton:
    """The row that begins with these words."""
    rows = [
        each
        for each in at.window.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith(words)
    ]
    return rows[0]


def add_nia(at: OpenedWindow) -> str:
    """An administrator adds her; the code that is handed over."""
    at.sign_in(ADMIN)
    open_desk(at)
    at.press("people-add")
    at.line("person-name").setText("Nia Example")
    at.press("person-role-specialist")
    do(at, "people-do")
    at.line("confirm-password").setText(password_of(ADMIN))
    do(at, "confirm-submit")
    at.until(lambda: at.sees("code-groups"))
    code = at.find("code-groups")
    assert isinstance(code, QLabel)
    shown = code.text()
    do(at, "people-do")
    leave(at)
    return shown


def use_code(at: OpenedWindow, code: str) -> None:
    """She chooses a password and a PIN."""
    at.press("sign-in-cannot")
    at.until(lambda: at.sees("enrol-name"))
    at.line("enrol-name").setText(NIA)
    at.line("enrol-code").setText(code)
    for field in ("enrol-password", "enrol-password-again"):
        at.line(field).setText(password_of(NIA))
    for field in ("enrol-pin", "enrol-pin-again"):
        at.line(field).setText(PIN)
    do(at, "enrol-submit")
    at.until(lambda: at.is_open("sign-in-submit"))


def give_keys(at: OpenedWindow, compared: str) -> None:
    """A nurse manager compares the code and gives the keys."""
    at.sign_in(NADIA)
    at.until(lambda: "2 waiting" in at.find("rail-people").accessibleName())
    open_desk(at)
    row = row_named(at, "Waiting for keys: Nia Example, specialist")
    assert compared in row.accessibleName()
    row.click()
    at.line("give-password").setText(password_of(NADIA))
    do(at, "people-do")
    leave(at)


def add_case(at: OpenedWindow) -> None:
    """Somebody arrived."""
    at.press("worklist-new")
    at.line("new-person-place").setText("ED 9")
    picker = at.find("new-person-source")
    assert isinstance(picker, Picker)
    picker.show_picked(CaseSource.NURSE_CONSULT.value)
    pathway = at.find("new-person-pathway")
    assert isinstance(pathway, Picker)
    pathway.show_picked(Pathway.COMMUNITY.value)
    at.press("new-person-language-en")
    age = at.find("new-person-age")
    QTest.keyClicks(age, "19")
    do(at, "worklist-do")
    assert at.sees("person")


def test_from_a_name_to_the_first_case_and_to_new_keys(at: OpenedWindow) -> None:
    use_code(at, add_nia(at))

    # She is told who gives her keys, with the code that they compare.
    at.sign_in(NIA)
    words = at.shown_words()
    assert "Your account is ready" in words
    assert "Nadia Example, RN" in words
    assert not at.sees("rail-worklist")
    at.signed_in.shell.open_help()
    at.signed_in.shell.open_home()
    assert at.sees("waiting-sign-out")
    compared = words.partition("They compare it with you: ")[2][:14]
    at.press("waiting-sign-out")
    at.until(lambda: at.window.signed_in is None)
    at.until_idle()

    give_keys(at, compared)

    # Her first case.
    at.sign_in(NIA)
    assert at.signed_in.shell.place is not None
    assert at.signed_in.shell.place.desk is Desk.WORKLIST
    add_case(at)
    assert len(read_worklist(at.signed_in.shell.work).eligible) == 2
    leave(at)

    # She leaves; a nurse manager makes new keys and every record moves under them.
    at.sign_in(ADMIN)
    open_desk(at)
    row_named(at, "Nia Example").click()
    at.press("account-end")
    assert "What they copied or printed before stays readable." in at.shown_words()
    do(at, "people-do")
    at.line("confirm-password").setText(password_of(ADMIN))
    do(at, "confirm-submit")
    leave(at)
    at.sign_in(NADIA)
    open_desk(at)
    do(at, "people-new-keys")
    at.line("confirm-password").setText(password_of(NADIA))
    do(at, "confirm-submit")
    at.until(lambda: not at.sees("people-keys"))
    at.until_idle()
    assert records_to_move(at.signed_in.shell.work) == 0
    leave(at)

    # Everybody who stayed reads what there was.
    at.sign_in(ROSA)
    assert len(read_worklist(at.signed_in.shell.work).eligible) == 2
    leave(at)
    at.line("sign-in-name").setText(NIA)
    at.line("sign-in-password").setText(password_of(NIA))
    do(at, "sign-in-submit")
    assert at.window.signed_in is None
    assert "do not match" in at.shown_words()


def test_a_move_that_was_cut_off_goes_on_after_a_sign_in(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    station.bench.new_case()
    staff = station.bench.work_as(ADMIN).session.site.staff()
    tomas = next(one.staff_id for one in staff if one.sign_in_name == TOMAS)
    revoke_person(confirmed(station.bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS), tomas)
    manager = station.bench.work_as(NADIA)
    confirm_identity(manager, ConfirmedAct.GRANT, password_of(NADIA))
    make_new_keys(manager)
    assert records_to_move(station.bench.work_as(NADIA)) > 0
    at = station.open_window(qtbot, qapp)

    at.sign_in(NADIA)

    at.until(lambda: records_to_move(at.signed_in.shell.work) == 0)
    at.until_idle()
    assert isinstance(at.find("rail-people"), QWidget)


def test_a_specialist_has_the_desk_of_people_only_while_a_key_waits(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    staff = station.bench.work_as(ADMIN).session.site.staff()
    rosa = next(one.staff_id for one in staff if one.sign_in_name == ROSA)
    administrator = confirmed(station.bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    name_part2_user(administrator, rosa, is_named=True)
    at = station.open_window(qtbot, qapp)
    at.sign_in(TOMAS)
    assert not at.sees("rail-people")
    leave(at)

    at.sign_in(ROSA)

    at.until(lambda: at.sees("rail-people"))
    assert at.find("rail-people").accessibleName() == "People, 1 waiting"
    assert at.find("rail-worklist").accessibleDescription() == "You are here"
