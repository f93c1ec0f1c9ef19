"""Journey 5: a no is kept, and everything that would need a yes says why it does not happen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.consent import Category, ConsentType, Purpose
from desktop.records.form_record import FormKind
from desktop.services.may_share import may_share
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import ConsentsPage, PersonPage, WorklistPage
from tests.services.bench import ROSA
from tests.services.filling import completed
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

PARTNER = "Mothers United Against Violence"
LETTER = "letter-1"


@pytest.fixture
def case(station: Workstation, qtbot: QtBot, qapp: QApplication) -> tuple[Traveller, EpisodeRef]:
    """Somebody signed in with one case open whose bedside core is complete."""
    work = station.bench.work_as(ROSA)
    ref = station.bench.new_case(ROSA)
    station.bench.reach(ref, ROSA)
    completed(work, ref, FormKind.ASSESSMENT, **{"what-you-need.housing": "yes"})
    alias = read_person(work, ref).card.alias
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_case(alias)
    return at, ref


def open_packet(at: Traveller) -> ComposerPage:
    """The composer of the case that is open."""
    PersonPage(at).open_step("packet")
    composer = ComposerPage(at)
    composer.until_made()
    return composer


def reason(at: Traveller, ref: EpisodeRef) -> str:
    """What the gate says of a release to the partner."""
    purpose = Purpose.FAMILY_ENGAGEMENT
    return may_share(at.work, ref, PARTNER, purpose, Category.IDENTITY_CONTACT).reason_id


def minutes_pass(at: Traveller) -> None:
    """More than three, with somebody at the keys: the cover stays away."""
    at.station.bench.clock.advance(200)
    at.opened.key(Qt.Key.Key_Shift)


def test_a_refused_a_given_and_a_withdrawn_release(case: tuple[Traveller, EpisodeRef]) -> None:
    at, ref = case
    PersonPage(at).open_step("consent")
    consents = ConsentsPage(at, ref)
    consents.open(ConsentType.RELEASE, PARTNER)
    consents.refuse()
    assert consents.state("Said no, today")
    consents.back()

    composer = open_packet(at)
    assert composer.is_closed(LETTER)
    assert sentence("consent-gate.declined") in composer.part(LETTER)
    assert reason(at, ref) == "consent-gate.declined"

    minutes_pass(at)
    composer.ask_consent(1)
    at.press("consent-ask")
    consents.sign("Alma Invented")
    assert consents.state("Yes, today")
    consents.back()
    composer = open_packet(at)
    assert composer.can_choose(LETTER)
    composer.toggle(LETTER)
    printed = composer.print_here()
    assert PARTNER in printed
    assert "Alma Invented" in printed
    composer.back()

    minutes_pass(at)
    PersonPage(at).open_step("consent")
    consents.open(ConsentType.RELEASE, PARTNER)
    at.press("consent-withdraw")
    assert at.sees(f"Nothing more goes to {PARTNER}. Tell them.")
    at.press("consent-how-in-person")
    at.press("consent-withdraw-now")
    assert consents.state("Taken back, today")
    assert PARTNER in consents.message()
    assert at.sees(f"To be told: {PARTNER}")
    at.press("consent-told-by-phone")
    at.until_seen("Told by phone")
    assert not at.sees(f"To be told: {PARTNER}")
    consents.back()

    composer = open_packet(at)
    assert composer.is_closed(LETTER)
    assert sentence("consent-gate.withdrawn") in composer.part(LETTER)
    assert reason(at, ref) == "consent-gate.withdrawn"
    assert PARTNER not in composer.print_here()
