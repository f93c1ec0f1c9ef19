"""A referral in the store: read as it was first written, and in no file without a key."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE, REFERRAL
from desktop.records.referral import Referral, ReferralStatus
from desktop.records.referral_moves import accepted, sent
from desktop.storage.codec import decode, encode
from tests.records.test_referral import ACCEPTED, DRAFT, STANDS, TOLD, YES
from tests.storage.cases import episode
from tests.storage.test_leaks import canaries_in
from tests.support.store_fixture import SPECIALIST, MadeStore

FIRST_WRITTEN = b"""{"referral_id":"11111111111111111111111111111111",
"episode_id":"22222222222222222222222222222222","to_org":"Elm Street Mentors",
"purpose":"mentoring","needs":["employment-status"],"created_at":"2026-11-02T17:00:00Z",
"created_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","service_id":"","urgency":"routine",
"status":"completed","sent":{"how":"by-phone","at":"2026-11-02T17:00:00Z",
"by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","consent_id":"cccccccccccccccccccccccccccccccc",
"categories":["needs"]},"accepted":{"who":"Front desk, invented","on":"2026-11-02",
"noted_at":"2026-11-02T17:00:00Z","noted_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"},
"first_meeting":{"on":"2026-11-02","was_held":true,"noted_at":"2026-11-02T17:00:00Z",
"noted_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"},"held_from":null,
"ended":{"reason":"handed-on","at":"2026-11-02T17:00:00Z",
"by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"}}"""
"""What the first version with referrals kept; never edited."""

CANARIES = ["canary-partner-5e21", "canary-who-5e21", "canary-alias-5e21"]


def test_a_referral_as_it_was_first_written_is_read() -> None:
    read = decode(FIRST_WRITTEN, Referral)

    assert read == STANDS[ReferralStatus.COMPLETED]
    assert read.is_warm


@pytest.mark.parametrize("status", list(STANDS))
def test_a_referral_survives_the_round_trip_in_each_status(status: ReferralStatus) -> None:
    data = encode(STANDS[status])

    assert decode(data, Referral) == STANDS[status]


def test_one_that_cannot_be_read_quotes_nothing_of_it() -> None:
    with pytest.raises(KnownError) as caught:
        decode(FIRST_WRITTEN.replace(b'"completed"', b'"canary-status"'), Referral)

    assert caught.value.message_id == "store.damaged"
    assert "canary" not in str(caught.value)
    assert ACCEPTED.accepted is not None
    assert ACCEPTED.accepted.who not in repr(ACCEPTED)


@pytest.mark.parametrize("is_open", [True, False])
def test_neither_partner_nor_who_said_yes_is_in_any_file(made: MadeStore, is_open: bool) -> None:
    partner, who, alias = CANARIES
    session = made.sign_in(SPECIALIST)
    person, case, own = session.records.create_person(), RecordId("c" * 32), RecordId("d" * 32)
    value = episode(person, case, alias=alias)
    session.records.save(EPISODE, person, case, value, base=0)
    draft = replace(DRAFT, referral_id=own, episode_id=value.episode_id, to_org=partner)
    yes = replace(YES, who=who, on=date(2026, 11, 3))
    steps = (draft, sent(draft, TOLD), accepted(sent(draft, TOLD), yes))
    for base, step in enumerate(steps):
        session.records.save(REFERRAL, person, own, step, base=base)
    assert session.records.load(REFERRAL, own).value == steps[-1]
    if not is_open:
        session.close()
        made.gate.close()

    assert canaries_in(made.data_dir, CANARIES) == []
