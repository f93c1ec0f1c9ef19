"""An off-site visit through the real window, until a colleague hears of who is missed."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.debrief import DebriefState, HardEvent
from desktop.records.outing import CallKind, OutingState
from desktop.services.debriefs import read_debriefs
from desktop.services.outings import outings_of
from desktop.settings import Settings, SettingsFile
from desktop.views.shell.place import Desk, Place
from tests.journeys.cart import Cart
from tests.journeys.english_words import english_in
from tests.journeys.pages import WorklistPage
from tests.pictures.reach import go, press_first, ref_of
from tests.services.bench import NADIA, ROSA, TOMAS
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation
from tests.views.outing.test_late import away

MIN = 60


@pytest.fixture(params=["en", "es"])
def at(
    request: pytest.FixtureRequest, station: Workstation, qtbot: QtBot, qapp: QApplication
) -> Traveller:
    """Somebody before a window that speaks either language."""
    SettingsFile(station.root / "settings").write(Settings(language=str(request.param)))
    return open_traveller(station, qtbot, qapp)


def in_its_language(at: Traveller) -> None:
    """In a Spanish window nothing English stands."""
    if at.opened.window.language == "es":
        assert english_in(at.opened.shown_words()) == []


def test_who_does_not_come_back_is_missed_reached_and_back(at: Traveller) -> None:
    language, clock = at.opened.window.language, at.station.bench.clock
    at.sign_in(ROSA)
    alias = WorklistPage(at).add_case("ED 7")
    ref = ref_of(at, alias)
    nadia = next(one.staff_id for one in at.session.site.staff() if one.sign_in_name == NADIA)

    at.press("person-outing-plan")
    at.pick("outing-place", "home")
    at.pick("outing-second", "nobody")
    at.pick("outing-buddy", nadia)
    at.press("outing-alone-person-asked")
    at.press("outing-checks-announced")
    in_its_language(at)
    at.press("person-do")
    at.press("person-outing-leave")
    at.press("person-do")
    at.until_seen(sentence("outing.act.back", language))
    in_its_language(at)
    at.change_to(TOMAS)
    clock.advance(105 * MIN)
    at.opened.signed_in.watches.outings.look()
    at.opened.until(lambda: at.hands.sees("late-outing"))
    in_its_language(at)
    (show,) = at.opened.signed_in.inside.outing_bar.actions_shown()
    show.click()
    at.opened.until(lambda: at.hands.sees("worklist-late"))
    press_first(at, "worklist-late-")
    in_its_language(at)
    at.press("worklist-do")
    at.opened.until(lambda: not at.hands.sees("late-outing"))

    (outing,) = outings_of(at.work, ref)
    assert outing.state is OutingState.OUT
    assert [(call.kind, call.by) for call in outing.calls] == [
        (CallKind.REACHED, at.session.me.staff_id)
    ]
    at.change_to(ROSA)
    go(at, Place(Desk.PERSON, ref))
    at.press("person-outing-back")
    at.press("outing-unsafe-no")
    at.press("person-do")
    at.until_seen(sentence("timeline.outing.back", language))
    in_its_language(at)
    assert outings_of(at.work, ref)[0].state is OutingState.BACK


def test_the_person_who_has_the_screen_sees_and_hears_nothing_of_it(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    away(station.bench, 105 * MIN - 1)
    cart = Cart(station, qtbot, qapp, "en")
    watch = cart.at.opened.signed_in.watches.outings
    cart.turn("safety-now")
    station.bench.clock.advance(1)

    watch.look()
    cart.at.opened.until_idle()
    words, waits = cart.at.opened.shown_words(), watch.waits_to_be_spoken
    cart.give_back()

    assert waits
    assert "expected back" not in words
    assert "Nadia" not in words
    assert cart.at.hands.sees("late-outing")


def test_after_a_death_a_debrief_is_offered_asked_for_and_held(at: Traveller) -> None:
    at.sign_in(ROSA)
    WorklistPage(at).add_case("ED 7")
    at.press("person-close")
    if not at.hands.sees("close-case-reason-died"):
        at.press("close-case-group-stopped")
    at.press("close-case-reason-died")
    at.press("person-do")
    in_its_language(at)

    at.press("debrief-event-client-died")
    at.opened.until(lambda: at.hands.sees("worklist-new") or at.hands.sees("worklist-first"))
    at.change_to(NADIA)
    go(at, Place(Desk.REVIEW))
    press_first(at, "review-debriefs-")
    in_its_language(at)
    at.press("review-debrief-offered")
    at.press("review-debrief-held")

    (row,) = read_debriefs(at.work)
    assert (row.event, row.state) == (HardEvent.CLIENT_DIED, DebriefState.HELD)
    in_its_language(at)
