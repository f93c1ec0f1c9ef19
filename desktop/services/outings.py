"""The visits of one case away from the hospital, as its page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from desktop.records.kinds import OUTING
from desktop.records.outing import Colleague, Outing, OutingState
from desktop.records.roles import Permission, StaffMember
from desktop.services.episode_records import all_of
from desktop.services.outing_rules import outing_rules
from desktop.services.ports import EpisodeRef
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class OutingLine:
    """One visit with the names of its people; ``second`` is "" when one goes alone.

    ``noted_by`` noted the end, else the last call; "" where there was neither.
    """

    outing: Outing
    goes: str
    second: str
    buddy: str
    noted_by: str = ""


@dataclass(frozen=True, slots=True)
class CaseOutings:
    """``open`` is the one that is planned or under way; ``ended`` are the others, oldest first.

    ``is_first`` holds until somebody went. ``colleagues`` are those who can go or wait for a call.
    """

    open: OutingLine | None
    ended: tuple[OutingLine, ...]
    is_first: bool
    lasts: timedelta
    grace: timedelta
    colleagues: tuple[StaffMember, ...] = field(repr=False)
    me: StaffMember


def outings_of(work: Work, ref: EpisodeRef) -> tuple[Outing, ...]:
    """All of the case, in the order of their planned start."""
    found = (one.value for one in all_of(work, OUTING, ref))
    return tuple(sorted(found, key=lambda one: (one.start, one.planned_at)))


def case_outings(work: Work, ref: EpisodeRef) -> CaseOutings:
    """What the page of the case shows; whoever shows it was let in by the caller."""
    lines = [outing_line(work, one) for one in outings_of(work, ref)]
    rules = outing_rules(work)
    return CaseOutings(
        open=next((one for one in lines if one.outing.is_open), None),
        ended=tuple(one for one in lines if not one.outing.is_open),
        is_first=is_first(one.outing for one in lines),
        lasts=rules.lasts,
        grace=rules.grace,
        colleagues=colleagues(work),
        me=work.session.me,
    )


def is_first(outings: Iterable[Outing]) -> bool:
    """Whether nobody went so far, as far as is noted."""
    return all(one.state in (OutingState.PLANNED, OutingState.CANCELLED) for one in outings)


def outing_line(work: Work, outing: Outing) -> OutingLine:
    """One visit with its names."""
    return OutingLine(
        outing,
        staff_name(work, outing.goes),
        colleague_name(work, outing.second),
        colleague_name(work, outing.buddy),
        _noted_by(work, outing),
    )


def _noted_by(work: Work, outing: Outing) -> str:
    if outing.end is not None:
        return staff_name(work, outing.end.by)
    return staff_name(work, outing.calls[-1].by) if outing.calls else ""


def colleague_name(work: Work, one: Colleague | None) -> str:
    """The display name of a member of the staff, or the name as it was given; "" for nobody."""
    if one is None:
        return ""
    return staff_name(work, one.staff_id) if one.staff_id is not None else one.name


def colleagues(work: Work) -> tuple[StaffMember, ...]:
    """Who sees cases here, by name: the plan of a visit is read by nobody else."""
    found = [one for one in work.session.site.staff() if one.may(Permission.READ_CASES)]
    return tuple(sorted(found, key=lambda one: one.display_name.casefold()))
