"""The sign-in page, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.entry.entry_states import PageState, SignInState
from desktop.views.widgets.password_field import PasswordField
from tests.views.entry.entry_desk import EntryDesk

HERE = SignInState("Mockingbird General Hospital", "ED-CART-04")
WRONG = "The name and password do not match. Nothing was changed. Try again."


@pytest.fixture
def desk(qtbot: QtBot) -> EntryDesk:
    """A window that asks for name and password."""
    desk = EntryDesk(qtbot)
    desk.pages.show_sign_in(HERE)
    return desk


def test_name_tab_password_enter_signs_in(desk: EntryDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.pages.sign_in_submitted) as asked:
        desk.type("rosa.sample")
        desk.key(Qt.Key.Key_Tab)
        desk.type("invented people only")
        desk.key(Qt.Key.Key_Return)

    assert asked.args == ["rosa.sample", "invented people only"]


def test_tab_goes_through_the_page_in_reading_order(desk: EntryDesk) -> None:
    order = [desk.focus]

    for _press in range(5):
        desk.key(Qt.Key.Key_Tab)
        order.append(desk.focus)

    assert order == [
        "sign-in-name",
        "sign-in-password",
        "sign-in-password-show",
        "sign-in-submit",
        "sign-in-cannot",
        "entry-language-en",
    ]


def test_enter_in_the_name_goes_on_to_the_password(desk: EntryDesk) -> None:
    desk.type("rosa.sample")

    desk.key(Qt.Key.Key_Return)

    assert desk.focus == "sign-in-password"


def test_a_wrong_try_says_one_sentence_and_keeps_the_focus(desk: EntryDesk) -> None:
    desk.fill(sign_in_name="rosa.sample", sign_in_password="a wrong password it is")
    desk.pages.show_sign_in(SignInState(is_busy=True))

    desk.pages.show_sign_in(SignInState(error=WRONG))

    assert desk.line("sign-in-password").accessibleDescription() == WRONG
    assert desk.focus == "sign-in-password"
    assert desk.line("sign-in-name").text() == "rosa.sample"


def test_typing_again_takes_the_sentence_away(desk: EntryDesk) -> None:
    desk.pages.show_sign_in(SignInState(error=WRONG))
    desk.tab_to("sign-in-password")

    desk.type("x")

    assert desk.line("sign-in-password").accessibleDescription() == ""


def test_nothing_is_sent_twice_while_a_check_is_running(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.fill(sign_in_name="rosa.sample", sign_in_password="invented people only")
    desk.pages.show_sign_in(SignInState(is_busy=True))

    with qtbot.assertNotEmitted(desk.pages.sign_in_submitted):
        desk.key(Qt.Key.Key_Return)

    assert desk.button("sign-in-submit").closed_reason == "Checking"


def test_an_empty_name_is_asked_for(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.tab_to("sign-in-submit")

    with qtbot.assertNotEmitted(desk.pages.sign_in_submitted):
        desk.key(Qt.Key.Key_Space)

    assert desk.focus == "sign-in-name"
    assert desk.line("sign-in-name").accessibleDescription() == "Type your name."


def test_the_demo_says_who_can_sign_in(desk: EntryDesk) -> None:
    desk.pages.show_sign_in(SignInState(is_demo=True, demo_hint="Names: rosa.sample."))

    said = desk.message("sign-in-demo")

    assert said.startswith("Demo: invented people only.")
    assert said.endswith("Names: rosa.sample.")


def test_a_real_store_has_no_demo_mark(desk: EntryDesk) -> None:
    assert desk.message("sign-in-demo") == ""


def test_i_cannot_sign_in_leads_to_the_one_time_code(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.tab_to("sign-in-cannot")

    with qtbot.waitSignal(desk.pages.enrol_requested):
        desk.key(Qt.Key.Key_Space)
    desk.pages.show_enrol(PageState())

    assert desk.focus == "enrol-name"


def test_the_password_shows_only_while_the_button_is_held(desk: EntryDesk) -> None:
    desk.fill(sign_in_password="secret words")
    field = desk.find(PasswordField, "sign-in-password-password")

    desk.qtbot.keyPress(field.show_button, Qt.Key.Key_Space)
    shown = field.line.displayText()
    desk.qtbot.keyRelease(field.show_button, Qt.Key.Key_Space)

    assert shown == "secret words"
    assert field.line.displayText() != "secret words"


def test_nothing_typed_stays_once_the_page_is_hidden(desk: EntryDesk) -> None:
    desk.fill(sign_in_name="rosa.sample", sign_in_password="invented people only")

    desk.pages.hide()

    assert desk.line("sign-in-name").text() == ""
    assert desk.line("sign-in-password").text() == ""


def test_another_language_keeps_what_was_typed_and_the_focus(desk: EntryDesk) -> None:
    desk.fill(sign_in_name="rosa.sample", sign_in_password="half a passw")
    before = desk.pages.page

    desk.pages.rebuild("es")

    assert desk.pages.page is not before
    assert desk.line("sign-in-name").text() == "rosa.sample"
    assert desk.line("sign-in-password").text() == "half a passw"
    assert desk.focus == "sign-in-password"
    assert desk.pages.languages.chosen_key() == "es"


def test_the_language_is_chosen_with_the_arrow_keys(desk: EntryDesk, qtbot: QtBot) -> None:
    desk.tab_to("entry-language-en")

    with qtbot.waitSignal(desk.pages.language_chosen) as chosen:
        desk.key(Qt.Key.Key_Right)

    assert chosen.args == ["es"]


def test_the_picture_gives_way_in_a_narrow_window(desk: EntryDesk) -> None:
    beside = desk.find(QWidget, "entry-side").isVisible()

    desk.pages.resize(1024, 736)

    assert beside
    assert not desk.find(QWidget, "entry-side").isVisible()
