"""An answer that brings in questions makes those in view before the repaint, the others after."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import ItemKey, ItemState
from desktop.views.editors.editor import Editor
from desktop.views.interview.layouts.growth import WHOLE_PARTS
from desktop.views.interview.question_card import QuestionCard
from tests.forms.form_makers import choice, coding, form, group, when
from tests.services.bench import Bench
from tests.support.qt_audit import settle
from tests.views.interview.form_desk import FormDesk, open_any_form

MANY = 12


def opened(bot: QtBot, bench: Bench, *, height: int) -> FormDesk:
    """The first question brings in a dozen more behind it; not all fit into the window."""
    desk = open_any_form(bot, bench, branching(), size=(1278, height))
    until_grown(desk)
    return desk


def branching() -> Questionnaire:
    shown = {"enableWhen": [when("first", "=", answerCoding=coding("b"))]}
    more = [choice(f"more{at}", "a", "b", **shown) for at in range(MANY)]
    return form(group("page", choice("first", "a", "b"), *more, choice("last", "a", "b")))


def until_grown(desk: FormDesk) -> None:
    made = -1
    while made != desk.view.page.parts_maker.made:
        made = desk.view.page.parts_maker.made
        QCoreApplication.processEvents()
        settle(desk.view)


def answer_first(desk: FormDesk) -> None:
    """Only the press: nothing that waits for the event loop is done."""
    desk.bot.mouseClick(desk.find("answer-first-b"), Qt.MouseButton.LeftButton)


def test_an_answer_makes_no_more_questions_than_are_seen(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened(qtbot, bench, height=1_100)
    built: list[ItemKey] = []
    make_editor = QuestionCard.make_editor

    def noting(card: QuestionCard, state: ItemState) -> Editor:
        built.append(card.key)
        return make_editor(card, state)

    monkeypatch.setattr(QuestionCard, "make_editor", noting)

    answer_first(desk)
    desk.running.screen.catch_up()

    at_once = list(built)
    until_grown(desk)
    desk.until_saved()
    assert at_once == [key for key in built if is_seen(desk, key)]
    assert 0 < len(at_once) < len(built)


def is_seen(desk: FormDesk, key: ItemKey) -> bool:
    return not desk.find(f"question-{key}").visibleRegion().isEmpty()


def test_tab_right_after_the_answer_goes_to_the_very_next_question(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = opened(qtbot, bench, height=500)
    first = desk.view.page.card(ItemKey("first"))
    assert isinstance(first, QuestionCard)
    assert first.reasons is not None
    last = [one for one in first.reasons.controls() if one.isVisible()][-1]

    answer_first(desk)
    assert desk.view.page.card(ItemKey("more0")) is None
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)

    desk.until_saved()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-more0-a"


def test_a_long_page_opens_with_what_is_seen(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, plain(WHOLE_PARTS + 1))

    at_first = desk.view.page.question_cards()
    until_grown(desk)

    assert [one.key for one in at_first] == [
        one.key for one in desk.view.page.question_cards() if is_seen(desk, one.key)
    ]
    assert len(at_first) < WHOLE_PARTS / 2


def test_a_short_page_opens_whole(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, plain(WHOLE_PARTS))

    assert desk.view.page.growth.is_whole


def plain(size: int) -> Questionnaire:
    return form(group("page", *(choice(f"q{at}", "a", "b") for at in range(size))))


def test_the_reasons_of_a_new_question_come_after_the_repaint_into_their_room(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = opened(qtbot, bench, height=1_100)

    answer_first(desk)
    desk.running.screen.catch_up()
    settle(desk.view)
    card = new_card(desk)
    at_once = (card.reasons, card.height())
    until_grown(desk)

    desk.until_saved()
    assert card.reasons is not None
    assert at_once == (None, card.height())


def test_tab_goes_from_a_new_answer_to_its_reasons_and_on(qtbot: QtBot, bench: Bench) -> None:
    desk = opened(qtbot, bench, height=1_100)

    answer_first(desk)
    desk.running.screen.catch_up()
    card = new_card(desk)
    assert card.reasons is None
    card.focus_first()
    names = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())

    desk.until_saved()
    assert card.reasons is not None
    shown = [one.objectName() for one in card.reasons.controls() if one.isVisible()]
    assert names[: len(shown) + 1] == [*shown, "answer-more1-a"]


def new_card(desk: FormDesk) -> QuestionCard:
    """The first of those that the answer brought in."""
    card = desk.view.page.card(ItemKey("more0"))
    assert isinstance(card, QuestionCard)
    return card
