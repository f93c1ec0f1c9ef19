"""The key of the workstation is gone: two recovery codes bring it back, in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.services.ports import NewCode, ReEnrolment
from desktop.storage.re_enrolment import re_enrol
from desktop.views.entry.code_groups import CodeGroups
from tests.storage.test_re_enrolment import NEW_PHRASE, Lost
from tests.support.store_fixture import ADMINISTRATOR, PIN
from tests.support.window_parts import OpenedWindow, Workstation

AGAIN = "quince-thimble-9-harbor-lantern"


@pytest.fixture
def lost(tmp_path: Path) -> Lost:
    """A store with a keyring that forgot its entries."""
    return Lost(tmp_path / "lost")


def opened_on(station: Workstation, bot: QtBot, app: QApplication, lost: Lost) -> OpenedWindow:
    """A window on that store, at what it says first."""

    def enrol_again(folder: Path, wanted: ReEnrolment) -> NewCode:
        return re_enrol(folder, lost.clock, wanted, keyring=lambda: lost.keyring, allow_weak=True)

    station.leave_bench()
    parts = station.parts(app)._replace(
        store_dir=lost.folder,
        clock=lost.clock,
        open_gate=lambda _folder: lost.gate(),
        enrol_again=enrol_again,
    )
    opened = OpenedWindow(bot, app, station, parts)
    station.windows.append(opened)
    opened.begin()
    opened.until(lambda: opened.sees("trouble"))
    return opened


def fill(opened: OpenedWindow, one: str, other: str, name: str = ADMINISTRATOR) -> None:
    """Type into the form and send it."""
    opened.line("again-name").setText(name)
    opened.line("again-one").setText(one)
    opened.line("again-other").setText(other)
    opened.press("again-submit")


def test_two_recovery_codes_bring_the_key_and_an_administrator_back(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    opened = opened_on(station, qtbot, qapp, lost)
    said = opened.shown_words()

    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))
    fill(opened, lost.codes[0], lost.codes[2])
    opened.until(lambda: opened.sees("again-code"))
    shown = opened.find("again-code")
    assert isinstance(shown, CodeGroups)
    code = shown.text()
    opened.press("again-submit")
    opened.until(lambda: opened.is_open("sign-in-submit"))
    opened.press("sign-in-cannot")
    opened.until(lambda: opened.is_open("enrol-submit"))
    for name, text in (
        ("enrol-name", ADMINISTRATOR),
        ("enrol-code", code),
        ("enrol-password", AGAIN),
        ("enrol-password-again", AGAIN),
        ("enrol-pin", PIN),
        ("enrol-pin-again", PIN),
    ):
        opened.line(name).setText(text)
    opened.press("enrol-submit")
    opened.until(lambda: opened.sees("sign-in-note"))

    assert sentence("keyring.entry-gone") in said
    opened.line("sign-in-name").setText(ADMINISTRATOR)
    opened.line("sign-in-password").setText(AGAIN)
    opened.press("sign-in-submit")
    opened.until(lambda: opened.window.signed_in is not None)


def test_wrong_codes_are_said_beside_the_form_and_nothing_is_changed(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    opened = opened_on(station, qtbot, qapp, lost)
    before = (lost.folder / "store.db").read_bytes()

    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))
    fill(opened, lost.codes[0], lost.codes[0])
    opened.until(lambda: opened.sees("again-message"))
    again = opened.line("again-one").text()
    opened.press("again-back")
    opened.until(lambda: opened.sees("trouble"))

    assert again == lost.codes[0]
    assert (lost.folder / "store.db").read_bytes() == before
    assert lost.keyring.entries == {}


def test_nothing_is_sent_while_a_code_is_missing(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    opened = opened_on(station, qtbot, qapp, lost)
    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))

    fill(opened, lost.codes[0], "")

    assert "Type a code from one of the papers." in opened.shown_words()
    assert opened.is_open("again-submit")


def test_where_there_is_no_keyring_a_passphrase_is_chosen(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    opened = opened_on(station, qtbot, qapp, lost)
    lost.keyring.is_null = True
    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))

    for name in ("set-up-passphrase", "set-up-passphrase-again"):
        opened.line(name).setText(NEW_PHRASE)
    fill(opened, lost.codes[0], lost.codes[1])
    opened.until(lambda: opened.sees("again-code"))
    opened.press("again-submit")
    opened.until(lambda: opened.sees("unlock-submit"))

    assert opened.is_open("unlock-lost")


def test_other_trouble_offers_no_enrolment(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    lost.keyring.is_locked = True

    opened = opened_on(station, qtbot, qapp, lost)

    assert sentence("keyring.locked") in opened.shown_words()
    assert not opened.sees("trouble-enrol")


def test_the_page_keeps_what_was_typed_over_a_change_of_language(
    station: Workstation, qtbot: QtBot, qapp: QApplication, lost: Lost
) -> None:
    opened = opened_on(station, qtbot, qapp, lost)
    opened.press("trouble-enrol")
    opened.until(lambda: opened.is_open("again-submit"))
    opened.line("again-name").setText("ada")

    opened.window.use_language("es")

    assert opened.line("again-name").text() == "ada"
    assert "Inscribir de nuevo" in opened.shown_words()
