"""The visit of a case away from the hospital: planned, left for, called in from and over."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.records.outing import (
    AloneReason,
    CallKind,
    Outing,
    OutingCheck,
    OutingPlace,
    OutingState,
)
from desktop.services.outing_steps import note_back, note_call, note_left
from desktop.services.outings import outings_of
from desktop.services.ports import EpisodeRef
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.picker import Picker
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.test_outings import HOUR, MIN, plan
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person


def outing_of(bench: Bench, ref: EpisodeRef) -> Outing:
    (found,) = outings_of(bench.work_as(ROSA), ref)
    return found


def id_of(bench: Bench, name: str) -> str:
    return bench.work_as(name).session.me.staff_id


def pick(desk: Desk, name: str, key: str) -> None:
    """Pick as the keyboard does: the list tells what was chosen."""
    picker = desk.find(name, Picker)
    index = picker.findData(key)
    assert index >= 0, key
    picker.setFocus()
    picker.setCurrentIndex(index)
    picker.activated.emit(index)


def outing_line(desk: Desk, name: str) -> str:
    return desk.find(name, QLineEdit).text()


def alone_hint(desk: Desk) -> str:
    """What stands below the reasons for going alone: a hint, and no error."""
    row = desk.find("outing-alone", OptionGroup).parentWidget()
    assert isinstance(row, FieldRow)
    return row.help_label.text()


def acts(desk: Desk) -> list[str]:
    """The acts that the card offers, in their order."""
    names = ("plan", "leave", "call", "reached", "back", "change")
    return [name for name in names if desk.sees(f"person-outing-{name}")]


def fill_plan(desk: Desk, bench: Bench, second: str = "nobody") -> None:
    desk.press("person-outing-plan")
    pick(desk, "outing-place", OutingPlace.HOME)
    pick(desk, "outing-second", second)
    pick(desk, "outing-buddy", id_of(bench, NADIA))


def test_a_visit_is_planned_left_for_called_in_from_and_over(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    offered = [acts(desk)]

    fill_plan(desk, bench, id_of(bench, TOMAS))
    desk.press("outing-checks-announced")
    desk.press("person-do")
    offered.append(acts(desk))
    for act in ("leave", "call", "back"):
        bench.clock.advance(10 * MIN)
        desk.press(f"person-outing-{act}")
        desk.press("person-do")
        offered.append(acts(desk))

    outing = outing_of(bench, ref)
    assert offered == [
        ["plan"],
        ["leave", "change"],
        ["call", "back"],
        ["call", "back"],
        ["plan"],
    ]
    assert (outing.state, outing.place) == (OutingState.BACK, OutingPlace.HOME)
    assert outing.ticked == {OutingCheck.ANNOUNCED}
    assert outing.second is not None
    assert outing.second.staff_id == id_of(bench, TOMAS)
    assert outing.left_at is not None
    assert [call.at - outing.left_at for call in outing.calls] == [timedelta(minutes=10)]
    assert outing.end is not None
    assert outing.end.left_unsafe is None
    assert "Last visit: Home" in desk.words("person-outing-words")


def test_each_step_is_done_with_enter_alone(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    outing = plan(bench, ref)
    desk = open_person(qtbot, bench, ref)

    for act in ("leave", "call", "back"):
        desk.find(f"person-outing-{act}", QAbstractButton).setFocus()
        desk.key(Qt.Key.Key_Space)
        desk.key(Qt.Key.Key_Return)

    ended = outing_of(bench, ref)
    assert (ended.outing_id, ended.state) == (outing.outing_id, OutingState.BACK)


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    plan(bench, ref)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-outing-leave")
    desk.key(Qt.Key.Key_Escape)

    assert not desk.sees("outing-step")
    assert outing_of(bench, ref).state is OutingState.PLANNED


def test_what_is_missing_is_said_one_after_the_other_and_nothing_is_lost(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    desk.press("person-outing-plan")
    said = []

    desk.press("person-do")
    said.append((desk.focus(), desk.errors()))
    pick(desk, "outing-place", OutingPlace.COURT)
    desk.press("person-do")
    said.append((desk.focus(), desk.errors()))
    pick(desk, "outing-second", "by-name")
    desk.press("person-do")
    said.append((desk.focus(), desk.errors()))
    desk.type("outing-second-name", "Pat Placeholder")
    desk.press("person-do")
    said.append((desk.focus(), desk.errors()))
    pick(desk, "outing-buddy", id_of(bench, NADIA))
    desk.type("outing-expected", " ")
    desk.press("person-do")

    choose = ["Choose one."]
    assert said == [
        ("outing-place", choose),
        ("outing-second", choose),
        ("outing-second-name", choose),
        ("outing-buddy", ["Name somebody who knows when to expect the call."]),
    ]
    assert desk.errors() == ["Add the time, like 14:05."]
    desk.type("outing-expected", "23:59")
    desk.press("person-do")
    outing = outing_of(bench, ref)
    assert outing.place is OutingPlace.COURT
    assert outing.second is not None
    assert outing.second.name == "Pat Placeholder"


def test_who_goes_alone_the_first_time_is_asked_why_and_not_held_up(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    fill_plan(desk, bench)
    is_asked = desk.sees("outing-alone")

    desk.press("person-do")
    hint, focus, errors = alone_hint(desk), desk.focus(), desk.errors()
    desk.press("person-do")

    assert is_asked
    assert (hint, errors) == (
        "You can leave this open: press once more to plan without a reason.",
        [],
    )
    assert focus == "outing-alone-person-asked"
    assert outing_of(bench, ref).alone_reason is None


def test_the_reason_for_going_alone_is_kept_and_a_later_visit_asks_none(
    qtbot: QtBot, bench: Bench
) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    desk = open_person(qtbot, bench, ref)
    fill_plan(desk, bench)
    desk.press("outing-alone-public-place")
    desk.press("person-do")
    first = outing_of(bench, ref)
    note_left(work, ref, first.outing_id)
    note_back(work, ref, first.outing_id)
    later = open_person(qtbot, bench, ref)

    fill_plan(later, bench)

    assert first.alone_reason is AloneReason.PUBLIC_PLACE
    assert not later.sees("outing-alone")


def test_the_return_follows_the_start_until_somebody_changes_it(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    desk.press("person-outing-plan")

    desk.type("outing-start", "20:00")
    back = outing_line(desk, "outing-expected")
    desk.type("outing-expected", "22:15")
    desk.type("outing-start", "20:30")

    assert (back, outing_line(desk, "outing-expected")) == ("21:30", "22:15")


def test_a_return_before_the_start_is_refused_below_it(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    fill_plan(desk, bench, id_of(bench, TOMAS))
    desk.type("outing-start", "20:00")
    desk.type("outing-expected", "19:00")

    desk.press("person-do")

    (said,) = desk.errors()
    assert said.startswith("The time of the return is not after the start.")
    assert desk.focus() == "outing-expected"


def test_a_plan_gets_another_time_or_is_cancelled(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    plan(bench, ref)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-outing-change")
    desk.type("outing-due", "23:55")
    desk.press("person-do")
    due = outing_of(bench, ref).expected_back.astimezone().strftime("%H:%M")
    desk.press("person-outing-change")
    desk.press("person-other")

    assert due == "23:55"
    assert outing_of(bench, ref).state is OutingState.CANCELLED
    assert acts(desk) == ["plan"]


@pytest.mark.parametrize(
    ("after", "said", "offered"),
    [
        (105 * MIN - 1, "", ["call", "back"]),
        (105 * MIN, "was expected back", ["reached", "back"]),
    ],
    ids=["in the grace", "after it"],
)
def test_who_is_missed_is_said_on_the_page_of_the_case(
    qtbot: QtBot, bench: Bench, after: int, said: str, offered: list[str]
) -> None:
    ref = bench.new_case()
    note_left(bench.work_as(ROSA), ref, plan(bench, ref).outing_id)
    bench.clock.advance(after)

    desk = open_person(qtbot, bench, ref)

    assert desk.sees("person-outing-late") is bool(said)
    if said:
        assert said in desk.find("person-outing-late", MessageBar).text_label.text()
    assert acts(desk) == offered


def test_that_it_was_not_safe_is_a_yes_and_nothing_more(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    note_left(bench.work_as(ROSA), ref, plan(bench, ref).outing_id)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-outing-back")
    desk.press("outing-unsafe-yes")
    desk.press("person-do")

    end = outing_of(bench, ref).end
    assert end is not None
    assert end.left_unsafe is True
    assert "not safe" in desk.words("person-outing-words")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("act", ["plan", "leave", "change", "reached", "back"])
def test_each_panel_fits_and_names_everything(
    qtbot: QtBot, bench: Bench, act: str, language: str
) -> None:
    ref = bench.new_case()
    if act != "plan":
        outing = plan(bench, ref)
        if act in ("reached", "back"):
            note_left(bench.work_as(ROSA), ref, outing.outing_id)
            bench.clock.advance(3 * HOUR)
    desk = open_person(qtbot, bench, ref, language=language)

    desk.press(f"person-outing-{act}")

    assert audit_window(desk.view) == []


def test_who_noted_a_call_and_the_return_is_named(qtbot: QtBot, bench: Bench) -> None:
    ref, tomas = bench.new_case(), bench.work_as(TOMAS)
    outing = plan(bench, ref)
    note_left(bench.work_as(ROSA), ref, outing.outing_id)
    note_call(tomas, ref, outing.outing_id, CallKind.REACHED)
    called = open_person(qtbot, bench, ref).words("person-outing-words")

    note_back(tomas, ref, outing.outing_id)
    back = open_person(qtbot, bench, ref).words("person-outing-words")

    assert "Reached and safe" in called
    assert "noted by Tomas Specimen" in called
    assert back.endswith("noted by Tomas Specimen")
