"""Who may be the same person as somebody whose identity was noted: by alias, and only as a hint."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from desktop.records.audit_event import AuditAction
from desktop.records.ids import PersonId
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.person import PersonIdentity
from desktop.records.roles import Permission
from desktop.records.same_person import may_be_same
from desktop.services.caseload import read_caseload
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.readable import readable
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class AlikePerson:
    """Somebody's newest case; an alias is free again after closing, so the arrival says which."""

    ref: EpisodeRef
    alias: str
    arrived_at: datetime
    is_closed: bool


def people_to_compare(work: Work, ref: EpisodeRef) -> tuple[PersonId, ...]:
    """Everybody else who has a case; nobody while this person has no identity.

    One audit entry says that names are compared, and with how many people.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if _identity(work, ref.person_id) is None:
        return ()
    people = read_caseload(work).people
    others = tuple(each for each in people if each != ref.person_id and people[each].cases)
    detail = str(len(others))
    work.audit(AuditAction.IDENTITIES_COMPARED, ref.person_id, detail, ref.person_id)
    return others


def find_alike(work: Work, ref: EpisodeRef, others: Iterable[PersonId]) -> tuple[AlikePerson, ...]:
    """Who of these may be the same person, newest arrival first.

    Names are compared, never shown: what comes out is the alias, as for any case outside one's own
    caseload. Measured at 0.4 ms a person: whoever compares many does so some at a time.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    mine = _identity(work, ref.person_id)
    if mine is None:
        return ()
    compared, _ = readable(others, partial(_alike, work, mine))
    people, found = read_caseload(work).people, []
    for person_id in compared:
        if person_id is not None and person_id in people:
            newest = max(people[person_id].cases, key=lambda case: case.arrived_at)
            where = EpisodeRef(person_id, newest.episode_id)
            found.append(AlikePerson(where, newest.alias, newest.arrived_at, newest.is_closed))
    return tuple(sorted(found, key=lambda each: each.arrived_at, reverse=True))


def _alike(work: Work, mine: PersonIdentity, person_id: PersonId) -> PersonId | None:
    other = _identity(work, person_id)
    return person_id if other is not None and may_be_same(mine, other) else None


def _identity(work: Work, person_id: PersonId) -> PersonIdentity | None:
    kept = work.session.records.list_newest(PERSON_IDENTITY, person_id)
    return kept[0].value if kept else None
