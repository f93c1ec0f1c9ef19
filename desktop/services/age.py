"""How old the person of a case is today, as far as the record says."""

from desktop.errors import KnownError
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.minor import age_on
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def age_of(work: Work, ref: EpisodeRef) -> int | None:
    """Full years: from the date of birth where it is known, else as noted at arrival."""
    born = None
    try:
        kept = work.session.records.list_newest(PERSON_IDENTITY, ref.person_id)
        born = kept[0].value.birth_date if kept else None
    except KnownError as error:
        if error.message_id != "store.no-key":
            raise
    if born is not None:
        return age_on(born, local_day(work))
    return episode_of(work, ref).value.age_years
