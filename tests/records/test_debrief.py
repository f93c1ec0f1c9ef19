"""A debrief: each state, and until when it is shown."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.debrief import Debrief, DebriefState, HardEvent, Settled
from desktop.records.ids import RecordId, StaffId
from desktop.storage.codec import decode, encode

AT = datetime(2026, 3, 14, 14, 0, tzinfo=UTC)
ROSA, NADIA = StaffId("a1"), StaffId("a3")
ASKED = Debrief(RecordId("d1"), HardEvent.THREAT, ROSA, AT)
HELD = ASKED.settle(Settled(AT, NADIA, date(2026, 3, 14)))


def test_each_step_leads_to_its_state() -> None:
    states = [
        ASKED.state,
        ASKED.offer(AT, NADIA).state,
        ASKED.offer(AT, NADIA).settle(Settled(AT, NADIA, date(2026, 3, 15))).state,
        ASKED.settle(Settled(AT, ROSA)).state,
    ]

    assert states == [
        DebriefState.ASKED,
        DebriefState.OFFERED,
        DebriefState.HELD,
        DebriefState.NOT_WANTED,
    ]


def test_what_is_settled_takes_no_step_and_nothing_is_offered_twice() -> None:
    with pytest.raises(KnownError, match=r"debrief\.settled"):
        HELD.offer(AT, NADIA)
    with pytest.raises(KnownError, match=r"debrief\.settled"):
        HELD.settle(Settled(AT, NADIA))
    with pytest.raises(KnownError, match=r"debrief\.offered-already"):
        ASKED.offer(AT, NADIA).offer(AT, NADIA)


@pytest.mark.parametrize(
    ("after", "is_shown"),
    [
        (timedelta(days=30) - timedelta(seconds=1), True),
        (timedelta(days=30), False),
        (timedelta(days=31), False),
    ],
)
def test_it_leaves_the_view_some_days_after_it_is_settled(after: timedelta, is_shown: bool) -> None:
    assert HELD.is_shown(AT + after, 30) is is_shown
    assert ASKED.is_shown(AT + timedelta(days=999), 30)


def test_it_is_read_as_it_was_kept() -> None:
    assert decode(encode(HELD), Debrief) == HELD
