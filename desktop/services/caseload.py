"""Everybody's cases as lists show them: packed summaries, and records only where those are old."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from desktop.records.case_summary import PersonSummary, summarise
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE
from desktop.services.confidential_status import kept_holding
from desktop.services.episode_records import attempts_of, visits_of
from desktop.services.ports import EpisodeRef, Report
from desktop.services.read_referrals import waiting_referrals
from desktop.services.readable import readable
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class CaseloadState:
    """Everyone's cases; ``unreadable`` counts people whose records could not be opened."""

    people: Mapping[PersonId, PersonSummary] = field(repr=False)
    unreadable: int


def read_caseload(work: Work, report: Report | None = None) -> CaseloadState:
    """Open the packed summaries (``report`` gets blocks opened, of all) and renew the old ones."""
    loaded = work.session.caseload.load(report)
    fresh, unreadable = readable(loaded.stale, partial(_summary, work))
    if not fresh:
        return CaseloadState(loaded.summaries, unreadable)
    work.session.caseload.keep(fresh)
    people = dict(loaded.summaries)
    people.update((summary.person_id, summary) for summary in fresh)
    return CaseloadState(people, unreadable)


def _summary(work: Work, person_id: PersonId) -> PersonSummary:
    cases = []
    for revision in work.session.records.list_newest(EPISODE, person_id):
        ref = EpisodeRef(person_id, revision.value.episode_id)
        visits = tuple(visit.value for visit in visits_of(work, ref))
        status = kept_holding(work, person_id)
        tried, waiting = attempts_of(work, ref), waiting_referrals(work, ref)
        cases.append(summarise(revision.value, tried, visits, status, waiting))
    return PersonSummary(person_id, tuple(cases))
