"""What somebody should know before a case closes: where pathways lead, and how often it was tried.

How many tries make contact lost is the site's to decide; it is shown and stops nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.records.attempt import Attempt
from desktop.records.pathway import Pathway
from desktop.records.roles import Permission
from desktop.services.episode_records import attempts_of, referrals_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.routes import Route, routes
from desktop.services.site_settings import LOST_AFTER_TRIES, LOST_BOUNDS_TRIES, site_number
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """``tries`` since somebody last talked with the person, all of them where nobody did;
    ``lost_after`` is after how many the site speaks of lost contact."""

    routes: Mapping[Pathway, Route]
    tries: int
    lost_after: int
    with_partners: int = 0
    """Referrals whose partner was asked and has not met the person."""


def closing_facts(work: Work, ref: EpisodeRef, language: str) -> ClosingFacts:
    """Read for the panel that closes a case; ``language`` words the routes."""
    need_case(work, Permission.READ_CASES, ref)
    return ClosingFacts(
        routes(work, language),
        tries_since_contact(attempts_of(work, ref)),
        site_number(work, "lost-after-tries", LOST_AFTER_TRIES, LOST_BOUNDS_TRIES),
        sum(one.value.is_with_partner and not one.value.is_warm for one in referrals_of(work, ref)),
    )


def tries_since_contact(attempts: Sequence[Attempt]) -> int:
    """How many of the attempts, in their order, came after the last that reached the person."""
    last = max((at for at, attempt in enumerate(attempts) if attempt.reached), default=-1)
    return len(attempts) - last - 1
