"""The cover screen, by keyboard."""

from datetime import UTC, datetime
from time import perf_counter

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.views.lock.cover_view import CoverView
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.button import Button
from tests.support.qt_audit import audit_clipping, audit_everywhere, audit_targets, settle

NOW = datetime(2026, 3, 14, 14, 7, tzinfo=UTC)
MOST_S = 0.1


class CoverDesk:
    """A covered window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.view = CoverView()
        qtbot.addWidget(self.view)
        self.view.resize(1366, 768)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.view.show_state("ED-CART-04", NOW, error="")

    @property
    def pin(self) -> QLineEdit:
        """The PIN field."""
        found = self.view.findChild(QLineEdit, "cover-pin")
        assert found is not None
        return found

    def button(self, name: str) -> Button:
        """A button."""
        found = self.view.findChild(Button, name)
        assert found is not None
        return found

    def words(self) -> list[str]:
        """Everything that can be read."""
        return [label.text() for label in self.view.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def desk(qtbot: QtBot) -> CoverDesk:
    """A covered window."""
    return CoverDesk(qtbot)


def test_six_digits_and_enter_are_tried_and_forgotten(desk: CoverDesk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.pin, "482917")

    with qtbot.waitSignal(desk.view.pin_entered) as tried:
        qtbot.keyClick(desk.pin, Qt.Key.Key_Return)

    assert tried.args == ["482917"]
    assert desk.pin.text() == ""


def test_the_pin_has_the_focus(desk: CoverDesk) -> None:
    assert QApplication.focusWidget() is desk.pin


def test_fewer_digits_are_not_a_try(desk: CoverDesk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.pin, "4829")

    with qtbot.assertNotEmitted(desk.view.pin_entered):
        desk.button("cover-go-on").click()

    assert desk.pin.accessibleDescription() == "A PIN has six digits."
    assert desk.pin.text() == "4829"


def test_a_wrong_pin_says_so_and_asks_again(desk: CoverDesk) -> None:
    desk.pin.setText("111112")

    desk.view.show_error("This PIN is not right.")

    assert desk.pin.accessibleDescription() == "This PIN is not right."
    assert (desk.pin.text(), QApplication.focusWidget()) == ("", desk.pin)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_sentence_about_the_pin_has_room(
    desk: CoverDesk, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))

    desk.view.show_error(sentence("cover.wrong-pin", left=4))

    settle(desk.view)
    problems = [*audit_clipping(desk.view), *audit_targets(desk.view)]
    apply_theme(qapp, Theme(LIGHT, 1.0))
    assert problems == []


def test_someone_else_can_sign_in(desk: CoverDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.other_person_requested):
        qtbot.keyClick(desk.button("cover-other"), Qt.Key.Key_Space)


def test_it_shows_time_day_and_workstation_and_nothing_else(desk: CoverDesk) -> None:
    local = NOW.astimezone()

    words = desk.words()

    assert f"{local:%H:%M}" in words
    assert {"ED-CART-04", "Your work is saved", "PIN"} <= set(words)
    assert len([word for word in words if word]) == 5


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Saturday, March 14"), ("es", "Sábado, 14 de marzo")]
)
def test_the_day_is_said_in_the_language_in_force(desk: CoverDesk, language: str, day: str) -> None:
    QLocale.setDefault(QLocale(language))

    desk.view.rebuild()

    assert desk.view.date_label.text() == day


def test_the_digits_do_not_stay_when_the_cover_goes(desk: CoverDesk) -> None:
    desk.pin.setText("482917")

    desk.view.hide()

    assert desk.pin.text() == ""


def test_covering_takes_less_than_a_tenth_of_a_second(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    inside, cover = QWidget(), CoverView()
    stack.addWidget(inside)
    stack.addWidget(cover)
    stack.resize(1366, 768)
    with qtbot.waitExposed(stack):
        stack.show()
    took = []

    for _time in range(5):
        stack.setCurrentWidget(inside)
        start = perf_counter()
        cover.show_state("ED-CART-04", NOW, error="")
        stack.setCurrentWidget(cover)
        cover.grab()
        took.append(perf_counter() - start)

    assert min(took) < MOST_S


def test_it_passes_the_audit(qapp: QApplication) -> None:
    def make() -> QWidget:
        view = CoverView()
        view.show_state("ED-CART-04", NOW, error="This PIN is not right.")
        return view

    assert audit_everywhere(qapp, make) == []
