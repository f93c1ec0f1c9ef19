"""Visits away from the hospital: planned, left for, called in from, over; and who is missed."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.ids import StaffId
from desktop.records.kinds import OUTING
from desktop.records.outing import (
    AloneReason,
    CallKind,
    Colleague,
    Outing,
    OutingCheck,
    OutingPlace,
    OutingState,
)
from desktop.services.close_case import close_case
from desktop.services.late_outings import LateOuting, late_outings, somebody_is_out
from desktop.services.outing_steps import note_back, note_call, note_left
from desktop.services.outings import case_outings
from desktop.services.plan_outing import (
    NewOuting,
    cancel_outing,
    plan_outing,
    put_off_outing,
)
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.work import Work
from tests.services.bench import ADMIN, DESK, MINA, NADIA, ROSA, TOMAS, Bench

MIN, HOUR = 60, 3600


def plan(
    bench: Bench,
    ref: EpisodeRef,
    *,
    start: int = 0,
    lasts: int = 90 * MIN,
    buddy: Colleague | None = None,
    second: Colleague | None = None,
    alone_reason: AloneReason | None = None,
    name: str = ROSA,
) -> Outing:
    """A plan of the person of that name; times in seconds from now."""
    work = bench.work_as(name)
    begin = bench.clock.now() + timedelta(seconds=start)
    new = NewOuting(
        OutingPlace.HOME,
        work.session.me.staff_id,
        buddy or Colleague(bench.work_as(NADIA).session.me.staff_id),
        begin,
        begin + timedelta(seconds=lasts),
        second,
        frozenset({OutingCheck.ANNOUNCED}),
        alone_reason,
    )
    return plan_outing(work, ref, new)


def late(work: Work) -> tuple[LateOuting, ...]:
    return late_outings(work).rows


def refusal(act: object) -> str:
    assert callable(act)
    with pytest.raises(KnownError) as refused:
        act()
    return refused.value.message_id


def test_a_visit_goes_from_its_plan_to_the_return(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    planned = plan(bench, ref, start=10 * MIN)
    bench.clock.advance(15 * MIN)
    left = note_left(work, ref, planned.outing_id)
    bench.clock.advance(30 * MIN)
    called = note_call(work, ref, planned.outing_id, CallKind.CALLED_IN)
    bench.clock.advance(30 * MIN)
    back = note_back(work, ref, planned.outing_id, left_unsafe=False)

    assert [one.state for one in (planned, left, called, back)] == [
        OutingState.PLANNED,
        OutingState.OUT,
        OutingState.OUT,
        OutingState.BACK,
    ]
    assert left.left_at is not None
    assert left.expected_back == left.left_at + timedelta(minutes=90)
    assert called.expected_back == left.expected_back
    assert back.end is not None
    assert (back.end.by, back.end.left_unsafe) == (work.session.me.staff_id, False)
    assert bench.actions()[-4:] == [
        AuditAction.OUTING_PLANNED,
        AuditAction.OUTING_LEFT,
        AuditAction.OUTING_CALL_NOTED,
        AuditAction.OUTING_BACK_NOTED,
    ]


def test_the_page_names_who_goes_and_who_waits(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    plan(bench, ref, buddy=Colleague(name="  Pat   Placeholder "))

    shown = case_outings(work, ref)
    assert shown.open is not None
    assert (shown.open.goes, shown.open.second) == ("Rosa Sample", "")
    assert shown.open.buddy == "Pat Placeholder"
    assert {one.display_name for one in shown.colleagues} == {
        "Mina Placeholder, RN",
        "Nadia Example, RN",
        "Rosa Sample",
        "Tomas Specimen",
    }


def test_the_first_visit_alone_keeps_its_reason_and_a_later_one_has_none(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    was_first = case_outings(work, ref).is_first

    first = plan(bench, ref, alone_reason=AloneReason.PUBLIC_PLACE)
    note_left(work, ref, first.outing_id)
    note_back(work, ref, first.outing_id)
    later = plan(bench, ref, alone_reason=AloneReason.PUBLIC_PLACE)

    assert was_first
    assert not case_outings(work, ref).is_first
    assert (first.alone_reason, later.alone_reason) == (AloneReason.PUBLIC_PLACE, None)


def test_a_cancelled_visit_leaves_the_next_one_the_first(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    cancel_outing(work, ref, plan(bench, ref).outing_id)

    assert case_outings(work, ref).is_first
    assert plan(bench, ref).state is OutingState.PLANNED


def test_with_two_no_reason_is_kept_and_without_one_it_is_planned_all_the_same(
    bench: Bench,
) -> None:
    ref, other = bench.new_case(), bench.new_case()
    tomas = Colleague(bench.work_as(TOMAS).session.me.staff_id)

    two = plan(bench, ref, second=tomas, alone_reason=AloneReason.OTHER)
    one = plan(bench, other)

    assert (two.alone_reason, one.alone_reason) == (None, None)


def test_one_visit_of_a_case_is_open_at_a_time(bench: Bench) -> None:
    ref = bench.new_case()
    plan(bench, ref)

    assert refusal(lambda: plan(bench, ref)) == "outing.one-open"


@pytest.mark.parametrize(
    ("start", "lasts", "message_id"),
    [
        (0, 0, "outing.back-before-start"),
        (0, -MIN, "outing.back-before-start"),
        (0, 24 * HOUR + 1, "outing.too-long"),
        (90 * 24 * HOUR + 1, HOUR, "outing.too-far"),
        (-HOUR, HOUR, "outing.back-is-past"),
    ],
)
def test_times_that_can_only_be_a_slip_are_refused(
    bench: Bench, start: int, lasts: int, message_id: str
) -> None:
    ref = bench.new_case()

    assert refusal(lambda: plan(bench, ref, start=start, lasts=lasts)) == message_id


@pytest.mark.parametrize(
    ("start", "lasts"), [(0, MIN), (0, 24 * HOUR), (90 * 24 * HOUR, HOUR), (-HOUR, HOUR + 1)]
)
def test_times_at_the_edge_are_taken(bench: Bench, start: int, lasts: int) -> None:
    ref = bench.new_case()

    assert plan(bench, ref, start=start, lasts=lasts).is_open


def test_somebody_waits_for_the_call_who_does_not_go_along(bench: Bench) -> None:
    ref = bench.new_case()
    me, tomas = (Colleague(bench.work_as(one).session.me.staff_id) for one in (ROSA, TOMAS))

    refused = [
        refusal(lambda: plan(bench, ref, buddy=Colleague(name="  "))),
        refusal(lambda: plan(bench, ref, buddy=me)),
        refusal(lambda: plan(bench, ref, buddy=tomas, second=tomas)),
        refusal(lambda: plan(bench, ref, second=me)),
        refusal(lambda: plan(bench, ref, buddy=Colleague(StaffId("f" * 32)))),
    ]

    assert refused == [
        "outing.no-buddy",
        "outing.same-person",
        "outing.same-person",
        "outing.same-person",
        "outing.unknown-colleague",
    ]


def test_a_closed_case_takes_no_plan_and_still_notes_the_return(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    note_left(work, ref, outing.outing_id)
    close_case(work, ref, CloseReason.DECLINED)

    back = note_back(work, ref, outing.outing_id)

    assert back.state is OutingState.BACK
    assert refusal(lambda: plan(bench, ref)) == "episode.closed"


def test_a_plan_is_put_off_until_somebody_left(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    start = bench.clock.now() + timedelta(days=1)

    later = put_off_outing(work, ref, outing.outing_id, start, start + timedelta(hours=2))
    note_left(work, ref, outing.outing_id)

    assert (later.start, later.expected_back) == (start, start + timedelta(hours=2))
    assert refusal(
        lambda: put_off_outing(work, ref, outing.outing_id, start, start + timedelta(hours=1))
    ) == ("outing.left-already")
    assert refusal(lambda: cancel_outing(work, ref, outing.outing_id)) == "outing.left-already"


def test_a_time_still_to_come_is_refused(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    ahead = bench.clock.now() + timedelta(minutes=6)

    acts = [
        lambda: note_left(work, ref, outing.outing_id, ahead),
        lambda: note_call(work, ref, outing.outing_id, CallKind.REACHED, ahead),
        lambda: note_back(work, ref, outing.outing_id, ahead),
    ]

    assert [refusal(act) for act in acts] == ["outing.in-future"] * 3


@pytest.mark.parametrize("has_left", [True, False], ids=["left", "never noted as left"])
def test_who_does_not_come_back_is_shown_from_the_end_of_the_grace(
    bench: Bench, has_left: bool
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    if has_left:
        note_left(work, ref, outing.outing_id)

    bench.clock.advance(90 * MIN)
    at_time = late(work)
    bench.clock.advance(15 * MIN - 1)
    before = late(work)
    bench.clock.advance(1)
    (row,) = late(work)

    assert (at_time, before) == ((), ())
    assert (row.ref, row.goes, row.buddy) == (ref, "Rosa Sample", "Nadia Example, RN")
    assert (row.expected_back, row.was_noted) == (outing.expected_back, has_left)


def test_everybody_who_sees_cases_is_told_and_the_packet_desk_is_not(bench: Bench) -> None:
    plan(bench, bench.new_case())
    bench.clock.advance(3 * HOUR)

    told = [len(late(bench.work_as(one))) for one in (ROSA, TOMAS, NADIA, MINA)]

    assert told == [1, 1, 1, 1]
    assert refusal(lambda: late(bench.work_as(DESK))) == "work.not-allowed"


def test_a_colleague_outside_the_case_notes_that_they_are_safe(bench: Bench) -> None:
    ref, tomas = bench.new_case(), bench.work_as(TOMAS)
    bench.reach(ref)
    outing = plan(bench, ref)
    bench.clock.advance(3 * HOUR)
    now = bench.clock.now()

    reached = note_call(tomas, ref, outing.outing_id, CallKind.REACHED)

    assert late(tomas) == ()
    (call,) = reached.calls
    assert (call.kind, call.by, call.at) == (CallKind.REACHED, tomas.session.me.staff_id, now)
    assert reached.expected_back == now + timedelta(minutes=90)
    bench.clock.advance(105 * MIN)
    assert len(late(tomas)) == 1
    note_back(tomas, ref, outing.outing_id, left_unsafe=True)
    assert late(tomas) == ()


def test_a_colleague_outside_the_case_plans_changes_and_cancels_nothing(bench: Bench) -> None:
    ref, tomas = bench.new_case(), bench.work_as(TOMAS)
    bench.reach(ref)
    outing = plan(bench, ref)
    start = bench.clock.now() + timedelta(days=1)
    end = start + timedelta(hours=1)

    refused = [
        refusal(lambda: plan(bench, ref, name=TOMAS)),
        refusal(lambda: put_off_outing(tomas, ref, outing.outing_id, start, end)),
        refusal(lambda: cancel_outing(tomas, ref, outing.outing_id)),
    ]

    assert refused == ["caseload.outside"] * 3


def test_a_return_that_is_expected_already_or_too_late_is_refused_in_a_call(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    note_left(work, ref, outing.outing_id)
    now, call = bench.clock.now(), CallKind.CALLED_IN

    acts = [
        lambda: note_call(work, ref, outing.outing_id, call, None, now),
        lambda: note_call(work, ref, outing.outing_id, call, None, now + timedelta(hours=25)),
    ]

    assert [refusal(act) for act in acts] == ["outing.back-is-past", "outing.too-long"]


def test_the_site_says_how_long_a_visit_takes_and_how_long_nobody_worries(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    site = bench.work_as(ADMIN).session.site
    site.change_setting(Setting("outing-minutes", "45"))
    site.change_setting(Setting("outing-grace-minutes", "5"))
    plan(bench, ref)

    shown = case_outings(work, ref)
    bench.clock.advance(95 * MIN)

    assert (shown.lasts, shown.grace) == (timedelta(minutes=45), timedelta(minutes=5))
    assert len(late(work)) == 1


def test_that_nobody_is_missed_leaves_no_entry_and_each_change_leaves_one(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    late(work)
    bench.clock.advance(3 * HOUR)
    late(work)
    late(work)
    note_back(work, ref, outing.outing_id)
    late(work)
    late(work)

    found = [one.detail for one in bench.heard if one.action is AuditAction.LATE_OUTINGS_READ]
    assert found == ["1", "0"]


def test_an_ended_visit_is_opened_once_in_a_session(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    note_back(work, ref, outing.outing_id)

    late(work)

    assert work.ended_outings == {outing.outing_id}
    assert work.session.records.everywhere(OUTING) == (outing.outing_id,)


def test_somebody_is_out_from_the_leaving_to_the_return(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    people = (ref.person_id,)
    found = [somebody_is_out(work, people)]

    note_left(work, ref, outing.outing_id)
    found.append(somebody_is_out(work, people))
    found.append(somebody_is_out(work, (bench.new_case().person_id,)))
    note_back(work, ref, outing.outing_id)
    found.append(somebody_is_out(work, people))

    assert found == [False, True, False, False]
