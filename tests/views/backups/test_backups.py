"""The administrator's desk of backups, on real backups of a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.services.backup_plan import backup_plan, save_backup_plan
from desktop.services.backup_rules import BackupPlan, failed_try
from desktop.services.read_backups import read_backups
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.button import Button, ButtonRole
from tests.services.bench import ADMIN, Bench
from tests.storage.backing_up import back_up
from tests.support.qt_audit import audit_window, settle
from tests.views.backups.desk_of_backups import BackupsDesk, open_backups


def shown(desk: BackupsDesk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where the backups go."""
    return tmp_path / "usb"


@pytest.fixture
def planned(hospital: Bench, usb: Path) -> Bench:
    """A store with a plan and one case."""
    hospital.new_case()
    save_backup_plan(hospital.work_as(ADMIN), BackupPlan(str(usb), is_on=True, hour=13))
    return hospital


def test_without_a_plan_it_says_what_a_backup_is_for_and_leads_on(
    qtbot: QtBot, hospital: Bench
) -> None:
    desk = open_backups(qtbot, hospital)

    assert "No backups yet" in shown(desk)
    assert desk.focus() == "backups-plan"
    assert desk.find("backups-plan", Button).role is ButtonRole.PRIMARY
    assert desk.find("backups-now", Button).role is ButtonRole.PLAIN


def test_the_plan_is_set_by_keyboard(qtbot: QtBot, hospital: Bench, usb: Path) -> None:
    desk = open_backups(qtbot, hospital)

    desk.key(Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), str(usb))
    desk.key(Qt.Key.Key_Return)

    assert backup_plan(hospital.work_as(ADMIN)) == BackupPlan(str(usb), is_on=True, hour=13)
    assert "No backup was made yet" in shown(desk)
    assert desk.focus() == "backups-now"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("backup-folder", "/usb-never-there/deep", "The folder for backups is not there."),
        ("backup-hour", "24", "Type 23 or less."),
        ("backup-hour", "", "Type an hour from 0 to 23."),
    ],
)
def test_what_will_not_do_is_said_below_its_field(
    qtbot: QtBot, planned: Bench, field: str, text: str, said: str
) -> None:
    desk = open_backups(qtbot, planned)
    desk.press("backups-plan")
    desk.find(field, QWidget).setFocus()
    desk.type(field, text)
    if not text:
        desk.key(Qt.Key.Key_Delete)

    desk.press("backups-do")

    assert desk.errors()[0].startswith(said)
    assert desk.focus() == field


def test_a_folder_is_chosen_in_the_systems_dialog(
    qtbot: QtBot, hospital: Bench, tmp_path: Path
) -> None:
    desk = open_backups(qtbot, hospital)
    desk.press("backups-plan")
    desk.press("backup-browse")
    dialog = desk.find("backups-folder-dialog", QFileDialog)

    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()

    desk.press("backups-do")
    assert backup_plan(hospital.work_as(ADMIN)).folder == str(tmp_path)


def test_back_up_now_makes_one_and_shows_it(qtbot: QtBot, planned: Bench, usb: Path) -> None:
    desk = open_backups(qtbot, planned)

    desk.press("backups-now")

    assert len(list(usb.glob("*.backup"))) == 1
    assert "The backup was made and checked" in desk.navigator.messages[-1].text
    assert "Last backup: " in shown(desk)
    assert "A restore takes under a second." in shown(desk)
    assert read_backups(planned.work_as(ADMIN)).log.last_good is not None


def test_the_focus_is_at_the_button_again_when_its_work_is_done(
    qtbot: QtBot, planned: Bench
) -> None:
    desk = open_backups(qtbot, planned)
    desk.find("backups-now", QWidget).setFocus()

    desk.press("backups-now")
    after_backup = desk.focus()
    desk.press("backups-drill")
    desk.find("backups-do", QWidget).setFocus()
    desk.press("backups-do")

    assert (after_backup, desk.focus()) == ("backups-now", "backups-do")


def test_a_backup_can_be_called_off(qtbot: QtBot, planned: Bench, usb: Path) -> None:
    desk = open_backups(qtbot, planned)
    desk.find("backups-now", QWidget).click()

    desk.find("backups-running-cancel", QWidget).click()
    desk.rest()

    assert not list(usb.glob("*"))
    assert "called off" in desk.navigator.messages[-1].text
    desk.press("backups-now")
    assert len(list(usb.glob("*.backup"))) == 1


def test_a_drive_that_is_away_is_said_and_stays_said(
    qtbot: QtBot, planned: Bench, usb: Path
) -> None:
    usb.rmdir()
    usb.write_text("a file in its place")
    desk = open_backups(qtbot, planned)

    desk.press("backups-now")

    assert "The folder for backups is not there." in shown(desk)
    tries = read_backups(planned.work_as(ADMIN)).log.tries
    assert [one.message_id for one in tries] == ["backup.folder-missing"]


def test_a_restore_is_tried_and_told_in_numbers(qtbot: QtBot, planned: Bench, usb: Path) -> None:
    work = planned.work_as(ADMIN)
    made = back_up(work.session.backups, usb)
    desk = open_backups(qtbot, planned)

    desk.press("backups-drill")

    words = shown(desk)
    assert "This backup can be restored." in words
    assert f"Records in it: {made.facts.records}" in words
    assert "A restore takes: under a second" in words
    assert planned.actions()[-1] is AuditAction.RESTORE_TRIED


def test_a_changed_backup_fails_its_drill_by_name(qtbot: QtBot, planned: Bench, usb: Path) -> None:
    made = back_up(planned.work_as(ADMIN).session.backups, usb)
    data = bytearray(made.backup.path.read_bytes())
    data[-1] ^= 1
    made.backup.path.write_bytes(data)
    desk = open_backups(qtbot, planned)

    desk.find(f"backups-list-{made.backup.path.name}", QWidget).click()
    desk.press("backups-do")

    assert [str(error) for error in desk.navigator.errors] == ["backup.changed"]
    assert "can be restored" not in shown(desk)


def test_leaving_the_desk_does_not_stop_a_backup(qtbot: QtBot, planned: Bench, usb: Path) -> None:
    desk = open_backups(qtbot, planned)
    desk.find("backups-now", QWidget).click()
    drive, runner = desk.drive, desk.runner
    runner.setParent(None)

    desk.view.hide()
    qtbot.waitUntil(lambda: not drive.is_busy and runner.is_idle, timeout=10_000)

    assert len(list(usb.glob("*.backup"))) == 1
    runner.setParent(desk.view)


def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, planned: Bench, usb: Path, qapp: QApplication
) -> None:
    desk_of_backups = planned.work_as(ADMIN).session.backups
    back_up(desk_of_backups, usb)
    desk_of_backups.remember(
        failed_try(planned.clock.now(), OSError("a drive that nobody has words for"))
    )
    problems: list[str] = []

    for tokens, scale, language in ((LIGHT, 1.0, "en"), (DARK, 2.0, "es")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_backups(qtbot, planned, size=(1366, 3000), language=language)
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        for button in ("backups-plan", "backups-drill"):
            desk.press(button)
            settle(desk.view)
            problems += [f"{scale} {button}: {one}" for one in audit_window(desk.view)]
            desk.key(Qt.Key.Key_Escape)
        desk.view.hide()

    assert problems == []
