"""Whose case it is."""

import pytest

from desktop.records.caseload import CaseHands, is_in_caseload
from desktop.records.ids import StaffId

ME, OTHER, LEFT = StaffId("me"), StaffId("other"), StaffId("left")
HERE = frozenset({ME, OTHER})


@pytest.mark.parametrize(
    "hands",
    [
        CaseHands(ME, worked_by=frozenset({OTHER})),
        CaseHands(OTHER, tried_by=frozenset({ME, OTHER}), worked_by=frozenset({OTHER})),
        CaseHands(OTHER, worked_by=frozenset({ME, OTHER})),
    ],
    ids=["added", "tried", "worked on"],
)
def test_what_i_had_to_do_with_is_mine(hands: CaseHands) -> None:
    assert is_in_caseload(ME, hands, HERE)


def test_a_case_that_somebody_else_works_on_is_not_mine() -> None:
    assert not is_in_caseload(ME, CaseHands(OTHER, worked_by=frozenset({OTHER})), HERE)


def test_a_case_without_a_specialist_is_everybodys_even_after_tries_of_others() -> None:
    assert is_in_caseload(ME, CaseHands(OTHER), HERE)
    assert is_in_caseload(ME, CaseHands(OTHER, tried_by=frozenset({OTHER})), HERE)


def test_a_case_does_not_get_lost_when_its_specialist_leaves() -> None:
    assert is_in_caseload(ME, CaseHands(LEFT, worked_by=frozenset({LEFT})), HERE)
    assert not is_in_caseload(ME, CaseHands(LEFT, worked_by=frozenset({LEFT, OTHER})), HERE)
