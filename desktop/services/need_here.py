"""Whether a person's case is at this workstation, or went to another one."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.hand_over import HandedOver
from desktop.records.ids import PersonId
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class AwayCase:
    """A case that was handed over, as a page says it."""

    workstation: str
    by: str = field(repr=False)
    at: datetime
    is_confirmed: bool


def away_of(work: Work, person_id: PersonId) -> HandedOver | None:
    """Where the case is, by whose act and since when; None when it is here."""
    return work.session.hand_over_desk.away().get(person_id)


def away_case(work: Work, person_id: PersonId) -> AwayCase | None:
    """The same in names."""
    away = away_of(work, person_id)
    if away is None:
        return None
    names = {each.workstation_id: each.name for each in work.session.hand_over_desk.workstations()}
    there = names.get(away.workstation_id, "")
    return AwayCase(there, staff_name(work, away.by), away.at, away.is_confirmed)


def need_here(work: Work, person_id: PersonId) -> None:
    """KnownError ``hand-over.away`` before anything leaves or is told of a case that went."""
    away = away_of(work, person_id)
    if away is not None:
        raise KnownError("hand-over.away", on=away.at.astimezone().date().isoformat())
