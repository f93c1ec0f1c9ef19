"""A store that is in use: an administrator puts a backup in its place, from the desk of backups."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.services.backup_plan import save_backup_plan
from desktop.services.backup_rules import BackupPlan
from desktop.storage.verify import verify_store
from desktop.views.widgets.list_row import ListRow
from tests.services.bench import ADMIN, ROSA
from tests.storage.test_restore import opened_events
from tests.support.store_fixture import password_of
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation
from tests.views.shell.losing import (
    LosingStation,
    losing,
    sign_in_again,
    unlock_and_sign_in,
)


@pytest.fixture
def used(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[LosingStation]:
    """A backup with one case; a second case came after it."""
    made = with_newer_case(station, qtbot, qapp, tmp_path / "usb")
    yield made
    made.go.set()


def with_newer_case(
    station: Workstation, bot: QtBot, app: QApplication, usb: Path
) -> LosingStation:
    """Nothing is backed up by itself."""
    made = losing(station, bot, app, usb)
    station.bench.new_case()
    work = station.bench.work_as(ADMIN)
    save_backup_plan(work, BackupPlan(str(usb), is_on=False, hour=13))
    return made


def open_backup(used: LosingStation) -> OpenedWindow:
    """The administrator at the desk of backups, with the one backup open."""
    opened = used.open("unlock-submit")
    unlock_and_sign_in(opened, ADMIN)
    choose_backup(opened)
    return opened


def choose_backup(opened: OpenedWindow) -> None:
    """Open the one backup of the list, by keyboard."""
    opened.press("rail-backups")
    opened.until(lambda: any(row.isVisible() for row in rows_of(opened)))
    opened.until_idle()
    rows_of(opened)[0].setFocus()
    QTest.keyClick(rows_of(opened)[0], Qt.Key.Key_Return)
    opened.until(lambda: opened.is_open("backup-put-back"))


def rows_of(opened: OpenedWindow) -> list[ListRow]:
    """The backups in the folder."""
    return opened.find("backups-list").findChildren(ListRow) if opened.sees("backups-list") else []


def give_password(opened: OpenedWindow, password: str) -> None:
    """Ask for it and type the password."""
    opened.find("backup-put-back").setFocus()
    opened.key(Qt.Key.Key_Space)
    opened.until(lambda: opened.is_open("confirm-submit"))
    opened.line("confirm-password").setText(password)
    opened.press("confirm-submit")


def test_it_is_put_back_after_the_password_and_the_sign_out(used: LosingStation) -> None:
    opened = open_backup(used)
    before = used.station.sessions[-1].me.staff_id

    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-do"))
    said, is_left = opened.shown_words(), opened.window.signed_in is None
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))
    sign_in_again(opened, ROSA)
    cases = [row for row in opened.window.findChildren(ListRow) if row.isVisible()]

    assert is_left
    assert "goes out of the store" in said
    assert "legal holds and erasures are taken over" in said
    assert len(cases) == 1
    (aside,) = used.database.parent.glob("before-restore-*")
    opened.close()
    used.station.windows.clear()
    assert verify_store(aside).records > verify_store(used.database.parent).records
    restored = [
        event
        for event in opened_events(used.database, used.station.made.shown.recovery_codes)
        if event.action == "store-restored"
    ]
    assert [event.actor for event in restored] == [before]


def test_afterwards_the_desk_says_that_two_people_confirm_and_what_is_kept(
    used: LosingStation,
) -> None:
    opened = open_backup(used)
    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-do"))
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))
    sign_in_again(opened, ADMIN)
    opened.press("rail-backups")
    opened.until(lambda: opened.sees("backups-kept"))
    (kept,) = used.database.parent.glob("before-restore-*")

    opened.press(f"backups-kept-list-{kept.name}")
    opened.line("backups-ask-password").setText(password_of(ADMIN))
    opened.press("backups-do")
    opened.until(lambda: sentence("rollback.wait") in opened.message())

    assert opened.is_open("backups-settle")
    assert kept.exists()


def test_with_a_wrong_password_nobody_leaves(used: LosingStation) -> None:
    opened = open_backup(used)

    give_password(opened, "not the password of anybody")
    opened.until(lambda: sentence("confirm.wrong-password") in opened.shown_words())

    assert opened.window.signed_in is not None
    assert not opened.sees("restore")


def test_whoever_thinks_better_of_it_comes_back_to_the_store_as_it_was(
    used: LosingStation,
) -> None:
    opened = open_backup(used)

    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-other"))
    opened.until(lambda: opened.is_open("restore-do"))
    opened.press("restore-other")
    opened.until(lambda: opened.is_open("restore-back"))
    opened.press("restore-back")
    unlock_and_sign_in(opened, ROSA)
    cases = [row for row in opened.window.findChildren(ListRow) if row.isVisible()]

    assert len(cases) == 2
    assert not list(used.database.parent.glob("before-restore-*"))


def test_the_next_sign_out_is_an_ordinary_one(used: LosingStation) -> None:
    opened = open_backup(used)
    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-do"))
    opened.press("restore-other")
    opened.until(lambda: opened.is_open("restore-back"))
    opened.press("restore-back")
    unlock_and_sign_in(opened, ROSA)

    opened.signed_in.sign_out()
    opened.until(lambda: opened.window.signed_in is None)

    opened.until(lambda: opened.is_open("sign-in-submit"))


def test_no_daily_backup_is_owed_while_the_store_is_let_go(used: LosingStation) -> None:
    work = used.station.bench.work_as(ADMIN)
    save_backup_plan(work, BackupPlan(str(used.backup.path.parent), is_on=True, hour=0))
    opened = open_backup(used)
    watch = opened.window.backups
    assert watch is not None
    used.station.bench.clock.set_wall(used.station.bench.clock.now() + timedelta(days=1))
    was_due = watch.is_due()

    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-do"))

    assert was_due
    assert not watch.is_due()


def test_the_demo_is_put_back_into_its_own_folder(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    station = make_workstation(tmp_path / "practice", is_demo=True)
    used = with_newer_case(station, qtbot, qapp, tmp_path / "usb")
    opened = used.open("sign-in-submit", is_demo=True)
    opened.sign_in(ADMIN)
    choose_backup(opened)

    give_password(opened, password_of(ADMIN))
    opened.until(lambda: opened.is_open("restore-do"))
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))
    opened.press("restore-on")
    opened.sign_in(ROSA)

    assert len(list(used.database.parent.glob("before-restore-*"))) == 1
    assert not (station.root / "no-store-here").exists()
    station.close()
