"""No, later, taking back, asking again, and which consent is opened."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.consent import ConsentStatus, ConsentType, Purpose
from desktop.records.episode import CaseSource, CloseReason
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.person_steps import StepKind
from desktop.views.widgets.button import ButtonRole
from tests.services.bench import ROSA, Bench
from tests.views.consent.consent_page import ELM, NAME, ConsentScreen, open_screen


def sign(screen: ConsentScreen) -> None:
    """Draw, type the name, press Sign."""
    screen.draw()
    screen.write("consent-name", NAME)
    screen.press("consent-sign")


def test_a_no_is_kept_and_can_be_asked_again(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)

    screen.press("consent-no")
    kept = screen.card().state
    tab = screen.view.tabs.tabs()[2].accessibleName()
    screen.press("consent-ask")

    assert kept == ConsentStatus.DECLINED
    assert tab == f"Share: {ELM}, Said no, today"
    assert screen.gate().reason_id == "consent-gate.declined"
    assert screen.sees("consent-signature")


def test_a_no_does_not_show_four_lines_of_yes(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    screen.press("consent-no")

    assert not screen.sees("consent-scope")
    assert "Said no" in screen.words("consent-answer")


@pytest.mark.parametrize("answer", ["consent-no", "consent-later"])
def test_after_a_no_or_a_later_the_filled_button_leads_on(
    qtbot: QtBot, bench: Bench, answer: str
) -> None:
    """Nobody is pressed: asking again is possible, and no more than that."""
    screen = open_screen(qtbot, bench)

    screen.press(answer)

    bar = screen.view.actions_bar
    assert (bar.ask.role, bar.go_on.role) == (ButtonRole.PLAIN, ButtonRole.PRIMARY)


def test_no_is_as_large_as_any_other_choice(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    no, later = screen.find("consent-no"), screen.find("consent-later")

    assert screen.words("consent-no") == "No, do not share"
    assert no.height() == later.height() == screen.find("consent-sign").height()
    assert no.width() >= screen.find("consent-sign").width()


def test_ask_later_is_no_refusal(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)

    screen.press("consent-later")

    assert screen.card().state == ConsentStatus.ASK_LATER
    assert screen.gate().reason_id == "consent-gate.asked-later"


def test_withdrawing_asks_how_names_the_partner_and_closes_the_gate(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    sign(screen)
    sealed.clock.advance(60)

    screen.press("consent-withdraw")
    told = screen.find("consent-tell").accessibleName()
    was_open = screen.is_open("consent-withdraw-now")
    screen.press("consent-how-in-writing")
    screen.press("consent-withdraw-now")

    consent = screen.card().consent
    assert ELM in told
    assert not was_open
    assert consent is not None
    assert consent.withdrawn_how == "in-writing"
    assert screen.gate().reason_id == "consent-gate.withdrawn"
    assert f"Tell {ELM}" in screen.navigator.messages[-1].text
    assert "in writing" in screen.find("consent-note").accessibleName()
    assert "2026-03-14" in screen.find("consent-note").accessibleName()
    assert screen.sees("consent-kept-signature")


def test_keeping_the_consent_changes_nothing(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    sign(screen)

    screen.press("consent-withdraw")
    screen.press("consent-keep")

    assert screen.card().state == ConsentStatus.GRANTED
    assert screen.sees("consent-kept-signature")


def test_a_new_yes_after_a_withdrawal_counts(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    sign(screen)
    sealed.clock.advance(60)
    screen.press("consent-withdraw")
    screen.press("consent-how-in-person")
    screen.press("consent-withdraw-now")
    sealed.clock.advance(60)

    screen.press("consent-ask")
    screen.draw()
    screen.press("consent-sign")

    assert screen.gate().allowed


def test_each_consent_is_one_of_the_row_and_opens_by_itself(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, recipient="")
    names = [tab.accessibleName() for tab in screen.view.tabs.tabs()]

    screen.press("consent-tabs-1")

    assert names == [
        "Take part, Asking now",
        "Call after discharge, Not asked",
        f"Share: {ELM}, Not asked",
        "Share: Northside Peers, Not asked",
        "Share: Harbor Lane Family Circle, Not asked",
        "Photographs, Not asked",
        "Studies, Not asked",
    ]
    assert screen.view.tabs.tabs()[1].accessibleName() == "Call after discharge, Asking now"
    assert not screen.sees("consent-change")
    assert screen.words("consent-no") == "No"


def test_arrows_move_along_the_row_and_enter_opens(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, recipient="")
    screen.view.focus_consent(0)

    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Return)

    assert ELM in screen.all_words()
    assert screen.view.tabs.tabs()[2].accessibleDescription() == "Chosen"


def test_an_ended_consent_says_when_it_ended(qtbot: QtBot, bench: Bench) -> None:
    first = open_screen(qtbot, bench)
    sign(first)
    bench.clock.advance(91 * 24 * 3600)

    again = open_screen(qtbot, bench, ref=first.ref)

    assert again.view.tabs.tabs()[2].accessibleName() == f"Share: {ELM}, Ended 2026-06-12"
    assert again.sees("consent-ask")


def test_a_recipient_from_another_screen_that_is_no_partner_can_be_asked(
    qtbot: QtBot, bench: Bench
) -> None:
    screen = open_screen(
        qtbot, bench, recipient="Made Up Legal Aid", purpose=Purpose.VICTIM_SERVICES
    )

    sign(screen)

    card = screen.card("Made Up Legal Aid")
    assert card.consent_type is ConsentType.RELEASE
    assert card.purpose is Purpose.VICTIM_SERVICES
    assert card.is_given


def test_the_first_consent_not_asked_is_opened(qtbot: QtBot, bench: Bench) -> None:
    first = open_screen(qtbot, bench, recipient="")
    first.press("consent-no")

    again = open_screen(qtbot, bench, ref=first.ref, recipient="")

    assert again.view.tabs.tabs()[1].accessibleName() == "Call after discharge, Asking now"


def test_back_leads_to_the_person_and_the_title_is_the_alias(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    screen.press("consent-banner-back")

    assert screen.navigator.log[-1] == "person"
    assert screen.navigator.title == screen.words("consent-banner-alias")


def test_the_banner_counts_what_was_given(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    sign(screen)

    assert screen.words("consent-banner-consent") == "Consent 1 of 5"


def test_a_text_from_yesterday_is_refused_and_the_ink_stays(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()
    screen.write("consent-name", NAME)
    bench.clock.advance(24 * 3600)

    screen.press("consent-sign")

    assert "text-changed" in str(screen.navigator.errors[-1])
    assert screen.view.side.area.strokes()


@pytest.mark.parametrize("answer", ["consent-no", "consent-later"])
def test_from_an_answer_one_goes_on_to_the_safety_plan(
    qtbot: QtBot, bench: Bench, answer: str
) -> None:
    screen = open_screen(qtbot, bench)
    assert not screen.sees("consent-go-on")

    screen.press(answer)
    screen.press("consent-go-on")

    assert screen.navigator.opened[-1] == ("person", screen.ref, StepKind.SAFETY_PLAN)


@pytest.mark.parametrize("interface", ["en", "es"])
def test_another_case_of_the_person_does_not_count_and_the_page_says_so(
    qtbot: QtBot, bench: Bench, interface: str
) -> None:
    work, earlier = bench.work_as(ROSA), bench.new_case()
    alone = open_screen(qtbot, bench, ref=earlier, interface=interface)
    said = sentence("again.consents", interface)
    assert said not in alone.words("consent-banner-second")
    close_case(work, earlier, CloseReason.HURT_AGAIN, None)
    bench.clock.advance(3600)
    new = NewCase("ED 9", CaseSource.TRAUMA_PAGE, bench.clock.now(), again=earlier)

    screen = open_screen(qtbot, bench, ref=add_case(work, new).ref, interface=interface)

    assert said in screen.words("consent-banner-second")
