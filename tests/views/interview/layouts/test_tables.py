"""Tables: the same answers as columns, rows as lines, names, keys, reasons, narrow pages."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason
from desktop.forms.session import ItemKey
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.interview.layouts.table_box import TableBox
from desktop.views.interview.layouts.table_cell import TableCell
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.form_makers import choice, code, form, group, item, when
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

TALL = (1278, 3_000)


def control(name: str) -> dict[str, Any]:
    """An itemControl extension."""
    system = "http://hl7.org/fhir/questionnaire-item-control"
    coding = {"system": system, "code": name}
    return {"url": ext.ITEM_CONTROL, "valueCodeableConcept": {"coding": [coding]}}


def matrix(*, repeats: bool = False) -> Any:
    """Three questions with the same three answers."""
    asked = (
        choice(f"sleep.{name}", "never", "some", "often", repeats=repeats)
        for name in ("falling", "staying", "waking")
    )
    return form(group("page", group("sleep", *asked, extension=[control("table")])))


def contacts() -> Any:
    """A repeating group of two questions as a table."""
    asked = item("who", "string"), choice("kind", "friend", "family")
    return form(
        group("page", group("contact", *asked, repeats=True, extension=[control("gtable")]))
    )


def tables(desk: FormDesk) -> list[TableBox]:
    """The tables on the page."""
    return [one for one in desk.view.page.findChildren(TableBox) if not one.isHidden()]


def test_questions_with_the_same_answers_are_lines_of_a_table(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix())
    mark = desk.find("answer-sleep.staying-often")
    interface = QAccessible.queryAccessibleInterface(mark)

    interface.actionInterface().doAction("Toggle")
    desk.until_saved()

    assert len(tables(desk)) == 1
    assert mark.accessibleName() == "Text of sleep.staying, Often"
    assert desk.stored()["sleep.staying"] == Answered((code("often"),))


def test_marks_of_one_answer_stand_below_each_other(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix())
    desk.view.answered.emit("sleep.falling", NoAnswer(NoAnswerReason.DECLINED))
    settle(desk.view)

    marks = [desk.find(f"answer-sleep.{one}-some") for one in ("falling", "staying", "waking")]

    assert len({one.mapTo(desk.view, one.rect().topLeft()).x() for one in marks}) == 1


def test_arrows_move_inside_a_line_and_tab_goes_to_the_next(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix(), at="sleep.falling")

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    menu = QApplication.focusWidget()
    qtbot.keyClick(menu, Qt.Key.Key_Tab)
    below = QApplication.focusWidget()

    assert desk.session.state(ItemKey("sleep.falling")).answer == Answered((code("some"),))
    assert menu is desk.find("reasons-sleep.falling-menu")
    assert below is desk.find("answer-sleep.staying-never")


def test_a_reason_for_no_answer_is_given_in_its_line(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix())
    cell = desk.view.page.card(ItemKey("sleep.waking"))
    assert isinstance(cell, TableCell)
    assert cell.reasons is not None

    cell.reasons.chosen.emit(NoAnswerReason.UNABLE)
    settle(desk.view)

    given = desk.session.state(ItemKey("sleep.waking")).answer
    assert given == NoAnswer(NoAnswerReason.UNABLE)
    assert any("Unable" in words for words in cell.below.texts())


def test_several_answers_in_a_line_are_boxes(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix(repeats=True))

    desk.press("answer-sleep.falling-never")
    desk.press("answer-sleep.falling-often")

    given = desk.session.state(ItemKey("sleep.falling")).answer
    assert given == Answered((code("never"), code("often")))


def test_rows_of_a_group_are_lines_that_can_be_added_and_removed(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, contacts())

    desk.press("add-contact")
    name = desk.find("answer-who-at-1").accessibleName()
    desk.press("row-contact-at-0-remove")

    assert len(tables(desk)) == 1
    assert name == "Text of contact, 2 of 2, Text of who"
    assert desk.has("answer-who-at-1")
    assert not desk.has("answer-who-at-0")


def test_groups_of_a_grid_are_lines_below_the_same_heads(qtbot: QtBot, bench: Bench) -> None:
    lines = [
        group(side, item(f"{side}.width", "integer"), item(f"{side}.note", "string"))
        for side in ("left", "right")
    ]
    made = form(group("page", group("grid", *lines, extension=[control("grid")])))
    desk = open_any_form(qtbot, bench, made)

    fields = [desk.find(f"answer-{side}.width") for side in ("left", "right")]

    assert len(tables(desk)) == 1
    assert fields[1].accessibleName() == "Text of right, Text of right.width"
    places = [one.mapTo(desk.view, one.rect().topLeft()) for one in fields]
    assert places[0].x() == places[1].x()
    assert places[0].y() < places[1].y()


def test_what_is_calculated_is_only_shown_in_a_table(qtbot: QtBot, bench: Bench) -> None:
    asked = item("a", "integer"), item("b", "integer", readOnly=True)
    made = form(group("page", group("row", *asked, extension=[control("gtable")])))
    desk = open_any_form(qtbot, bench, made)
    cell = desk.view.page.card(ItemKey("b"))

    assert isinstance(cell, TableCell)
    assert isinstance(cell.editor, ReadOnlyEditor)
    assert cell.reasons is None


def test_a_question_that_is_not_asked_leaves_its_place_empty(qtbot: QtBot, bench: Bench) -> None:
    asks = when("who", "exists", answerBoolean=True)
    asked = item("who", "string"), item("where", "string", enableWhen=[asks])
    made = form(group("page", group("row", *asked, repeats=True, extension=[control("gtable")])))
    desk = open_any_form(qtbot, bench, made)
    desk.press("add-row")
    before = len(tables(desk))

    desk.view.answered.emit("who@1", Answered(("Name",)))
    desk.follow()
    settle(desk.view)

    assert before == 0
    assert len(tables(desk)) == 1
    assert not desk.has("answer-where-at-0")
    left = [desk.find(f"question-{one}") for one in ("who-at-1", "where-at-1")]
    assert left[0].x() < left[1].x()


def test_a_narrow_page_shows_a_table_as_cards(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, matrix())
    desk.view.answered.emit("sleep.falling", Answered((code("often"),)))
    settle(desk.view)

    for _ in range(2):
        # Once to fold the columns, and once for the width that needs less then.
        desk.host.resize(700, 736)
        settle(desk.view)
    qtbot.waitUntil(lambda: not tables(desk), timeout=5_000)
    card = desk.view.page.card(ItemKey("sleep.falling"))
    desk.host.resize(1278, 736)
    qtbot.waitUntil(lambda: len(tables(desk)) == 1, timeout=5_000)

    assert card is not None
    assert not isinstance(card, TableCell)
    assert isinstance(desk.view.page.card(ItemKey("sleep.falling")), TableCell)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_tables_pass_the_audit(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    problems = []
    for made in (matrix(), contacts()):
        desk = open_any_form(qtbot, bench, made, size=TALL)
        settle(desk.view)
        problems += audit_window(desk.view)

    assert problems == []
