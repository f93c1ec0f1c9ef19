"""Who judged that somebody cannot decide now, and what stands in the way: roles and one word."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.room import CapacityBy, CapacityCheck, CapacityReason, CapacityResult
from desktop.services.episode_records import capacity_of
from desktop.services.note_capacity import note_capacity
from desktop.services.read_person import read_person
from desktop.storage.codec import decode, encode
from desktop.views.person.person_reader import person_state
from tests.services.bench import ROSA, Bench, memory_bench


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


@pytest.mark.parametrize("result", [CapacityResult.ABSENT, CapacityResult.UNCERTAIN])
@pytest.mark.parametrize("by", [*CapacityBy, None])
@pytest.mark.parametrize("reason", [*CapacityReason, None])
def test_each_judgement_is_kept_with_its_reason(
    bench: Bench, result: CapacityResult, by: CapacityBy | None, reason: CapacityReason | None
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    due = bench.clock.now() + timedelta(hours=1)

    check = note_capacity(work, ref, result, due, by, reason)

    kept = capacity_of(work, ref)
    assert kept is not None
    assert kept.value == check
    assert (check.by, check.reason, check.recheck_due) == (by, reason, due)


def test_a_yes_has_somebody_who_judged_and_no_reason(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    with pytest.raises(KnownError, match=r"capacity\.only-when-not"):
        note_capacity(work, ref, CapacityResult.PRESENT, reason=CapacityReason.PAIN)
    assert capacity_of(work, ref) is None
    check = note_capacity(work, ref, CapacityResult.PRESENT, by=CapacityBy.PHYSICIAN)

    assert check.by is CapacityBy.PHYSICIAN


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_person_says_both(bench: Bench, language: str) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    by, reason = CapacityBy.NURSE, CapacityReason.SEDATED
    note_capacity(work, ref, CapacityResult.ABSENT, None, by, reason)

    lines = person_state(read_person(work, ref), bench.clock.now(), language).room_lines

    said = [sentence("capacity-by.nurse", language), sentence("capacity-reason.sedated", language)]
    assert all(any(one in line for line in lines) for one in said)


def test_a_note_from_before_is_read_without_either() -> None:
    now = memory_bench().clock.now()
    old = CapacityCheck("e", CapacityResult.ABSENT, now, "s", now)
    before = encode(old).replace(b',"by":null', b"").replace(b',"reason":null', b"")
    assert b"reason" not in before

    assert decode(before, CapacityCheck) == old
