"""Signing: drawn with mouse or pen, refused when a part is missing, frozen afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category, ConsentMode, ConsentStatus, ConsentType
from desktop.records.room import CapacityResult
from desktop.services.note_capacity import note_capacity
from desktop.services.ports import TextApproval
from desktop.views.theme.tokens import Tone
from tests.services.bench import ADMIN, ROSA, Bench
from tests.views.consent.consent_page import ELM, NAME, ConsentScreen, open_screen


def sign(screen: ConsentScreen) -> None:
    """Draw, type the name, press Sign."""
    screen.draw()
    screen.write("consent-name", NAME)
    screen.press("consent-sign")


def test_a_drawn_signature_is_kept_with_name_time_and_workstation(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    sealed.clock.advance(60)

    sign(screen)

    consent = screen.card().consent
    assert consent is not None
    assert consent.mode is ConsentMode.SIGNED
    assert consent.printed_name == NAME
    assert consent.language == "es"
    assert consent.signature is not None
    assert not consent.signature.is_empty
    assert consent.signature.signed_at == sealed.clock.now()
    assert consent.signature.workstation == screen.work.session.site.workstation_name
    assert screen.gate().allowed
    assert screen.navigator.log[-1] == "saved"
    assert screen.navigator.messages[-1].tone is Tone.SUCCESS


def test_a_pen_signs_with_its_pressure(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)

    screen.draw_with_pen()
    screen.write("consent-name", NAME)
    screen.press("consent-sign")

    consent = screen.card().consent
    assert consent is not None
    assert consent.signature is not None
    assert {point[3] for point in consent.signature.strokes[0]} == {0.8}


def test_an_empty_pad_is_refused_with_one_sentence_under_it(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.write("consent-name", NAME)

    screen.press("consent-sign")

    assert "no signature yet" in screen.words("consent-pad-problem")
    assert screen.focused() == "consent-signature"
    assert screen.card().state == "not-asked"
    assert not screen.navigator.errors


def test_drawing_takes_the_sentence_away(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.write("consent-name", NAME)
    screen.press("consent-sign")

    screen.draw()

    assert not screen.sees("consent-pad-problem")


def test_a_dot_is_not_a_signature(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    QTest.mouseClick(screen.find("consent-signature"), Qt.MouseButton.LeftButton)
    screen.write("consent-name", NAME)

    screen.press("consent-sign")

    assert screen.sees("consent-pad-problem")


def test_a_missing_printed_name_is_said_at_the_field(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.draw()

    screen.press("consent-sign")

    assert "name is empty" in screen.find("consent-name").accessibleDescription()
    assert screen.focused() == "consent-name"
    assert screen.view.side.area.strokes()
    assert screen.card().state == "not-asked"


def test_undo_and_clear_take_ink_away(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.draw()

    screen.press("consent-signature-undo")
    after_undo = len(screen.view.side.area.strokes())
    screen.press("consent-signature-clear")

    assert after_undo == 1
    assert screen.view.side.area.strokes() == ()


def test_after_signing_the_page_is_frozen_and_the_next_consent_has_the_focus(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)

    sign(screen)

    assert NAME in screen.words("consent-given-by")
    assert "2026-03-14" in screen.words("consent-given-by")
    assert screen.sees("consent-kept-signature")
    assert not screen.sees("consent-signature")
    assert not screen.sees("consent-sign")
    assert screen.sees("consent-withdraw")
    assert screen.focused() == "consent-tabs-3"


def test_a_kept_signature_takes_no_more_ink(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    sign(screen)
    pad = screen.view.side.answered.pad
    before = pad.strokes()

    QTest.mousePress(pad.canvas, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(pad.canvas, Qt.MouseButton.LeftButton)

    assert pad.strokes() == before


def test_a_signed_consent_is_shown_frozen_when_it_is_opened_again(
    qtbot: QtBot, sealed: Bench
) -> None:
    first = open_screen(qtbot, sealed)
    sign(first)

    again = open_screen(qtbot, sealed, ref=first.ref)

    kept = again.card().consent
    assert kept is not None
    assert kept.signature is not None
    assert again.view.side.answered.pad.strokes() == kept.signature.strokes
    assert kept.document_text.split("\n\n")[1] in again.all_words()


def test_sign_is_never_a_default_button(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.write("consent-name", NAME)

    QTest.keyClick(screen.find("consent-name"), Qt.Key.Key_Return)
    screen.until_idle()

    assert screen.card().state == "not-asked"


def test_pressing_sign_twice_keeps_one_consent(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.write("consent-name", NAME)
    attempt = screen.view.side.attempt()

    screen.controller.sign(attempt)
    screen.controller.sign(attempt)
    screen.until_idle()

    assert bench.actions().count(AuditAction.CONSENT_GIVEN) == 1


def test_unfinished_ink_is_never_journaled_and_survives_a_flush(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    screen.draw()

    screen.controller.flush()

    assert screen.view.side.area.strokes()
    assert not screen.work.session.journal.drafts()


def test_ink_goes_when_another_consent_is_opened(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()

    screen.press("consent-tabs-3")
    screen.press("consent-tabs-2")

    assert screen.view.side.area.strokes() == ()
    assert not screen.sees("consent-pad-problem")


def test_the_name_stays_for_the_next_consent_of_the_same_person(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    sign(screen)

    screen.press("consent-tabs-3")

    assert screen.view.side.attempt().printed_name == NAME


def test_nobody_signs_who_cannot_decide_now(qtbot: QtBot, sealed: Bench) -> None:
    ref = sealed.new_case(language="es")
    note_capacity(sealed.work_as(ROSA), ref, CapacityResult.ABSENT)
    screen = open_screen(qtbot, sealed, ref=ref)

    sign(screen)

    assert "capacity-absent" in str(screen.navigator.errors[-1])
    assert screen.card().state == "not-asked"
    assert screen.view.side.area.strokes()


def test_a_hospital_takes_no_signature_on_a_text_that_it_has_not_approved(
    qtbot: QtBot, hospital: Bench
) -> None:
    screen = open_screen(qtbot, hospital, recipient="")

    assert "not approved" in screen.find("consent-bar").accessibleName()
    assert "administrator" in screen.find("consent-bar").accessibleName()
    assert not screen.is_open("consent-sign")
    assert not screen.is_open("consent-cannot-sign")
    assert not screen.sees("consent-signature")
    screen.press("consent-no")
    assert screen.card("").state == ConsentStatus.DECLINED


def test_the_store_refuses_an_unapproved_text_whatever_the_screen_says(
    qtbot: QtBot, hospital: Bench
) -> None:
    screen = open_screen(qtbot, hospital, recipient="")

    screen.controller.sign(screen.view.side.attempt())
    screen.until_idle()

    assert "text-not-approved" in str(screen.navigator.errors[-1])


def test_an_approved_text_is_signed_in_a_hospital(qtbot: QtBot, hospital: Bench) -> None:
    text = hospital.work_as(ROSA).library.instrument("consent-participation").ref
    hospital.work_as(ADMIN).session.site.approve(
        TextApproval(text.url, text.version, text.content_hash, "Counsel", hospital.clock.now())
    )
    screen = open_screen(qtbot, hospital, recipient="")
    assert not screen.sees("consent-bar")

    sign(screen)

    assert screen.card("").consent_type is ConsentType.PARTICIPATION
    assert screen.card("").state == ConsentStatus.GRANTED


def test_the_wider_scope_that_was_shown_is_what_is_kept(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-change")
    screen.press("consent-share-injury")
    screen.press("consent-back")

    sign(screen)

    consent = screen.card(ELM).consent
    assert consent is not None
    assert consent.scope is not None
    assert Category.INJURY in consent.scope.categories
    assert screen.gate(Category.INJURY).allowed
    assert not screen.gate(Category.HIV).allowed


def test_a_signature_that_is_begun_is_not_saved_until_it_is_signed(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    before = screen.navigator.is_unsaved

    screen.draw()
    drawn = screen.navigator.is_unsaved
    screen.write("consent-name", NAME)
    screen.press("consent-sign")
    screen.until_idle()

    assert (before, drawn) == (False, True)
    assert not screen.navigator.is_unsaved


def test_ink_that_was_cleared_is_nothing_to_save(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()

    screen.press("consent-signature-clear")

    assert not screen.navigator.is_unsaved
