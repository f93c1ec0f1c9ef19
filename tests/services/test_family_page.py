"""A page of their own for a relative of somebody who died: another person, in no count of reach."""

from datetime import timedelta

import pytest

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource
from desktop.services.add_case import NewCase, add_case
from desktop.services.cases import CaseCard
from desktop.services.count_reach import count_reach
from desktop.services.linked_people import linked_cases
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import NADIA, ROSA, Bench, memory_bench

ENOUGH = 11


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


def relative(bench: Bench) -> CaseCard:
    """Somebody of a family."""
    new = NewCase("Family room", CaseSource.FAMILY, bench.clock.now(), age_years=47)
    return add_case(bench.work_as(ROSA), new)


def test_a_relative_is_another_person_and_nothing_goes_along(bench: Bench) -> None:
    work, died = bench.work_as(ROSA), bench.new_case()
    log_attempt(work, died, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DIED))

    card = relative(bench)

    assert card.ref.person_id != died.person_id
    assert card.is_family
    assert linked_cases(work, card.ref) == linked_cases(work, died) == ()
    page = read_person(work, card.ref)
    assert (page.case_number, page.consents_asked, page.attempts) == (1, 0, ())
    assert "family-intake" in {one.own for one in page.offered}


def test_a_relative_waits_on_the_worklist_and_is_in_no_count_of_who_arrived(bench: Bench) -> None:
    for _ in range(ENOUGH):
        bench.new_case()
        relative(bench)

    lists = read_worklist(bench.work_as(ROSA))
    today = bench.clock.now().astimezone().date()
    count = count_reach(bench.work_as(NADIA), today - timedelta(days=1), today)

    assert len(lists.eligible) == 2 * ENOUGH
    assert lists.arrived_count == ENOUGH
    assert count.eligible == ENOUGH
