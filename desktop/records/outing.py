"""A visit away from the hospital: who goes, who waits for the call, and where it stands.

What is kept follows home-visit practice: the visit is announced, the plan stays with the team,
calls between visits, leave when it is not safe
(dpaweb.hss.state.ak.us/manuals/workservices/robohelp/1017/1017-4_home_visits_safety.htm), and two
of the staff on the first visit (crisisprevention.com/en-CA/blog, "Stay even safer when conducting
off-site visits with these expert tips"). Times and ticks only: no address, which is in the
identity, and no word of what happened.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId


class OutingPlace(StrEnum):
    """Where it goes, as a kind only."""

    HOME = "home"
    COMMUNITY = "community"
    COURT = "court"
    SCHOOL = "school"
    OTHER = "other"


class OutingCheck(StrEnum):
    """What is looked at before anybody leaves; words of our own, in the order of a leaving."""

    ANNOUNCED = "announced"
    ASKED_WHO = "asked-who"
    ROUTE_LEFT = "route-left"
    PHONE_CHARGED = "phone-charged"
    CALLS_AGREED = "calls-agreed"
    WAY_OUT = "way-out"


class AloneReason(StrEnum):
    """Why one goes alone on the first visit."""

    PERSON_ASKED = "person-asked"
    PUBLIC_PLACE = "public-place"
    NOBODY_FREE = "nobody-free"
    OTHER = "other"


class OutingState(StrEnum):
    """Where it stands."""

    PLANNED = "planned"
    OUT = "out"
    BACK = "back"
    CANCELLED = "cancelled"


class CallKind(StrEnum):
    """Who called: they who are away, or somebody who reached them."""

    CALLED_IN = "called-in"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of the staff of this store, or by ``name`` somebody who has no account in it."""

    staff_id: StaffId | None = None
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CallIn:
    """They are safe, at ``at``; ``by`` noted it and ``expected_back`` is when they are due now."""

    kind: CallKind
    at: datetime
    by: StaffId
    expected_back: datetime


@dataclass(frozen=True, slots=True)
class OutingEnd:
    """``left_unsafe`` is yes or no, and never why; None where nobody went or nobody said."""

    state: OutingState
    at: datetime
    by: StaffId
    left_unsafe: bool | None = None


@dataclass(frozen=True, slots=True)
class Outing:
    """One visit. Each step gives a new value; what was expected before is in the revisions.

    ``second`` goes along; ``ticked`` is what somebody looked at, and what is not in it is unknown.
    ``expected_back`` is the newest one. Times are aware.
    """

    outing_id: RecordId
    episode_id: EpisodeId
    place: OutingPlace
    goes: StaffId
    buddy: Colleague
    start: datetime
    expected_back: datetime
    planned_at: datetime
    planned_by: StaffId
    second: Colleague | None = None
    ticked: frozenset[OutingCheck] = frozenset()
    alone_reason: AloneReason | None = None
    left_at: datetime | None = None
    calls: tuple[CallIn, ...] = ()
    end: OutingEnd | None = None

    @property
    def state(self) -> OutingState:
        """Planned, out, back or cancelled."""
        if self.end is not None:
            return self.end.state
        is_out = self.left_at is not None or bool(self.calls)
        return OutingState.OUT if is_out else OutingState.PLANNED

    @property
    def is_open(self) -> bool:
        """Whether somebody is still to come back, or still to leave."""
        return self.end is None

    def is_late(self, now: datetime, grace: timedelta) -> bool:
        """Whether they are expected back and the grace is over, to the minute.

        A visit that was planned and of which nobody noted that they left counts too: whoever
        forgot to note it is away all the same.
        """
        return self.is_open and now >= self.expected_back + grace

    def leave(self, at: datetime, expected_back: datetime) -> "Outing":
        """They leave. KnownErrors ``outing.ended``, ``outing.left-already``."""
        self._need_open()
        if self.state is OutingState.OUT:
            raise KnownError("outing.left-already")
        return replace(self, left_at=at, expected_back=expected_back)

    def call_in(self, call: CallIn) -> "Outing":
        """They are safe, and due back when the call says. KnownErrors ``outing.ended``,
        ``outing.too-early``."""
        self._need_open()
        self._need_after(call.at)
        return replace(self, calls=(*self.calls, call), expected_back=call.expected_back)

    def put_off(self, start: datetime, expected_back: datetime) -> "Outing":
        """Later, or earlier. KnownErrors ``outing.ended``, ``outing.left-already``."""
        self._need_planned()
        return replace(self, start=start, expected_back=expected_back)

    def cancel(self, at: datetime, by: StaffId) -> "Outing":
        """Nobody goes. KnownErrors ``outing.ended``, ``outing.left-already``."""
        self._need_planned()
        return replace(self, end=OutingEnd(OutingState.CANCELLED, at, by))

    def back(self, at: datetime, by: StaffId, *, left_unsafe: bool | None) -> "Outing":
        """They are back. KnownErrors ``outing.ended``, ``outing.too-early``."""
        self._need_open()
        self._need_after(at)
        return replace(self, end=OutingEnd(OutingState.BACK, at, by, left_unsafe))

    def _need_open(self) -> None:
        if not self.is_open:
            raise KnownError("outing.ended")

    def _need_planned(self) -> None:
        self._need_open()
        if self.state is OutingState.OUT:
            raise KnownError("outing.left-already")

    def _need_after(self, at: datetime) -> None:
        """To the minute, as times are typed."""
        before = [self.left_at, *(call.at for call in self.calls)]
        if any(one and at < one.replace(second=0, microsecond=0) for one in before):
            raise KnownError("outing.too-early")
