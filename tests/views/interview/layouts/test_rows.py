"""Rows of a repeating group: add, remove with undo, move, the place of the focus, what is kept."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Rows
from desktop.forms.session import FormSession, ItemKey
from desktop.views.interview.layouts.column import PartBlock
from desktop.views.interview.layouts.heads import RowBar
from desktop.views.interview.question_card import QuestionCard
from tests.forms.form_makers import NOON, choice, form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import audit_tab_order, audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

MAX_OCCURS = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs"


def medicines(*, most: int | None = None) -> Any:
    """A page with a repeating group of two questions, and one question after it."""
    limit = {"extension": [{"url": MAX_OCCURS, "valueInteger": most}]} if most else {}
    return form(
        group(
            "page",
            group(
                "medicine",
                item("name", "string"),
                choice("taken", "yes", "no"),
                repeats=True,
                text="Medicine",
                **limit,
            ),
            item("more", "string"),
        )
    )


def with_rows(count: int) -> FormSession:
    """The same with ``count`` rows, each with a name."""
    session = FormSession(medicines(), now=lambda: NOON)
    for _ in range(count - 1):
        session.add_row(ItemKey("medicine"))
    for row in range(count):
        session.answer(ItemKey(f"name@{row}"), f"Name {row}")
    return session


def focused_question() -> str:
    """The key of the question that has the focus."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, QuestionCard):
        widget = widget.parentWidget()
    assert widget is not None
    return widget.key


def heads(desk: FormDesk) -> list[str]:
    """The heads of the rows, from top to bottom."""
    return [one.words() for one in desk.view.page.parts() if isinstance(one, RowBar)]


def test_each_row_is_a_named_block_with_its_number(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(3))

    block = desk.find("block-medicine-at-1", PartBlock)

    assert heads(desk) == ["Medicine, 1 of 3", "Medicine, 2 of 3", "Medicine, 3 of 3"]
    assert block.accessibleName() == "Medicine, 2 of 3"
    assert block.isAncestorOf(desk.find("question-name-at-1"))


def test_a_new_row_takes_the_focus_and_is_stored(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines())

    desk.press("add-medicine")
    desk.until_saved()

    assert heads(desk) == ["Medicine, 1 of 2", "Medicine, 2 of 2"]
    assert focused_question() == "name@1"
    assert desk.stored()["medicine"] == Rows((0, 1), 2)


def test_a_full_group_says_so_instead_of_a_button(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(most=2))

    desk.press("add-medicine")

    assert not desk.has("add-medicine")
    assert desk.has("add-bar-medicine")


def test_a_removed_row_comes_back_with_its_answers(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(3))

    desk.press("row-medicine-at-1-remove")
    after = heads(desk), focused_question(), desk.has("interview-note")
    desk.press("interview-note-undo")
    desk.until_saved()

    assert after == (["Medicine, 1 of 2", "Medicine, 2 of 2"], "name@2", True)
    assert heads(desk)[1] == "Medicine, 2 of 3"
    assert focused_question() == "name@1"
    assert desk.session.state(ItemKey("name@1")).answer == Answered(("Name 1",))
    assert not desk.has("interview-note")


def test_the_last_row_removed_leads_to_the_one_before(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(2))

    desk.press("row-medicine-at-1-remove")

    assert focused_question() == "name@0"
    assert not desk.has("row-medicine-at-0-remove")


def test_alt_and_arrows_move_the_row_and_the_focus_stays_in_it(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(3), at="name@2")
    field = QApplication.focusWidget()

    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(desk.view)
    order = [row.key for row in desk.session.rows(ItemKey("medicine"))]

    assert order == ["medicine@0", "medicine@2", "medicine@1"]
    assert QApplication.focusWidget() is field
    assert field is not None
    assert desk.view.page.card(ItemKey("name@2")) is not None
    tops = [desk.find(f"block-{key.replace('@', '-at-')}").y() for key in order]
    assert tops == sorted(tops)


def test_what_is_missing_in_a_removed_row_is_not_missed(qtbot: QtBot, bench: Bench) -> None:
    asked = form(group("page", group("row", item("must", "string", required=True), repeats=True)))
    desk = open_any_form(qtbot, bench, asked)
    desk.press("add-row")
    before = desk.session.wanting("page")

    desk.press("row-row-at-0-remove")

    assert before == ("must@0", "must@1")
    assert desk.session.wanting("page") == ("must@1",)
    assert not desk.view.score.isHidden()


