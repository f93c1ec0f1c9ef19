"""A wish for no contact that somebody told in another case of theirs, until they are spoken with.

Who arrives hurt again is a new case, and nobody is kept from going to them: but whoever goes knows
what the person asked, and asks first. The rule of when it ends is
:func:`desktop.records.standing.standing_of`, over every attempt of the person.
"""

from collections.abc import Iterable
from itertools import chain

from desktop.records.attempt import Attempt
from desktop.records.ids import PersonId
from desktop.records.kinds import ATTEMPT
from desktop.records.standing import Standing, standing_of
from desktop.services.linked_people import linked_people
from desktop.services.readable import readable
from desktop.services.work import Work


def wishes_elsewhere(work: Work, person_id: PersonId, here: Standing | None) -> bool:
    """Whether the person asked in another case, under this id or a linked one, that nobody calls,
    and was not spoken with since; ``here`` is what holds in the case itself."""
    return here is None and _asks(work, (person_id, *linked_people(work, person_id)))


def people_with_wish(work: Work, wishing: Iterable[PersonId]) -> frozenset[PersonId]:
    """Every id of those people who asked in one of their cases and were not spoken with since;
    ``wishing`` are the ids with a case in which it holds. Whoever cannot be read is left out."""
    groups, _ = readable(sorted(set(wishing)), lambda who: (who, *linked_people(work, who)))
    asked, _ = readable(groups, lambda ids: ids if _asks(work, ids) else ())
    return frozenset(chain.from_iterable(asked))


def _asks(work: Work, ids: Iterable[PersonId]) -> bool:
    found: list[Attempt] = [one.value for each in ids for one in work.list_newest(ATTEMPT, each)]
    found.sort(key=lambda attempt: attempt.tried_at)
    return standing_of(found) is Standing.NO_CONTACT
