"""The daily backup: at a quiet moment, before closing, and what is said when none was made."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.services.backup_plan import save_backup_plan
from desktop.services.backup_rules import BackupPlan, failed_try
from desktop.services.ports import BackupTry
from desktop.views.shell.backup_watch import QUIET_S, BackupWatch
from tests.services.bench import ADMIN, ROSA
from tests.support.qt_audit import audit_window
from tests.support.window_parts import OpenedWindow, Workstation, is_closed


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where the backups go."""
    return tmp_path / "usb"


@pytest.fixture
def planned(station: Workstation, usb: Path) -> Workstation:
    """A workstation whose administrator wants a backup a day; none was made yet."""
    save_backup_plan(station.bench.work_as(ADMIN), BackupPlan(str(usb), is_on=True, hour=0))
    return station


def tried(station: Workstation, *tries: BackupTry) -> None:
    """What was tried before, oldest first."""
    for one in tries:
        station.made.gate.backups().remember(one)


def days_ago(station: Workstation, days: float) -> datetime:
    """So long before now."""
    return station.bench.clock.now() - timedelta(days=days)


def watch_of(opened: OpenedWindow) -> BackupWatch:
    """What makes the backups of this window, once the first picture is there."""
    opened.until(lambda: opened.window.backups is not None)
    assert opened.window.backups is not None
    return opened.window.backups


def backups_in(folder: Path) -> list[Path]:
    """Every finished backup."""
    return list(folder.glob("*.backup"))


def look(opened: OpenedWindow) -> None:
    """A minute passes, as the timer tells it."""
    opened.until_idle()
    watch_of(opened).look()
    opened.until_idle()


def test_one_that_is_due_is_made_while_nobody_is_signed_in(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    opened = planned.open_window(qtbot, qapp)

    look(opened)

    opened.until(lambda: len(backups_in(usb)) == 1)
    look(opened)
    opened.until_idle()
    assert len(backups_in(usb)) == 1


def test_while_somebody_works_it_waits_for_a_quiet_minute(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    planned.bench.clock.set_wall(planned.bench.clock.now() + timedelta(days=1))

    look(opened)
    assert not backups_in(usb)
    planned.bench.clock.advance(QUIET_S)
    look(opened)

    opened.until(lambda: len(backups_in(usb)) == 1)
    made = planned.made.data_dir / "backups.json"
    assert made.exists()


def test_before_the_window_closes_one_that_is_due_is_made(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    planned.bench.clock.set_wall(planned.bench.clock.now() + timedelta(days=1))

    opened.window.close()

    opened.until(lambda: not opened.window.isVisible())
    assert len(backups_in(usb)) == 1
    opened.until_idle()
    assert is_closed(planned.sessions[-1])


def test_closing_without_waiting_for_the_backup_leaves_nothing_half_done(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    planned.bench.clock.set_wall(planned.bench.clock.now() + timedelta(days=1))
    opened.until_idle()
    opened.window.close()
    assert opened.sees("closing-now")

    opened.press("closing-now")

    opened.until(lambda: not opened.window.isVisible())
    opened.window.end()  # as the app does it: the look at the folder may still be under way
    assert not backups_in(usb)
    assert not list(usb.glob("*.unfinished"))


def test_when_none_is_due_the_window_closes_at_once(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    opened.until_idle()

    opened.window.close()

    assert not opened.window.isVisible()
    assert not backups_in(usb)


def test_a_folder_that_is_away_never_keeps_the_window_open(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    usb.rmdir()
    usb.write_text("a file in its place")
    opened = planned.open_window(qtbot, qapp)
    planned.bench.clock.set_wall(planned.bench.clock.now() + timedelta(days=1))
    opened.until_idle()

    opened.window.close()

    opened.until(lambda: not opened.window.isVisible())


def test_signing_out_calls_a_copy_off_that_the_persons_keys_check(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    planned.bench.clock.set_wall(planned.bench.clock.now() + timedelta(days=1))
    planned.bench.clock.advance(QUIET_S)
    watch_of(opened).look()

    opened.signed_in.sign_out()

    opened.until(lambda: opened.is_open("sign-in-submit"))
    opened.until_idle()
    assert is_closed(planned.sessions[-1])
    look(opened)
    opened.until(lambda: len(backups_in(usb)) == 1)


@pytest.mark.parametrize(("days", "said"), [(2, False), (4, True)])
def test_the_sign_in_page_says_quietly_when_the_last_one_is_old(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, days: int, said: bool
) -> None:
    failure = failed_try(days_ago(planned, 0), KnownError("backup.folder-missing"))
    tried(planned, BackupTry(days_ago(planned, days)), failure)

    opened = planned.open_window(qtbot, qapp)
    opened.until_idle()

    assert (f"Last backup {days} days ago" in opened.shown_words()) is said
    assert audit_window(opened.window) == []
    opened.window.use_language("es")
    words = f"Última copia de seguridad hace {days} días"
    assert (words in opened.shown_words()) is said


def test_an_administrator_is_told_of_a_backup_that_was_not_made(
    qtbot: QtBot, qapp: QApplication, planned: Workstation
) -> None:
    failure = failed_try(days_ago(planned, 0), KnownError("backup.folder-missing"))
    tried(planned, BackupTry(days_ago(planned, 1)), failure)
    opened = planned.open_window(qtbot, qapp)

    opened.sign_in(ROSA)
    assert opened.message() == ""
    opened.signed_in.sign_out()
    opened.sign_in(ADMIN)

    assert opened.message().endswith(
        "The last backup was not made. The folder for backups is not there. The store is safe and"
        " nothing was changed. Connect the drive, or choose another folder."
    )


def test_a_backup_by_hand_goes_on_when_another_desk_is_opened(
    qtbot: QtBot, qapp: QApplication, planned: Workstation, usb: Path
) -> None:
    tried(planned, BackupTry(planned.bench.clock.now()))
    opened = planned.open_window(qtbot, qapp)
    opened.sign_in(ADMIN)
    opened.press("rail-backups")
    opened.until(lambda: opened.is_open("backups-now"))
    opened.press("backups-now")

    opened.press("rail-contacts")

    opened.until(lambda: len(backups_in(usb)) == 1)
    opened.until_idle()
    opened.press("rail-backups")
    opened.until(lambda: opened.is_open("backups-now"))
    assert "Last backup: " in opened.shown_words()
