"""The steps of referrals as events of a case: when a partner was asked, said yes, and they met."""

from collections.abc import Iterable
from datetime import datetime

from desktop.records.kinds import REFERRAL
from desktop.records.referral import Referral, ReferralStatus
from desktop.services.episode_records import referrals_of
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

Event = tuple[datetime, str, dict[str, str | int], bool]
"""When, which sentence, to whom, and whether it is a turning point."""

_TURNS = frozenset({ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS})


def referral_events(work: Work, ref: EpisodeRef) -> Iterable[Event]:
    """One for each change of status; a draft told nobody anything, and a mistake is no event."""
    for newest in referrals_of(work, ref):
        if newest.value.status is ReferralStatus.ENTERED_IN_ERROR:
            continue
        before = ReferralStatus.DRAFT
        for revision in work.session.records.history(REFERRAL, newest.record_id):
            referral: Referral = revision.value
            if referral.status is not before:
                before = referral.status
                said = f"timeline.referral.{referral.status.value}"
                is_turn = referral.status in _TURNS
                yield revision.at, said, {"partner": referral.to_org}, is_turn
