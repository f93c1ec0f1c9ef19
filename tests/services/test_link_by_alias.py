"""Linking by alias: one case, never a guess between two."""

import pytest

from desktop.errors import KnownError
from desktop.records.episode import CaseSource, CloseReason
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.link_by_alias import link_by_alias
from desktop.services.linked_people import linked_people
from desktop.services.ports import EpisodeRef
from tests.services.bench import ROSA, TOMAS, Bench


def case(bench: Bench, alias: str, who: str = ROSA) -> EpisodeRef:
    """A case under this alias."""
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now(), alias=alias)
    return add_case(bench.work_as(who), new).ref


def test_the_one_case_of_an_alias_is_linked_however_it_is_typed(bench: Bench) -> None:
    work, ref, other = bench.work_as(ROSA), case(bench, "Fern 21"), case(bench, "Maple 12")

    link_by_alias(work, ref, "  maple  12 ")

    assert linked_people(work, ref.person_id) == (other.person_id,)


def test_an_open_case_comes_before_a_closed_one_of_the_same_alias(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), case(bench, "Fern 21")
    close_case(work, case(bench, "Maple 12"), CloseReason.DECLINED)
    now_open = case(bench, "Maple 12")

    link_by_alias(work, ref, "Maple 12")

    assert linked_people(work, ref.person_id) == (now_open.person_id,)


def test_between_two_closed_ones_nobody_guesses(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), case(bench, "Fern 21")
    for _ in range(2):
        close_case(work, case(bench, "Maple 12"), CloseReason.DECLINED)

    with pytest.raises(KnownError, match=r"link\.several"):
        link_by_alias(work, ref, "Maple 12")

    assert linked_people(work, ref.person_id) == ()


@pytest.mark.parametrize("alias", ["Oak 99", "", "  ", "Fern 21"])
def test_no_other_case_no_link(bench: Bench, alias: str) -> None:
    work, ref = bench.work_as(ROSA), case(bench, "Fern 21")

    with pytest.raises(KnownError, match=r"link\.no-such-alias"):
        link_by_alias(work, ref, alias)


def test_the_caseload_rule_holds_for_the_other_case_too(bench: Bench) -> None:
    ref, others = case(bench, "Fern 21"), case(bench, "Maple 12", TOMAS)
    bench.reach(others, TOMAS)

    with pytest.raises(KnownError, match=r"caseload\.outside"):
        link_by_alias(bench.work_as(ROSA), ref, "Maple 12")
