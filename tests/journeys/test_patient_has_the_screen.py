"""The cart is turned round: one section in the person's hands, one draft, out only by the PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.views.theme.switcher import ThemeMode
from tests.journeys.cart import SAFE, Cart
from tests.journeys.pages import InterviewPage, ReviewPage, WorklistPage
from tests.journeys.test_every_window_is_accessible import wait_until_laid_out
from tests.journeys.test_journey_2_interrupted import durable, kill_while_typing, reached_case
from tests.services.bench import NADIA, ROSA
from tests.services.filling import completed
from tests.support.fake_clock import FakeClock
from tests.support.journey import open_traveller
from tests.support.qt_audit import audit_focus_in_view, audit_window
from tests.support.window_parts import WRONG_PIN, Workstation

HARM = "safety-now.more-harm"
ENDING = "how-you-are.ending-life"
STAFF_PARTS = ("rail", "status", "interview-banner", "interview-room", "interview-sections")


@pytest.fixture
def cart(station: Workstation, qtbot: QtBot, qapp: QApplication) -> Cart:
    """The person reads English."""
    return Cart(station, qtbot, qapp, "en")


def test_the_person_answers_alone_and_it_all_lands_in_the_same_draft(cart: Cart) -> None:
    at = cart.at
    cart.turn("safety-now")
    seen, title = at.opened.shown_words(), at.opened.window.windowTitle()
    visible = [name for name in STAFF_PARTS if at.opened.sees(name)]
    scale = at.opened.parts.themes.scale

    at.press(f"answer-{SAFE}-yes")
    at.press("patient-next")
    at.press(f"patient-reasons-{HARM}-declined")
    cart.give_back()

    assert (visible, title, scale) == ([], "Firstlight", 1.75)
    assert cart.alias not in seen
    assert isinstance(cart.answers()[SAFE], Answered)
    assert cart.answers()[HARM] == NoAnswer(NoAnswerReason.DECLINED)
    assert at.hands.sees("interview-next")
    assert cart.alias in at.opened.window.windowTitle()
    assert at.opened.parts.themes.scale == 1.0
    actions = [event.action for event in at.station.bench.heard]
    assert actions.index(AuditAction.TURNED_TO_PATIENT) < actions.index(AuditAction.TURNED_TO_STAFF)


def test_no_key_and_no_closing_leads_out(cart: Cart) -> None:
    at = cart.at
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    plain = (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6)
    with_control = (
        *(Qt.Key.Key_L, Qt.Key.Key_T, Qt.Key.Key_Z, Qt.Key.Key_N, Qt.Key.Key_F),
        *(Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Return),
    )
    keys = [*((key, none) for key in plain), *((key, control) for key in with_control)]
    cart.turn("safety-now")

    for key, modifier in (*keys, (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)):
        at.key(key, modifier)
    is_same_question = at.hands.sees(f"answer-{SAFE}-yes")
    at.opened.window.close()

    assert is_same_question
    assert at.opened.signed_in.is_turned
    assert at.opened.parts.themes.scale == 1.75
    assert at.opened.window.isVisible()
    assert not at.opened.window.is_covered
    assert [name for name in STAFF_PARTS if at.opened.sees(name)] == []
    assert at.hands.sees("give-back-pin")


def test_when_the_case_may_not_be_seen_any_more_only_the_pin_is_left(cart: Cart) -> None:
    at = cart.at
    cart.turn("safety-now")

    at.opened.signed_in.shell.glass.over.emit(True)
    at.opened.until(lambda: at.hands.sees("give-back-pin"))
    can_go_on = at.hands.sees("give-back-go-on")
    at.opened.until_idle()
    cart.give_back(WRONG_PIN)
    words = at.opened.shown_words()
    cart.give_back()

    assert not can_go_on
    assert "Tries left before the full lock: 4" in words
    at.opened.until(lambda: at.hands.sees("worklist-new"))
    assert at.opened.parts.themes.scale == 1.0


def test_the_cover_comes_by_f12_and_after_a_longer_time_and_gives_the_same_question(
    cart: Cart,
) -> None:
    at = cart.at
    clock = at.station.bench.clock
    assert isinstance(clock, FakeClock)
    cart.turn("safety-now")
    at.press("patient-next")

    at.opened.key(Qt.Key.Key_F12)
    by_key = at.opened.window.is_covered
    at.opened.enter_pin()
    clock.advance(9 * 60 + 30)
    at.opened.signed_in.idle.look()
    before, warned = at.opened.window.is_covered, at.opened.shown_words()
    clock.advance(31)
    at.opened.signed_in.idle.look()
    after = at.opened.window.is_covered
    at.opened.enter_pin()

    assert (by_key, before, after) == (True, False, True)
    assert "Touch it to go on" in warned
    assert at.opened.signed_in.is_turned
    assert at.hands.sees(f"answer-{HARM}-no")


def test_wrong_pins_are_counted_and_five_end_in_the_full_lock(cart: Cart) -> None:
    at = cart.at
    cart.turn("safety-now")

    cart.give_back(WRONG_PIN)
    words, typed = at.opened.shown_words(), at.opened.line("give-back-pin").text()
    for _try in range(4):
        cart.give_back(WRONG_PIN)
    at.opened.until(lambda: bool(at.station.restarts))

    assert "Tries left before the full lock: 4" in words
    assert typed == ""
    assert at.station.restarts == ["restart"]
    assert at.opened.window.is_covered
    assert at.opened.parts.themes.scale == 1.0


def test_an_alert_waits_for_the_staff_and_says_nothing_to_the_person(cart: Cart) -> None:
    at = cart.at
    cart.turn("how-you-are")
    for _question in range(2):
        at.press("patient-next")

    at.press(f"answer-{ENDING}-yes")
    seen = at.opened.shown_words()
    at.press("patient-next")
    thanked = at.opened.shown_words()
    cart.give_back()

    assert "clinician" not in seen.lower()
    assert "Thank you for telling me." in thanked
    assert at.focus_name().startswith("alert-")
    assert "something came up that needs you now" in at.opened.message()
    at.opened.signed_in.shell.open_home()
    at.change_to(NADIA)
    at.opened.until(lambda: cart.alias in ReviewPage(at).alerts())


def test_the_person_reads_their_language_and_the_staff_theirs(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    cart = Cart(station, qtbot, qapp, "es")
    at = cart.at
    cart.open("safety-now")
    at.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    at.opened.until(lambda: at.hands.sees("patient-next"))

    seen = at.opened.shown_words()
    at.hands.key(Qt.Key.Key_Space)
    at.hands.key(Qt.Key.Key_Return)
    at.opened.until_idle()
    went_on = at.focus_name()
    at.press("patient-language-en")
    switched = at.opened.shown_words()
    cart.give_back()

    assert "Siguiente" in seen
    assert "Prefiero no decirlo" in seen
    assert "Do you feel safe" not in seen
    assert isinstance(cart.answers()[SAFE], Answered)
    assert went_on.startswith(f"answer-{HARM}")
    assert "Are you worried that someone may try to hurt you" in switched
    assert "Next question" in at.words_of("interview-next")
    assert at.opened.window.language == "en"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_completed_plan_is_read_on_the_persons_own_screen(
    station: Workstation, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    cart = Cart(station, qtbot, qapp, language)
    at = cart.at
    said = {"leaving.way": "Ana drives"}
    record = completed(at.work, cart.ref, FormKind.SAFETY_PLAN, **said).record_id
    at.opened.signed_in.shell.open_person(cart.ref)
    at.opened.until(lambda: at.hands.sees(f"person-show-plan-{record}"))

    at.press(f"person-show-plan-{record}")
    at.opened.until(lambda: at.hands.sees("patient-give-back"))
    read, title = at.opened.shown_words(), at.opened.window.windowTitle()
    problems = [*audit_window(at.opened.window), *audit_focus_in_view(at.opened.window)]
    at.press("patient-next")
    cart.give_back()

    kept = {"en": "Tell us if something has changed.", "es": "Díganos si algo ha cambiado."}
    assert "Ana drives" in read
    assert kept[language] in read
    assert (problems, title) == ([], "Firstlight")
    assert cart.alias not in read
    assert at.hands.sees("person-steps")
    assert draft_of_form(at.work, cart.ref, FormKind.SAFETY_PLAN) is None
    actions = [event.action for event in station.bench.heard]
    assert actions.index(AuditAction.TURNED_TO_PATIENT) < actions.index(AuditAction.TURNED_TO_STAFF)


def test_the_pages_of_the_person_have_no_problem(cart: Cart) -> None:
    at, found = cart.at, []
    cart.turn("safety-now")
    at.press("patient-next")

    for mode, scale in ((ThemeMode.LIGHT, 1.75), (ThemeMode.DARK, 2.0)):
        at.opened.parts.themes.set_look(mode, scale)
        wait_until_laid_out(at)
        found += [*audit_window(at.opened.window), *audit_focus_in_view(at.opened.window)]
    at.press("patient-give-back")
    wait_until_laid_out(at)
    found += [*audit_window(at.opened.window), *audit_focus_in_view(at.opened.window)]

    assert found == []


def test_a_process_that_is_killed_comes_back_on_the_staffs_side(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    alias, ref = reached_case(station)

    said = kill_while_typing(station, alias, SAFE, "-", 2, "tests.journeys.turned_child")
    station.bench.clock.advance(5_400)
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_draft()

    assert [one["key"] for one in said] == [SAFE, HARM]
    assert durable(at.work, ref) == {SAFE: "yes", HARM: "no"}
    assert not at.opened.signed_in.is_turned
    assert at.opened.window.windowTitle() == f"{alias} · Firstlight"
    assert any(InterviewPage(at).is_at(key) for key in (SAFE, HARM))
    assert at.opened.parts.themes.scale == 1.0
