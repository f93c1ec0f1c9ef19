"""The needs of a case on the screen: the list, one need at the side, undo, and what is hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop.records.need import NeedState
from desktop.services.note_need import note_need
from desktop.services.ports import EpisodeRef
from desktop.services.read_needs import read_needs
from desktop.views.needs.needs_controller import NeedsController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.support.qt_audit import audit_window
from tests.views.oversight.overseen import open_screen
from tests.views.person.desk import Desk

FOOD, HOME = "food-insecurity", "housing-instability"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case whose core names two needs and more."""
    found = bench.new_case()
    completed(bench.work_as(ROSA), found, **{HOUSING: "yes", "what-you-need.food": "yes"})
    return found


def open_needs(bot: QtBot, bench: Bench, ref: EpisodeRef, language: str = "en") -> Desk:
    """The screen in a shown window."""
    return open_screen(
        bot, bench, lambda context: NeedsController(context, ref), ROSA, language=language
    )


def rows_of(desk: Desk) -> list[str]:
    """Keys in the order of the list."""
    return [row.item.key for row in desk.find("needs-list", RowList).rows()]


def row_text(desk: Desk, key: str) -> str:
    """What stands at the right of a row."""
    return desk.find("needs-list", RowList).row(key).item.right


def test_a_need_is_noted_met_and_the_note_is_taken_back(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_needs(qtbot, bench, ref)
    desk.press(f"needs-list-{FOOD}")
    assert "Bedside core" in desk.words("need-sources")
    assert "Z59.41" in desk.words("need-code")

    desk.press("need-state-met")
    desk.press("needs-do")

    assert row_text(desk, FOOD) == "Met"
    assert desk.focus() == f"needs-list-{FOOD}"
    desk.press("needs-notice-undo")
    assert row_text(desk, FOOD) == "Help wanted"
    assert not desk.sees("needs-notice")


def test_the_place_that_the_person_gives_is_set_by_keys_alone(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_needs(qtbot, bench, ref)
    desk.find("needs-list", RowList).row(FOOD).setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus() == "need-place-1"

    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert rows_of(desk)[0] == FOOD
    (food,) = [one for one in read_needs(bench.work_as(ROSA), ref).needs if one.priority]
    assert (food.category, food.state) == (FOOD, NeedState.IDENTIFIED)


def test_a_need_that_no_form_named_is_added(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_needs(qtbot, bench, ref)
    desk.press("needs-add")
    desk.press("needs-do")
    assert desk.errors() == ["Choose which need it is."]

    picker = desk.find("need-category", QComboBox)
    picker.setCurrentIndex(picker.findData("veteran-status"))
    desk.press("needs-do")
    assert desk.errors() == ["Choose where it stands."]
    assert "veteran-status" not in rows_of(desk)

    desk.press("need-state-identified")
    assert desk.errors() == []
    desk.press("needs-do")

    assert "veteran-status" in rows_of(desk)


def test_where_a_new_need_stands_is_not_chosen_for_anybody(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_needs(qtbot, bench, ref)

    desk.press("needs-add")

    assert desk.find("need-state", OptionGroup).chosen_keys() == ()


def test_what_is_known_in_private_only_is_one_row_until_it_is_opened(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    note_need(bench.work_as(ROSA), ref, "intimate-partner-violence", NeedState.IDENTIFIED)
    desk = open_needs(qtbot, bench, ref)
    assert "intimate-partner-violence" not in rows_of(desk)

    desk.press("needs-list-hidden")

    assert "intimate-partner-violence" in rows_of(desk)
    assert "hidden" not in rows_of(desk)


def test_an_empty_list_says_where_needs_come_from(qtbot: QtBot, bench: Bench) -> None:
    desk = open_needs(qtbot, bench, bench.new_case())

    assert desk.sees("needs-empty")
    desk.press("needs-packet")
    assert desk.navigator.opened[-1][0] == "packet"


@pytest.mark.parametrize(
    ("language", "tokens", "scale"),
    [("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)],
)
def test_the_screen_holds_in_every_look(
    qapp: QApplication,
    qtbot: QtBot,
    bench: Bench,
    ref: EpisodeRef,
    language: str,
    tokens: object,
    scale: float,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    try:
        desk = open_needs(qtbot, bench, ref, language)
        listed = audit_window(desk.view)
        desk.press(f"needs-list-{FOOD}")
        assert [*listed, *audit_window(desk.view)] == []
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))
