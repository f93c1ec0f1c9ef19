"""That somebody of the staff wants a debrief after a hard event: who, since when, how it stands.

Of community violence workers 94 % had a sign of secondary traumatic stress within a week, and the
death of a client makes it worse
(metajournal.com/articles/1579198/experience-secondary-traumatic-stress-among-community-violence).
Which events count, and that a supervisor sees the wish, is our own choice. Kept is which kind of
event it was and nothing of it: no story, no word on anybody's health. It is **no part of the record
of a case**, is in no print and never goes along with a case to another workstation, even where a
case is named.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId


class HardEvent(StrEnum):
    """What happened, as a kind only."""

    CLIENT_DIED = "client-died"
    THREAT = "threat"
    VIOLENCE = "violence"
    OTHER = "other"


class DebriefState(StrEnum):
    """How it stands; the last two settle it."""

    ASKED = "asked"
    OFFERED = "offered"
    HELD = "held"
    NOT_WANTED = "not-wanted"


@dataclass(frozen=True, slots=True)
class Settled:
    """``held_on`` is the day of the talk, None where it was not wanted."""

    at: datetime
    by: StaffId
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Debrief:
    """Asked for by the staff member who wants it; ``episode_id`` where it is about a case."""

    debrief_id: RecordId
    event: HardEvent
    asked_by: StaffId
    asked_at: datetime
    person_id: PersonId | None = None
    episode_id: EpisodeId | None = None
    offered_at: datetime | None = None
    offered_by: StaffId | None = None
    settled: Settled | None = None

    @property
    def state(self) -> DebriefState:
        """How it stands."""
        if self.settled is not None:
            is_held = self.settled.held_on is not None
            return DebriefState.HELD if is_held else DebriefState.NOT_WANTED
        return DebriefState.ASKED if self.offered_at is None else DebriefState.OFFERED

    def is_shown(self, now: datetime, days: int) -> bool:
        """Until it is settled, and ``days`` after that."""
        return self.settled is None or now < self.settled.at + timedelta(days=days)

    def offer(self, at: datetime, by: StaffId) -> "Debrief":
        """A supervisor offered it. KnownErrors ``debrief.settled``, ``debrief.offered-already``."""
        self._need_open()
        if self.offered_at is not None:
            raise KnownError("debrief.offered-already")
        return replace(self, offered_at=at, offered_by=by)

    def settle(self, settled: Settled) -> "Debrief":
        """It was held, or is not wanted. KnownError ``debrief.settled``."""
        self._need_open()
        return replace(self, settled=settled)

    def _need_open(self) -> None:
        if self.settled is not None:
            raise KnownError("debrief.settled")
