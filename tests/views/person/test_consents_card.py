"""What was agreed to stands on the person page, and whom a taking back is owed."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.consent import ConsentType, CopyGiven, ToldHow
from desktop.services.consent_document import consent_document
from desktop.services.consent_papers import note_copy
from desktop.services.decline_consent import decline_consent
from desktop.services.ports import EpisodeRef
from desktop.services.tell_partner import note_partner_told
from desktop.services.withdraw_consent import withdraw_consent
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, Bench
from tests.services.test_consents import peers, release, sign
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached."""
    found = bench.new_case()
    bench.reach(found)
    return found


def words(desk: Desk) -> list[str]:
    """Everything on the card."""
    card = desk.find("person-consents", QWidget)
    labels = card.findChildren(QLabel)
    return [one.text() for one in labels if one.text() and one.isVisibleTo(desk.view)]


def test_without_an_answer_there_is_no_card(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    assert not desk.sees("person-consents-open")


def test_a_no_gives_no_line(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    decline_consent(
        work, ref, consent_document(work, ref, ConsentType.CONTACT, None, "en"), later=False
    )

    assert not open_person(qtbot, bench, ref).sees("person-consents-open")


def test_a_yes_says_its_text_how_and_when_and_what_became_of_the_copy(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    consent = sign(work, ref, release(work, ref, "es"))
    before = words(open_person(qtbot, bench, ref))
    note_copy(work, ref, consent.consent_id, CopyGiven.KEPT_HERE)

    desk = open_person(qtbot, bench, ref)

    said = words(desk)
    assert f"Sharing with a partner: {peers(work).name}" in said
    assert f"Text {consent.text_ref.version}, in Spanish" in said
    assert any(one.startswith("Signed, ") for one in said)
    assert "The person's copy is not noted yet" in before
    assert any(one.startswith("Copy kept here for the person, ") for one in said)
    desk.press("person-consents-open")
    assert desk.navigator.opened == [("consents", ref)]


def test_a_partner_stands_there_until_somebody_told_them(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    consent = sign(work, ref, release(work, ref))
    withdraw_consent(work, ref, consent.consent_id, "in person")

    desk = open_person(qtbot, bench, ref)
    untold = desk.find("person-to-tell", MessageBar).accessibleName()
    note_partner_told(work, ref, consent.consent_id, ToldHow.BY_PHONE)
    after = open_person(qtbot, bench, ref)

    assert untold.startswith("Still to be told that sharing was taken back: ")
    assert peers(work).name in untold
    assert not after.sees("person-to-tell")
    assert any(one.startswith("Partner told by phone, ") for one in words(after))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)], ids=["light", "dark-2"])
def test_the_card_passes_the_audit(
    qtbot: QtBot,
    bench: Bench,
    ref: EpisodeRef,
    qapp: QApplication,
    tokens: Tokens,
    scale: float,
    language: str,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    work = bench.work_as(ROSA)
    consent = sign(work, ref, release(work, ref))
    withdraw_consent(work, ref, consent.consent_id, "in person")
    sign(work, ref, consent_document(work, ref, ConsentType.PARTICIPATION, None, language))
    desk = open_person(qtbot, bench, ref, language=language)

    assert audit_window(desk.view) == []
