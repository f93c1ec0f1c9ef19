"""Folds, tabs, pages, headers and footers, what is shown though disabled, what is kept aside."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import ItemKey
from desktop.views.interview.display_card import DisplayCard
from desktop.views.interview.layouts.heads import FoldBar
from desktop.views.interview.sections import sections_of
from tests.forms.form_makers import form, group, item, when
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form
from tests.views.interview.layouts.test_tables import TALL, control


def folds(code: str) -> dict[str, Any]:
    """A collapsible extension."""
    return {"url": ext.COLLAPSIBLE, "valueCode": code}


def folded() -> Questionnaire:
    """A page with a group that starts folded, and a question before it."""
    more = group(
        "more", item("a", "string"), item("b", "string"), extension=[folds("default-closed")]
    )
    return form(group("page", item("first", "string"), more))


def tabbed() -> Questionnaire:
    """A page with a container of two tabs below its questions."""
    tabs = group(
        "tabs",
        group("one", item("a", "string"), text="Tab one"),
        group("two", item("b", "string"), text="Tab two"),
        extension=[control("tab-container")],
    )
    return form(group("page", item("first", "string"), tabs))


def keys(desk: FormDesk) -> list[str]:
    """The questions on the page from top to bottom."""
    return [one.key for one in desk.view.page.question_cards()]


def test_a_fold_says_how_far_it_is_and_opens(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, folded())
    closed = keys(desk)

    desk.press("fold-more")
    desk.view.answered.emit("a", Answered(("word",)))
    settle(desk.view)

    bar = next(one for one in desk.view.page.parts() if isinstance(one, FoldBar))
    assert closed == ["first"]
    assert keys(desk) == ["first", "a", "b"]
    assert bar.count_label.text() == "1 of 2 answered"


def test_going_to_a_folded_question_opens_its_fold(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, folded())

    desk.view.jump_requested.emit("b")
    settle(desk.view)

    assert keys(desk) == ["first", "a", "b"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-b"


def test_an_arrow_shows_the_next_tab(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, tabbed())
    before = keys(desk)
    tab = desk.find("tabs-tabs-0")
    tab.setFocus()

    qtbot.keyClick(tab, Qt.Key.Key_Right)
    settle(desk.view)

    assert before == ["first", "a"]
    assert keys(desk) == ["first", "b"]
    assert QApplication.focusWidget() is desk.find("tabs-tabs-1")


def test_a_question_in_another_tab_is_found(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, tabbed(), at="b")

    assert keys(desk) == ["first", "b"]


def test_tabs_and_pages_of_the_form_are_sections() -> None:
    tabs = [group(name, item(f"{name}.a", "string"), text=name) for name in ("one", "two")]
    pages = [
        group(name, item(f"{name}.a", "string"), text=name, extension=[control("page")])
        for name in ("three", "four")
    ]
    made = form(group("tabs", *tabs, extension=[control("tab-container")]), group("pages", *pages))

    sections = sections_of(made)

    assert [one.name for one in sections] == ["tabs", "one", "two", "pages", "three", "four"]
    assert made.item("two.a").section == "two"


def test_a_long_form_without_groups_has_several_pages() -> None:
    made = form(*(item(f"q{n}", "string") for n in range(50)))

    sections = sections_of(made)

    assert [len(one.roots) for one in sections] == [20, 20, 10]
    assert [one.title.base for one in sections] == ["Page 1", "Page 2", "Page 3"]
    assert sections[1].title.in_language("es") == "Página 2"


def test_headers_stand_above_and_footers_below(qtbot: QtBot, bench: Bench) -> None:
    foot = item("foot", "display", control("footer"), text="At the end")
    head = item("head", "display", control("header"), text="At the top")
    desk = open_any_form(qtbot, bench, form(group("page", foot, item("a", "string"), head)))

    names = [one.objectName() for one in desk.view.page.parts()]

    assert [one for one in names if one.startswith(("text", "question"))] == [
        "text-head",
        "question-a",
        "text-foot",
    ]


def test_what_is_protected_is_shown_and_takes_no_answer(qtbot: QtBot, bench: Bench) -> None:
    asks = when("a", "exists", answerBoolean=True)
    shown = item("b", "string", enableWhen=[asks], disabledDisplay="protected")
    gone = item("c", "string", enableWhen=[asks])
    desk = open_any_form(qtbot, bench, form(group("page", item("a", "string"), shown, gone)))
    before = keys(desk), desk.find("question-b").isEnabled()

    desk.view.answered.emit("a", Answered(("word",)))

    qtbot.waitUntil(lambda: keys(desk) == ["a", "b", "c"])
    assert before == (["a", "b"], False)
    assert desk.find("question-b").isEnabled()


def test_headings_are_quieter_the_deeper_they_stand(qtbot: QtBot, bench: Bench) -> None:
    deep = group("first", item("a", "string"), group("second", item("b", "string")))
    desk = open_any_form(qtbot, bench, form(group("page", deep)))
    heads = [desk.view.page.card(ItemKey(key)) for key in ("first", "second")]

    levels = [one.state.level for one in heads if isinstance(one, DisplayCard)]
    bold = [one.text.font_weight() for one in heads if isinstance(one, DisplayCard)]

    assert levels == [1, 2]
    assert bold[0] > bold[1]


def test_a_display_item_that_says_nothing_takes_no_place(qtbot: QtBot, bench: Bench) -> None:
    divider = item("line", "display", text=" ")
    mark = item("mark", "display", control("context-display"), text="In progress")
    desk = open_any_form(qtbot, bench, form(group("page", divider, item("a", "string"), mark)))

    names = {one.objectName() for one in desk.view.page.parts()}

    assert not names & {"text-line", "text-mark"}
    assert "question-a" in names


def test_a_group_that_is_a_list_shows_its_questions_one_after_the_other(
    qtbot: QtBot, bench: Bench
) -> None:
    inner = group("inner", item("b", "integer"), item("c", "boolean"))
    listed = group("all", item("a", "string"), inner, extension=[control("list")])
    desk = open_any_form(qtbot, bench, form(group("page", listed)))
    page = desk.view.page
    tops = [
        page.card(ItemKey(key)).mapTo(page, page.card(ItemKey(key)).rect().topLeft()).y()
        for key in "abc"
    ]

    assert keys(desk) == ["a", "b", "c"]
    assert tops == sorted(set(tops))


def test_hidden_items_are_never_shown(qtbot: QtBot, bench: Bench) -> None:
    hidden = {"url": ext.HIDDEN, "valueBoolean": True}
    inside = group("g", item("b", "string"), extension=[hidden])
    desk = open_any_form(qtbot, bench, form(group("page", item("a", "string"), inside)))

    assert keys(desk) == ["a"]


def test_answers_that_are_put_aside_are_counted(qtbot: QtBot, bench: Bench) -> None:
    asks = when("a", "=", answerString="yes")
    made = form(
        group(
            "page",
            item("a", "string"),
            item("b", "string", enableWhen=[asks]),
            item("c", "string", enableWhen=[asks]),
        )
    )
    desk = open_any_form(qtbot, bench, made)
    for key, word in (("a", "yes"), ("b", "kept"), ("c", "kept")):
        desk.view.answered.emit(key, Answered((word,)))

    desk.view.answered.emit("a", Answered(("no",)))
    settle(desk.view)
    words = desk.view.note.text_label.text(), desk.has("interview-note")
    desk.view.answered.emit("a", Answered(("yes",)))
    settle(desk.view)

    assert words == ("2 answers are kept aside and come back with their questions.", True)
    assert not desk.has("interview-note")
    assert desk.session.state(ItemKey("b")).answer == Answered(("kept",))


def test_folds_and_tabs_pass_the_audit(qtbot: QtBot, bench: Bench) -> None:
    problems = []
    for made in (folded(), tabbed()):
        desk = open_any_form(qtbot, bench, made, size=TALL)
        problems += audit_window(desk.view)

    assert problems == []
