"""A referral: every pair of statuses, what each step asks for, and when a hand-off is warm."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from desktop.errors import KnownError
from desktop.records.consent import Category, Purpose
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.referral import (
    Accepted,
    ClosedReason,
    FirstMeeting,
    Referral,
    ReferralStatus,
    Sent,
    SentHow,
)
from desktop.records.referral_moves import (
    MOVES,
    REASONS,
    WHO_LETTERS,
    accepted,
    ended,
    held,
    may_become,
    met,
    resumed,
    sent,
)

S = ReferralStatus
NOW = datetime(2026, 11, 2, 17, tzinfo=UTC)
DAY = date(2026, 11, 2)
ME = StaffId("a1" * 16)
TOLD = Sent(SentHow.BY_PHONE, NOW, ME, RecordId("c" * 32), frozenset({Category.NEEDS}))
YES = Accepted("Front desk, invented", DAY, NOW, ME)
SAW = FirstMeeting(DAY, True, NOW, ME)
MISSED = FirstMeeting(DAY, False, NOW, ME)

DRAFT = Referral(
    RecordId("1" * 32),
    EpisodeId("2" * 32),
    "Elm Street Mentors",
    Purpose.MENTORING,
    ("employment-status",),
    NOW,
    ME,
)


def end(referral: Referral, to: ReferralStatus) -> Referral:
    return ended(referral, to, REASONS[to][0], NOW, ME)


REQUESTED = sent(DRAFT, TOLD)
ACCEPTED = accepted(REQUESTED, YES)
MET = met(ACCEPTED, SAW)
STANDS = {
    S.DRAFT: DRAFT,
    S.REQUESTED: REQUESTED,
    S.ACCEPTED: ACCEPTED,
    S.IN_PROGRESS: MET,
    S.ON_HOLD: held(REQUESTED),
    S.REJECTED: end(REQUESTED, S.REJECTED),
    S.CANCELLED: end(REQUESTED, S.CANCELLED),
    S.FAILED: end(ACCEPTED, S.FAILED),
    S.COMPLETED: end(MET, S.COMPLETED),
    S.ENTERED_IN_ERROR: end(REQUESTED, S.ENTERED_IN_ERROR),
}
"""One referral in each status, made by the steps alone."""

STEPS: dict[ReferralStatus, Callable[[Referral], Referral]] = {
    S.REQUESTED: lambda one: (
        resumed(one)
        if one.status is S.ON_HOLD and one.held_from is S.REQUESTED
        else sent(one, TOLD)
    ),
    S.ACCEPTED: lambda one: accepted(one, YES),
    S.IN_PROGRESS: lambda one: met(one, SAW),
    S.ON_HOLD: held,
    **{to: (lambda one, to=to: end(one, to)) for to in REASONS},
}
"""The step that leads to each status."""

ALLOWED = """
draft: requested cancelled entered-in-error
requested: accepted rejected on-hold cancelled entered-in-error
accepted: in-progress on-hold failed cancelled entered-in-error
in-progress: completed on-hold failed cancelled entered-in-error
on-hold: requested cancelled entered-in-error
rejected: entered-in-error
cancelled: entered-in-error
failed: entered-in-error
completed: entered-in-error
entered-in-error:
"""
"""The table again, as a person reads it; the one on hold was held while it was requested."""


def allowed(one: ReferralStatus, to: ReferralStatus) -> bool:
    rows = dict(line.split(":") for line in ALLOWED.strip().splitlines())
    return to.value in rows[one.value].split()


@pytest.mark.parametrize(("one", "to"), list(product(S, S)))
def test_each_pair_of_statuses_is_allowed_or_refused_as_the_table_says(
    one: ReferralStatus, to: ReferralStatus
) -> None:
    referral = STANDS[one]

    assert may_become(referral, to) is allowed(one, to)
    if to is S.DRAFT:
        return
    if allowed(one, to):
        assert STEPS[to](referral).status is to
    else:
        with pytest.raises(KnownError) as refused:
            STEPS[to](referral)
        assert refused.value.message_id in ("referral.not-now", "referral.not-warm")


def test_the_statuses_are_those_of_the_hl7_referral_set() -> None:
    words = "draft requested accepted rejected cancelled in-progress on-hold failed completed"

    assert {one.value for one in S} == {*words.split(), "entered-in-error"}
    assert set(MOVES) == set(S)


@pytest.mark.parametrize("stands", [REQUESTED, ACCEPTED, MET])
def test_what_was_held_goes_on_only_where_it_stood(stands: Referral) -> None:
    waits = held(stands)

    back = resumed(waits)

    assert back == stands
    others = {S.REQUESTED, S.ACCEPTED, S.IN_PROGRESS} - {stands.status}
    assert not any(may_become(waits, one) for one in others)


def test_a_hand_off_is_warm_only_with_acceptance_and_a_first_meeting() -> None:
    assert [one.is_warm for one in (DRAFT, REQUESTED, ACCEPTED, MET)] == [False, False, False, True]
    assert end(MET, S.COMPLETED).is_warm
    assert not met(ACCEPTED, MISSED).is_warm
    assert not replace(MET, accepted=None).is_warm
    assert not end(MET, S.ENTERED_IN_ERROR).is_warm


def test_it_cannot_be_completed_before_it_is_warm() -> None:
    with pytest.raises(KnownError) as refused:
        end(ACCEPTED, S.COMPLETED)

    assert refused.value.message_id == "referral.not-warm"


def test_a_first_meeting_that_was_not_held_leaves_it_accepted() -> None:
    still = met(ACCEPTED, MISSED)

    assert (still.status, still.first_meeting) == (S.ACCEPTED, MISSED)
    assert met(still, SAW).status is S.IN_PROGRESS


@pytest.mark.parametrize(("who", "refusal"), [(" ", "missing"), ("x" * 81, "too-long")])
def test_who_accepted_is_a_name_or_a_role(who: str, refusal: str) -> None:
    with pytest.raises(KnownError) as refused:
        accepted(REQUESTED, replace(YES, who=who))

    assert refused.value.message_id == f"referral.who-{refusal}"
    assert accepted(REQUESTED, replace(YES, who="x" * WHO_LETTERS)).accepted is not None


@pytest.mark.parametrize(
    "step",
    [
        lambda d: accepted(REQUESTED, replace(YES, on=d)),
        lambda d: met(ACCEPTED, replace(SAW, on=d)),
    ],
)
def test_no_step_lies_before_the_one_that_came_first(step: Callable[[date], Referral]) -> None:
    first = TOLD.at.astimezone().date()
    assert step(first)

    with pytest.raises(KnownError) as refused:
        step(first - timedelta(days=1))

    assert refused.value.message_id == "referral.too-early"


@pytest.mark.parametrize("to", list(REASONS))
def test_each_end_takes_its_own_reasons_alone(to: ReferralStatus) -> None:
    stands = next(one for one in STANDS.values() if may_become(one, to))

    for reason in ClosedReason:
        if reason in REASONS[to]:
            after = ended(stands, to, reason, NOW, ME)
            assert after.ended is not None
            assert (after.ended.reason, after.is_open) == (reason, False)
        else:
            with pytest.raises(KnownError) as refused:
                ended(stands, to, reason, NOW, ME)
            assert refused.value.message_id == "referral.reason-missing"


def test_every_reason_belongs_to_one_end() -> None:
    every = [reason for reasons in REASONS.values() for reason in reasons]

    assert sorted(every) == sorted(ClosedReason)


def test_the_name_of_who_accepted_stays_out_of_what_is_printed_for_us() -> None:
    assert "Front desk" not in repr(ACCEPTED)
