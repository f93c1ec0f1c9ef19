"""The help page: what it shows and what it passes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.background.runner import BackgroundRunner
from desktop.views.help.help_controller import HelpController
from desktop.views.help.help_state import HelpState
from desktop.views.help.help_view import HelpView
from desktop.views.screen import ScreenContext
from desktop.views.shell.shortcuts import SHORTCUTS
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK
from tests.services.bench import ROSA, memory_bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_everywhere


class HelpDesk:
    """The help page of a signed-in specialist."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.navigator = NotingNavigator()
        self.runner = BackgroundRunner()
        work = memory_bench().work_as(ROSA)
        self.controller = HelpController(ScreenContext(work, self.runner, self.navigator, "en"))
        self.view = self.controller.view
        qtbot.addWidget(self.view)
        self.view.resize(1278, 736)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.controller.start()

    def words(self) -> list[str]:
        """Everything that can be read."""
        return [label.text() for label in self.view.findChildren(QLabel)]

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClick(widget, key)


@pytest.fixture(scope="module", autouse=True)
def a_wish_left_by_another_test(qapp: QApplication) -> None:
    """A window that another test opened leaves its switcher; that is no wish of these tests."""
    ThemeSwitcher(qapp, mode=ThemeMode.LIGHT)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[HelpDesk]:
    """The help page of a signed-in specialist."""
    desk = HelpDesk(qtbot)
    yield desk
    desk.runner.close()


def test_every_shortcut_of_the_window_is_listed(desk: HelpDesk) -> None:
    words = desk.words()

    assert desk.navigator.title == "Help"
    assert [row.keys for row in SHORTCUTS if row.keys not in words] == []


def test_the_version_and_the_licences_are_named(desk: HelpDesk) -> None:
    words = "\n".join(desk.words())

    assert f"Firstlight {__version__}" in words
    for name in ("Apache License 2.0", "SIL Open Font License", "Lucide (ISC)", "LGPL"):
        assert name in words


def test_a_larger_text_is_chosen_by_keyboard(desk: HelpDesk, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_Tab)

    with qtbot.waitSignal(desk.controller.display_changed) as changed:
        desk.press(Qt.Key.Key_Right)

    assert changed.args == ["system", 1.25]


def test_dark_colours_are_asked_for(desk: HelpDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.controller.display_changed) as changed:
        desk.view.display.theme.button("dark").click()

    assert changed.args == ["dark", 1.0]


def test_spanish_is_chosen_by_keyboard(desk: HelpDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.controller.language_chosen) as chosen:
        desk.press(Qt.Key.Key_Right)

    assert chosen.args == ["es"]


def test_a_size_chosen_elsewhere_is_shown(desk: HelpDesk, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(DARK, 1.5))

    assert desk.view.display.size_choice.chosen_key() == "150"


def test_the_page_passes_the_audit(qapp: QApplication) -> None:
    def make() -> QWidget:
        view = HelpView("en")
        view.show_state(HelpState("en", "light", 1.0, "1.0.0"))
        return view

    assert audit_everywhere(qapp, make, width=1278, height=736) == []
