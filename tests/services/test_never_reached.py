"""Eligible and never reached: an end that says what stood in the way, and is true."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.missed import MissedWhy
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.episode_records import episode_of
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ROSA, Bench

NEVER, WHY = CloseReason.NEVER_REACHED, MissedWhy.NOBODY_ON_DUTY


def arrived(bench: Bench, days_ago: int = 0) -> EpisodeRef:
    """A case that arrived some days ago."""
    at = bench.clock.now() - timedelta(days=days_ago)
    return add_case(bench.work_as(ROSA), NewCase("ED 7", CaseSource.LIST_SCAN, at)).ref


def test_never_reached_needs_what_stood_in_the_way(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    with pytest.raises(KnownError, match=r"episode\.missed-without-reason"):
        close_case(work, ref, NEVER)

    assert not episode_of(work, ref).value.is_closed


def test_who_was_spoken_with_cannot_close_as_never_reached(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DECLINED_NOW))

    with pytest.raises(KnownError, match=r"episode\.was-reached"):
        close_case(work, ref, NEVER, WHY)

    assert not episode_of(work, ref).value.is_closed


def test_any_other_end_keeps_no_reason_for_missing(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    close_case(work, ref, CloseReason.TRANSFERRED, WHY)

    assert episode_of(work, ref).value.missed_why is None


def test_the_worklist_shows_this_months_never_reached_apart_with_the_reason(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref, old, other = arrived(bench), arrived(bench, days_ago=40), arrived(bench)
    for case in (ref, old):
        close_case(work, case, NEVER, WHY)
    close_case(work, other, CloseReason.DUPLICATE)

    worklist = read_worklist(work)

    assert [card.ref for card in worklist.missed] == [ref]
    assert worklist.missed[0].missed_why is WHY
    assert {card.ref for card in worklist.closed} == {old, other}
    assert not worklist.eligible
    assert worklist.arrived_count == 1, "a case that was entered twice counts once"


def test_the_case_tells_its_end_and_the_reason(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    close_case(work, ref, NEVER, WHY)

    said = [entry.text_id for entry in read_person(work, ref).timeline]
    assert said[-2:] == ["timeline.closed.never-reached", "missed-why.nobody-on-duty"]


def test_the_first_attempt_is_kept_apart_from_the_last(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    bench.clock.advance(3600)
    first = bench.clock.now()
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.IN_ISOLATION))
    bench.clock.advance(3600)
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ASLEEP_OR_SEDATED))

    (card,) = read_worklist(work).eligible

    assert card.first_tried_at == first
    assert card.last_attempt is not None
    assert card.last_attempt.tried_at == bench.clock.now()


def test_who_asked_for_no_more_contact_is_never_due_again(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    no, due = AttemptOutcome.DECLINED_DO_NOT_CONTACT, bench.clock.now() + timedelta(hours=1)
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED, next_due=due))

    with pytest.raises(KnownError, match=r"attempt\.no-more-contact"):
        log_attempt(work, ref, NewAttempt(AttemptMode.PHONE, no, next_due=due))
    log_attempt(work, ref, NewAttempt(AttemptMode.PHONE, no))

    (card,) = read_worklist(work).in_progress
    assert card.next_due is None
