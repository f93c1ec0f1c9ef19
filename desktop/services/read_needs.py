"""The needs of one case for the screen: each with what named it, where it stands, its code."""

from dataclasses import dataclass
from datetime import date

from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.episode import Episode
from desktop.records.need import CATEGORIES
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.named_needs import NamedNeed, case_needs
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.read_referrals import ReferralCard, referral_cards
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """``revision`` is the number of the staff's note, 0 before the first.

    ``to_add`` are categories that are not in the list yet. ``unreadable`` forms are left out.
    """

    alias: str
    needs: tuple[NamedNeed, ...]
    to_add: tuple[str, ...]
    revision: int
    may_write: bool
    has_forms: bool
    unreadable: int
    today: date
    referrals: tuple[ReferralCard, ...] = ()


def read_needs(work: Work, ref: EpisodeRef) -> NeedsPage:
    """Open the needs of a case and its referrals; the look is in the audit trail."""
    access = need_case(work, Permission.READ_CASES, ref)
    episode: Episode = episode_of(work, ref).value
    work.audit(AuditAction.NEEDS_READ, ref.episode_id, access)
    found = case_needs(work, ref)
    here = {one.category for one in found.needs}
    return NeedsPage(
        alias=display_name(episode),
        needs=found.needs,
        to_add=tuple(one for one in CATEGORIES if one not in here),
        revision=found.note.number if found.note else 0,
        may_write=work.session.me.may(Permission.WRITE_CASES) and episode.closed_at is None,
        has_forms=bool(found.forms),
        unreadable=found.unreadable,
        today=local_day(work),
        referrals=referral_cards(work, ref),
    )
