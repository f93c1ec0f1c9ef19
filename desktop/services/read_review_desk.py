"""The review desk: open alerts first, those of any draft included, then the queue."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from desktop.forms.questionnaire import LocalText
from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.episode import Episode
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.records.roles import Permission
from desktop.records.visit import ReviewState, Visit
from desktop.services.confidential_status import holding_status
from desktop.services.debriefs import DebriefRow, read_debriefs
from desktop.services.draft_session import open_drafts, record_session
from desktop.services.episode_records import visits_of
from desktop.services.late_outings import LateOutings, late_outings
from desktop.services.local_day import local_day
from desktop.services.open_alert_rows import OpenAlertRow, open_alert_rows
from desktop.services.ports import EpisodeRef
from desktop.services.readable import readable
from desktop.services.visit_lines import flag_count, unanswered_count
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A visit in the queue. ``is_mine`` ones another reviewer signs."""

    ref: EpisodeRef
    visit_id: RecordId
    alias: str
    form_title: LocalText
    author_name: str
    submitted_at: datetime
    flags: int
    missing: int
    is_mine: bool
    state: ReviewState
    is_confidential: bool = False
    """Whether no caller is told that the person is here."""


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """``alerts`` oldest first; ``queue`` flags first, then oldest."""

    alerts: tuple[OpenAlertRow, ...]
    queue: tuple[ReviewRow, ...]
    signed_today: int
    unreadable: int = 0
    """How many people, drafts or visits could not be opened and are on no list."""
    late: LateOutings = field(default_factory=LateOutings)
    """Who is not back from an off-site visit."""
    debriefs: tuple[DebriefRow, ...] = ()
    """Who of the staff wants a debrief, and which were settled not long ago."""

    @property
    def has_rows(self) -> bool:
        """Whether anything waits for a reviewer or a clinician."""
        return bool(self.alerts or self.queue or self.late.rows or self.debriefs)


def read_review_desk(work: Work) -> ReviewDesk:
    """Everything that waits for a reviewer here; a case at another workstation waits there."""
    work.need(Permission.REVIEW)
    drafts, lost_drafts = open_drafts(work)
    alerts, lost_records = open_alert_rows(work, drafts)
    found, lost_people = readable(work.session.records.persons(), partial(_visits, work))
    visits = [visit for of_person in found for visit in of_person]
    elsewhere = work.session.hand_over_desk.away()
    waiting = [
        (episode, visit)
        for episode, visit in visits
        if visit.state is ReviewState.SUBMITTED and episode.person_id not in elsewhere
    ]
    rows, lost_visits = readable(waiting, lambda one: _row(work, *one))
    work.audit_list(AuditAction.REVIEW_DESK_READ, len(waiting))
    today, late = local_day(work), late_outings(work)
    return ReviewDesk(
        alerts=alerts,
        queue=tuple(sorted(rows, key=lambda row: (not row.flags, row.submitted_at))),
        signed_today=sum(
            visit.signed_at is not None and visit.signed_at.astimezone().date() == today
            for _, visit in visits
        ),
        unreadable=lost_drafts + lost_records + lost_people + lost_visits + late.unreadable,
        late=late,
        debriefs=read_debriefs(work),
    )


def _visits(work: Work, person_id: PersonId) -> list[tuple[Episode, Visit]]:
    return [
        (episode.value, visit.value)
        for episode in work.session.records.list_newest(EPISODE, person_id)
        for visit in visits_of(work, EpisodeRef(person_id, episode.value.episode_id))
    ]


def _row(work: Work, episode: Episode, visit: Visit) -> ReviewRow:
    ref = EpisodeRef(episode.person_id, episode.episode_id)
    records = [
        work.session.records.load_revision(FORM, one.form_id, one.revision).value
        for one in visit.forms
    ]
    sessions = [record_session(work, ref, record) for record in records]
    flags = (
        flag_count(session, record.taken_back)
        for session, record in zip(sessions, records, strict=True)
    )
    return ReviewRow(
        ref=ref,
        visit_id=visit.visit_id,
        alias=display_name(episode),
        form_title=sessions[0].questionnaire.title,
        author_name=visit.author_name,
        submitted_at=visit.submitted_at or work.clock.now(),
        flags=sum(flags),
        missing=sum(unanswered_count(session) for session in sessions),
        is_mine=visit.wrote(work.session.me.staff_id),
        state=visit.state,
        is_confidential=holding_status(work, ref) is not None,
    )
