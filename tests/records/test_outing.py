"""A visit away from the hospital: each state, each step that is refused, each edge of time."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.outing import (
    CallIn,
    CallKind,
    Colleague,
    Outing,
    OutingCheck,
    OutingPlace,
    OutingState,
)
from desktop.storage.codec import decode, encode

START = datetime(2026, 3, 14, 14, 0, tzinfo=UTC)
BACK = START + timedelta(minutes=90)
GRACE = timedelta(minutes=15)
ROSA, TOMAS = StaffId("a1"), StaffId("a2")


def planned() -> Outing:
    return Outing(
        RecordId("o1"),
        EpisodeId("e1"),
        OutingPlace.HOME,
        ROSA,
        Colleague(TOMAS),
        START,
        BACK,
        START - timedelta(hours=1),
        ROSA,
    )


def out() -> Outing:
    return planned().leave(START, BACK)


def call(minutes: int, back: datetime = BACK) -> CallIn:
    return CallIn(CallKind.CALLED_IN, START + timedelta(minutes=minutes), ROSA, back)


def test_each_step_leads_to_its_state() -> None:
    states = [
        planned().state,
        out().state,
        out().call_in(call(30)).state,
        out().back(BACK, TOMAS, left_unsafe=False).state,
        planned().cancel(START, ROSA).state,
    ]

    assert states == [
        OutingState.PLANNED,
        OutingState.OUT,
        OutingState.OUT,
        OutingState.BACK,
        OutingState.CANCELLED,
    ]


@pytest.mark.parametrize("outing", [planned(), out()], ids=["planned", "out"])
@pytest.mark.parametrize(
    ("after", "is_late"),
    [
        (timedelta(0), False),
        (GRACE - timedelta(seconds=1), False),
        (GRACE, True),
        (GRACE + timedelta(days=3), True),
    ],
    ids=["at the time", "before the grace ends", "as it ends", "days later"],
)
def test_somebody_is_missed_from_the_end_of_the_grace_on(
    outing: Outing, after: timedelta, is_late: bool
) -> None:
    assert outing.is_late(BACK + after, GRACE) is is_late


def test_a_call_moves_the_time_at_which_they_are_missed() -> None:
    later = BACK + timedelta(minutes=40)

    outing = out().call_in(call(80, later))

    assert not outing.is_late(BACK + GRACE, GRACE)
    assert not outing.is_late(later + GRACE - timedelta(seconds=1), GRACE)
    assert outing.is_late(later + GRACE, GRACE)


@pytest.mark.parametrize(
    "ended", [out().back(BACK, TOMAS, left_unsafe=None), planned().cancel(START, ROSA)]
)
def test_what_ended_is_never_late_and_takes_no_step(ended: Outing) -> None:
    steps = [
        lambda: ended.leave(START, BACK),
        lambda: ended.call_in(call(5)),
        lambda: ended.put_off(START, BACK),
        lambda: ended.cancel(START, ROSA),
        lambda: ended.back(BACK, ROSA, left_unsafe=False),
    ]

    for step in steps:
        with pytest.raises(KnownError, match=r"outing\.ended"):
            step()
    assert not ended.is_late(BACK + timedelta(days=1), GRACE)


def test_who_left_can_neither_leave_again_nor_put_it_off_nor_cancel() -> None:
    steps = [
        lambda: out().leave(START, BACK),
        lambda: out().put_off(START, BACK),
        lambda: out().cancel(START, ROSA),
    ]

    for step in steps:
        with pytest.raises(KnownError, match=r"outing\.left-already"):
            step()


def test_a_time_before_the_leaving_or_the_last_call_is_refused() -> None:
    called = out().call_in(call(30))

    with pytest.raises(KnownError, match=r"outing\.too-early"):
        out().call_in(call(-1))
    with pytest.raises(KnownError, match=r"outing\.too-early"):
        called.back(START + timedelta(minutes=29), ROSA, left_unsafe=False)

    assert called.back(START + timedelta(minutes=30), ROSA, left_unsafe=False).end is not None


def test_who_was_reached_without_having_noted_the_leaving_is_out() -> None:
    reached = CallIn(CallKind.REACHED, BACK + GRACE, TOMAS, BACK + timedelta(hours=1))

    outing = planned().call_in(reached)

    assert (outing.state, outing.left_at) == (OutingState.OUT, None)
    assert outing.back(BACK + timedelta(hours=1), TOMAS, left_unsafe=False).state is (
        OutingState.BACK
    )


def test_it_is_read_as_it_was_kept_and_names_stay_out_of_its_words() -> None:
    kept = Outing(
        RecordId("o1"),
        EpisodeId("e1"),
        OutingPlace.COURT,
        ROSA,
        Colleague(name="Pat Placeholder"),
        START,
        BACK,
        START,
        ROSA,
        Colleague(TOMAS),
        frozenset({OutingCheck.ANNOUNCED, OutingCheck.WAY_OUT}),
    ).leave(START, BACK)
    ended = kept.call_in(call(20)).back(BACK, TOMAS, left_unsafe=True)

    assert decode(encode(ended), Outing) == ended
    assert "Placeholder" not in repr(ended)
