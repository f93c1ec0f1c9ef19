"""How "no information" stands in a case, in names, for the pages that show it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.records.confidential_status import AskedBy, ConfidentialStatus
from desktop.services.confidential_status import holding_status
from desktop.services.episode_records import packets_of
from desktop.services.linked_people import linked_cases
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef, PacketState
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class HeldConfidential:
    """What holds now; ``is_due`` when it is to be looked at again today or before."""

    asked_by: AskedBy
    since: datetime
    set_by: str = field(repr=False)
    review_due: date
    is_due: bool
    reviewed_at: datetime | None
    reviewed_by: str = field(repr=False)
    set_in: str = ""
    """The alias of the other case in which it was set; empty for this one."""
    unmarked_packets: int = 0
    """Packets at the desk that were sent before, and do not say "to the person only"."""


def read_confidential(work: Work, ref: EpisodeRef) -> HeldConfidential | None:
    """None while callers are answered as usual. The caller has checked who reads."""
    status = holding_status(work, ref)
    if status is None:
        return None
    reviewer = status.reviewed_by
    return HeldConfidential(
        status.asked_by,
        status.since,
        staff_name(work, status.set_by),
        status.review_due,
        status.is_due(local_day(work)),
        status.reviewed_at,
        staff_name(work, reviewer) if reviewer is not None else "",
        _set_in(work, ref, status),
        _unmarked(work, ref, status.since),
    )


def _set_in(work: Work, ref: EpisodeRef, status: ConfidentialStatus) -> str:
    if status.episode_id == ref.episode_id:
        return ""
    others = linked_cases(work, ref)
    return next((o.alias for o in others if o.ref.episode_id == status.episode_id), "")


def _unmarked(work: Work, ref: EpisodeRef, since: datetime) -> int:
    earlier = {one.packet_id for one in packets_of(work, ref) if one.made_at < since}
    at_desk = (PacketState.READY, PacketState.PRINTED)
    return sum(
        one.packet_id in earlier and one.state in at_desk for one in work.session.packets.statuses()
    )
