"""Referrals: proposed, sent, gone on with and ended, each step in the trail."""

from datetime import timedelta
from functools import partial

import pytest

from desktop.errors import BugError
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import disclosures, with_persons
from desktop.records.consent import Category
from desktop.records.episode import CloseReason
from desktop.records.referral import (
    ClosedReason,
    ReferralStatus,
    SentHow,
)
from desktop.services.close_case import close_case
from desktop.services.local_day import local_day
from desktop.services.read_referrals import referral_cards
from desktop.services.refer import (
    ReferralWish,
    end_referral,
    hold_referral,
    note_first_meeting,
    propose_referral,
    send_referral,
)
from desktop.services.referral_partners import partners_for
from tests.services.bench import ADMIN, DESK, TOMAS, Bench
from tests.services.referring import FOOD, JOB, TALK, Asked, asked_of, refusal


@pytest.fixture
def asked(bench: Bench) -> Asked:
    return asked_of(bench)


def test_a_draft_tells_nobody_anything(asked: Asked) -> None:
    draft = asked.draft(JOB, FOOD)

    assert (draft.status, draft.sent) == (ReferralStatus.DRAFT, None)
    assert AuditAction.RELEASED not in asked.bench.actions()
    assert asked.card().referral == draft
    assert asked.card().refusal is not None


def test_a_referral_goes_from_the_draft_to_a_warm_hand_off(asked: Asked) -> None:
    consent = asked.consent()
    accepted = asked.accepted()
    today = local_day(asked.work)

    met = note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=True)
    done = end_referral(
        asked.work,
        asked.ref,
        accepted.referral_id,
        ReferralStatus.COMPLETED,
        ClosedReason.HANDED_ON,
    )

    assert accepted.sent is not None
    assert accepted.sent.consent_id == consent.consent_id
    assert accepted.sent.categories == {Category.IDENTITY_CONTACT, Category.NEEDS}
    assert (accepted.is_warm, met.is_warm, done.is_warm) == (False, True, True)
    noted = [one.detail for one in asked.bench.heard if one.action is AuditAction.REFERRAL_NOTED]
    assert noted == ["draft", "requested", "accepted", "in-progress", "completed"]


def test_sending_stands_in_the_accounting_of_disclosures(asked: Asked) -> None:
    asked.consent()

    asked.sent()

    events = with_persons(list(enumerate(asked.bench.heard)), {})
    (told,) = disclosures(events, asked.ref.person_id, asked.bench.clock.now())
    assert (told.recipient, told.what, told.purpose) == (asked.partner, "referral", "mentoring")


def test_what_cannot_be_kept_is_taken_back_from_the_accounting(asked: Asked) -> None:
    asked.consent()
    draft = asked.draft()
    asked.sent(FOOD)
    other = asked.draft(TALK)
    end_referral(
        asked.work, asked.ref, draft.referral_id, ReferralStatus.CANCELLED, ClosedReason.NOT_NEEDED
    )

    before = asked.bench.actions().count(AuditAction.RELEASED)
    said = refusal(
        lambda: send_referral(asked.work, asked.ref, draft.referral_id, SentHow.BY_PHONE)
    )

    assert said == "referral.not-now"
    assert asked.bench.actions().count(AuditAction.RELEASED) == before
    assert other.status is ReferralStatus.DRAFT


def test_who_is_asked_already_for_a_need_is_not_asked_twice(asked: Asked) -> None:
    draft = asked.draft(JOB)

    assert refusal(lambda: asked.draft(JOB, FOOD)) == "referral.is-open"
    asked.draft(FOOD)
    end_referral(
        asked.work, asked.ref, draft.referral_id, ReferralStatus.CANCELLED, ClosedReason.NOT_NEEDED
    )
    assert asked.draft(JOB).status is ReferralStatus.DRAFT


def test_it_is_for_a_need_of_the_list_and_to_somebody(asked: Asked) -> None:
    assert (
        refusal(lambda: propose_referral(asked.work, asked.ref, ReferralWish(asked.partner, ())))
        == "referral.needs-missing"
    )
    assert (
        refusal(lambda: propose_referral(asked.work, asked.ref, ReferralWish(" ", (JOB,))))
        == "referral.partner-missing"
    )
    with pytest.raises(BugError):
        propose_referral(asked.work, asked.ref, ReferralWish(asked.partner, ("an-invented-need",)))


def test_no_step_lies_in_the_future(asked: Asked) -> None:
    asked.consent()
    accepted = asked.accepted()
    tomorrow = local_day(asked.work) + timedelta(days=1)

    assert (
        refusal(
            lambda: note_first_meeting(
                asked.work, asked.ref, accepted.referral_id, tomorrow, was_held=True
            )
        )
        == "referral.in-future"
    )


def test_the_desk_the_administrator_and_others_may_not_refer(asked: Asked) -> None:
    wish = ReferralWish(asked.partner, (JOB,))

    for name in (DESK, ADMIN):
        propose = partial(propose_referral, asked.bench.work_as(name), asked.ref, wish)
        assert refusal(propose) == "work.not-allowed"


def test_a_case_of_others_and_a_closed_one_take_no_referral(asked: Asked) -> None:
    asked.bench.reach(asked.ref)
    wish = ReferralWish(asked.partner, (JOB,))
    tomas = asked.bench.work_as(TOMAS)

    assert refusal(lambda: propose_referral(tomas, asked.ref, wish)) == "caseload.outside"
    close_case(asked.work, asked.ref, CloseReason.COMPLETED)
    assert refusal(lambda: propose_referral(asked.work, asked.ref, wish)) == "episode.closed"


def test_a_referral_of_another_case_is_none_of_this_one(asked: Asked) -> None:
    draft = asked.draft()
    other = asked.bench.new_case()

    assert (
        refusal(lambda: hold_referral(asked.work, other, draft.referral_id))
        == "store.no-such-record"
    )


def test_one_entered_by_mistake_is_kept_and_shown_no_more(asked: Asked) -> None:
    draft = asked.draft()

    end_referral(
        asked.work,
        asked.ref,
        draft.referral_id,
        ReferralStatus.ENTERED_IN_ERROR,
        ClosedReason.BY_MISTAKE,
    )

    assert referral_cards(asked.work, asked.ref) == ()


def test_partners_take_any_need_and_places_those_that_they_serve(asked: Asked) -> None:
    offered = partners_for(asked.work, asked.ref, ("housing-instability",), "es")

    names = [one.to_org for one in offered]
    partners = [one.name for one in asked.work.library.partners()]
    assert names[: len(partners)] == partners
    places = offered[len(partners) :]
    assert places
    find = asked.work.library.directory().find
    listed = [find(one.service_id) for one in places]
    assert all(one is not None and "housing-instability" in one.categories for one in listed)
    lantern = next(one for one in places if one.to_org == "Lantern House")
    assert lantern.name == "Ayuda de vivienda de Lantern House"
    assert len({one.key for one in offered}) == len(offered)
