"""Which cases somebody may be in already who is being added: by alias, and only as a hint."""

from dataclasses import dataclass

from desktop.records.case_summary import CaseSummary
from desktop.records.roles import Permission
from desktop.records.same_case import SAME_STAY, HeardCase, LikeWhy, why_alike
from desktop.services.caseload import read_caseload
from desktop.services.hurt_again import NEVER_AGAIN
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

MOST = 2
"""Cases named at once: more would be a list of strangers."""


@dataclass(frozen=True, slots=True)
class LikeCase:
    """No more than the alias, as for any case outside one's own caseload, and what is alike."""

    ref: EpisodeRef
    alias: str
    why: LikeWhy
    can_begin_again: bool = False
    """Whether it is over, so that a new case of the same person may be what is being added."""


def like_cases(work: Work, heard: HeardCase) -> tuple[LikeCase, ...]:
    """Open cases, and those closed since (another program's), newest arrival first.

    Reads what the lists show, never a name. KnownError ``work.not-allowed``.
    """
    work.need(Permission.WRITE_CASES)
    since = work.clock.now() - SAME_STAY
    found = []
    for person_id, person in read_caseload(work).people.items():
        for case in person.cases:
            if case.is_closed and case.arrived_at < since:
                continue
            why = why_alike(heard, _heard(case))
            if why is not None:
                ref = EpisodeRef(person_id, case.episode_id)
                is_over = case.is_closed and case.close_reason not in NEVER_AGAIN
                found.append((case.arrived_at, LikeCase(ref, case.alias, why, is_over)))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(case for _, case in found[:MOST])


def _heard(case: CaseSummary) -> HeardCase:
    return HeardCase(case.alias, case.place, case.arrived_at, case.age_years)
