"""First start, opening, unlock, trouble, and what holds for every page."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.entry.entry_pages import EntryPages
from desktop.views.entry.entry_states import CodesState, EnrolAgainState, PageState, SignInState
from tests.support.qt_audit import audit_everywhere, settle
from tests.views.entry.entry_desk import EntryDesk

CODES = CodesState(
    ("7KQ4B-9XM2T-AAAA1-BBBB2-CCCC3-DDDD4-EEEE5-FFFF6",) * 3,
    (("Sol Example", "sol", "7KQ4B-9XM2T-AAAA1-BBBB2-CCCC3-DDDD4-EEEE5-FFFF6"),),
)
DEMO = SignInState("Mockingbird General Hospital", "ED-CART-04", True, "Names: rosa.sample.")

SHOWN: dict[str, Callable[[EntryPages], None]] = {
    "first start": EntryPages.show_first_start,
    "opening": partial(EntryPages.show_opening, is_demo=True),
    "sign-in": lambda pages: pages.show_sign_in(DEMO),
    "sign-in refused": lambda pages: pages.show_sign_in(SignInState(error="Not so.")),
    "set-up": lambda pages: pages.show_set_up(PageState(), has_keyring=True),
    "set-up refused": lambda pages: pages.show_set_up(
        PageState(error="The disk is full."), has_keyring=False
    ),
    "codes": lambda pages: pages.show_codes(CODES),
    "unlock": lambda pages: pages.show_unlock(PageState(error="Not this one."), "ED-CART-04"),
    "enrol": lambda pages: pages.show_enrol(PageState()),
    "trouble": lambda pages: pages.show_trouble("The store is in use."),
    "trouble with the key": lambda pages: pages.show_trouble("It is gone.", can_enrol=True),
    "trouble with the file": lambda pages: pages.show_trouble("Not so.", can_restore=True),
    "enrol again": lambda pages: pages.show_enrol_again(EnrolAgainState(has_keyring=True)),
    "enrol again refused": lambda pages: pages.show_enrol_again(EnrolAgainState(error="Not so.")),
    "enrolled again": lambda pages: pages.show_enrol_again(
        EnrolAgainState(
            code="7KQ4B-9XM2T-AAAA1-BBBB2-CCCC3-DDDD4-EEEE5-FFFF6",
            name="ada.example",
            until="2026-03-17 12:00",
        )
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_passes_the_audit(qapp: QApplication, name: str) -> None:
    def make() -> QWidget:
        pages = EntryPages()
        SHOWN[name](pages)
        return pages

    # The long form is looked at unscrolled: its bar then stands below all of it.
    height = 2800 if name.startswith("set-up") else 736
    assert audit_everywhere(qapp, make, height=height) == []


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_can_be_rebuilt_in_another_language(qtbot: QtBot, name: str) -> None:
    desk = EntryDesk(qtbot)
    SHOWN[name](desk.pages)
    kind = type(desk.pages.page)

    desk.pages.rebuild("es")

    assert type(desk.pages.page) is kind


def test_the_harmless_choice_has_the_focus_at_first_start(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_first_start()

    with qtbot.waitSignal(desk.pages.demo_requested):
        desk.key(Qt.Key.Key_Space)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_the_choice_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_first_start()

    with qtbot.waitSignal(desk.pages.demo_requested):
        desk.key(key)
    desk.tab_to("first-start-set-up")
    with qtbot.waitSignal(desk.pages.set_up_requested):
        desk.key(key)


def test_enter_tries_again_where_the_store_did_not_open(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_trouble("The store is in use by another program.")

    with qtbot.waitSignal(desk.pages.retry_requested):
        desk.key(Qt.Key.Key_Return)


def test_the_set_up_is_reached_by_keyboard(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_first_start()
    desk.tab_to("first-start-set-up")

    with qtbot.waitSignal(desk.pages.set_up_requested):
        desk.key(Qt.Key.Key_Space)


def test_the_workstation_opens_with_its_passphrase(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_unlock(PageState(), "ED-CART-04")
    desk.type("lantern orbit walrus")

    with qtbot.waitSignal(desk.pages.passphrase_submitted) as asked:
        desk.key(Qt.Key.Key_Return)

    assert asked.args == ["lantern orbit walrus"]


def test_unlocking_says_why_the_passphrase_is_asked_again(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_unlock(PageState(), "ED-CART-04")

    words = [each.text() for each in desk.pages.findChildren(QLabel) if each.isVisible()]

    assert any("asked again" in each and "Everything saved is still here" in each for each in words)


def test_a_wrong_passphrase_says_so_and_is_selected(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_unlock(PageState(), "ED-CART-04")
    desk.type("wrong")
    desk.pages.show_unlock(PageState(is_busy=True), "ED-CART-04")

    desk.pages.show_unlock(PageState(error="Not this one."), "ED-CART-04")

    line = desk.line("unlock-passphrase")
    assert (line.accessibleDescription(), line.selectedText() != "") == ("Not this one.", True)


def test_trouble_can_be_tried_again(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_trouble("The store is in use by another program.")

    with qtbot.waitSignal(desk.pages.retry_requested):
        desk.key(Qt.Key.Key_Space)

    assert desk.message("trouble-message") == "The store is in use by another program."


def test_closing_from_trouble_closes_the_window(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_trouble("The store is in use by another program.")

    desk.button("trouble-close").click()

    assert not desk.pages.isVisible()


def test_the_ways_out_of_trouble_are_of_one_width(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_trouble("The store is damaged.", can_enrol=True, can_restore=True)
    settle(desk.pages)

    names = ("retry", "enrol", "restore", "start", "close")
    widths = {desk.button(f"trouble-{name}").width() for name in names}

    assert len(widths) == 1


def test_escape_leads_back_from_a_first_page_beside_a_store_that_did_not_open(
    qtbot: QtBot,
) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_first_start(has_records=True)

    with qtbot.waitSignal(desk.pages.retry_requested):
        desk.key(Qt.Key.Key_Escape)


def test_a_first_page_without_records_leads_back_to_nothing(qtbot: QtBot) -> None:
    desk = EntryDesk(qtbot)
    desk.pages.show_first_start()

    with qtbot.assertNotEmitted(desk.pages.retry_requested):
        desk.key(Qt.Key.Key_Escape)

    assert not desk.button("first-start-back").isVisible()


def test_the_sign_in_page_waits_for_nothing_heavy() -> None:
    words = (
        "import sys, desktop.views.entry.entry_pages;"
        "print([n for n in sys.modules if n.startswith(('desktop.services', 'desktop.forms',"
        " 'desktop.records', 'desktop.packets', 'sqlalchemy', 'cryptography', 'reportlab'))])"
    )

    shown = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "[]"
