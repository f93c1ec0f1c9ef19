"""The ends of a case in their lists: every one of them, once, and the old names as they were."""

from itertools import chain

from desktop.records.close_group import CLOSE_GROUPS, CloseGroup
from desktop.records.episode import CloseReason

BEFORE = {
    "never-reached",
    "declined",
    "transferred",
    "other-pathway",
    "duplicate",
    "died",
    "completed",
}


def test_every_end_stands_in_one_list() -> None:
    found = list(chain.from_iterable(CLOSE_GROUPS.values()))

    assert sorted(found) == sorted(CloseReason)
    assert list(CLOSE_GROUPS) == list(CloseGroup)


def test_the_names_that_are_stored_are_still_there() -> None:
    assert {one.value for one in CloseReason} >= BEFORE


def test_hurt_again_and_in_custody_are_no_stop_and_a_reached_goal_is_done() -> None:
    assert {CloseReason.HURT_AGAIN, CloseReason.IN_CUSTODY} <= set(CLOSE_GROUPS[CloseGroup.GOES_ON])
    assert CLOSE_GROUPS[CloseGroup.DONE] == (CloseReason.COMPLETED, CloseReason.PARTIAL)
