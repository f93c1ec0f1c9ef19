"""Counts that could point at somebody: at, below and above the limit, and what gives them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.small_cells import is_small, shown_cells, shown_part


@pytest.mark.parametrize(("count", "small"), [(0, False), (1, True), (10, True), (11, False)])
def test_one_to_ten_are_small(count: int, small: bool) -> None:
    assert is_small(count) is small


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([11, 30, 0], [11, 30, 0]),
        ([5, 30, 20], [None, 30, None]),
        ([5, 6, 20], [None, None, 20]),
        ([5, 0, 0], [None, 0, 0]),
        ([], []),
    ],
)
def test_a_small_group_takes_another_with_it(counts: list[int], shown: list[int | None]) -> None:
    assert list(shown_cells(dict(enumerate(counts))).values()) == shown


@pytest.mark.parametrize(
    ("part", "shown"), [(0, 0), (1, None), (10, None), (11, 11), (89, 89), (90, None), (100, 100)]
)
def test_a_part_is_left_out_when_it_or_its_rest_is_small(part: int, shown: int | None) -> None:
    assert shown_part(part, 100) == shown


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 40)))
def test_no_small_count_can_be_worked_out_from_the_rest(counts: dict[int, int]) -> None:
    shown = shown_cells(counts)

    hidden = [key for key, value in shown.items() if value is None]
    assert all(not is_small(value) for value in shown.values() if value is not None)
    assert len(hidden) != 1 or not [v for k, v in counts.items() if v and k not in hidden]
