"""Adding somebody who may be there already: aliases only, and only of people in the house."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.same_case import HeardCase, LikeWhy
from desktop.services.close_case import close_case
from desktop.services.like_cases import MOST, LikeCase, like_cases
from tests.services.bench import DESK, ROSA, TOMAS, Bench
from tests.views.worklist.crowd import Crowd


def heard(bench: Bench, alias: str = "Birch 37", place: str = "ED 7") -> HeardCase:
    """Somebody who came now."""
    return HeardCase(alias, place, bench.clock.now())


def test_the_case_at_this_bed_is_found_by_its_alias(bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 40)
    crowd.arrives("Fern 21", "ED 8", 20)

    found = like_cases(bench.work_as(TOMAS), heard(bench))

    assert found == (LikeCase(ref, "Maple 12", LikeWhy.PLACE),)


def test_no_name_is_read_for_it(bench: Bench) -> None:
    Crowd(bench).arrives("Maple 12", "ED 7", 40)
    before = len(bench.actions())

    like_cases(bench.work_as(ROSA), heard(bench))

    read = bench.actions()[before:]
    assert AuditAction.IDENTITIES_COMPARED not in read
    assert AuditAction.IDENTITY_READ not in read


def test_the_newest_come_first_and_no_more_than_a_few(bench: Bench) -> None:
    crowd = Crowd(bench)
    for number, ago in ((1, 50), (2, 40), (3, 30)):
        crowd.arrives(f"Elm {number:02d}", "ED 7", ago)

    found = like_cases(bench.work_as(ROSA), heard(bench))

    assert [one.alias for one in found] == ["Elm 03", "Elm 02"]
    assert len(found) == MOST


def test_who_was_just_noted_for_another_program_is_found_and_who_left_long_ago_is_not(
    bench: Bench,
) -> None:
    crowd = Crowd(bench)
    work = bench.work_as(ROSA)
    near, past = crowd.arrives("Maple 12", "ED 7", 40), crowd.arrives("Mapel 13", "ED 9", 10_000)
    for ref in (near, past):
        close_case(work, ref, CloseReason.DUPLICATE)

    assert [one.alias for one in like_cases(work, heard(bench))] == ["Maple 12"]
    assert like_cases(work, heard(bench, "Maple 13", "ED 1")) == ()


def test_whoever_adds_nobody_asks_for_nobody(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        like_cases(bench.work_as(DESK), heard(bench))
