"""Every question takes every reason for no answer, in both languages, at every text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswer, NoAnswerReason
from desktop.forms.session import ItemKey
from desktop.views.interview.question_card import QuestionCard
from desktop.views.shell.translations import Translations
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.form_makers import choice, form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

ASKED = form(
    group(
        "page",
        choice("a", "yes", "no", required=True),
        item("b", "string"),
        item("c", "quantity"),
        item("d", "date"),
    )
)


def card_of(desk: FormDesk, key: str) -> QuestionCard:
    card = desk.view.page.card(ItemKey(key))
    assert isinstance(card, QuestionCard)
    return card


def choose_last(desk: FormDesk, key: str) -> None:
    """Open the menu of reasons with Space, go up to its last entry and take it."""
    button = desk.find(f"reasons-{key}-menu")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = next(one for one in card_of(desk, key).findChildren(QMenu) if one.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.follow()
    settle(desk.view)


@pytest.mark.parametrize("key", ["a", "b", "c", "d"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_a_question_does_not_apply_is_kept_and_satisfies_it(
    qtbot: QtBot, bench: Bench, qapp: QApplication, scale: float, key: str
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    desk = open_any_form(qtbot, bench, ASKED)
    assert desk.session.missing == ("a",)

    choose_last(desk, key)

    desk.until_saved()
    reason = NoAnswer(NoAnswerReason.NOT_APPLICABLE)
    assert desk.session.state(ItemKey(key)).answer == reason
    assert desk.stored()[key] == reason
    assert desk.session.missing == (() if key == "a" else ("a",))
    (said,) = card_of(desk, key).below.texts()
    assert said.startswith("Does not apply: kept as the answer.")
    assert desk.find(f"reasons-{key}-menu").property("text") == "Does not apply"
    assert desk.host.focusWidget() is desk.find(f"reasons-{key}-menu")


def test_undo_takes_it_back_and_the_usual_reasons_stand_there_again(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, ASKED)
    choose_last(desk, "b")

    desk.press("interview-undo")

    assert desk.has("reasons-b-declined")
    assert card_of(desk, "b").below.texts() == ()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_reasons_are_whole_in_every_look(
    qtbot: QtBot, bench: Bench, qapp: QApplication, language: str, tokens: Tokens, scale: float
) -> None:
    words = Translations(qapp)
    words.use(language)
    try:
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_any_form(qtbot, bench, ASKED, size=(1278, 4_000))
        before = audit_window(desk.view)
        choose_last(desk, "b")

        assert before + audit_window(desk.view) == []
    finally:
        words.remove()


def test_a_common_screen_shows_the_usual_reasons_and_the_button_for_more(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, ASKED)

    assert all(desk.has(f"reasons-b-{one}") for one in ("declined", "unable", "not-safe", "later"))
    assert desk.has("reasons-b-menu")
