"""Text size, regions and language: the place is kept, the words are new."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.views.shell.place import Desk, Place
from desktop.views.theme.holder import current_theme
from desktop.views.theme.switcher import ThemeMode
from tests.services.bench import NADIA, ROSA
from tests.support.qt_audit import audit_window, settle
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A nurse manager at the worklist."""
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    opened.signed_in.shell.open_worklist()
    opened.until_idle()
    return opened


def test_zoom_keys_change_the_text_and_keep_the_screen(opened: OpenedWindow) -> None:
    screen = opened.signed_in.shell.screen
    scales = [current_theme().scale]

    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        opened.key(key, CONTROL)
        scales.append(current_theme().scale)

    assert scales == [1.0, 1.25, 1.5, 1.25, 1.0]
    assert opened.signed_in.shell.screen is screen
    assert opened.signed_in.shell.place == Place(Desk.WORKLIST)


def test_text_never_leaves_100_to_200_percent(opened: OpenedWindow) -> None:
    for _press in range(6):
        opened.key(Qt.Key.Key_Plus, CONTROL)
    largest = current_theme().scale
    for _press in range(6):
        opened.key(Qt.Key.Key_Minus, CONTROL)

    assert largest == 2.0
    assert current_theme().scale == 1.0


def test_the_text_size_is_kept_for_the_next_start(
    opened: OpenedWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    opened.key(Qt.Key.Key_Plus, CONTROL)
    opened.close()
    opened.station.windows.clear()

    again = opened.station.open_window(qtbot, qapp)

    assert again.parts.themes.scale == 1.25


def test_f6_goes_around_the_parts_of_the_window(opened: OpenedWindow) -> None:
    opened.signed_in.shell.open_review()
    opened.until_idle()
    found: list[str] = []

    for _press in range(8):
        opened.key(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus.objectName())

    around = found.index(found[0], 1)
    assert around > 1
    assert found[around : around * 2] == found[:around]
    assert "rail-review" in found
    assert "review-refresh" in found


def test_another_language_builds_the_same_place_again(opened: OpenedWindow) -> None:
    screen = opened.signed_in.shell.screen

    opened.window.use_language("es")
    opened.until_idle()

    assert opened.signed_in.shell.screen is not screen
    assert opened.signed_in.shell.place == Place(Desk.WORKLIST)
    kept = opened.parts.settings.read()
    assert kept.language_of(opened.signed_in.staff_id) == "es"
    assert kept.language == "en"


def test_each_person_has_their_own_language(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    opened.window.use_language("es")
    opened.until_idle()
    opened.signed_in.sign_out()
    opened.until(lambda: opened.window.signed_in is None)
    assert "Password" in opened.shown_words()

    opened.sign_in(ROSA)
    assert opened.signed_in.inside.rail.help.text().startswith("Help")
    opened.signed_in.sign_out()
    opened.until(lambda: opened.window.signed_in is None)

    opened.sign_in(NADIA)
    assert opened.signed_in.inside.rail.help.text().startswith("Ayuda")


def test_every_word_around_the_screen_is_said_again(opened: OpenedWindow) -> None:
    english = words_around(opened)

    opened.window.use_language("es")
    opened.until_idle()

    spanish = words_around(opened)
    assert [word for word, before in zip(spanish, english, strict=True) if word == before] == []


def words_around(opened: OpenedWindow) -> list[str]:
    """Words of the rail, the message bar and the status bar."""
    inside = opened.signed_in.inside
    return [
        inside.rail.cover.text(),
        inside.rail.lock.text(),
        inside.rail.help.text(),
        inside.rail.button(Desk.REVIEW).text(),
        inside.rail.accessibleName(),
        inside.message_bar.close_button.text(),
        inside.status.state_label.text(),
    ]


def test_counts_on_the_rail_outlive_a_change_of_language(opened: OpenedWindow) -> None:
    opened.signed_in.shell.set_badge("review", 3)

    opened.window.use_language("es")
    opened.until_idle()

    assert "3" in opened.find("rail-review").accessibleName()


def test_a_change_of_language_never_says_saved_of_what_is_not(opened: OpenedWindow) -> None:
    opened.signed_in.shell.show_unsaved(is_unsaved=True)
    opened.signed_in.shell.not_saved(KnownError("store.disk-full"))

    opened.window.use_language("es")
    opened.until_idle()

    status = opened.signed_in.inside.status.state_label.text()
    assert status == "Sin guardar"


def test_the_sign_in_page_after_a_change_of_language_is_in_that_language(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)

    opened.window.use_language("es")

    assert "Contraseña" in opened.shown_words()
    assert opened.sees("sign-in")


@pytest.mark.parametrize("width", [1366, 900, 720])
def test_the_window_is_whole_at_every_width(opened: OpenedWindow, width: int) -> None:
    opened.signed_in.shell.open_review()
    opened.until_idle()
    opened.window.resize(width, 768)

    assert audit_window(opened.window) == []


def test_the_window_is_whole_at_200_percent(opened: OpenedWindow) -> None:
    opened.signed_in.shell.open_review()
    opened.until_idle()
    opened.window.use_display("light", 2.0)

    assert audit_window(opened.window) == []


def test_saved_with_its_time_moves_nothing_at_the_largest_text(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    station = make_workstation(tmp_path, is_demo=True)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    opened.window.use_language("es")
    opened.parts.themes.set_look(ThemeMode.LIGHT, 2.0)
    settle(opened.window)
    inside = opened.signed_in.inside
    before = inside.screens.height()

    opened.signed_in.shell.saved(datetime(2026, 3, 14, 22, 58, 48, tzinfo=UTC))
    settle(opened.window)

    assert inside.status.demo_label.text() in ("Demo", "Demostración")
    assert inside.screens.height() == before
    station.close()
