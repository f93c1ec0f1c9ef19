"""When something is due of a referral, by the days of the site and how soon it is needed."""

from datetime import timedelta

import pytest

from desktop.records.referral import (
    ClosedReason,
    ReferralStatus,
    Urgency,
)
from desktop.records.referral_due import WaitingFor
from desktop.services.local_day import local_day
from desktop.services.ports import Setting
from desktop.services.read_referrals import waiting_referrals
from desktop.services.refer import (
    end_referral,
    hold_referral,
    note_first_meeting,
    resume_referral,
)
from tests.services.bench import ADMIN, Bench
from tests.services.referring import DAY, Asked, asked_of


@pytest.fixture
def asked(bench: Bench) -> Asked:
    return asked_of(bench)


def test_nobody_said_yes_is_due_after_the_days_of_the_site(asked: Asked) -> None:
    asked.consent()
    asked.sent()
    today = local_day(asked.work)

    due = asked.card().due
    assert due is not None
    assert (due.what, due.on) == (WaitingFor.ANSWER, today + timedelta(days=3))
    assert (due.is_due(due.on - timedelta(days=1)), due.is_due(due.on)) == (False, True)

    site = asked.bench.work_as(ADMIN).session.site
    site.change_setting(Setting("referral-answer-days", "5"))
    later = asked.card().due
    assert later is not None
    assert later.on == today + timedelta(days=5)


@pytest.mark.parametrize(
    ("urgency", "days"), [(Urgency.ROUTINE, 3), (Urgency.URGENT, 1), (Urgency.ASAP, 0)]
)
def test_what_is_urgent_comes_up_sooner(asked: Asked, urgency: Urgency, days: int) -> None:
    asked.consent()
    asked.sent(urgency=urgency)

    due = asked.card().due

    assert due is not None
    assert due.on == local_day(asked.work) + timedelta(days=days)


def test_a_first_meeting_that_was_not_held_is_due_again_from_that_day(asked: Asked) -> None:
    asked.consent()
    accepted = asked.accepted()
    asked.bench.clock.advance(4 * DAY)
    today = local_day(asked.work)

    note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=False)

    due = asked.card().due
    assert due is not None
    assert (due.what, due.on) == (WaitingFor.MEETING, today + timedelta(days=7))


def test_nothing_is_due_on_hold_after_they_met_or_at_the_end(asked: Asked) -> None:
    consent = asked.consent()
    accepted = asked.accepted()
    assert consent.valid_until is not None
    ends = consent.valid_until + timedelta(days=1)

    hold_referral(asked.work, asked.ref, accepted.referral_id)
    held = asked.card().due
    assert held is not None
    assert (held.what, held.on) == (WaitingFor.CONSENT, ends)

    resume_referral(asked.work, asked.ref, accepted.referral_id)
    today = local_day(asked.work)
    note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=True)
    met = asked.card().due
    assert met is not None
    assert met.what is WaitingFor.CONSENT

    end_referral(
        asked.work,
        asked.ref,
        accepted.referral_id,
        ReferralStatus.COMPLETED,
        ClosedReason.HANDED_ON,
    )
    assert asked.card().due is None
    assert waiting_referrals(asked.work, asked.ref) == ()
