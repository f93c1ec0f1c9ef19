"""Cannot sign: out loud, by a mark, by a representative, or not now; all of it by keyboard."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.records.consent import ConsentMode, ConsentStatus
from desktop.views.theme.tokens import Tone
from tests.services.bench import Bench
from tests.views.consent.consent_page import ELM, NAME, open_screen

WITNESS = "Wanda Witness, RN"


def test_a_spoken_yes_is_kept_and_releases_nothing(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-verbal")
    said = screen.find("consent-spoken").accessibleName()
    screen.write("consent-witness", WITNESS)
    screen.write("consent-name", NAME)

    screen.press("consent-sign")

    consent = screen.card().consent
    assert consent is not None
    assert (consent.mode, consent.witness) == (ConsentMode.VERBAL, WITNESS)
    assert screen.gate().reason_id == "consent-gate.not-written"
    assert "told nothing until there is a signature" in said
    assert screen.navigator.messages[-1].tone is Tone.WARNING
    assert "told nothing" in screen.find("consent-note").accessibleName()
    assert screen.sees("consent-ask")


def test_a_spoken_yes_to_take_part_has_no_such_warning(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, recipient="")
    screen.press("consent-cannot-sign")

    screen.press("consent-way-verbal")

    assert not screen.sees("consent-spoken")


def test_a_spoken_yes_without_a_witness_is_refused_at_the_field(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-verbal")
    screen.write("consent-name", NAME)

    screen.press("consent-sign")

    assert "needs a witness" in screen.find("consent-witness").accessibleDescription()
    assert screen.focused() == "consent-witness"
    assert screen.card().state == "not-asked"


def test_a_mark_with_a_witness_counts_as_written(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-mark")
    screen.write("consent-witness", WITNESS)
    screen.draw()
    screen.write("consent-name", NAME)

    screen.press("consent-sign")

    consent = screen.card().consent
    assert consent is not None
    assert consent.mode is ConsentMode.MARK
    assert screen.gate().allowed
    assert WITNESS in screen.words("consent-kept-witness")


def test_a_representative_says_by_what_right(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-representative")
    screen.draw()
    screen.write("consent-name", "Mother Madeup")

    screen.press("consent-sign")
    refused = screen.find("consent-authority").accessibleDescription()
    screen.write("consent-authority", "mother")
    screen.press("consent-sign")

    consent = screen.card().consent
    assert "By what right" not in refused
    assert "right" in refused
    assert consent is not None
    assert consent.mode is ConsentMode.REPRESENTATIVE
    assert consent.representative_authority == "mother"
    assert screen.gate().allowed


def test_ink_of_the_person_never_becomes_that_of_a_representative(
    qtbot: QtBot, bench: Bench
) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.write("consent-name", NAME)

    screen.press("consent-cannot-sign")
    screen.press("consent-way-representative")

    assert screen.view.side.area.strokes() == ()
    assert screen.view.side.attempt().printed_name == ""


def test_not_able_to_decide_now_is_asked_later(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-cannot-sign")

    screen.press("consent-later")

    assert screen.card().state == ConsentStatus.ASK_LATER
    assert screen.gate().reason_id == "consent-gate.asked-later"


def test_back_to_signing_shows_the_empty_pad_again(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-mark")
    screen.draw()

    screen.press("consent-back")

    assert screen.sees("consent-signature")
    assert screen.view.side.area.strokes() == ()
    assert not screen.sees("consent-witness")


def test_a_spoken_yes_is_recorded_with_the_keyboard_only(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    assert screen.focused() == "consent-scroll"
    bar = screen.view.text.text_scroll.verticalScrollBar()
    screen.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0

    screen.tab_to("consent-signature")
    screen.key(Qt.Key.Key_Return)
    assert screen.focused() == "consent-way-verbal"
    screen.key(Qt.Key.Key_Space)
    screen.tab_to("consent-witness")
    screen.type_here(WITNESS)
    screen.tab_to("consent-name")
    screen.type_here(NAME)
    screen.tab_to("consent-sign")
    screen.key(Qt.Key.Key_Space)

    assert screen.card(ELM).state == ConsentStatus.GRANTED
    assert screen.focused() == "consent-tabs-3"
    screen.key(Qt.Key.Key_Return)
    assert screen.view.tabs.tabs()[3].accessibleDescription() == "Chosen"
    assert screen.focused() == "consent-scroll"


def test_tab_goes_from_the_text_to_the_pad_to_the_actions(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.view.focus_text()
    order = []
    while screen.focused() != "consent-sign":
        order.append(screen.focused())
        screen.key(Qt.Key.Key_Tab)

    assert order == [
        "consent-scroll",
        "consent-change",
        "consent-signature",
        "consent-signature-undo",
        "consent-signature-clear",
        "consent-name",
        "consent-no",
        "consent-later",
        "consent-cannot-sign",
    ]
