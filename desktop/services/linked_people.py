"""Who is the same person as somebody: the links that stand, followed from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.records.episode import CloseReason
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE, PERSON_LINK
from desktop.records.person_link import PersonLink
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A case of the same person; ``linked_at`` None where it is linked by way of another, or kept
    under the same id."""

    ref: EpisodeRef
    alias: str
    arrived_at: datetime
    is_closed: bool
    linked_at: datetime | None
    close_reason: CloseReason | None = None


def linked_people(work: Work, person_id: PersonId) -> tuple[PersonId, ...]:
    """Everybody who is the same person, in a steady order, ``person_id`` itself left out.

    A half that stands is enough: where the other half could not be written, nobody is lost.
    """
    found, waiting = {person_id}, [person_id]
    while waiting:
        for half in halves_of(work, waiting.pop()):
            if half.value.stands and half.value.other_id not in found:
                found.add(half.value.other_id)
                waiting.append(half.value.other_id)
    return tuple(sorted(found - {person_id}))


def linked_cases(work: Work, ref: EpisodeRef) -> tuple[LinkedCase, ...]:
    """Every other case of the same person, under this id or a linked one, newest arrival first."""
    direct = {
        half.value.other_id: half.value.made_at
        for half in halves_of(work, ref.person_id)
        if half.value.stands
    }
    found = [
        LinkedCase(
            EpisodeRef(other, case.value.episode_id),
            case.value.alias,
            case.value.arrived_at,
            case.value.is_closed,
            direct.get(other),
            case.value.close_reason,
        )
        for other in (ref.person_id, *linked_people(work, ref.person_id))
        for case in work.list_newest(EPISODE, other)
        if case.value.episode_id != ref.episode_id
    ]
    return tuple(sorted(found, key=lambda case: case.arrived_at, reverse=True))


def halves_of(work: Work, person_id: PersonId) -> Sequence[Revision[PersonLink]]:
    """The halves of links that are kept under one person, undone ones too."""
    return work.session.records.list_newest(PERSON_LINK, person_id)
