"""A step of a referral is taken back; what nobody was told leaves the accounting again."""

import pytest

from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import disclosures, with_persons
from desktop.records.referral import ClosedReason, ReferralStatus
from desktop.services.local_day import local_day
from desktop.services.refer import end_referral, note_accepted
from desktop.services.referral_back import put_referral_back
from tests.services.bench import Bench
from tests.services.referring import Asked, asked_of, refusal


@pytest.fixture
def asked(bench: Bench) -> Asked:
    return asked_of(bench)


def told(asked: Asked) -> list[str]:
    """To whom the accounting says that something went."""
    events = with_persons(list(enumerate(asked.bench.heard)), {})
    found = disclosures(events, asked.ref.person_id, asked.bench.clock.now())
    return [one.recipient for one in found]


def test_an_acceptance_is_taken_back_and_the_referral_waits_again(asked: Asked) -> None:
    asked.consent()
    accepted = asked.accepted()

    back = put_referral_back(asked.work, asked.ref, accepted.referral_id, 2)

    assert (back.status, back.accepted) == (ReferralStatus.REQUESTED, None)
    assert asked.card().referral == back
    assert told(asked) == [asked.partner]
    assert asked.bench.actions()[-1] is AuditAction.REFERRAL_PUT_BACK
    today = local_day(asked.work)
    again = note_accepted(asked.work, asked.ref, accepted.referral_id, "Intake", today)
    assert again.status is ReferralStatus.ACCEPTED


def test_a_sending_that_is_taken_back_told_nobody(asked: Asked) -> None:
    asked.consent()
    sent = asked.sent()
    assert told(asked) == [asked.partner]

    back = put_referral_back(asked.work, asked.ref, sent.referral_id, 1)

    assert back.status is ReferralStatus.DRAFT
    assert told(asked) == []
    assert AuditAction.RELEASED in asked.bench.actions(), "the trail keeps both entries"


def test_one_that_was_sent_by_mistake_told_nobody_and_stays_a_mistake(asked: Asked) -> None:
    asked.consent()
    sent = asked.sent()
    other = asked.sent("food-insecurity")

    mistake = ReferralStatus.ENTERED_IN_ERROR
    end_referral(asked.work, asked.ref, sent.referral_id, mistake, ClosedReason.BY_MISTAKE)

    assert told(asked) == [other.to_org], "the other one was told"
    back = refusal(lambda: put_referral_back(asked.work, asked.ref, sent.referral_id, 2))
    assert back == "referral.not-now"


def test_a_draft_entered_by_mistake_takes_nothing_out_of_the_accounting(asked: Asked) -> None:
    asked.consent()
    asked.sent()
    draft = asked.draft("food-insecurity")

    mistake = ReferralStatus.ENTERED_IN_ERROR
    end_referral(asked.work, asked.ref, draft.referral_id, mistake, ClosedReason.BY_MISTAKE)

    assert told(asked) == [asked.partner]


@pytest.mark.parametrize("number", [0, 2, 7])
def test_there_is_nothing_before_the_first_or_after_the_newest(asked: Asked, number: int) -> None:
    asked.consent()
    sent = asked.sent()

    back = refusal(lambda: put_referral_back(asked.work, asked.ref, sent.referral_id, number))

    assert back == "store.no-such-record"
