"""The assessment step of a minor opens the talk for their age, room first, and goes on with it."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.services.test_first_touch import YOUNG
from tests.services.test_form_offers import case_of
from tests.views.person.desk import Desk, open_person


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A young person who was reached."""
    found = case_of(bench, 14)
    bench.reach(found)
    return found


def talk_of(desk: Desk) -> tuple[object, ...]:
    """What the last opened place names, less the question."""
    return desk.navigator.opened[-1][:3]


def test_the_step_begins_the_talk_and_then_goes_on_with_it(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.press("person-steps-assessment")

    (line,) = read_person(bench.work_as(ROSA), ref).loaded
    assert line.own == YOUNG
    assert talk_of(desk) == ("form", ref, FormKind.LOADED)
    again = open_person(qtbot, bench, ref)
    again.press("person-steps-assessment")
    assert len(read_person(bench.work_as(ROSA), ref).loaded) == 1
    assert talk_of(again) == ("form", ref, FormKind.LOADED)


def test_the_next_act_notes_the_room_first(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    assert desk.words("person-next-title") == "Start the talk with the young person"

    desk.press("person-go")
    assert desk.navigator.opened == []
    for answer in ("room-present-nobody", "room-private-yes", "room-capacity-present"):
        desk.press(answer)
    desk.press("person-do")

    desk.until(lambda: bool(desk.navigator.opened))
    assert talk_of(desk) == ("form", ref, FormKind.LOADED)


def test_the_talk_stands_in_the_step_and_not_once_more_below(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    below = [row.item.title for row in desk.find("person-own-forms", RowList).rows()]

    assert "Talk with a young person" not in below
    assert "Talk with a parent or caregiver" in below
