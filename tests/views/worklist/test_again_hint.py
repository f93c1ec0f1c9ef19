"""While somebody is added who is alike to a closed case: a new case of the same person, if said."""

from pytestqt.qtbot import QtBot

from desktop.records.episode import CloseReason
from desktop.services.close_case import close_case
from desktop.services.linked_people import linked_cases
from desktop.services.ports import EpisodeRef
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist
from tests.views.person.test_interpreter import pick
from tests.views.worklist.crowd import Crowd


def began(qtbot: QtBot, bench: Bench, *, is_closed: bool = True) -> tuple[Desk, EpisodeRef]:
    """Somebody who was at ED 7, and the panel with somebody at ED 7 now."""
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 40)
    if is_closed:
        close_case(bench.work_as(ROSA), ref, CloseReason.TRANSFERRED)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-new")
    desk.type("new-person-place", "ED 7")
    qtbot.waitUntil(lambda: desk.sees("new-person-like"))
    pick(desk, "new-person-source", "trauma-page")
    pick(desk, "new-person-pathway", "community-violence")
    desk.press("new-person-language-en")
    return desk, ref


def test_the_same_person_is_chosen_and_the_typed_words_are_kept(qtbot: QtBot, bench: Bench) -> None:
    desk, earlier = began(qtbot, bench)

    desk.press(f"new-person-again-of-{earlier.episode_id}")
    said = desk.find("new-person-again", MessageBar).accessibleName()
    assert "ask for each consent anew" in said
    assert audit_window(desk.view) == []
    desk.press("worklist-do")

    (case,) = linked_cases(bench.work_as(ROSA), earlier)
    assert case.ref.person_id == earlier.person_id
    assert desk.navigator.opened == [("person", case.ref)]


def test_the_choice_is_taken_back_and_somebody_new_is_added(qtbot: QtBot, bench: Bench) -> None:
    desk, earlier = began(qtbot, bench)
    desk.press(f"new-person-again-of-{earlier.episode_id}")

    desk.press("new-person-again-undo-not-same")
    assert desk.sees("new-person-again-of")
    desk.press("worklist-do")

    assert linked_cases(bench.work_as(ROSA), earlier) == ()
    assert len(bench.work_as(ROSA).session.records.persons()) == 2


def test_nothing_is_chosen_by_itself_and_an_open_case_offers_none(
    qtbot: QtBot, bench: Bench
) -> None:
    desk, earlier = began(qtbot, bench, is_closed=False)

    assert not desk.sees(f"new-person-again-of-{earlier.episode_id}")
    desk.press("worklist-do")

    assert linked_cases(bench.work_as(ROSA), earlier) == ()
