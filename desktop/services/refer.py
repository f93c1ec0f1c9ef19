"""Refer a person to a partner, and note each step until the two have met or it ended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import REFERRAL
from desktop.records.need import CATEGORIES
from desktop.records.referral import (
    Accepted,
    ClosedReason,
    FirstMeeting,
    Referral,
    ReferralStatus,
    Sent,
    SentHow,
    Urgency,
)
from desktop.records.referral_moves import accepted, ended, held, met, resumed, sent
from desktop.records.roles import Permission
from desktop.services.episode_records import one_of, open_episode_of, referrals_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.referral_back import disclosure_of, take_disclosure_back
from desktop.services.referral_gate import purpose_for, standing_gate, told_categories
from desktop.services.told_first import told_first
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ReferralWish:
    """Whom to ask for help with which needs; ``service_id`` "" for the organisation itself."""

    to_org: str
    needs: tuple[str, ...]
    service_id: str = ""
    urgency: Urgency = Urgency.ROUTINE


def propose_referral(work: Work, ref: EpisodeRef, wish: ReferralWish) -> Referral:
    """Keep it as a draft: nobody was asked. KnownErrors ``referral.needs-missing``,
    ``referral.partner-missing``, ``referral.is-open`` (the same partner is asked for one of these
    needs already), ``episode.closed``."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    if not wish.needs:
        raise KnownError("referral.needs-missing")
    if not wish.to_org.strip():
        raise KnownError("referral.partner-missing")
    if not set(wish.needs) <= set(CATEGORIES):
        raise BugError("no such need")
    _need_no_other(work, ref, wish)
    referral = Referral(
        RecordId(work.ids.new_id()),
        ref.episode_id,
        wish.to_org,
        purpose_for(work, ref, wish.to_org),
        wish.needs,
        work.clock.now(),
        work.session.me.staff_id,
        wish.service_id,
        wish.urgency,
    )
    return _keep(work, ref, referral, base=0)


def send_referral(work: Work, ref: EpisodeRef, referral_id: RecordId, how: SentHow) -> Referral:
    """Note that the partner is asked now: in the accounting of disclosures first (45 CFR
    164.528(b)(2)), then with the case. The app itself sends nothing.

    KnownErrors ``consent-gate.*`` unless a consent covers all that it tells today (45 CFR
    164.508(b)(2); 28 CFR 94.115), ``referral.not-now``, ``episode.closed``.
    """
    found = _opened(work, ref, referral_id)
    gate = standing_gate(work, ref, found.value)
    gate.need()
    # The person may have been asked for another purpose since it was proposed.
    referral = replace(found.value, purpose=gate.purpose)
    if gate.consent_id is None:
        raise BugError("the gate is open and names no consent")
    told = frozenset(told_categories(referral.needs))
    note = Sent(how, work.clock.now(), work.session.me.staff_id, gate.consent_id, told)
    after = sent(referral, note)
    with told_first(work, disclosure_of(ref, referral)):
        return _keep(work, ref, after, base=found.number)


def note_accepted(
    work: Work, ref: EpisodeRef, referral_id: RecordId, who: str, on: date
) -> Referral:
    """The partner said yes. KnownErrors of ``referral_moves.accepted``, ``referral.in-future``,
    and ``consent-gate.*`` where the consent holds no longer: then it cannot go on."""
    now, me = work.clock.now(), work.session.me.staff_id
    _need_past(work, on)
    yes = Accepted(" ".join(who.split()), on, now, me)
    return _step(work, ref, referral_id, lambda one: accepted(one, yes))


def note_first_meeting(
    work: Work, ref: EpisodeRef, referral_id: RecordId, on: date, *, was_held: bool
) -> Referral:
    """Person and partner met, or the meeting did not come about. KnownErrors as above."""
    _need_past(work, on)
    meeting = FirstMeeting(on, was_held, work.clock.now(), work.session.me.staff_id)
    return _step(work, ref, referral_id, lambda one: met(one, meeting))


def hold_referral(work: Work, ref: EpisodeRef, referral_id: RecordId) -> Referral:
    """Nothing is due until it goes on. KnownErrors ``referral.not-now``, ``episode.closed``."""
    return _step(work, ref, referral_id, held, goes_on=False)


def resume_referral(work: Work, ref: EpisodeRef, referral_id: RecordId) -> Referral:
    """It goes on where it stood. KnownErrors ``consent-gate.*``, ``referral.not-now``."""
    return _step(work, ref, referral_id, resumed)


def end_referral(
    work: Work, ref: EpisodeRef, referral_id: RecordId, to: ReferralStatus, reason: ClosedReason
) -> Referral:
    """It is over, also where the consent is: ending tells nobody anything. What was entered by
    mistake told nobody either, and leaves the accounting of disclosures. KnownErrors
    ``referral.not-now``, ``referral.not-warm``, ``referral.reason-missing``."""
    now, me = work.clock.now(), work.session.me.staff_id

    def end(one: Referral) -> Referral:
        return ended(one, to, reason, now, me)

    after = _step(work, ref, referral_id, end, goes_on=False)
    if to is ReferralStatus.ENTERED_IN_ERROR and after.sent is not None:
        take_disclosure_back(work, ref, after)
    return after


def _step(
    work: Work,
    ref: EpisodeRef,
    referral_id: RecordId,
    step: Callable[[Referral], Referral],
    *,
    goes_on: bool = True,
) -> Referral:
    found = _opened(work, ref, referral_id)
    after = step(found.value)
    if goes_on:
        standing_gate(work, ref, found.value).need()
    return _keep(work, ref, after, base=found.number)


def _opened(work: Work, ref: EpisodeRef, referral_id: RecordId) -> Revision[Referral]:
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    return one_of(work, REFERRAL, ref, referral_id)


def _keep(work: Work, ref: EpisodeRef, referral: Referral, *, base: int) -> Referral:
    work.session.records.save(REFERRAL, ref.person_id, referral.referral_id, referral, base=base)
    work.audit(AuditAction.REFERRAL_NOTED, referral.referral_id, referral.status.value)
    return referral


def _need_past(work: Work, on: date) -> None:
    if on > local_day(work):
        raise KnownError("referral.in-future")


def _need_no_other(work: Work, ref: EpisodeRef, wish: ReferralWish) -> None:
    for one in referrals_of(work, ref):
        is_same = (one.value.to_org, one.value.service_id) == (wish.to_org, wish.service_id)
        if is_same and one.value.is_open and not set(wish.needs).isdisjoint(one.value.needs):
            raise KnownError("referral.is-open", partner=wish.to_org)
