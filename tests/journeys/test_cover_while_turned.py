"""The cover while the person has the screen: it speaks to whoever holds it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.cart import Cart
from tests.journeys.english_words import english_in
from tests.support.fake_clock import FakeClock
from tests.support.window_parts import WRONG_PIN, Workstation


def test_the_cover_speaks_to_whoever_holds_the_screen(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    cart = Cart(station, qtbot, qapp, "es")
    at, clock = cart.at, station.bench.clock
    assert isinstance(clock, FakeClock)
    cart.turn("safety-now")

    at.key(Qt.Key.Key_F12)
    turned = at.opened.shown_words()
    clock.advance(19 * 60 + 30)
    at.opened.signed_in.idle.look()
    warned = at.opened.shown_words()
    at.opened.enter_pin(WRONG_PIN)
    refused = at.opened.shown_words()
    at.opened.enter_pin()
    cart.give_back()
    at.key(Qt.Key.Key_F12)
    staffs = at.opened.shown_words()
    clock.advance(14 * 60 + 30)
    at.opened.signed_in.idle.look()
    staffs_warned = at.opened.shown_words()
    at.opened.enter_pin()

    for words in (turned, warned, refused):
        assert "Su trabajo está guardado" in words
        assert english_in(words) == []
    assert "Con su PIN sigue en la sesión" in warned
    assert "PIN no es correcto" in refused
    assert "Your work is saved" in staffs
    assert "Full lock in" in staffs_warned
