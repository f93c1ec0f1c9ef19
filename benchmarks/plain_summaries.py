"""The yardstick of the list of cases: one row a case in a plain table, a column for each value."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Column, Connection, Integer, Table, Text, insert, select

from benchmarks.plain_tables import METADATA
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.case_summary import CaseSummary, PersonSummary
from desktop.records.caseload import CaseHands
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId

_TEXTS = ("alias", "place", "language", "arrived_at", "notified_at", "reached_at")
_ATTEMPT = ("attempt_id", "tried_at", "mode", "outcome", "by", "next_due")
_FLAGS = ("is_closed", "left_before_contact", "has_returned")
_HANDS = ("created_by", "tried_by", "worked_by")

SUMMARIES = Table(
    "summaries",
    METADATA,
    Column("person_id", Text, primary_key=True),
    Column("episode_id", Text),
    *(Column(name, Text) for name in _TEXTS),
    Column("age_years", Integer),
    *(Column(name, Text) for name in _ATTEMPT),
    *(Column(name, Integer) for name in _FLAGS),
    *(Column(name, Text) for name in _HANDS),
)
_ALL = select(SUMMARIES)


def keep(connection: Connection, people: Iterable[PersonSummary]) -> None:
    """The rows of people with one case each."""
    connection.execute(insert(SUMMARIES), [_row(person) for person in people])


def load(connection: Connection) -> dict[PersonId, PersonSummary]:
    """The same list that the app gets of its packed summaries."""
    found = {}
    time = datetime.fromisoformat
    for (
        person_id,
        episode_id,
        alias,
        place,
        language,
        arrived_at,
        notified_at,
        reached_at,
        age_years,
        attempt_id,
        tried_at,
        mode,
        outcome,
        by,
        next_due,
        is_closed,
        left_before_contact,
        has_returned,
        created_by,
        tried_by,
        worked_by,
    ) in connection.execute(_ALL):
        last = None
        if attempt_id:
            last = Attempt(
                RecordId(attempt_id),
                EpisodeId(episode_id),
                time(tried_at),
                AttemptMode(mode),
                AttemptOutcome(outcome),
                StaffId(by),
                time(next_due) if next_due else None,
            )
        case = CaseSummary(
            EpisodeId(episode_id),
            alias,
            place,
            language,
            age_years,
            time(arrived_at),
            time(notified_at),
            time(reached_at) if reached_at else None,
            last,
            bool(is_closed),
            bool(left_before_contact),
            bool(has_returned),
            CaseHands(created_by, frozenset(tried_by.split()), frozenset(worked_by.split())),
        )
        found[PersonId(person_id)] = PersonSummary(PersonId(person_id), (case,))
    return found


def _row(person: PersonSummary) -> dict[str, str | int | None]:
    (case,) = person.cases
    last = case.last_attempt
    return {
        "person_id": person.person_id,
        "episode_id": case.episode_id,
        "alias": case.alias,
        "place": case.place,
        "language": case.language,
        "arrived_at": case.arrived_at.isoformat(),
        "notified_at": case.notified_at.isoformat(),
        "reached_at": _time(case.reached_at),
        "age_years": case.age_years,
        "attempt_id": last.attempt_id if last else None,
        "tried_at": last.tried_at.isoformat() if last else None,
        "mode": last.mode.value if last else None,
        "outcome": last.outcome.value if last else None,
        "by": last.by if last else None,
        "next_due": _time(last.next_due) if last else None,
        "is_closed": case.is_closed,
        "left_before_contact": case.left_before_contact,
        "has_returned": case.has_returned,
        "created_by": case.hands.created_by,
        "tried_by": " ".join(sorted(case.hands.tried_by)),
        "worked_by": " ".join(sorted(case.hands.worked_by)),
    }


def _time(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
