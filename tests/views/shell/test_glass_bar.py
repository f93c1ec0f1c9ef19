"""The bar over every screen of a person who is open with a reason."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.break_glass import GlassReason
from desktop.services.break_glass import open_outside
from desktop.services.ports import EpisodeRef
from desktop.views.shell.place import Desk, Place
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, TOMAS
from tests.support.store_fixture import password_of
from tests.support.window_parts import OpenedWindow, Workstation

HOUR_S, MINUTE_S = 3_600, 60


@pytest.fixture
def ref(station: Workstation) -> EpisodeRef:
    """A case of Rosa that Tomas opened for four hours."""
    found = station.bench.new_case(ROSA)
    station.bench.reach(found, ROSA)
    tomas = station.bench.work_as(TOMAS)
    open_outside(tomas, found, GlassReason.COVERING, "", password_of(TOMAS))
    return found


@pytest.fixture
def opened(station: Workstation, ref: EpisodeRef, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """Tomas at the person page, three minutes before the time is over."""
    station.bench.clock.advance(4 * HOUR_S - 3 * MINUTE_S)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(TOMAS)
    opened.signed_in.shell.open(Place(Desk.PERSON, ref))
    opened.until_idle()
    return opened


def bar_of(opened: OpenedWindow) -> MessageBar:
    found = opened.find("glass")
    assert isinstance(found, MessageBar)
    return found


def test_the_bar_says_how_long_on_every_screen_of_the_person(
    opened: OpenedWindow, ref: EpisodeRef
) -> None:
    assert "0\u00a0h 03\u00a0min left" in bar_of(opened).text_label.text()
    opened.station.bench.clock.advance(MINUTE_S + 30)

    opened.signed_in.shell.open(Place(Desk.CONSENTS, ref))
    opened.until_idle()

    assert "0\u00a0h 02\u00a0min left" in bar_of(opened).text_label.text()
    opened.signed_in.shell.open_worklist()
    opened.until_idle()
    assert not opened.sees("glass")


def test_end_now_leads_away_and_nothing_leads_back(opened: OpenedWindow, ref: EpisodeRef) -> None:
    (end,) = bar_of(opened).actions_shown()

    shell = opened.signed_in.shell

    end.click()
    opened.until(lambda: shell.place == Place(Desk.WORKLIST))

    assert not opened.sees("glass")
    shell.go_back()
    opened.until_idle()
    assert shell.place == Place(Desk.WORKLIST)


def test_when_the_time_is_over_the_person_is_left(opened: OpenedWindow) -> None:
    shell = opened.signed_in.shell
    opened.station.bench.clock.advance(4 * MINUTE_S)

    shell.glass.tick()
    opened.until(lambda: shell.place == Place(Desk.WORKLIST))

    assert "The time for this person is over." in opened.shown_words()


def test_the_bar_speaks_the_language_of_the_person(opened: OpenedWindow) -> None:
    opened.window.use_language("es")
    opened.until_idle()

    assert "Fuera de sus casos" in bar_of(opened).text_label.text()


def test_ones_own_case_has_no_bar(station: Workstation, qtbot: QtBot, qapp: QApplication) -> None:
    ref = station.bench.new_case(ROSA)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)

    opened.signed_in.shell.open(Place(Desk.PERSON, ref))
    opened.until_idle()

    assert not opened.sees("glass")
