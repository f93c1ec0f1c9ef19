"""Older stores that restores moved aside, on the desk of backups and on that of oversight."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.audit_event import AuditAction
from desktop.records.erasure import person_reference
from desktop.services.answer_erasure import erase_person
from desktop.services.destroy_kept import destroy_kept_store
from desktop.services.read_oversight import read_oversight
from desktop.views.oversight.oversight_controller import OversightController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, NADIA, Bench
from tests.support.qt_audit import audit_window
from tests.support.store_fixture import password_of
from tests.views.backups.desk_of_backups import open_backups
from tests.views.oversight.overseen import open_screen, overseen

NAME = "before-restore-20260314T090000Z-1"
LATER = "before-restore-20991231T090000Z-1"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Where the store of the fixtures is."""
    return tmp_path / "store"


def keep(data_dir: Path, name: str = NAME) -> Path:
    """What a restore moved aside."""
    folder = data_dir / name
    folder.mkdir(mode=0o700)
    (folder / "store.db").write_bytes(b"sealed" * 100_000)
    return folder


def texts(view: QWidget) -> str:
    """Every label that is shown."""
    labels = view.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def test_it_is_listed_with_date_and_size_and_destroyed_by_keyboard(
    qtbot: QtBot, hospital: Bench, data_dir: Path
) -> None:
    folder = keep(data_dir)
    desk = open_backups(qtbot, hospital)
    assert "Kept from before a restore" in texts(desk.view)
    row = desk.find(f"backups-kept-list-{NAME}", QWidget)
    assert f"Moved aside as {NAME}, 586 KB" in row.accessibleName()

    row.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.type("backups-ask-password", password_of(ADMIN))
    desk.find("backups-do", QWidget).setFocus()
    desk.key(Qt.Key.Key_Space)
    desk.until(lambda: not folder.exists())
    desk.rest()

    assert not desk.sees("backups-kept")
    assert hospital.actions()[-1] is AuditAction.KEPT_STORE_DESTROYED
    assert "was destroyed" in desk.navigator.messages[-1].text


def test_with_a_wrong_password_it_stays(qtbot: QtBot, hospital: Bench, data_dir: Path) -> None:
    folder = keep(data_dir)
    desk = open_backups(qtbot, hospital)
    desk.press(f"backups-kept-list-{NAME}")
    desk.type("backups-ask-password", "not my password")

    desk.press("backups-do")

    assert desk.focus() == "backups-ask-password"
    assert len(desk.errors()) == 1
    assert (folder / "store.db").exists()


def test_without_one_nothing_is_said_of_it(qtbot: QtBot, hospital: Bench) -> None:
    desk = open_backups(qtbot, hospital)

    assert not desk.sees("backups-kept")


def test_only_an_administrator_destroys_one(hospital: Bench, data_dir: Path) -> None:
    folder = keep(data_dir)

    with pytest.raises(KnownError) as refused:
        destroy_kept_store(hospital.work_as(NADIA), NAME, password_of(NADIA))

    assert refused.value.message_id == "work.not-allowed"
    assert folder.exists()


def test_one_that_is_gone_meanwhile_is_said(qtbot: QtBot, hospital: Bench, data_dir: Path) -> None:
    folder = keep(data_dir)
    desk = open_backups(qtbot, hospital)
    desk.press(f"backups-kept-list-{NAME}")
    desk.type("backups-ask-password", password_of(ADMIN))
    folder.rename(data_dir / "elsewhere")

    desk.press("backups-do")

    (error,) = desk.navigator.errors
    assert isinstance(error, KnownError)
    assert "is not in the data folder any more" in explain(error)


def test_whoever_agrees_to_an_erasure_is_told_where_the_keys_still_are(
    qtbot: QtBot, sealed: Bench, data_dir: Path
) -> None:
    seen = overseen(sealed)
    keep(data_dir)
    desk = open_screen(qtbot, sealed, OversightController, ADMIN)

    desk.press(f"oversight-wishes-{seen.to_erase.person_id}")

    assert f"still holds these keys as well: {NAME}" in texts(desk.view)


def test_an_erased_person_is_listed_with_the_stores_that_are_older_than_the_erasure(
    sealed: Bench, data_dir: Path
) -> None:
    seen = overseen(sealed)
    keep(data_dir)
    keep(data_dir, LATER)
    work = sealed.work_as(ADMIN)
    person = seen.to_erase.person_id

    erase_person(work, person, person_reference(person), password_of(ADMIN))

    (line,) = read_oversight(work).erased
    assert line.kept_in == (NAME,)


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_list_and_the_question_pass_the_audit(
    qtbot: QtBot, qapp: QApplication, hospital: Bench, data_dir: Path, *, is_dark: bool
) -> None:
    keep(data_dir)
    apply_theme(qapp, Theme(DARK, 2.0) if is_dark else Theme(LIGHT, 1.0))
    desk = open_backups(qtbot, hospital)

    listed = audit_window(desk.view)
    desk.press(f"backups-kept-list-{NAME}")

    assert listed == []
    assert audit_window(desk.view) == []
