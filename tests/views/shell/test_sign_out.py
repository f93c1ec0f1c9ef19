"""Signing out: the keys are forgotten and nothing of the person stays for the next one."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.person import PersonIdentity
from desktop.services.identity import save_identity
from desktop.services.read_worklist import read_worklist
from desktop.views.shell.place import Desk, Place
from desktop.views.shell.shell_window import ShellWindow
from tests.services.bench import NADIA, ROSA, TOMAS
from tests.support.store_fixture import password_of
from tests.support.window_parts import WRONG_PIN, OpenedWindow, Workstation, is_closed

LEGAL_NAME = "Ejemplina Inventado"


@pytest.fixture
def alias(station: Workstation) -> str:
    """The alias of a case that is on the worklist, with a legal name behind it."""
    work = station.bench.work_as(ROSA)
    ref = station.bench.new_case()
    save_identity(work, ref, PersonIdentity(ref.person_id, legal_name=LEGAL_NAME))
    (card,) = read_worklist(work).eligible
    return str(card.alias)


@pytest.fixture
def opened(station: Workstation, alias: str, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A window in which a specialist looks at the worklist."""
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    return opened


def sign_out(opened: OpenedWindow) -> None:
    """Someone else wants to sign in: asked for on the cover."""
    opened.key(Qt.Key.Key_F12)
    opened.press("cover-other")
    opened.until(lambda: opened.window.signed_in is None)
    opened.until_idle()


def test_someone_else_signs_in_closes_the_session(opened: OpenedWindow) -> None:
    sign_out(opened)

    assert is_closed(opened.station.sessions[-1])
    assert opened.sees("sign-in")
    assert opened.window.windowTitle() == "Firstlight"
    assert opened.station.restarts == []


def test_the_next_person_begins_with_the_name(opened: OpenedWindow) -> None:
    sign_out(opened)
    opened.until(lambda: opened.is_open("sign-in-submit"))
    opened.line("sign-in-name").setText(ROSA)
    password = opened.line("sign-in-password")
    password.setFocus()
    password.setText(password_of(ROSA))
    QTest.keyClick(password, Qt.Key.Key_Return)
    opened.until_idle()

    sign_out(opened)

    opened.until(lambda: opened.is_open("sign-in-submit"))
    assert opened.line("sign-in-name").hasFocus()


def test_nothing_of_the_last_person_stays_in_any_widget(opened: OpenedWindow, alias: str) -> None:
    before = alias in opened.kept_words()

    sign_out(opened)
    opened.until(lambda: not opened.window.findChildren(ShellWindow))

    kept = opened.kept_words()
    assert before
    assert alias not in kept
    assert "Rosa" not in kept
    assert ROSA not in kept
    assert password_of(ROSA) not in kept


def test_another_person_signs_in_to_a_desk_of_their_own(opened: OpenedWindow) -> None:
    sign_out(opened)

    opened.sign_in(NADIA)

    assert opened.signed_in.shell.place == Place(Desk.REVIEW)
    assert "Nadia Example" in opened.shown_words()
    assert len(opened.station.sessions) == 2


def test_the_way_back_does_not_lead_to_the_last_person(opened: OpenedWindow) -> None:
    sign_out(opened)
    opened.sign_in(TOMAS)

    opened.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.until_idle()

    assert opened.signed_in.shell.place == Place(Desk.WORKLIST)


def test_wrong_pins_of_the_last_person_are_not_counted_against_the_next(
    opened: OpenedWindow,
) -> None:
    opened.key(Qt.Key.Key_F12)
    for _try in range(4):
        opened.enter_pin(WRONG_PIN)
    opened.press("cover-other")
    opened.until(lambda: opened.window.signed_in is None)
    opened.sign_in(TOMAS)
    opened.key(Qt.Key.Key_F12)

    opened.enter_pin(WRONG_PIN)

    assert opened.station.restarts == []
    assert "Tries left before the full lock: 4" in opened.shown_words()


def test_a_wrong_password_says_so_and_lets_nobody_in(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.until(lambda: opened.is_open("sign-in-submit"))
    opened.line("sign-in-name").setText(ROSA)
    opened.line("sign-in-password").setText("not the password of rosa")

    opened.press("sign-in-submit")
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert opened.window.signed_in is None
    assert "The name and password do not match." in opened.shown_words()


def test_no_title_carries_a_legal_name(opened: OpenedWindow, alias: str) -> None:
    titles: list[str] = []
    opened.window.windowTitleChanged.connect(titles.append)
    shell = opened.signed_in.shell
    (card,) = read_worklist(shell.work).eligible
    ways = (
        partial(shell.open_person, card.ref),
        partial(shell.open_form, card.ref, FormKind.ASSESSMENT),
        partial(shell.open_consents, card.ref),
        partial(shell.open_packet, card.ref),
        shell.open_help,
        shell.open_worklist,
    )

    for open_screen in ways:
        open_screen()
        opened.until_idle()

    assert any(alias in title for title in titles)
    assert all(title.endswith("Firstlight") for title in titles)
    assert not any(name in title for title in titles for name in LEGAL_NAME.split())


def test_closing_the_window_forgets_the_keys_and_stays_closed(opened: OpenedWindow) -> None:
    opened.window.close()
    opened.until(lambda: not opened.window.isVisible())

    assert is_closed(opened.station.sessions[-1])
    assert opened.station.restarts == []


def test_closing_before_sign_in_closes_at_once(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)

    opened.window.close()

    assert not opened.window.isVisible()
