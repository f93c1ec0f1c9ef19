"""The disk died: on a new computer a backup comes back, and two recovery codes open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.services.ports import Backup, NewCode, ReEnrolment, RestoreDesk, StoreGate
from desktop.storage.gate import open_gate
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.restore_desk import SealedRestoreDesk
from desktop.storage.verify import verify_store
from desktop.views.entry.code_groups import CodeGroups
from tests.journeys.test_journey_9_people import do, leave, open_desk, row_named
from tests.storage.backing_up import back_up
from tests.storage.test_re_enrolment import Lost
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import ADMINISTRATOR, CHEAP_KDF, PIN, SPECIALIST, password_of
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation

AGAIN = "quince-thimble-9-harbor-lantern"


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Workstation]:
    """What a window is opened with; its own store is not used here."""
    made = make_workstation(tmp_path / "other")
    yield made
    made.close()


@pytest.fixture
def dead(tmp_path: Path) -> tuple[Lost, Backup]:
    """A workstation with a keyring, and the backup that was made of it."""
    lost = Lost(tmp_path / "dead", keeps_keyring=True)
    gate = lost.gate()
    gate.condition()
    backup = back_up(gate.backups(), tmp_path / "usb").backup
    gate.close()
    return lost, backup


def on_a_new_computer(
    station: Workstation, bot: QtBot, app: QApplication, lost: Lost, data_dir: Path
) -> OpenedWindow:
    """The first page where there is neither a store nor an entry in the keyring."""
    keyring = FakeKeyring()

    def gate_of(folder: Path) -> StoreGate:
        return open_gate(folder, lost.clock, lost.ids, kdf=CHEAP_KDF, keyring=lambda: keyring)

    def enrol_again(folder: Path, wanted: ReEnrolment) -> NewCode:
        return re_enrol(folder, lost.clock, wanted, keyring=lambda: keyring, allow_weak=True)

    def restore_desk(folder: Path, is_demo: bool) -> RestoreDesk:
        return SealedRestoreDesk(folder, lost.clock, is_demo=is_demo)

    station.leave_bench()
    parts = station.parts(app)._replace(
        store_dir=data_dir,
        clock=lost.clock,
        open_gate=gate_of,
        enrol_again=enrol_again,
        restore_desk=restore_desk,
    )
    opened = OpenedWindow(bot, app, station, parts)
    station.windows.append(opened)
    opened.begin()
    opened.until(lambda: opened.is_open("first-start-restore"))
    return opened


def put_back(opened: OpenedWindow, backup: Backup) -> None:
    """From the first page to the one after the restore."""
    opened.press("first-start-restore")
    opened.until(lambda: opened.is_open("restore-place"))
    opened.line("restore-place").setText(str(backup.path.parent))
    QTest.keyClick(opened.line("restore-place"), Qt.Key.Key_Return)
    opened.until(lambda: opened.is_open("restore-do"))
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))


def enrol_the_workstation(opened: OpenedWindow, lost: Lost) -> str:
    """Two recovery codes; the one-time code of the administrator."""
    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))
    opened.line("again-name").setText(ADMINISTRATOR)
    opened.line("again-one").setText(lost.codes[0])
    opened.line("again-other").setText(lost.codes[2])
    opened.press("again-submit")
    opened.until(lambda: opened.sees("again-code"))
    shown = opened.find("again-code")
    assert isinstance(shown, CodeGroups)
    code = shown.text()
    opened.press("again-submit")
    opened.until(lambda: opened.is_open("sign-in-submit"))
    return code


def use_code(opened: OpenedWindow, code: str) -> None:
    """The administrator chooses a password and signs in with it."""
    opened.press("sign-in-cannot")
    opened.until(lambda: opened.is_open("enrol-submit"))
    for name, text in (
        ("enrol-name", ADMINISTRATOR),
        ("enrol-code", code),
        ("enrol-password", AGAIN),
        ("enrol-password-again", AGAIN),
        ("enrol-pin", PIN),
        ("enrol-pin-again", PIN),
    ):
        opened.line(name).setText(text)
    opened.press("enrol-submit")
    opened.until(lambda: opened.sees("sign-in-note"))
    opened.line("sign-in-name").setText(ADMINISTRATOR)
    opened.line("sign-in-password").setText(AGAIN)
    opened.press("sign-in-submit")
    opened.until(lambda: opened.window.signed_in is not None)


def test_a_backup_and_two_codes_bring_a_dead_workstation_back(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    dead: tuple[Lost, Backup],
    tmp_path: Path,
) -> None:
    lost, backup = dead
    assert backup.facts is not None
    opened = on_a_new_computer(station, qtbot, qapp, lost, tmp_path / "new")

    put_back(opened, backup)
    told = opened.shown_words()
    opened.press("restore-on")
    opened.until(lambda: opened.is_open("trouble-enrol"))
    said, offers_restore = opened.shown_words(), opened.sees("trouble-restore")
    use_code(opened, enrol_the_workstation(opened, lost))

    assert "enrol it again with two recovery codes" in told
    assert sentence("keyring.entry-gone") in said
    assert not offers_restore
    opened.close()
    station.windows.clear()
    report = verify_store(tmp_path / "new")
    assert report.is_whole
    assert report.records == backup.facts.records


def test_after_a_dead_disk_the_keys_are_handed_on_and_a_specialist_reads_an_old_record(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    dead: tuple[Lost, Backup],
    tmp_path: Path,
) -> None:
    lost, backup = dead
    at = on_a_new_computer(station, qtbot, qapp, lost, tmp_path / "new")
    put_back(at, backup)
    at.press("restore-on")
    at.until(lambda: at.is_open("trouble-enrol"))
    use_code(at, enrol_the_workstation(at, lost))

    hers = new_code_for(at, "Sol Example")
    choose_password(at, hers)
    hand_on_with_codes(at, lost)

    at.sign_in(SPECIALIST)
    at.until(lambda: at.sees("worklist-new"))
    at.until_idle()
    assert "Maple 12" in at.shown_words()
    row_named(at, "Maple 12").click()
    at.press("worklist-open")
    at.until(lambda: at.sees("person") and "Maple 12" in at.shown_words())


def new_code_for(at: OpenedWindow, name: str) -> str:
    """The administrator makes a colleague a new one-time code, and leaves."""
    at.until_idle()  # the first desk is there
    open_desk(at)
    row_named(at, name).click()
    do(at, "account-code")
    do(at, "people-do")
    at.line("confirm-password").setText(AGAIN)
    do(at, "confirm-submit")
    at.until(lambda: at.sees("code-groups"))
    code = at.find("code-groups")
    assert isinstance(code, QLabel)
    shown = code.text()
    do(at, "people-do")
    leave(at)
    return shown


def choose_password(at: OpenedWindow, code: str) -> None:
    """The specialist does, with the code that was handed over."""
    at.press("sign-in-cannot")
    at.until(lambda: at.is_open("enrol-submit"))
    at.line("enrol-name").setText(SPECIALIST)
    at.line("enrol-code").setText(code)
    for field in ("enrol-password", "enrol-password-again"):
        at.line(field).setText(password_of(SPECIALIST))
    for field in ("enrol-pin", "enrol-pin-again"):
        at.line(field).setText(PIN)
    do(at, "enrol-submit")
    at.until(lambda: at.is_open("sign-in-submit"))


def hand_on_with_codes(at: OpenedWindow, lost: Lost) -> None:
    """Nobody holds a key any more: two recovery codes, once wrong and then right."""
    at.line("sign-in-name").setText(ADMINISTRATOR)
    at.line("sign-in-password").setText(AGAIN)
    at.press("sign-in-submit")
    at.until(lambda: at.window.signed_in is not None)
    at.until_idle()
    at.until(lambda: "2 waiting" in at.find("rail-people").accessibleName())
    open_desk(at)
    row_named(at, "Waiting for keys: Sol Example").click()
    at.line("give-codes-one").setText(lost.codes[1])
    at.line("give-codes-other").setText(lost.codes[1])
    at.line("give-password").setText(AGAIN)
    do(at, "people-do")
    assert at.sees("give-password"), "two sheets are needed"
    at.line("give-codes-other").setText(lost.codes[2])
    at.line("give-password").setText(AGAIN)
    do(at, "people-do")
    at.until(lambda: not at.sees("give-password"))
    leave(at)
