"""How old the person of a case is today, as far as the record says."""

from datetime import date

from desktop.errors import KnownError
from desktop.records.episode import Episode
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.minor import age_on
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def age_of(work: Work, ref: EpisodeRef) -> int | None:
    """Full years: from the date of birth where it is known, else as noted at arrival."""
    return age_in(work, episode_of(work, ref).value)


def age_in(work: Work, episode: Episode) -> int | None:
    """As :func:`age_of`, of a case that is already open: what forms and places go by.

    Whoever holds no key to the identity goes by the age that was noted at arrival.
    """
    born = None
    try:
        kept = work.list_newest(PERSON_IDENTITY, episode.person_id)
        born = kept[0].value.birth_date if kept else None
    except KnownError as error:
        if error.message_id != "store.no-key":
            raise
    return episode.age_years if born is None else age_on(born, local_day(work))


def age_that_differs(work: Work, noted: int | None, born: date | None) -> int | None:
    """The age by the date of birth where it is another than was noted at arrival, else None."""
    age = None if born is None else age_on(born, local_day(work))
    return None if age == noted else age
