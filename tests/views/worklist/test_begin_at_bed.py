"""Adding somebody whom one is with now: the case begins with who is in the room."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.records.pathway import Pathway
from desktop.services.person_steps import StepKind
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.widgets.picker import Picker
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import open_person, open_worklist
from tests.views.worklist.test_worklist_tasks import fill_person


def test_one_press_adds_the_person_keeps_the_contact_and_goes_on(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    fill_person(desk)

    desk.press("worklist-other")

    screen, ref, then = desk.navigator.opened[-1]
    assert (screen, then) == ("person", StepKind.ASSESSMENT)
    assert isinstance(ref, EpisodeRef)
    assert read_person(bench.work_as(ROSA), ref).card.reached_at == bench.clock.now()


def test_adding_without_it_keeps_no_contact(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    fill_person(desk)

    desk.press("worklist-do")

    screen, ref = desk.navigator.opened[-1]
    assert screen == "person"
    assert isinstance(ref, EpisodeRef)
    assert read_person(bench.work_as(ROSA), ref).card.reached_at is None


def test_what_is_missing_is_said_and_nothing_is_added(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")

    desk.press("worklist-other")

    assert desk.errors() == ["Type the room or the bed.", *["Choose one."] * 3]
    assert not desk.navigator.opened


def test_whom_another_program_takes_is_not_begun_with(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    fill_person(desk)
    assert desk.sees("worklist-other")

    picker = desk.find("new-person-pathway", Picker)
    picker.setFocus()
    picker.show_picked(Pathway.PARTNER.value)
    picker.picked.emit(Pathway.PARTNER.value)

    assert not desk.sees("worklist-other")


@pytest.mark.parametrize("is_reached", [True, False])
def test_the_case_opens_with_the_room_where_the_talk_is_next(
    qtbot: QtBot, bench: Bench, is_reached: bool
) -> None:
    ref = bench.new_case()
    if is_reached:
        bench.reach(ref)

    desk = open_person(qtbot, bench, ref, then=StepKind.ASSESSMENT)

    assert desk.sees("room-capacity-present") is is_reached


def test_a_step_named_on_the_way_is_opened_at_once(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    bench.reach(ref)

    desk = open_person(qtbot, bench, ref, then=StepKind.CONSENT)

    assert desk.navigator.opened[-1][0] == "consents"


def test_enter_adds_without_beginning(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    fill_person(desk)

    desk.key(Qt.Key.Key_Return)

    assert len(desk.navigator.opened[-1]) == len(("person", "ref"))
