"""The claim to the state's victim compensation of a case: its step, and the last day to apply.

CGS 54-211 as found asks for an application within two years, with waivers; a longer time is often
quoted and unconfirmed (instalawyer.io, section 54-211). So no day is shown until the site says how
many years count there: until then the words are to apply soon and to ask the office.
"""

from dataclasses import dataclass
from datetime import date

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.compensation_claim import (
    DECIDED,
    WAITS_FOR_US,
    ClaimState,
    CompensationClaim,
    years_after,
)
from desktop.records.ids import RecordId
from desktop.records.kinds import COMPENSATION
from desktop.records.roles import Permission
from desktop.services.episode_records import all_of, episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work

SETTING = "compensation-years"
ASK = "ask-office"
YEARS = {ASK: None, "years-2": 2, "years-3": 3, "years-5": 5}
"""What a site can choose, and how many years it means."""
SOON_DAYS = 60
"""From here the last day is said with weight; ours, for two visits and the post."""


@dataclass(frozen=True, slots=True)
class ClaimNow:
    """``last_day`` None where the site names none or nothing waits for it; ``days_left`` may be
    negative."""

    claim: CompensationClaim | None
    last_day: date | None = None
    days_left: int = 0

    @property
    def waits(self) -> bool:
        """Whether it can still be applied for."""
        return self.claim is None or self.claim.state in WAITS_FOR_US

    @property
    def is_soon(self) -> bool:
        """Whether little time is left, or none."""
        return self.last_day is not None and self.days_left <= SOON_DAYS


def read_claim(work: Work, ref: EpisodeRef) -> ClaimNow:
    """Where it stands. KnownErrors as ``need_case``."""
    need_case(work, Permission.READ_CASES, ref)
    kept = claim_of(work, ref)
    claim = kept.value if kept is not None else None
    years = YEARS.get(work.session.site.settings().get(SETTING, ""))
    if years is None or not ClaimNow(claim).waits:
        return ClaimNow(claim)
    arrived = episode_of(work, ref).value.arrived_at.astimezone().date()
    last_day = years_after(arrived, years)
    return ClaimNow(claim, last_day, (last_day - local_day(work)).days)


def note_claim(work: Work, ref: EpisodeRef, state: ClaimState, on: date) -> CompensationClaim:
    """Keep a step as a new revision; a closed case can be noted too, since an answer comes late.

    KnownErrors ``compensation.in-future``, ``compensation.before-arrival``,
    ``compensation.before-sent``, those of ``need_case``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if on > local_day(work):
        raise KnownError("compensation.in-future")
    if on < episode_of(work, ref).value.arrived_at.astimezone().date():
        raise KnownError("compensation.before-arrival")
    before = claim_of(work, ref)
    sent_on = before.value.sent_on if before is not None else None
    if state in DECIDED and sent_on is not None and on < sent_on:
        raise KnownError("compensation.before-sent", day=sent_on.isoformat())
    if state is ClaimState.SENT:
        sent_on = on
    elif state not in DECIDED:
        sent_on = None
    now, me = work.clock.now(), work.session.me.staff_id
    claim = CompensationClaim(ref.episode_id, state, on, now, me, sent_on)
    record_id = before.record_id if before else RecordId(work.ids.new_id())
    base = before.number if before else 0
    work.session.records.save(COMPENSATION, ref.person_id, record_id, claim, base=base)
    work.audit(AuditAction.COMPENSATION_NOTED, ref.episode_id, state.value)
    return claim


def claim_of(work: Work, ref: EpisodeRef) -> Revision[CompensationClaim] | None:
    """What was noted last."""
    return next(iter(all_of(work, COMPENSATION, ref)), None)
