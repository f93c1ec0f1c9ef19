"""A lost or damaged store: a backup is put back from the window, before anybody signs in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.storage.backup_folder import facts_path
from desktop.views.forms.breakable import BREAK_HERE
from desktop.views.widgets.list_row import ListRow
from tests.services.bench import ROSA
from tests.storage.backing_up import back_up
from tests.storage.raw_file import flip_bit
from tests.support.store_fixture import PASSPHRASE, password_of
from tests.support.window_parts import OpenedWindow, Workstation
from tests.views.shell.losing import LosingStation, look_at, losing, sign_in_again


@pytest.fixture
def lost(station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> LosingStation:
    """A backup with one case, and nothing lost yet."""
    return losing(station, qtbot, qapp, tmp_path / "usb")


def in_the_making(lost: LosingStation) -> list[Path]:
    """What a restore that was not finished left."""
    return list(lost.database.parent.glob("*in-the-making*"))


def focused(opened: OpenedWindow) -> str:
    """What the keyboard is at."""
    widget = opened.window.focusWidget()
    return widget.objectName() if isinstance(widget, QWidget) else ""


def test_a_lost_store_is_put_back_and_a_record_in_it_is_read(lost: LosingStation) -> None:
    lost.lose()
    opened = lost.open("first-start-restore")

    opened.press("first-start-restore")
    look_at(opened, lost.backup.path.parent)
    opened.until(lambda: opened.is_open("restore-do"))
    said = opened.shown_words()
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))
    done = opened.shown_words()
    sign_in_again(opened, ROSA)
    case = next(row for row in opened.window.findChildren(ListRow) if row.isVisible())
    QTest.keyClick(case, Qt.Key.Key_Return)
    opened.until(lambda: opened.sees("person-banner"))

    assert "It was checked and holds." in said
    assert "Hospital: Invented General Hospital" in said
    assert "whoever left since can sign in again" in said
    assert "is in place" in done
    assert not in_the_making(lost)


def test_what_a_damaged_store_was_is_kept_aside(lost: LosingStation) -> None:
    lost.damage()
    damaged = lost.database.read_bytes()
    opened = lost.open("trouble-restore")

    opened.press("trouble-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.is_open("restore-do"))
    said = opened.shown_words()
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-on"))
    done = opened.shown_words()
    sign_in_again(opened, ROSA)

    (aside,) = lost.database.parent.glob("before-restore-*")
    assert (aside / "store.db").read_bytes() == damaged
    assert "does not open" in said
    assert "Nothing is deleted" in said
    assert aside.name in done.replace(BREAK_HERE, "")


def test_one_of_several_backups_is_chosen_and_another_instead_by_keyboard(
    lost: LosingStation,
) -> None:
    lost.station.bench.clock.advance(90_000)
    back_up(lost.station.made.gate.backups(), lost.backup.path.parent)
    lost.lose()
    opened = lost.open("first-start-restore")
    opened.find("first-start-restore").setFocus()

    opened.key(Qt.Key.Key_Space)
    look_at(opened, lost.backup.path.parent)
    opened.until(lambda: opened.sees("restore-list"))
    opened.until_idle()
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Return)
    opened.until(lambda: opened.is_open("restore-do"))
    first, at = opened.shown_words(), focused(opened)
    opened.key(Qt.Key.Key_Space)
    opened.until(lambda: opened.sees("restore-list"))

    assert "Backup of 2026-03-14 " in first
    assert lost.backup.path.name in first.replace(BREAK_HERE, "")
    assert at == "restore-other"
    assert not opened.sees("restore-do")


@pytest.mark.parametrize("while_restoring", [False, True])
def test_it_is_called_off_at_its_next_step_and_nothing_is_changed(
    lost: LosingStation, *, while_restoring: bool
) -> None:
    lost.damage()
    before = lost.files()
    opened = lost.open("trouble-restore")
    opened.press("trouble-restore")
    if while_restoring:
        look_at(opened, lost.backup.path)
        opened.until(lambda: opened.is_open("restore-do"))

    lost.go.clear()
    if while_restoring:
        opened.press("restore-do")
    else:
        look_at(opened, lost.backup.path)
    opened.until(lambda: opened.is_open("restore-busy-cancel"))
    opened.press("restore-busy-cancel")
    waits = opened.shown_words()
    lost.go.set()
    opened.until(lambda: sentence("restore.stopped") in opened.shown_words())

    opened.until_idle()
    assert sentence("restore.step-stopping") in waits
    assert lost.files() == before
    assert not in_the_making(lost)
    assert opened.is_open("restore-do" if while_restoring else "restore-look")


def test_closing_the_window_during_a_restore_changes_nothing(lost: LosingStation) -> None:
    lost.damage()
    before = lost.files()
    opened = lost.open("trouble-restore")
    opened.press("trouble-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.is_open("restore-do"))
    lost.go.clear()
    opened.press("restore-do")
    opened.until(lambda: opened.is_open("restore-busy-cancel"))

    opened.window.close()
    lost.go.set()
    opened.until_idle()

    assert lost.files() == before
    assert not in_the_making(lost)


def test_a_backup_that_was_changed_is_refused_in_a_sentence(lost: LosingStation) -> None:
    lost.lose()
    content = bytearray(lost.backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    lost.backup.path.write_bytes(content)
    opened = lost.open("first-start-restore")

    opened.press("first-start-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.sees("restore-message"))

    assert "is not as it was when it was made" in opened.shown_words()
    assert not opened.sees("restore-do")
    assert not lost.database.exists()


def test_a_backup_that_does_not_hold_cannot_be_put_in_place(lost: LosingStation) -> None:
    lost.lose()
    facts_path(lost.backup.path).unlink()
    flip_bit(lost.backup.path, "certificates", "body", 0.5)
    opened = lost.open("first-start-restore")

    opened.press("first-start-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.sees("restore-problems"))

    assert "It does not hold" in opened.shown_words()
    assert opened.is_open("restore-other")
    assert not opened.sees("restore-do")


def test_a_place_with_nothing_is_said_and_back_leads_to_the_first_page(
    lost: LosingStation, tmp_path: Path
) -> None:
    lost.lose()
    opened = lost.open("first-start-restore")
    opened.press("first-start-restore")

    look_at(opened, tmp_path / "gone")
    opened.until(lambda: sentence("restore.nothing-there") in opened.shown_words())
    opened.press("restore-back")
    opened.until(lambda: opened.is_open("first-start-restore"))

    assert not lost.database.exists()


def test_a_store_that_is_merely_in_use_offers_no_backup(
    lost: LosingStation, tmp_path: Path
) -> None:
    gate = lost._open_gate(lost.database.parent)
    lost.station.leave_bench()
    gate.condition()
    try:
        opened = lost.open("trouble-retry")

        assert sentence("store.in-use") in opened.shown_words()
        assert not opened.sees("trouble-restore")
    finally:
        gate.close()


def test_damage_that_shows_at_the_sign_in_leads_to_a_backup_too(lost: LosingStation) -> None:
    rosa = lost.rosa
    lost.station.leave_bench()
    flip_bit(lost.database, "user_blobs", "blob", 1.0, f"staff_id = '{rosa}'")
    opened = lost.open("unlock-submit")
    opened.line("unlock-passphrase").setText(PASSPHRASE)
    opened.press("unlock-submit")
    opened.until(lambda: opened.is_open("sign-in-submit"))

    opened.line("sign-in-name").setText(ROSA)
    opened.line("sign-in-password").setText(password_of(ROSA))
    opened.press("sign-in-submit")
    opened.until(lambda: opened.is_open("trouble-restore"))
    said = opened.shown_words()
    opened.press("trouble-retry")

    assert sentence("store.damaged") in said
    opened.until(lambda: opened.is_open("unlock-submit"))


def test_a_store_on_a_failing_disk_is_replaced_by_a_backup(lost: LosingStation) -> None:
    opened = lost.open("trouble-restore", is_failing=True)

    opened.press("trouble-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.is_open("restore-do"))

    assert "It was checked and holds." in opened.shown_words()


def test_the_page_is_shown_again_in_spanish_with_what_was_looked_at(lost: LosingStation) -> None:
    lost.lose()
    opened = lost.open("first-start-restore")
    opened.press("first-start-restore")
    look_at(opened, lost.backup.path)
    opened.until(lambda: opened.is_open("restore-do"))

    opened.window.use_language("es")

    assert "Se revisó y es íntegra." in opened.shown_words()
    assert opened.is_open("restore-do")
