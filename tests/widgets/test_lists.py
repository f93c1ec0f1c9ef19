"""Lists are driven by arrows and Enter, keep their choice, and are read out whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.widgets.button import Button
from desktop.views.widgets.row_item import Bar, Cell, Column, RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.section_list import SectionItem, SectionList
from desktop.views.widgets.segment import Choice, Segment
from tests.support.qt_audit import tab_chain

ROWS = (
    RowItem("maple", "Maple 12", "ED 7", Icon.CLOCK, right="14:30"),
    RowItem("kilo", "Trauma Kilo", "ICU 3", Icon.CLOCK),
    RowItem("birch", "Birch 07", "Floor 6", Icon.CLOCK),
)


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    rows = RowList("Eligible", name="t-rows")
    rows.show_rows(ROWS)
    qtbot.addWidget(rows)
    rows.show()
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    rows.focus_chosen()
    return rows


def test_nothing_is_chosen_at_first(rows: RowList) -> None:
    assert rows.chosen_key() == ""


def test_down_moves_and_chooses(qtbot: QtBot, rows: RowList) -> None:
    with qtbot.waitSignal(rows.chosen) as told:
        qtbot.keyClick(rows.row("maple"), Qt.Key.Key_Down)

    assert told.args == ["kilo"]
    assert rows.row("kilo").hasFocus()


def test_down_at_the_end_stays(qtbot: QtBot, rows: RowList) -> None:
    rows.set_chosen("birch")
    rows.focus_chosen()

    with qtbot.assertNotEmitted(rows.chosen):
        qtbot.keyClick(rows.row("birch"), Qt.Key.Key_Down)


def test_enter_opens_and_a_press_only_chooses(qtbot: QtBot, rows: RowList) -> None:
    with qtbot.assertNotEmitted(rows.opened):
        qtbot.mouseClick(rows.row("kilo"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(rows.opened) as told:
        qtbot.keyClick(rows.row("kilo"), Qt.Key.Key_Return)

    assert told.args == ["kilo"]


def test_home_and_end_jump(qtbot: QtBot, rows: RowList) -> None:
    qtbot.keyClick(rows.row("maple"), Qt.Key.Key_End)
    at_end = rows.chosen_key()
    qtbot.keyClick(rows.row("birch"), Qt.Key.Key_Home)

    assert (at_end, rows.chosen_key()) == ("birch", "maple")


def test_new_rows_keep_choice_and_focus_on_their_key(rows: RowList) -> None:
    rows.set_chosen("kilo")
    rows.focus_chosen()

    rows.show_rows([RowItem("new", "Aspen 19"), *ROWS])

    assert rows.chosen_key() == "kilo"
    assert rows.row("kilo").hasFocus()


def test_a_row_that_goes_leaves_the_others_to_their_widgets(qtbot: QtBot) -> None:
    rows = RowList("People", name="t-rows")
    qtbot.addWidget(rows)
    rows.show_rows(ROWS)
    before = rows.rows()

    rows.show_rows(ROWS[1:])

    assert rows.rows() == before[1:]
    assert [row.item for row in rows.rows()] == list(ROWS[1:])


def test_the_focus_stays_in_the_list_when_its_row_goes(qtbot: QtBot) -> None:
    rows = RowList("People", name="t-rows")
    qtbot.addWidget(rows)
    rows.show_rows(ROWS)
    with qtbot.waitActive(rows):
        rows.show()
    rows.rows()[0].setFocus()

    rows.show_rows(ROWS[1:])

    assert rows.rows()[0].hasFocus()


def test_rows_made_later_come_in_their_place_of_the_tab_order(qtbot: QtBot) -> None:
    rows = RowList("Parts", name="t-parts")
    boxes = [RowItem(key, key, is_checked=False) for key in ("a", "b", "c")]
    rows.show_rows(boxes[:1])
    qtbot.addWidget(rows)
    rows.show()

    rows.show_rows(boxes)

    assert [each.objectName() for each in tab_chain(rows)] == [
        "t-parts-a",
        "t-parts-b",
        "t-parts-c",
    ]


def test_a_row_with_a_box_tells_its_key(qtbot: QtBot) -> None:
    rows = RowList("Parts", name="t-parts")
    rows.show_rows([RowItem("plan", "Safety plan", is_checked=True)])
    qtbot.addWidget(rows)
    interface = QAccessible.queryAccessibleInterface(rows.row("plan"))

    with qtbot.waitSignal(rows.checked) as told:
        interface.actionInterface().doAction("Toggle")

    assert told.args == ["plan", False]


def test_a_closed_row_keeps_its_button_open(qtbot: QtBot) -> None:
    rows = RowList("Parts", name="t-parts")
    rows.show_rows([RowItem("letter", "Letter", "Consent not asked yet", is_closed=True)])
    ask = Button("Ask", name="t-ask")

    rows.row("letter").set_side_widget(ask)
    qtbot.addWidget(rows)

    assert ask.isEnabled()


def test_a_row_is_read_out_whole(rows: RowList) -> None:
    told = QAccessible.queryAccessibleInterface(rows.row("maple"))

    assert told.text(QAccessible.Text.Name) == "Maple 12, ED 7, 14:30"


def test_stacked_cells_make_the_row_higher(qtbot: QtBot) -> None:
    rows = RowList("Eligible", name="t-rows", columns=[Column("Person"), Column("Since")])
    cell = Cell("5 h 05 min", note="past 4 h", bar=Bar(0.6, 0.5))
    rows.show_rows([RowItem("maple", "Maple 12", "ED 7", cells=(cell,))])
    qtbot.addWidget(rows)
    before = rows.row("maple").heightForWidth(400)

    rows.set_stacked(True)

    assert rows.row("maple").heightForWidth(400) > before


def test_a_private_section_says_that_it_is_closed(qtbot: QtBot) -> None:
    sections = SectionList("Sections", name="t-sections")
    qtbot.addWidget(sections)
    items = [
        SectionItem("now", "Right now", State.DONE, 5, 5),
        SectionItem("home", "Partner, home", State.NOT_STARTED, 0, 4, is_private_closed=True),
    ]

    sections.show_sections(items, "now")

    assert "private" in sections.row("home").accessibleName()
    assert "5 of 5" in sections.row("now").accessibleName()


def test_one_press_opens_a_section(qtbot: QtBot) -> None:
    sections = SectionList("Sections", name="t-sections")
    qtbot.addWidget(sections)
    sections.show_sections([SectionItem("now", "Right now", State.DONE, 5, 5)], "")

    with qtbot.waitSignal(sections.opened) as told:
        qtbot.mouseClick(sections.row("now"), Qt.MouseButton.LeftButton)

    assert told.args == ["now"]


def _segment(qtbot: QtBot, *, is_clearable: bool) -> Segment:
    choices = [Choice("yes", "Yes"), Choice("no", "No")]
    segment = Segment("Private now", choices, name="t-private", is_clearable=is_clearable)
    qtbot.addWidget(segment)
    return segment


def test_a_segment_holds_one_choice(qtbot: QtBot) -> None:
    segment = _segment(qtbot, is_clearable=False)
    said: list[str] = []
    segment.chosen.connect(said.append)

    qtbot.mouseClick(segment.button("yes"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(segment.button("yes"), Qt.Key.Key_Right)

    assert said == ["yes", "no"]
    assert segment.chosen_key() == "no"


@pytest.mark.parametrize(("is_clearable", "left"), [(True, ""), (False, "yes")])
def test_a_second_press_clears_only_what_may_be_cleared(
    qtbot: QtBot, is_clearable: bool, left: str
) -> None:
    segment = _segment(qtbot, is_clearable=is_clearable)
    segment.set_chosen("yes")

    qtbot.mouseClick(segment.button("yes"), Qt.MouseButton.LeftButton)

    assert segment.chosen_key() == left
