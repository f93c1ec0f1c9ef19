"""Whether a person's case is at this workstation, or went to another one."""

from desktop.errors import KnownError
from desktop.records.hand_over import HandedOver
from desktop.records.ids import PersonId
from desktop.services.work import Work


def away_of(work: Work, person_id: PersonId) -> HandedOver | None:
    """Where the case is, by whose act and since when; None when it is here."""
    return work.session.hand_over_desk.away().get(person_id)


def need_here(work: Work, person_id: PersonId) -> None:
    """KnownError ``hand-over.away`` before anything leaves or is told of a case that went."""
    away = away_of(work, person_id)
    if away is not None:
        raise KnownError("hand-over.away", on=away.at.astimezone().date().isoformat())
