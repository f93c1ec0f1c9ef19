"""Say that two cases are of one person, and take that back: nothing else of either changes."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import PERSON_LINK
from desktop.records.person_link import PersonLink
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.linked_people import halves_of, linked_people
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def link_people(work: Work, ref: EpisodeRef, other: EpisodeRef) -> None:
    """Link the people of two cases; both must be open to whoever does it.

    KnownErrors ``link.same-case`` (they are one person of the store already), ``link.already``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    need_case(work, Permission.WRITE_CASES, other)
    for each in (ref, other):
        episode_of(work, each)
    if ref.person_id == other.person_id:
        raise KnownError("link.same-case")
    if other.person_id in linked_people(work, ref.person_id):
        raise KnownError("link.already")
    for one, two in _both_ways(ref.person_id, other.person_id):
        link_id = RecordId(work.ids.new_id())
        me, now = work.session.me.staff_id, work.clock.now()
        half = PersonLink(link_id, one, two, me, now)
        work.session.records.save(PERSON_LINK, one, link_id, half, base=0)
        work.audit(AuditAction.PEOPLE_LINKED, one, two, one)


def undo_link(work: Work, ref: EpisodeRef, other: PersonId) -> None:
    """They are two people after all; KnownError ``link.none`` without a link between them."""
    need_case(work, Permission.WRITE_CASES, ref)
    episode_of(work, ref)
    standing = [
        (one, half)
        for one, two in _both_ways(ref.person_id, other)
        for half in halves_of(work, one)
        if half.value.other_id == two and half.value.stands
    ]
    if not standing:
        raise KnownError("link.none")
    for one, half in standing:
        undone = half.value.undone(work.session.me.staff_id, work.clock.now())
        work.session.records.save(PERSON_LINK, one, half.record_id, undone, base=half.number)
        work.audit(AuditAction.LINK_UNDONE, one, half.value.other_id, one)


def _both_ways(one: PersonId, other: PersonId) -> tuple[tuple[PersonId, PersonId], ...]:
    return ((one, other), (other, one))
