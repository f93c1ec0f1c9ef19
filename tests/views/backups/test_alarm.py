"""Two people settle the rollback alarm of a restored store at the desk of backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.services.ports import tell_nobody
from desktop.storage.restore import restore_store
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, NADIA, Bench, sealed_bench
from tests.storage.backing_up import back_up
from tests.support.qt_audit import audit_window
from tests.support.store_fixture import password_of
from tests.views.backups.desk_of_backups import BackupsDesk, open_backups


@pytest.fixture
def restored(tmp_path: Path) -> Iterator[Bench]:
    """A store that was put back from a backup after work had gone on."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=False)
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup
    bench.new_case()
    for session in bench.sessions.values():
        session.close()
    bench.sessions.clear()
    made.gate.close()
    restore_store(backup.path, made.data_dir, made.clock, tell_nobody)
    made.reopen()
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def shown(desk: BackupsDesk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def confirm(desk: BackupsDesk, name: str, password: str) -> None:
    """Fill in both people and press the button."""
    desk.type("alarm-mine", password_of(ADMIN))
    desk.type("alarm-name", name)
    desk.type("alarm-theirs", password)
    desk.press("backups-do")


def is_quiet(bench: Bench) -> bool:
    """Whether signing, release and deletion go on."""
    try:
        bench.work_as(ADMIN).session.rollback.need_quiet()
    except KnownError:
        return False
    return True


def test_the_alarm_is_said_and_two_people_settle_it(qtbot: QtBot, restored: Bench) -> None:
    desk = open_backups(qtbot, restored)
    assert "This store is older than what was seen of it" in shown(desk)
    assert not is_quiet(restored)
    desk.press("backups-settle")
    assert desk.focus() == "alarm-mine"

    confirm(desk, NADIA, password_of(NADIA))

    assert is_quiet(restored)
    assert "Both confirmed." in desk.navigator.messages[-1].text
    assert not desk.sees("backups-alarm")
    assert desk.find("alarm-theirs", QLineEdit).text() == ""


@pytest.mark.parametrize(
    ("name", "password", "said", "focus"),
    [
        (NADIA, "never that one at all", "The name and password do not match.", "alarm-theirs"),
        (ADMIN, password_of(ADMIN), "Two different people must confirm.", "alarm-name"),
        (NADIA, "", "This is still empty.", "alarm-theirs"),
    ],
)
def test_what_does_not_settle_it_is_said_below_its_field(
    qtbot: QtBot, restored: Bench, name: str, password: str, said: str, focus: str
) -> None:
    desk = open_backups(qtbot, restored)
    desk.press("backups-settle")

    confirm(desk, name, password)

    assert desk.errors()[0].startswith(said)
    assert desk.focus() == focus
    assert not is_quiet(restored)


def test_leaving_the_panel_forgets_what_was_typed(qtbot: QtBot, restored: Bench) -> None:
    desk = open_backups(qtbot, restored)
    desk.press("backups-settle")
    desk.type("alarm-mine", password_of(ADMIN))

    desk.key(Qt.Key.Key_Escape)

    assert desk.find("alarm-mine", QLineEdit).text() == ""


def test_the_alarm_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, restored: Bench, qapp: QApplication
) -> None:
    problems: list[str] = []

    for tokens, scale, language in ((LIGHT, 1.0, "en"), (DARK, 2.0, "es")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_backups(qtbot, restored, size=(1366, 3000), language=language)
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.press("backups-settle")
        problems += [f"{scale} task: {one}" for one in audit_window(desk.view)]
        desk.view.hide()

    assert problems == []
