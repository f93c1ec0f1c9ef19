"""Debriefs: asked for by staff for themselves, noted by a supervisor, and part of no case."""

from dataclasses import fields
from datetime import timedelta

import pytest

from desktop.records.audit_event import AuditAction
from desktop.records.debrief import Debrief, DebriefState, HardEvent
from desktop.records.kinds import DEBRIEF
from desktop.services.debriefs import (
    ask_debrief,
    note_held,
    note_not_wanted,
    note_offered,
    read_debriefs,
)
from desktop.services.local_day import local_day
from desktop.services.ports import Setting
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ADMIN, DESK, MINA, NADIA, ROSA, TOMAS, Bench
from tests.services.test_outings import refusal

DAY = 24 * 3600


def test_a_supervisor_sees_who_since_when_and_about_which_case(bench: Bench) -> None:
    rosa, ref = bench.work_as(ROSA), bench.new_case()
    asked = ask_debrief(rosa, HardEvent.THREAT, ref)

    (row,) = read_debriefs(bench.work_as(NADIA))

    alias = read_person(rosa, ref).card.alias
    assert (row.who, row.alias, row.event) == ("Rosa Sample", alias, HardEvent.THREAT)
    assert (row.asked_at, row.state, row.is_mine) == (asked.asked_at, DebriefState.ASKED, False)


def test_one_sees_ones_own_and_no_colleagues(bench: Bench) -> None:
    ask_debrief(bench.work_as(ROSA), HardEvent.OTHER)
    ask_debrief(bench.work_as(TOMAS), HardEvent.VIOLENCE)

    mine = read_debriefs(bench.work_as(ROSA))

    assert [(row.event, row.is_mine) for row in mine] == [(HardEvent.OTHER, True)]
    assert len(read_debriefs(bench.work_as(MINA))) == 2
    assert refusal(lambda: read_debriefs(bench.work_as(DESK))) == "work.not-allowed"


def test_the_same_is_asked_for_once_and_something_else_besides(bench: Bench) -> None:
    rosa, ref = bench.work_as(ROSA), bench.new_case()
    first = ask_debrief(rosa, HardEvent.THREAT)

    again = refusal(lambda: ask_debrief(rosa, HardEvent.THREAT))
    ask_debrief(rosa, HardEvent.THREAT, ref)
    ask_debrief(bench.work_as(TOMAS), HardEvent.THREAT)
    note_not_wanted(rosa, first.debrief_id)

    assert again == "debrief.open-already"
    assert ask_debrief(rosa, HardEvent.THREAT).state is DebriefState.ASKED


def test_it_is_offered_and_held_with_its_day(bench: Bench) -> None:
    nadia = bench.work_as(NADIA)
    asked = ask_debrief(bench.work_as(ROSA), HardEvent.CLIENT_DIED)

    offered = note_offered(nadia, asked.debrief_id)
    bench.clock.advance(DAY)
    held = note_held(nadia, asked.debrief_id, local_day(nadia))

    assert (offered.state, held.state) == (DebriefState.OFFERED, DebriefState.HELD)
    assert offered.offered_by == nadia.session.me.staff_id
    heard = [one for one in bench.actions() if one.value.startswith("debrief-")]
    assert heard == [
        AuditAction.DEBRIEF_ASKED,
        AuditAction.DEBRIEF_OFFERED,
        AuditAction.DEBRIEF_SETTLED,
    ]


@pytest.mark.parametrize(
    ("days", "message_id"), [(1, "debrief.day-to-come"), (-1, "debrief.day-too-early")]
)
def test_a_day_that_cannot_be_is_refused(bench: Bench, days: int, message_id: str) -> None:
    nadia = bench.work_as(NADIA)
    asked = ask_debrief(bench.work_as(ROSA), HardEvent.OTHER)
    day = local_day(nadia) + timedelta(days=days)

    assert refusal(lambda: note_held(nadia, asked.debrief_id, day)) == message_id


def test_only_a_supervisor_notes_it_and_who_asked_can_say_no(bench: Bench) -> None:
    rosa, tomas = bench.work_as(ROSA), bench.work_as(TOMAS)
    asked = ask_debrief(rosa, HardEvent.OTHER).debrief_id

    refused = [
        refusal(lambda: note_offered(rosa, asked)),
        refusal(lambda: note_held(rosa, asked, local_day(rosa))),
        refusal(lambda: note_not_wanted(tomas, asked)),
        refusal(lambda: ask_debrief(bench.work_as(DESK), HardEvent.OTHER)),
    ]

    assert refused == ["work.not-allowed"] * 4
    assert note_not_wanted(rosa, asked).state is DebriefState.NOT_WANTED


def test_what_is_settled_leaves_the_view_when_the_site_says_so(bench: Bench) -> None:
    nadia = bench.work_as(NADIA)
    site = bench.work_as(ADMIN).session.site
    site.change_setting(Setting("debrief-shown-days", "2"))
    asked = ask_debrief(bench.work_as(ROSA), HardEvent.OTHER)
    note_not_wanted(nadia, asked.debrief_id)

    bench.clock.advance(2 * DAY - 1)
    before = read_debriefs(nadia)
    bench.clock.advance(1)
    after = read_debriefs(nadia)

    assert [row.state for row in before] == [DebriefState.NOT_WANTED]
    assert after == ()


def test_it_is_part_of_no_case_and_on_no_list_of_cases(bench: Bench) -> None:
    rosa, ref = bench.work_as(ROSA), bench.new_case()
    before = read_worklist(rosa)
    people = len(rosa.session.records.persons())

    ask_debrief(rosa, HardEvent.CLIENT_DIED, ref)

    records = rosa.session.records
    assert records.list_newest(DEBRIEF, ref.person_id) == ()
    after = read_worklist(rosa)
    assert (after.eligible, after.unreadable) == (before.eligible, 0)
    assert read_review_desk(bench.work_as(NADIA)).unreadable == 0
    assert len(records.persons()) == people + 1
    ask_debrief(rosa, HardEvent.OTHER)
    assert len(records.persons()) == people + 1


def test_no_word_is_kept_beside_the_kind_of_event() -> None:
    kept = {field.name for field in fields(Debrief)}

    assert kept == {
        "debrief_id",
        "event",
        "asked_by",
        "asked_at",
        "person_id",
        "episode_id",
        "offered_at",
        "offered_by",
        "settled",
    }
