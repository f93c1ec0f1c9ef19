"""How a form is to be used and entered: what is asked now, and in which order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.answers import NoAnswer, NoAnswerReason
from desktop.views.theme.state_icons import State
from tests.forms.form_makers import form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import settle
from tests.views.interview.form_desk import FormDesk, open_any_form


def test_what_is_only_for_showing_is_not_asked(qtbot: QtBot, bench: Bench) -> None:
    shown = {"url": ext.USAGE_MODE, "valueCode": "display"}
    made = form(
        group("page", item("a", "string"), item("b", "string", shown, required=True)),
        group("summary", item("c", "string"), extension=[shown]),
    )

    desk = open_any_form(qtbot, bench, made)

    assert desk.has("question-a")
    assert not desk.has("question-b")
    assert [one.name for one in desk.running.interview.shown_sections()] == ["page"]
    assert desk.session.is_complete


def in_order(bot: QtBot, bench: Bench, mode: str, at: str | None = None) -> FormDesk:
    """Three pages; the first and the second want an answer."""
    made = form(
        group("one", item("a", "boolean", required=True)),
        group("two", item("b", "boolean", required=True)),
        group("three", item("c", "boolean")),
        extension=[{"url": ext.ENTRY_MODE, "valueCode": mode}],
    )
    return open_any_form(bot, bench, made, at=at)


def page(desk: FormDesk) -> str:
    return desk.running.interview.section.name


def ask(desk: FormDesk, name: str) -> str:
    """Ask for a page in the section list; the page that is shown then."""
    desk.view.sections.section_requested.emit(name)
    settle(desk.view)
    return page(desk)


def waiting(desk: FormDesk) -> list[str]:
    rows = desk.view.sections.list.rows()
    return [one.item.key for one in rows if one.item.icon is State.WAITING]


@pytest.mark.parametrize("mode", ["sequential", "prior-edit"])
def test_a_page_opens_when_those_before_it_are_done(qtbot: QtBot, bench: Bench, mode: str) -> None:
    desk = in_order(qtbot, bench, mode)

    assert ask(desk, "three") == "one"
    assert "asks its pages in order" in desk.view.note.text_label.text()
    assert waiting(desk) == ["two", "three"]
    QTest.keyClick(desk.host.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page(desk) == "one"

    assert desk.view.score.footer.text().startswith("The next page opens when")

    desk.press("answer-a-true")

    assert waiting(desk) == ["three"]
    assert desk.view.score.footer.text().startswith("You can go on.")
    assert ask(desk, "two") == "two"


def test_any_reason_lets_go_on(qtbot: QtBot, bench: Bench) -> None:
    desk = in_order(qtbot, bench, "sequential")

    desk.view.answered.emit("a", NoAnswer(NoAnswerReason.LATER))
    settle(desk.view)

    assert ask(desk, "two") == "two"


def test_prior_edit_goes_back_and_sequential_does_not(qtbot: QtBot, bench: Bench) -> None:
    back = in_order(qtbot, bench, "prior-edit")
    back.press("answer-a-true")
    ask(back, "two")
    assert ask(back, "one") == "one"

    only_on = in_order(qtbot, bench, "sequential")
    only_on.press("answer-a-true")
    ask(only_on, "two")

    assert ask(only_on, "one") == "two"
    assert "does not go back" in only_on.view.note.text_label.text()
    assert not only_on.view.action_bar.previous.isEnabled()


def test_a_draft_that_lacks_an_earlier_answer_can_go_there(qtbot: QtBot, bench: Bench) -> None:
    desk = in_order(qtbot, bench, "sequential", at="c")

    assert ask(desk, "one") == "one"


@pytest.mark.parametrize("mode", ["random", ""])
def test_any_order_is_free_where_the_form_asks_for_none(
    qtbot: QtBot, bench: Bench, mode: str
) -> None:
    desk = in_order(qtbot, bench, mode)

    assert ask(desk, "three") == "three"
    assert waiting(desk) == []
