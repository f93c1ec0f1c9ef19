"""Codes shown once, and the check that they are on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.records.base32 import plain
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.views.entry.code_check import code_number
from desktop.views.entry.code_groups import CodeGroups
from desktop.views.entry.entry_states import CodesState
from tests.views.entry.entry_desk import EntryDesk

CODES = tuple(OneTimeCode(bytes([number]) * 20).text for number in (7, 131, 250))
PEOPLE = (("Sol Example", "sol", OneTimeCode(bytes([90]) * 20).text),)


@pytest.fixture
def desk(qtbot: QtBot) -> EntryDesk:
    """A window that shows three recovery codes and one person's code."""
    desk = EntryDesk(qtbot)
    desk.pages.show_codes(CodesState(CODES, PEOPLE))
    return desk


def test_every_code_is_shown_in_groups(desk: EntryDesk) -> None:
    names = ("codes-recovery-1", "codes-recovery-2", "codes-recovery-3", "codes-person-sol")

    shown = [desk.find(CodeGroups, name).text() for name in names]

    assert shown == [code.replace("-", " ") for code in (*CODES, PEOPLE[0][2])]


def test_codes_cannot_be_selected_or_copied(desk: EntryDesk) -> None:
    code = desk.find(CodeGroups, "codes-recovery-1")

    assert code.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction


def test_going_on_opens_when_two_codes_are_typed_again(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_Space)
    desk.type(CODES[2].lower().replace("-", " "))
    desk.key(Qt.Key.Key_Tab)
    desk.type(CODES[0])
    desk.tab_to("codes-kept")

    with qtbot.waitSignal(desk.pages.codes_kept):
        desk.key(Qt.Key.Key_Space)


def test_the_codes_are_hidden_while_they_are_checked(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)

    assert not desk.find(QWidget, "codes-shown").isVisible()
    assert desk.button("codes-kept").closed_reason == "Opens when two codes are typed right"


def test_the_same_code_twice_does_not_count(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)

    desk.fill(codes_one=CODES[1], codes_other=CODES[1])

    assert desk.button("codes-kept").closed_reason
    assert "same code" in desk.line("codes-other").accessibleDescription()


def test_a_wrong_code_says_so_when_it_is_whole(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)

    desk.fill(codes_one=CODES[0][:-1])
    early = desk.line("codes-one").accessibleDescription()
    desk.fill(codes_one=PEOPLE[0][2])

    assert "none of the three" not in early
    assert "none of the three" in desk.line("codes-one").accessibleDescription()
    assert desk.button("codes-kept").closed_reason


def test_a_code_that_is_nearly_right_names_the_group(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)
    groups = CODES[1].split("-")
    groups[2] = groups[2][::-1]

    desk.fill(codes_one="-".join(groups))

    said = desk.line("codes-one").accessibleDescription()
    assert said == "Group 3 is not right. Compare it with the paper."


def test_where_there_is_a_printer_the_codes_are_printed_unseen(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    state = CodesState(CODES, PEOPLE, "Invented General Hospital", "ED-PRN-2")
    desk.pages.show_codes(state)

    with qtbot.waitSignal(desk.pages.codes_print_requested) as asked:
        desk.key(Qt.Key.Key_Space)

    assert asked.args == [state]
    assert not desk.find(QWidget, "codes-shown").isVisible()
    assert not desk.button("codes-written").isVisible()
    desk.pages.say_beside_codes("Sent", is_printed=True)
    desk.pages.rebuild("es")
    assert desk.button("codes-written").isVisible()
    assert not desk.find(QWidget, "codes-shown").isVisible()


def test_a_right_code_says_which_it_is(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)

    desk.fill(codes_one=CODES[1])

    assert desk.line("codes-one").accessibleDescription() == "This is code 2."


def test_the_codes_can_be_looked_at_again(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)
    desk.fill(codes_one=CODES[1])

    desk.button("codes-again").click()

    assert desk.find(QWidget, "codes-shown").isVisible()
    assert desk.line("codes-one").text() == CODES[1]


def test_another_language_stays_at_the_same_step(desk: EntryDesk) -> None:
    desk.key(Qt.Key.Key_Space)
    desk.fill(codes_one=CODES[1], codes_other=CODES[2])

    desk.pages.rebuild("es")

    assert not desk.find(QWidget, "codes-shown").isVisible()
    assert desk.button("codes-kept").closed_reason == ""


def test_case_spaces_hyphens_and_look_alikes_do_not_matter() -> None:
    assert plain(" 0o1-iL ab\u2013c ") == "00111ABC"
    assert code_number("", ("",)) is None
    assert code_number("ab c-d", ("XXXX", "ABCD")) == 2
