"""One line of a list of cases: what a card says of an episode, never more than its alias."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.records.attempt import Attempt
from desktop.records.case_summary import CaseSummary, summarise
from desktop.records.episode import CloseReason, Episode
from desktop.records.ids import PersonId
from desktop.records.mandated_report import MandatedReport, ReportHours
from desktop.records.missed import MissedWhy
from desktop.records.referral_due import WaitingReferral
from desktop.records.standing import Standing
from desktop.services.confidential_status import holding_status
from desktop.services.earlier_wish import wishes_elsewhere
from desktop.services.episode_records import attempts_of, episode_of
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import (
    FIRST_CONTACT_BOUNDS_MIN,
    FIRST_CONTACT_TARGET_MIN,
    REPORT_BOUNDS_HOURS,
    REPORT_ORAL_HOURS,
    REPORT_WRITTEN_HOURS,
    site_number,
)
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class CaseCard:
    """An episode as lists show it. ``first_contact_target_min`` counts from arrival."""

    ref: EpisodeRef
    alias: str
    place: str
    language: str
    age_years: int | None
    arrived_at: datetime
    notified_at: datetime
    reached_at: datetime | None
    last_attempt: Attempt | None
    next_due: datetime | None
    is_closed: bool
    first_contact_target_min: int
    left_before_contact: bool
    open_alerts: int
    first_tried_at: datetime | None = None
    close_reason: CloseReason | None = None
    missed_why: MissedWhy | None = None
    report: MandatedReport | None = None
    report_due: datetime | None = None
    """When what is owed next of a mandated report is late; None when nothing is owed."""
    confidential_review: date | None = None
    """While no caller is told that the person is here: the day on which that is looked at again."""
    is_family: bool = False
    """Whether it is a relative of somebody here: in no count of who arrived hurt."""
    referrals: tuple[WaitingReferral, ...] = ()
    standing: Standing | None = None
    wishes_elsewhere: bool = False
    """Whether the person asked in another case that nobody calls, and was not spoken with since."""

    @property
    def asks_no_contact(self) -> bool:
        """Whether the person asked that nobody calls again, and was not spoken with since."""
        return self.standing is Standing.NO_CONTACT

    @property
    def has_died(self) -> bool:
        """Whether the person died, as an attempt or the end of the case says: nobody is called
        any more, and what is left to offer is for the family.

        Outcome lists of hospital programs have "deceased" and lead to the family; members of the
        family are helped in their own right (bmc.org, violence intervention advocacy program).
        """
        return self.close_reason is CloseReason.DIED or (
            not self.is_closed and self.standing is Standing.DIED
        )


def case_card(work: Work, ref: EpisodeRef, open_alerts: int = 0) -> CaseCard:
    """The card of one episode; ``open_alerts`` comes from its drafts."""
    return card_of(work, episode_of(work, ref).value, open_alerts)


def card_of(work: Work, episode: Episode, open_alerts: int) -> CaseCard:
    """The card of an episode that is already open."""
    ref = EpisodeRef(episode.person_id, episode.episode_id)
    summary = summarise(episode, attempts_of(work, ref), (), holding_status(work, ref))
    hours = report_hours(work)
    card = card_from(episode.person_id, summary, target_minutes(work), open_alerts, hours)
    asked = wishes_elsewhere(work, episode.person_id, card.standing)
    return replace(card, wishes_elsewhere=asked)


def target_minutes(work: Work) -> int:
    """The site's target from arrival to first contact, in minutes."""
    return site_number(
        work, "first-contact-target-min", FIRST_CONTACT_TARGET_MIN, FIRST_CONTACT_BOUNDS_MIN
    )


def report_hours(work: Work) -> ReportHours:
    """The site's hours for a mandated report."""
    return ReportHours(
        site_number(work, "report-oral-hours", REPORT_ORAL_HOURS, REPORT_BOUNDS_HOURS),
        site_number(work, "report-written-hours", REPORT_WRITTEN_HOURS, REPORT_BOUNDS_HOURS),
    )


def card_from(
    person_id: PersonId, case: CaseSummary, target_min: int, alerts: int, hours: ReportHours
) -> CaseCard:
    """The card of a summary; ``alerts`` counts open alerts of its drafts."""
    return CaseCard(
        ref=EpisodeRef(person_id, case.episode_id),
        alias=case.alias,
        place=case.place,
        language=case.language,
        age_years=case.age_years,
        arrived_at=case.arrived_at,
        notified_at=case.notified_at,
        reached_at=case.reached_at,
        last_attempt=case.last_attempt,
        next_due=case.next_due,
        is_closed=case.is_closed,
        first_contact_target_min=target_min,
        left_before_contact=case.left_before_contact,
        open_alerts=alerts,
        first_tried_at=case.first_tried_at,
        close_reason=case.close_reason,
        missed_why=case.missed_why,
        report=case.report,
        report_due=case.report.due_at(hours) if case.report else None,
        confidential_review=case.confidential_review,
        is_family=case.is_family,
        referrals=case.referrals,
        standing=case.standing,
    )
