"""The administrator's desk of consent texts, on the real use cases."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.errors import BugError
from desktop.services.approve_text import TEXT_NAMES, read_texts
from desktop.views.screen import ScreenContext
from desktop.views.texts.blanks import with_blanks
from desktop.views.texts.texts_controller import TextsController
from desktop.views.texts.texts_state import TextsState
from desktop.views.texts.texts_view import TextsView
from desktop.views.widgets.line_field import LineField
from tests.services.bench import ADMIN, ROSA, Bench, memory_bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_everywhere


class TextsDesk:
    """The screen with a signed-in person, driven by keyboard."""

    def __init__(self, qtbot: QtBot, runner: BackgroundRunner, bench: Bench, who: str) -> None:
        self.qtbot = qtbot
        self.bench = bench
        self.navigator = NotingNavigator()
        self.work = bench.work_as(who)
        self.controller = TextsController(ScreenContext(self.work, runner, self.navigator, "en"))
        self.view = self.controller.view
        qtbot.addWidget(self.view)
        self.view.resize(1278, 736)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.controller.start()
        qtbot.waitUntil(lambda: runner.is_idle)

    @property
    def approver(self) -> LineField:
        """The field that asks who approved."""
        return self.view.approver

    def words(self) -> str:
        """Everything that can be read."""
        labels = self.view.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[BackgroundRunner]:
    """One worker, closed after the test."""
    runner = BackgroundRunner()
    yield runner
    runner.close()


@pytest.fixture
def desk(qtbot: QtBot, runner: BackgroundRunner) -> TextsDesk:
    """The administrator of a real hospital."""
    return TextsDesk(qtbot, runner, memory_bench(is_demo=False), ADMIN)


def test_the_first_text_that_waits_is_read_in_both_languages(desk: TextsDesk) -> None:
    words = desk.words()

    assert desk.view.texts.chosen_key() == "consent-participation"
    assert "0 of 6 approved" in words
    assert "Mockingbird General" in words
    card = read_texts(desk.work)[0]
    assert card.title.in_language("en") in words
    assert card.title.in_language("es") in words


def test_no_text_shows_a_bare_placeholder(desk: TextsDesk) -> None:
    for name in TEXT_NAMES:
        desk.view.text_chosen.emit(name)

        assert "{" not in desk.words()


def test_a_text_that_nobody_approved_says_what_that_means(desk: TextsDesk) -> None:
    spoken = desk.view.texts.row("consent-release").accessibleName()

    assert "Not approved: no signatures are taken on it" in spoken


def test_approving_by_keyboard_needs_a_name(desk: TextsDesk, qtbot: QtBot) -> None:
    closed = desk.view.approve_button.closed_reason
    desk.approver.setFocus()
    qtbot.keyClicks(desk.approver, "Privacy office")
    qtbot.keyClick(desk.approver, Qt.Key.Key_Return)

    with qtbot.waitSignal(desk.view.approve_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert closed == "Opens when the approver is named below the text"
    assert asked.args == ["consent-participation", "Privacy office"]


def test_an_approval_is_kept_and_shown(
    desk: TextsDesk, qtbot: QtBot, runner: BackgroundRunner
) -> None:
    qtbot.keyClicks(desk.approver, "Privacy office")
    desk.view.approve_button.click()
    qtbot.waitUntil(lambda: runner.is_idle)

    assert [card.approved_by for card in read_texts(desk.work)] == ["Privacy office", *[None] * 5]
    assert desk.navigator.log[-2:] == ["saving", "saved"]
    assert "1 of 6 approved" in desk.words()
    at: datetime = desk.bench.clock.now().astimezone()
    assert f"Approved by Privacy office, {at:%Y-%m-%d %H:%M}" in desk.words()
    assert not desk.approver.isVisible()


def test_another_text_asks_for_its_own_approver(desk: TextsDesk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.approver, "Privacy office")
    desk.view.texts.focus_chosen()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert desk.view.texts.chosen_key() == "consent-contact"
    assert desk.approver.value() == ""


def test_whoever_may_not_approve_is_told(qtbot: QtBot, runner: BackgroundRunner) -> None:
    desk = TextsDesk(qtbot, runner, memory_bench(is_demo=False), ROSA)

    assert [str(error) for error in desk.navigator.errors] == ["work.not-allowed"]


def test_blanks_name_what_is_filled_in() -> None:
    text = "{hospital} and {partner}, until {until}"

    assert with_blanks(text, "en", "Mockingbird") == "Mockingbird and [partner], until [last day]"
    with pytest.raises(BugError):
        with_blanks("{nobody}", "en", "Mockingbird")


@pytest.mark.parametrize("name", ["consent-participation", "consent-release"])
def test_the_screen_passes_the_audit(qapp: QApplication, name: str) -> None:
    cards = read_texts(memory_bench(is_demo=False).work_as(ADMIN))

    def make() -> QWidget:
        view = TextsView()
        view.show_state(TextsState(cards, name, "en", "Mockingbird General"))
        return view

    # Looked at unscrolled: the bar then stands below all of the text.
    assert audit_everywhere(qapp, make, width=1278, height=9000) == []
