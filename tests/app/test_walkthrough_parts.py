"""The hands and the driver of the headless demo: they find, press, type, wait and give up."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import BugError
from desktop.views.walkthrough.driver import PATIENCE_S, Driver
from desktop.views.walkthrough.hands import Hands
from desktop.views.walkthrough.stage import AtRest
from tests.support.fake_clock import FakeClock

Until = Callable[[], bool]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a button, a closed button, a toggle and a field."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for name in ("go", "closed", "toggle"):
        child = QPushButton(name, window)
        child.setCheckable(name == "toggle")
        child.setObjectName(name)
        column.addWidget(child)
    line = QLineEdit("old", window)
    line.setObjectName("line")
    column.addWidget(line)
    _find(window, "closed").setEnabled(False)
    _find(window, "closed").setAccessibleDescription("not yet")
    window.show()
    return window


def _find(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found


def always() -> bool:
    return True


def test_hands_press_what_is_open(window: QWidget) -> None:
    toggle = _find(window, "toggle")

    Hands(window).press("toggle")

    assert isinstance(toggle, QPushButton)
    assert toggle.isChecked()


def test_hands_do_not_press_what_is_closed_or_hidden(window: QWidget) -> None:
    hands = Hands(window)
    _find(window, "go").hide()

    with pytest.raises(BugError, match="not yet"):
        hands.press("closed")
    with pytest.raises(BugError, match="go"):
        hands.press("go")
    assert not hands.sees("go")
    assert not hands.sees("closed")


def test_hands_replace_the_text_of_a_field(window: QWidget) -> None:
    line = _find(window, "line")

    Hands(window).write("line", "new words")

    assert isinstance(line, QLineEdit)
    assert line.text() == "new words"


def test_hands_press_keys_where_the_focus_is(window: QWidget) -> None:
    line = _find(window, "line")
    line.setFocus()

    Hands(window).key(Qt.Key.Key_End)
    Hands(window).key(Qt.Key.Key_Backspace)

    assert isinstance(line, QLineEdit)
    assert line.text() == "ol"


def test_hands_list_what_is_visible_by_its_name(window: QWidget) -> None:
    _find(window, "closed").hide()

    assert Hands(window).names("") != []
    assert Hands(window).names("cl") == []
    assert Hands(window).names("to") == ["toggle"]


def test_a_script_runs_to_its_end_step_by_step(qtbot: QtBot) -> None:
    steps: list[str] = []

    def script() -> Iterator[Until]:
        steps.append("first")
        yield always
        steps.append("second")
        yield lambda: len(steps) == 2

    driver = Driver(script(), FakeClock())

    with qtbot.waitSignal(driver.finished):
        driver.start()

    assert steps == ["first", "second"]


def test_what_goes_wrong_in_a_script_is_handed_on(qtbot: QtBot) -> None:
    def script() -> Iterator[Until]:
        yield always
        raise BugError("the script met something else")

    driver = Driver(script(), FakeClock())

    with qtbot.waitSignal(driver.failed) as failed:
        driver.start()

    assert "something else" in str(failed.args[0])


def test_a_script_that_waits_in_vain_gives_up(qtbot: QtBot) -> None:
    clock = FakeClock()

    def never() -> bool:
        clock.advance(PATIENCE_S / 2)
        return False

    def script() -> Iterator[Until]:
        yield never

    driver = Driver(script(), clock)

    with qtbot.waitSignal(driver.failed) as failed:
        driver.start()

    assert isinstance(failed.args[0], BugError)


def test_a_picture_waits_until_the_window_was_at_rest_for_some_looks() -> None:
    idle = iter((True, True, False, True, True, True))
    at_rest = AtRest(lambda: next(idle))

    assert [at_rest() for _look in range(6)] == [False] * 5 + [True]
