"""The set-up of a workstation, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.records.roles import Role
from desktop.services.ports import NewStaff, SetUp
from desktop.views.entry.entry_states import PageState
from desktop.views.entry.sign_in_names import proposed_name, repeated
from tests.views.entry.entry_desk import EntryDesk

PHRASE = "lantern orbit walrus thimble"
PEOPLE = (
    ("administrator", "Ada Example"),
    ("specialist", "Sol Sample"),
    ("nurse-manager", "Max Specimen"),
    ("packet-desk", "Dot Placeholder"),
)


@pytest.fixture
def desk(qtbot: QtBot) -> EntryDesk:
    """A window at the set-up, on a computer without a keyring."""
    desk = EntryDesk(qtbot)
    desk.pages.show_set_up(PageState(), has_keyring=False)
    return desk


def fill_all(desk: EntryDesk) -> None:
    """Type what a store needs, with Tab between the fields."""
    desk.tab_to("set-up-hospital")
    desk.type("Mockingbird General")
    desk.tab_to("set-up-workstation")
    desk.type("ED-CART-04")
    for role, name in PEOPLE:
        desk.tab_to(f"set-up-{role}-name")
        desk.type(name)
    desk.tab_to("set-up-passphrase")
    desk.type(PHRASE)
    desk.tab_to("set-up-passphrase-again")
    desk.type(PHRASE)


def test_a_store_is_asked_for_by_keyboard_alone(desk: EntryDesk, qtbot: QtBot) -> None:
    fill_all(desk)
    desk.tab_to("set-up-submit")

    with qtbot.waitSignal(desk.pages.set_up_submitted) as asked:
        desk.key(Qt.Key.Key_Space)

    assert asked.args == [
        SetUp(
            "Mockingbird General",
            "ED-CART-04",
            (
                NewStaff("ada.example", "Ada Example", Role.ADMINISTRATOR),
                NewStaff("sol.sample", "Sol Sample", Role.SPECIALIST),
                NewStaff("max.specimen", "Max Specimen", Role.NURSE_MANAGER),
                NewStaff("dot.placeholder", "Dot Placeholder", Role.PACKET_DESK),
            ),
            PHRASE,
        )
    ]


def test_each_missing_field_says_so_and_the_first_gets_the_focus(
    desk: EntryDesk, qtbot: QtBot
) -> None:
    desk.tab_to("set-up-workstation")
    desk.type("ED-CART-04")

    with qtbot.assertNotEmitted(desk.pages.set_up_submitted):
        desk.button("set-up-submit").click()

    assert desk.focus == "set-up-hospital"
    assert desk.line("set-up-hospital").accessibleDescription() == "Type the name of the hospital."
    assert desk.line("set-up-specialist-name").accessibleDescription() == "Type a name."


def test_two_people_cannot_have_one_sign_in_name(desk: EntryDesk, qtbot: QtBot) -> None:
    fill_all(desk)
    desk.fill(set_up_specialist_sign_in="ADA.Example")

    with qtbot.assertNotEmitted(desk.pages.set_up_submitted):
        desk.button("set-up-submit").click()

    assert desk.focus == "set-up-specialist-sign-in"


def test_a_short_passphrase_says_how_long_it_must_be(desk: EntryDesk, qtbot: QtBot) -> None:
    fill_all(desk)
    desk.fill(set_up_passphrase="too short", set_up_passphrase_again="too short")

    with qtbot.assertNotEmitted(desk.pages.set_up_submitted):
        desk.button("set-up-submit").click()

    assert desk.focus == "set-up-passphrase"
    assert "15" in desk.line("set-up-passphrase").accessibleDescription()


def test_passphrases_that_differ_are_told_apart(desk: EntryDesk, qtbot: QtBot) -> None:
    fill_all(desk)
    desk.fill(set_up_passphrase_again=PHRASE + "s")

    with qtbot.assertNotEmitted(desk.pages.set_up_submitted):
        desk.button("set-up-submit").click()

    assert desk.focus == "set-up-passphrase-again"


def test_a_refusal_loses_nothing(desk: EntryDesk) -> None:
    fill_all(desk)
    desk.pages.show_set_up(PageState(is_busy=True), has_keyring=False)

    desk.pages.show_set_up(PageState(error="The disk is full."), has_keyring=False)

    assert desk.message("set-up-message") == "The disk is full."
    assert desk.line("set-up-packet-desk-name").text() == "Dot Placeholder"
    assert desk.line("set-up-passphrase-again").text() == PHRASE


def test_after_a_refusal_the_focus_is_where_it_was(desk: EntryDesk) -> None:
    fill_all(desk)
    desk.button("set-up-submit").setFocus()
    desk.pages.show_set_up(PageState(is_busy=True), has_keyring=False)

    desk.pages.show_set_up(PageState(error="The disk is full."), has_keyring=False)

    assert desk.focus == "set-up-submit"


def test_another_language_loses_nothing(desk: EntryDesk) -> None:
    fill_all(desk)

    desk.pages.rebuild("es")

    assert desk.line("set-up-hospital").text() == "Mockingbird General"
    assert desk.line("set-up-passphrase").text() == PHRASE


def test_going_back_keeps_the_names_but_no_passphrase(desk: EntryDesk) -> None:
    fill_all(desk)

    desk.pages.show_first_start()
    desk.pages.show_set_up(PageState(), has_keyring=False)

    assert desk.line("set-up-hospital").text() == "Mockingbird General"
    assert desk.line("set-up-passphrase").text() == ""


def test_where_there_is_a_keyring_it_is_the_default(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_set_up(PageState(), has_keyring=True)
    for name, text in (("set-up-hospital", "Mockingbird"), ("set-up-workstation", "ED-1")):
        desk.line(name).setText(text)
    for role, name in PEOPLE:
        desk.fill(**{f"set_up_{role}_name".replace("-", "_"): name})

    with qtbot.waitSignal(desk.pages.set_up_submitted) as asked:
        desk.button("set-up-submit").click()

    assert asked.args[0].passphrase is None
    assert not desk.line("set-up-passphrase").isVisible()


def test_the_passphrase_can_be_chosen_instead_of_the_keyring(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_set_up(PageState(), has_keyring=True)
    desk.tab_to("set-up-key-options-keyring")

    desk.key(Qt.Key.Key_Down)

    assert desk.line("set-up-passphrase").isVisible()


def test_a_sign_in_name_that_was_typed_is_not_replaced(desk: EntryDesk) -> None:
    desk.fill(set_up_specialist_sign_in="sol")

    desk.fill(set_up_specialist_name="Sol Sample")

    assert desk.line("set-up-specialist-sign-in").text() == "sol"


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Rosa Sample", "rosa.sample"),
        ("  José  Núñez ", "jose.nunez"),
        ("N. Example, RN", "n.example.rn"),
        ("", ""),
    ],
)
def test_a_sign_in_name_is_proposed_from_the_name(name: str, proposed: str) -> None:
    assert proposed_name(name) == proposed


def test_names_that_differ_only_in_case_and_spaces_are_the_same() -> None:
    assert repeated(["ada", "", " ADA ", "sol", ""]) == {2}


def test_the_page_says_what_comes_next(desk: EntryDesk) -> None:
    assert desk.find(QWidget, "set-up-next").isVisible()


def test_escape_leaves_as_back_does(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.tab_to("set-up-workstation")
    desk.type("ED-CART-04")

    with qtbot.waitSignal(desk.pages.first_start_requested):
        desk.key(Qt.Key.Key_Escape)