def test_a_draft_resumes_in_its_row(qtbot: QtBot, bench: Bench) -> None:
    open_any_form(qtbot, bench, medicines(), session=with_rows(3), at="taken@1")

    assert focused_question() == "taken@1"


def test_a_place_in_a_row_that_is_gone_opens_the_form_at_its_start(
    qtbot: QtBot, bench: Bench
) -> None:
    open_any_form(qtbot, bench, medicines(), at="taken@7")

    assert focused_question() == "name@0"


def test_one_more_row_among_a_hundred_makes_only_its_own_widgets(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(100))
    maker = desk.view.page.parts_maker
    at_first = maker.made
    desk.view.jump_requested.emit("more")
    desk.until_grown()
    before = maker.made

    desk.press("add-medicine")

    assert at_first <= 60
    assert before - at_first <= 30
    assert maker.made - before == 3


def test_a_long_page_grows_where_it_is_read(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(60))
    page = desk.view.page
    bar = page.verticalScrollBar()
    desk.until_grown()

    bar.setValue(bar.maximum() // 2)
    desk.until_grown()
    names = [page.card(ItemKey(f"name@{row}")) for row in range(60)]
    seen = [
        row
        for row, card in enumerate(names)
        if card is not None and not card.visibleRegion().isEmpty()
    ]

    assert seen
    assert seen[0] > 15
    assert seen[-1] < 50
    assert [card is None for card in (names[0], names[12], names[59])] == [False, True, True]
    assert not page.growth.is_whole


def test_a_page_is_whole_once_all_of_it_was_read(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(20))
    page = desk.view.page
    bar = page.verticalScrollBar()

    def scroll() -> bool:
        bar.setValue(bar.value() + bar.pageStep())
        return page.growth.is_whole

    was_whole = page.growth.is_whole
    qtbot.waitUntil(scroll, timeout=10_000)

    assert not was_whole
    assert page.card(ItemKey("more")) is not None


def test_what_is_read_stays_where_it_is_while_the_page_above_grows(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(60))
    page = desk.view.page
    desk.view.jump_requested.emit("name@40")
    desk.until_grown()
    card = page.card(ItemKey("name@40"))
    assert card is not None
    whole = QRect(card.mapTo(page.viewport(), QPoint()), card.size())

    assert focused_question() == "name@40"
    assert page.card(ItemKey("name@38")) is not None
    assert page.viewport().rect().contains(whole)


def test_screen_readers_find_rows_in_their_order_wherever_one_jumped(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(60))
    for key in ("name@50", "name@30", "name@40"):
        desk.view.jump_requested.emit(key)
        desk.until_grown()

    blocks = desk.view.page.findChildren(PartBlock)
    numbers = [int(one.objectName().rpartition("-")[2]) for one in blocks]
    assert {30, 40, 50}.issubset(numbers)
    assert numbers == sorted(numbers)
    assert audit_tab_order(desk.view) == []


def test_tab_goes_on_into_what_was_made_later(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(12), at="taken@11")
    settle(desk.view)
    assert desk.view.page.made(ItemKey("more")) is not None
    settle(desk.view)

    assert audit_tab_order(desk.view) == []


def test_answers_that_are_asked_about_stand_over_their_questions(
    qtbot: QtBot, bench: Bench
) -> None:
    asked = form(
        group(
            "page",
            choice("drugs", "a", "b", repeats=True, item=[item("how-often", "string")]),
        )
    )
    desk = open_any_form(qtbot, bench, asked)

    desk.press("answer-drugs-a")
    desk.press("answer-drugs-b")
    labels = [one.accessibleName() for one in desk.view.page.findChildren(PartBlock)]

    assert labels == ["A", "B"]
    question = desk.find("question-drugs")
    cards = [one for one in desk.view.page.question_cards() if one.key.startswith("how-often")]
    assert len(cards) == 2
    assert all(left_of(one, desk.view) > left_of(question, desk.view) for one in cards)


def left_of(widget: QWidget, view: QWidget) -> int:
    """Where a widget begins in the screen."""
    return widget.mapTo(view, widget.rect().topLeft()).x()


def test_rows_pass_the_audit_at_200_percent(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, medicines(), session=with_rows(2), size=(1278, 3_000))

    assert audit_window(desk.view) == []
