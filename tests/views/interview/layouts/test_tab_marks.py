"""What a form says beside the name of a page or tab (itemControl context-display)."""

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered
from desktop.forms.questionnaire import Questionnaire
from desktop.views.patient.patient_steps import steps_of
from tests.forms.form_makers import choice, code, form, group, item, ours, spanish, when
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form
from tests.views.interview.layouts.test_tables import control

Json = dict[str, Any]
SET_TO = choice("set", "open", "done", text="This part is")


def mark(name: str, text: str, *conditions: Json, **more: Any) -> Json:
    """A display item for beside the name."""
    return item(name, "display", control("context-display"), text=text, **more) | (
        {"enableWhen": list(conditions), "enableBehavior": "any"} if conditions else {}
    )


def is_set(name: str) -> Json:
    system = {"system": code(name).system, "code": name}
    return when("set", "=", answerCoding=system)


MARKS = (
    mark("going-on", "In progress", is_set("open"), when("set", "exists", answerBoolean=False)),
    mark("over", "Complete", is_set("done")),
)


def paged(*extensions: Json) -> Questionnaire:
    """A form whose second page has a mark that follows an answer on the first."""
    return form(
        group("first", SET_TO, text="First page"),
        group("second", *MARKS, item("a", "string"), text="Second page", extension=[*extensions]),
    )


def tabbed() -> Questionnaire:
    """The same with two tabs inside one page."""
    tabs = group(
        "tabs",
        group("one", *MARKS, item("a", "string"), text="Tab & one"),
        group("two", item("b", "string"), text="Tab two"),
        extension=[control("tab-container")],
    )
    return form(group("page", SET_TO, tabs))


def rows(desk: FormDesk) -> list[tuple[str, str, str]]:
    """Name, mark and what is spoken of each section."""
    found = desk.view.sections.list.rows()
    return [(one.item.title, one.item.second, one.accessibleName()) for one in found]


def marks(desk: FormDesk) -> list[str]:
    return [second for _title, second, _spoken in rows(desk)]


def answered(desk: FormDesk, name: str) -> None:
    desk.view.answered.emit("set", Answered((code(name),)))
    desk.follow()
    settle(desk.view)


def test_a_mark_stands_below_the_name_of_its_page_and_follows_the_answers(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, paged())
    assert marks(desk) == ["", "In progress"]

    answered(desk, "done")

    assert marks(desk) == ["", "Complete"]
    assert rows(desk)[1][2].startswith("Second page, Complete, ")
    assert audit_window(desk.view) == []


def test_a_mark_stands_beside_the_name_of_its_tab_and_the_focus_stays(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, tabbed())
    tab = desk.find("tabs-tabs-0")
    assert isinstance(tab, QAbstractButton)
    assert tab.text() == "Tab && one: In progress"
    tab.setFocus()

    answered(desk, "done")

    assert tab.text() == "Tab && one: Complete"
    assert QApplication.focusWidget() is tab
    other = desk.find("tabs-tabs-1")
    assert isinstance(other, QAbstractButton)
    assert other.text() == "Tab two"
    assert audit_window(desk.view) == []


@pytest.mark.parametrize("made", [paged(), tabbed()])
def test_a_mark_is_no_line_of_the_page(qtbot: QtBot, bench: Bench, made: Questionnaire) -> None:
    desk = open_any_form(qtbot, bench, made, at="a")

    said = [one.text() for one in desk.view.page.findChildren(QLabel) if one.isVisible()]

    assert "In progress" not in said
    assert desk.has("question-a")


@pytest.mark.parametrize("how", ["lock", "warn"])
def test_the_mark_of_a_page_that_minds_company_waits_for_privacy(
    qtbot: QtBot, bench: Bench, how: str
) -> None:
    desk = open_any_form(qtbot, bench, paged(ours("sensitive", valueCode=how)))
    assert marks(desk) == ["", ""]

    desk.view.room_changed.emit(frozenset(), True)
    desk.follow()

    assert marks(desk) == ["", "In progress"]


def test_a_mark_is_in_the_language_of_the_page(qtbot: QtBot, bench: Bench) -> None:
    said = mark("going-on", "In progress", _text=spanish("En curso"))
    made = form(group("page", said, item("a", "string"), text="Page"))
    desk = open_any_form(qtbot, bench, made)

    desk.view.language_chosen.emit("es")
    desk.follow()

    assert marks(desk) == ["En curso"]


def test_several_marks_stand_in_their_order_and_an_empty_one_is_none(
    qtbot: QtBot, bench: Bench
) -> None:
    found = [mark("m1", "Seen"), mark("m2", " "), mark("m3", "Urgent")]
    desk = open_any_form(qtbot, bench, form(group("page", *found, item("a", "string"))))

    assert marks(desk) == ["Seen, Urgent"]


def test_words_for_a_place_that_has_no_tab_stand_as_a_line(qtbot: QtBot, bench: Bench) -> None:
    inner = group("inner", mark("said", "Look twice"), item("a", "string"), text="Inner")
    desk = open_any_form(qtbot, bench, form(group("page", inner)))

    said = [one.text() for one in desk.view.page.findChildren(QLabel) if one.isVisible()]

    assert "Look twice" in said
    assert marks(desk) == [""]


def test_the_person_s_own_steps_leave_a_mark_out(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, paged(), at="a")

    steps = steps_of(desk.running.interview)

    assert [(one.question, one.words) for one in steps] == [("a", ())]
