"""Somebody with referrals in every state that a page shows: asked, stopped, a draft, handed on."""

from dataclasses import replace
from datetime import timedelta

from desktop.directory.partners import Partner
from desktop.records.consent import ConsentMode, ConsentType
from desktop.records.episode import CaseSource
from desktop.records.kinds import REFERRAL
from desktop.records.referral import Referral, ReferralStatus, SentHow
from desktop.records.referral_moves import REASONS
from desktop.services.add_case import NewCase, add_case
from desktop.services.consent_document import consent_document, default_scope
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.refer import (
    ReferralWish,
    end_referral,
    note_accepted,
    note_first_meeting,
    propose_referral,
    send_referral,
)
from desktop.services.sign_consent import sign_consent
from desktop.services.withdraw_consent import withdraw_consent
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.services.test_consents import INK, NAME

REFERRED = "Larch 22"
HOME, TALK, RIDES = "housing-instability", "mental-health", "transportation-insecurity"


def refer_people(bench: Bench) -> None:
    """One case with a referral of each kind."""
    work = bench.work_as(ROSA)
    new = NewCase("ED 11", CaseSource.TRAUMA_PAGE, bench.clock.now(), age_years=23, alias=REFERRED)
    ref = add_case(work, new).ref
    bench.reach(ref)
    said = {HOUSING: "yes", "how-you-are.talk": "yes", "what-you-need.rides": "yes"}
    completed(work, ref, **said)
    mentors, peers, family = (one.name for one in work.library.partners()[:3])
    place = next(one for one in work.library.directory().listings if HOME in one.categories)
    for to_org in (mentors, peers, place.organization):
        _consent(bench, ref, to_org)
    _days_ago(bench, ref, _sent(bench, ref, ReferralWish(mentors, (HOME, RIDES))), 4)
    _sent(bench, ref, ReferralWish(peers, (RIDES,)))
    propose_referral(work, ref, ReferralWish(family, (TALK,)))
    done = _sent(bench, ref, ReferralWish(place.organization, (HOME,), place.service_id))
    today = local_day(work)
    note_accepted(work, ref, done.referral_id, "Intake desk", today)
    note_first_meeting(work, ref, done.referral_id, today, was_held=True)
    end = ReferralStatus.COMPLETED
    end_referral(work, ref, done.referral_id, end, REASONS[end][0])
    bench.clock.advance(60)
    given = _consent(bench, ref, peers)
    withdraw_consent(work, ref, given, "said so by phone")


def _consent(bench: Bench, ref: EpisodeRef, to_org: str) -> str:
    work = bench.work_as(ROSA)
    known = {one.name: one for one in work.library.partners()}
    partner = known.get(to_org, Partner(to_org, "case-management"))
    document = consent_document(work, ref, ConsentType.RELEASE, default_scope(work, partner), "en")
    signed = sign_consent(
        work, ref, document, mode=ConsentMode.SIGNED, printed_name=NAME, signature=INK
    )
    return signed.consent_id


def _sent(bench: Bench, ref: EpisodeRef, wish: ReferralWish) -> Referral:
    work = bench.work_as(ROSA)
    draft = propose_referral(work, ref, wish)
    return send_referral(work, ref, draft.referral_id, SentHow.BY_PHONE)


def _days_ago(bench: Bench, ref: EpisodeRef, referral: Referral, days: int) -> None:
    """As if it had been sent then: the clock of the site is not turned for one row."""
    assert referral.sent is not None
    sent = replace(referral.sent, at=referral.sent.at - timedelta(days=days))
    older = replace(referral, sent=sent)
    records = bench.work_as(ROSA).session.records
    records.save(REFERRAL, ref.person_id, referral.referral_id, older, base=2)
