"""Where a claim to the state's victim compensation stands, and until when one can be made."""

from datetime import date, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.compensation_claim import ClaimState, years_after
from desktop.records.episode import CloseReason
from desktop.services.close_case import close_case
from desktop.services.compensation import SETTING, SOON_DAYS, note_claim, read_claim
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.site_rules import save_site_rule
from tests.services.bench import ADMIN, DESK, ROSA, Bench

DAY = timedelta(days=1)


def refused(bench: Bench, ref: EpisodeRef, state: ClaimState, on: date) -> str:
    with pytest.raises(KnownError) as caught:
        note_claim(bench.work_as(ROSA), ref, state, on)
    return caught.value.message_id


def today(bench: Bench) -> date:
    return local_day(bench.work_as(ROSA))


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        (date(2026, 3, 14), 2, date(2028, 3, 14)),
        (date(2028, 2, 29), 2, date(2030, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
    ],
)
def test_the_same_day_some_years_later(day: date, years: int, then: date) -> None:
    assert years_after(day, years) == then


def test_without_a_rule_of_the_site_no_last_day_is_named(bench: Bench) -> None:
    ref = bench.new_case()

    found = read_claim(bench.work_as(ROSA), ref)

    assert (found.claim, found.last_day, found.is_soon, found.waits) == (None, None, False, True)


@pytest.mark.parametrize(("left", "is_soon"), [(61, False), (60, True), (0, True), (-1, True)])
def test_the_last_day_is_said_with_weight_from_sixty_days_on(
    bench: Bench, left: int, is_soon: bool
) -> None:
    save_site_rule(bench.work_as(ADMIN), SETTING, "years-2")
    ref, arrived = bench.new_case(), today(bench)
    last_day = years_after(arrived, 2)
    bench.clock.advance(((last_day - arrived).days - left) * 86_400)

    found = read_claim(bench.work_as(ROSA), ref)

    assert SOON_DAYS == 60
    assert (found.last_day, found.days_left, found.is_soon) == (last_day, left, is_soon)


@pytest.mark.parametrize("state", list(ClaimState))
def test_the_last_day_counts_only_while_one_can_still_apply(
    bench: Bench, state: ClaimState
) -> None:
    save_site_rule(bench.work_as(ADMIN), SETTING, "years-3")
    ref = bench.new_case()
    note_claim(bench.work_as(ROSA), ref, state, today(bench))

    found = read_claim(bench.work_as(ROSA), ref)

    waits = state in (ClaimState.OFFERED, ClaimState.WANTED)
    assert (found.last_day is not None, found.waits) == (waits, waits)


def test_each_step_is_kept_with_its_day_and_is_in_the_trail(bench: Bench) -> None:
    ref, work, start = bench.new_case(), bench.work_as(ROSA), today(bench)
    note_claim(work, ref, ClaimState.WANTED, start)
    bench.clock.advance(3 * 86_400)
    sent = note_claim(work, ref, ClaimState.SENT, start + DAY)
    granted = note_claim(work, ref, ClaimState.GRANTED, start + 2 * DAY)
    again = note_claim(work, ref, ClaimState.OFFERED, start + 2 * DAY)

    assert (sent.on, sent.sent_on) == (start + DAY, start + DAY)
    assert (granted.on, granted.sent_on) == (start + 2 * DAY, start + DAY)
    assert again.sent_on is None
    noted = [one for one in bench.heard if one.action is AuditAction.COMPENSATION_NOTED]
    assert [one.detail for one in noted] == ["wanted", "sent", "granted", "offered"]


def test_a_day_that_cannot_be_is_refused_and_nothing_is_kept(bench: Bench) -> None:
    ref, start = bench.new_case(), today(bench)
    bench.clock.advance(5 * 86_400)
    note_claim(bench.work_as(ROSA), ref, ClaimState.SENT, start + 3 * DAY)

    found = [
        refused(bench, ref, ClaimState.WANTED, start + 6 * DAY),
        refused(bench, ref, ClaimState.WANTED, start - DAY),
        refused(bench, ref, ClaimState.DENIED, start + 2 * DAY),
    ]

    assert found == [
        "compensation.in-future",
        "compensation.before-arrival",
        "compensation.before-sent",
    ]
    claim = read_claim(bench.work_as(ROSA), ref).claim
    assert claim is not None
    assert claim.state is ClaimState.SENT
    assert (
        note_claim(bench.work_as(ROSA), ref, ClaimState.DENIED, start + 3 * DAY).state
        is ClaimState.DENIED
    )


def test_an_answer_that_comes_after_the_case_was_closed_is_noted(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    bench.reach(ref)
    note_claim(work, ref, ClaimState.SENT, today(bench))
    close_case(work, ref, CloseReason.COMPLETED)

    assert note_claim(work, ref, ClaimState.GRANTED, today(bench)).state is ClaimState.GRANTED


def test_the_packet_desk_neither_reads_nor_notes_it(bench: Bench) -> None:
    ref = bench.new_case()

    for act in (
        lambda: read_claim(bench.work_as(DESK), ref),
        lambda: note_claim(bench.work_as(DESK), ref, ClaimState.WANTED, today(bench)),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "work.not-allowed"
