"""How many were eligible, tried and reached in some days, and what stood in the way of the rest."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.case_summary import CaseSummary
from desktop.records.episode import CloseReason
from desktop.records.roles import Permission
from desktop.records.small_cells import is_small, shown_cells, shown_part
from desktop.services.caseload import read_caseload
from desktop.services.cases import target_minutes
from desktop.services.work import Work

OPEN = "reach-ends.open"
"""Among the ends of those who were reached: the case goes on."""

REACHED, WAITING, ENDED = "reached", "waiting", "ended"
NOT_ELIGIBLE = frozenset({CloseReason.OTHER_PATHWAY, CloseReason.DUPLICATE})
"""Ends of cases that never were this program's to reach, or are counted by another one."""


@dataclass(frozen=True, slots=True)
class ReachCount:
    """Of the people who arrived from ``since`` to ``until``, both days in; None: too few to show.

    ``eligible`` are reached, waiting or ended without contact. ``ended`` says how: what stood in
    the way where a case closed as never reached, else how it closed. ``after_contact`` says how the
    cases of those who were reached closed, or that they are open: no end among them is a failure by
    itself. Waits are medians in minutes from arrival, of those who have the time.
    """

    since: date
    until: date
    target_min: int
    eligible: int | None
    tried: int | None
    in_target: int | None
    parts: Mapping[str, int | None]
    ended: Mapping[str, int | None]
    to_told_min: int | None
    to_tried_min: int | None
    to_reached_min: int | None
    unreadable: int
    after_contact: Mapping[str, int | None] = field(default_factory=dict)


def count_reach(work: Work, since: date, until: date) -> ReachCount:
    """Count everybody of the store. KnownError ``reach.no-days`` when ``until`` is before."""
    work.need(Permission.READ_CASES)
    if until < since:
        raise KnownError("reach.no-days")
    caseload, target = read_caseload(work), target_minutes(work)
    cases = [
        case
        for person in caseload.people.values()
        for case in person.cases
        if since <= case.arrived_at.astimezone().date() <= until
        and case.close_reason not in NOT_ELIGIBLE
        and not case.is_family
    ]
    work.audit(AuditAction.REACH_COUNTED, detail=f"{since.isoformat()} {until.isoformat()}")
    return _count(cases, since, until, target, caseload.unreadable)


def _count(
    cases: Sequence[CaseSummary], since: date, until: date, target_min: int, unreadable: int
) -> ReachCount:
    whole, most = len(cases), timedelta(minutes=target_min)
    parts = Counter(map(_part, cases))
    parts_shown = shown_cells({name: parts[name] for name in (REACHED, WAITING, ENDED)})
    ends = Counter(_end(case) for case in cases if _part(case) == ENDED)
    now = Counter(_now(case) for case in cases if _part(case) == REACHED)
    in_target = [
        case
        for case in cases
        if case.reached_at is not None and case.reached_at - case.arrived_at <= most
    ]
    is_few = is_small(whole)
    return ReachCount(
        since,
        until,
        target_min,
        eligible=None if is_few else whole,
        tried=shown_part(sum(case.first_tried_at is not None for case in cases), whole),
        in_target=shown_part(len(in_target), whole),
        parts=dict.fromkeys(parts_shown) if is_few else parts_shown,
        ended=_cells(ends, is_shown=not is_few and parts_shown[ENDED] is not None),
        after_contact=_cells(now, is_shown=not is_few and parts_shown[REACHED] is not None),
        to_told_min=_median([case.notified_at - case.arrived_at for case in cases]),
        to_tried_min=_median(
            [c.first_tried_at - c.arrived_at for c in cases if c.first_tried_at is not None]
        ),
        to_reached_min=_median(
            [c.reached_at - c.arrived_at for c in cases if c.reached_at is not None]
        ),
        unreadable=unreadable,
    )


def _part(case: CaseSummary) -> str:
    if case.reached_at is not None:
        return REACHED
    return ENDED if case.is_closed else WAITING


def _end(case: CaseSummary) -> str:
    if case.missed_why is not None:
        return f"missed-why.{case.missed_why.value}"
    reason = case.close_reason or CloseReason.NEVER_REACHED
    return f"close-reason.{reason.value}"


def _now(case: CaseSummary) -> str:
    return OPEN if case.close_reason is None else f"close-reason.{case.close_reason.value}"


def _cells(counts: Mapping[str, int], *, is_shown: bool) -> dict[str, int | None]:
    """In the order of their names; none of them where their whole is not shown."""
    names = sorted(counts)
    return shown_cells({n: counts[n] for n in names}) if is_shown else dict.fromkeys(names)


def _median(waits: Sequence[timedelta]) -> int | None:
    """In minutes; a call from the road is told at once. None of fewer people than are shown."""
    if not waits or is_small(len(waits)):
        return None
    return round(median(max(wait, timedelta(0)).total_seconds() for wait in waits) / 60)
