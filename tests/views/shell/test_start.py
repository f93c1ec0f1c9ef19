"""The first page: what is shown depends on what is in the data folder."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app_paths import app_paths
from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.services.ports import StoreGate
from desktop.views.entry.entry_states import CodesState
from tests.services.bench import ROSA
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation


def opened_on(station: Workstation, bot: QtBot, app: QApplication, folder: Path) -> OpenedWindow:
    """A window whose data folder is ``folder``."""
    station.leave_bench()
    opened = OpenedWindow(bot, app, station, station.parts(app)._replace(store_dir=folder))
    station.windows.append(opened)
    opened.start()
    return opened


def test_a_new_workstation_offers_the_demo_and_the_set_up(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    opened = opened_on(station, qtbot, qapp, tmp_path / "nothing-here")

    assert opened.sees("first-start")


def test_settings_and_logs_alone_are_no_store(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    paths = app_paths(tmp_path / "all-in-one")
    paths.logs.mkdir(parents=True)
    paths.config.mkdir()
    (paths.logs / "firstlight.log").write_text("")

    opened = opened_on(station, qtbot, qapp, paths.data)

    assert opened.sees("first-start")


def test_a_store_that_cannot_be_opened_says_why_and_can_be_tried_again(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    tries: list[str] = []
    parts = station.parts(qapp)

    def open_gate(folder: Path) -> StoreGate:
        tries.append(folder.name)
        if len(tries) == 1:
            raise KnownError("store.in-use")
        return parts.open_gate(folder)

    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, parts._replace(open_gate=open_gate))
    station.windows.append(opened)
    opened.begin()
    opened.until(lambda: opened.sees("trouble"))
    said = opened.shown_words()

    opened.press("trouble-retry")
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert sentence("store.in-use") in said
    assert len(tries) == 2


def test_the_store_is_opened_behind_the_first_picture(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    pictures: list[bool] = []
    parts = station.parts(qapp)

    def open_gate(folder: Path) -> StoreGate:
        pictures.append(opened.window.pages.was_painted)
        return parts.open_gate(folder)

    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, parts._replace(open_gate=open_gate))
    station.windows.append(opened)
    opened.start()

    assert pictures == [True]


def test_the_first_page_does_not_call_a_store_absent_that_did_not_open(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "store.db").write_bytes(b"something else" * 100)
    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, station.parts(qapp)._replace(store_dir=folder))
    station.windows.append(opened)
    opened.begin()
    opened.until(lambda: opened.sees("trouble"))

    opened.press("trouble-start")

    words = opened.shown_words()
    assert "There are no records" not in words
    assert "nothing in it was changed" in words
    assert not opened.sees("first-start-set-up")
    assert opened.find("first-start-demo").hasFocus()


def test_our_own_mistake_before_sign_in_is_told_as_ours(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    def open_gate(folder: Path) -> StoreGate:
        raise ZeroDivisionError(f"something inside {folder}")

    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, station.parts(qapp)._replace(open_gate=open_gate))
    station.windows.append(opened)
    opened.begin()

    opened.until(lambda: opened.sees("trouble"))

    words = opened.shown_words()
    assert sentence("shell.our-mistake") in words
    assert "something inside" not in words


def test_the_window_stays_while_codes_that_nobody_kept_are_shown(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    codes = CodesState(("one", "two", "three"), (("Rosa Sample", "rosa.sample", "four"),))
    opened.window.pages.show_codes(codes)
    opened.window.entry.is_showing_codes = True

    closed = opened.window.close()

    assert not closed
    assert sentence("entry.codes-first") in opened.shown_words()
    opened.window.entry.is_showing_codes = False


@pytest.mark.parametrize("kind", ["a file", "no name a disk takes"])
def test_a_data_folder_that_is_none_says_so_in_the_window(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path, kind: str
) -> None:
    no_name = "no?name" if sys.platform == "win32" else "n" * 300
    folder = tmp_path / ("file" if kind == "a file" else no_name)
    if kind == "a file":
        folder.write_text("not a folder")
    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, station.parts(qapp)._replace(store_dir=folder))
    station.windows.append(opened)
    opened.begin()

    opened.until(lambda: opened.sees("trouble"))

    assert sentence("store.folder-unusable") in opened.shown_words()


def test_why_the_store_did_not_open_follows_the_language(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "store.db").write_bytes(b"something else" * 100)
    station.leave_bench()
    opened = OpenedWindow(qtbot, qapp, station, station.parts(qapp)._replace(store_dir=folder))
    station.windows.append(opened)
    opened.begin()
    opened.until(lambda: opened.sees("trouble"))

    opened.window.use_language("es")

    words = opened.shown_words()
    assert sentence("store.not-a-store", "es") in words
    assert sentence("store.not-a-store") not in words


def test_a_refused_sign_in_follows_the_language(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.line("sign-in-name").setText(ROSA)
    opened.line("sign-in-password").setText("not the password at all")
    opened.press("sign-in-submit")
    opened.until_idle()
    before = opened.shown_words()

    opened.window.use_language("es")

    words = opened.shown_words()
    assert sentence("sign-in.wrong-password") in before
    assert sentence("sign-in.wrong-password", "es") in words
    assert sentence("sign-in.wrong-password") not in words


def test_the_names_of_the_demo_follow_the_language(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    station = make_workstation(tmp_path, is_demo=True)
    opened = station.open_window(qtbot, qapp)
    before = opened.shown_words()

    opened.window.use_language("es")

    words = opened.shown_words()
    station.close()
    assert sentence("entry.demo-hint") in before
    assert sentence("entry.demo-hint", "es") in words
