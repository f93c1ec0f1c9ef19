"""Before the talk: a no or a not sure asks who judged it and what is in the way; nothing must."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES
from desktop.records.room import CapacityBy, CapacityCheck, CapacityReason, CapacityResult
from desktop.services.episode_records import capacity_of
from desktop.services.ports import EpisodeRef
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.person.test_interpreter import pick


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached."""
    found = bench.new_case()
    bench.reach(found)
    return found


def noting(qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str = "en") -> Desk:
    """The panel of room and capacity."""
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-room-note")
    return desk


def kept(bench: Bench, ref: EpisodeRef) -> CapacityCheck:
    """What the store has."""
    revision = capacity_of(bench.work_as(ROSA), ref)
    assert revision is not None
    return revision.value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("result", [CapacityResult.ABSENT, CapacityResult.UNCERTAIN])
def test_who_judged_and_why_are_kept_by_keyboard_alone(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, result: CapacityResult, language: str
) -> None:
    desk = noting(qtbot, bench, ref, language)
    assert not desk.sees("room-capacity-fields")
    desk.press(f"room-capacity-{result.value}")
    pick(desk, "room-capacity-by", "physician")
    pick(desk, "room-capacity-why", "sedated")
    assert audit_window(desk.view) == []

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    check = kept(bench, ref)
    assert (check.result, check.by) == (result, CapacityBy.PHYSICIAN)
    assert check.reason is CapacityReason.SEDATED


def test_nothing_of_it_is_needed_and_what_was_picked_can_be_taken_back(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = noting(qtbot, bench, ref)
    desk.press("room-capacity-absent")
    pick(desk, "room-capacity-why", "pain")
    pick(desk, "room-capacity-why", "not-said")

    desk.press("person-do")

    assert (kept(bench, ref).by, kept(bench, ref).reason) == (None, None)


def test_a_yes_after_all_keeps_no_reason(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = noting(qtbot, bench, ref)
    desk.press("room-capacity-absent")
    pick(desk, "room-capacity-why", "language")

    desk.press("room-capacity-present")
    assert not desk.sees("room-capacity-fields")
    desk.press("person-do")

    assert (kept(bench, ref).result, kept(bench, ref).reason) == (CapacityResult.PRESENT, None)
