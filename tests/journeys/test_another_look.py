"""Another look or text size while a page is open: the window stands, and answers.

Heights kept from the look before beside those of the next let a scroll area turn its bar on and off
until the stack was full: so the consents of a young person ended the program at 200 % text.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.consents import consent_cards
from desktop.views.shell.place import Desk, Place
from desktop.views.theme.switcher import ThemeMode
from tests.journeys.test_journey_6_minor import at_the_bed
from tests.services.bench import ROSA
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

LOOKS = (
    (ThemeMode.LIGHT, 1.0),
    (ThemeMode.DARK, 1.0),
    (ThemeMode.LIGHT, 2.0),
    (ThemeMode.DARK, 2.0),
    (ThemeMode.LIGHT, 1.0),
)


@pytest.fixture
def at(station: Workstation, qtbot: QtBot, qapp: QApplication) -> Traveller:
    """Rosa at her worklist."""
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    return traveller


def wear_all(at: Traveller) -> None:
    """Each look in turn; the page is drawn and Tab still leads somewhere."""
    for mode, scale in LOOKS:
        at.opened.parts.themes.set_look(mode, scale)
        at.opened.until_idle()
        assert not at.opened.window.grab().isNull()
        before = QApplication.focusWidget()
        at.opened.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() not in (before, None)


def test_every_consent_of_a_young_person_wears_every_look(at: Traveller) -> None:
    ref = at_the_bed(at, "en")
    wear_all(at)
    at.opened.signed_in.shell.open(Place(Desk.CONSENTS, ref))
    at.opened.until_idle()

    for tab in range(len(consent_cards(at.work, ref))):
        at.press(f"consent-tabs-{tab}")
        wear_all(at)
