"""Using a one-time code, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.entry.entry_states import EnrolRequest, PageState, SignInState
from desktop.views.entry.new_secrets import length_of
from tests.views.entry.entry_desk import EntryDesk

PASSWORD = "walrus thimble orbit quince"


@pytest.fixture
def desk(qtbot: QtBot) -> EntryDesk:
    """A window that takes a one-time code."""
    desk = EntryDesk(qtbot)
    desk.pages.show_enrol(PageState())
    return desk


def type_all(desk: EntryDesk) -> None:
    """Every field in its order, Enter leading on."""
    for text in ("sol", "7KQ4B-9XM2T", PASSWORD, PASSWORD, "482917", "482917"):
        desk.type(text)
        if desk.focus != "enrol-pin-again":
            desk.key(Qt.Key.Key_Return)


def test_enter_leads_from_field_to_field_and_sends(desk: EntryDesk, qtbot: QtBot) -> None:
    type_all(desk)

    with qtbot.waitSignal(desk.pages.enrol_submitted) as asked:
        desk.key(Qt.Key.Key_Return)

    assert asked.args == [EnrolRequest("sol", "7KQ4B-9XM2T", PASSWORD, "482917")]


def test_the_rule_counts_while_typing(desk: EntryDesk) -> None:
    line = desk.line("enrol-password")
    before = line.accessibleDescription()

    desk.fill(enrol_password="walrus thi")
    during = line.accessibleDescription()
    desk.fill(enrol_password=PASSWORD)

    assert before.startswith("At least 15 characters")
    assert during.startswith("10 of 15 characters")
    assert line.accessibleDescription() == "27 characters: long enough."


def test_characters_are_counted_after_nfkc() -> None:
    assert length_of("e\u0301" * 15) == 15
    assert length_of("\ufb03") == 3


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("enrol-name", ""),
        ("enrol-code", ""),
        ("enrol-password", "walrus thimble"),
        ("enrol-password-again", "another thing altogether"),
        ("enrol-pin", "48291"),
        ("enrol-pin-again", "482918"),
    ],
)
def test_the_first_wrong_field_gets_the_focus(
    desk: EntryDesk, qtbot: QtBot, field: str, text: str
) -> None:
    type_all(desk)
    desk.fill(**{field.replace("-", "_"): text})

    with qtbot.assertNotEmitted(desk.pages.enrol_submitted):
        desk.button("enrol-submit").click()

    assert desk.focus == field
    assert desk.line(field).accessibleDescription()


def test_a_refused_code_keeps_everything_typed(desk: EntryDesk) -> None:
    type_all(desk)
    desk.pages.show_enrol(PageState(is_busy=True))

    desk.pages.show_enrol(PageState(error="This one-time code has expired."))

    assert desk.message("enrol-message") == "This one-time code has expired."
    assert desk.line("enrol-password").text() == PASSWORD


def test_after_a_refusal_the_focus_is_where_it_was(desk: EntryDesk) -> None:
    type_all(desk)
    desk.button("enrol-submit").setFocus()
    desk.pages.show_enrol(PageState(is_busy=True))

    desk.pages.show_enrol(PageState(error="This one-time code has expired."))

    assert desk.focus == "enrol-submit"


def test_after_enrolment_the_name_is_there_and_the_password_is_next(
    desk: EntryDesk, qtbot: QtBot
) -> None:
    type_all(desk)
    desk.key(Qt.Key.Key_Return)

    desk.pages.show_sign_in(SignInState(note="Your password and PIN are set."))

    assert desk.message("sign-in-note") == "Your password and PIN are set."
    assert desk.line("sign-in-name").text() == "sol"
    assert desk.focus == "sign-in-password"


def test_back_leads_to_sign_in(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.tab_to("enrol-back")

    with qtbot.waitSignal(desk.pages.sign_in_requested):
        desk.key(Qt.Key.Key_Space)
