"""The room as it can be relied on now: that it is private holds for whoever saw it, for a while.

Somebody may have come in since, and it may be another room: privacy is asked for "now", and an old
yes is not a yes now (ACEP: police and visitors in the emergency department may overhear care,
acep.org/state-advocacy/state-advocacy-overview/law-enforcement-toolkit). The same goes for the
reason for which a hard question was asked although it was not private. Who was there and how it is
interpreted stay as noted, with their time.
"""

from dataclasses import replace
from datetime import timedelta

from desktop.records.room import RoomState
from desktop.services.episode_records import room_of
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import site_number
from desktop.services.work import Work

SETTING = "private-minutes"
PRIVATE_MINUTES = 60
"""No source gives a figure: this one is ours, for a long talk without asking twice."""
PRIVATE_BOUNDS_MIN = (5, 240)


def room_now(work: Work, room: RoomState | None) -> RoomState | None:
    """The same room, without its privacy and its reason where those have to be asked anew."""
    if room is None or not (room.private_now or room.not_private_reason):
        return room
    minutes = site_number(work, SETTING, PRIVATE_MINUTES, PRIVATE_BOUNDS_MIN)
    age = work.clock.now() - room.noted_at
    is_mine = room.noted_by == work.session.me.staff_id
    if is_mine and timedelta() <= age < timedelta(minutes=minutes):
        return room
    return replace(room, private_now=None, not_private_reason="")


def room_of_case(
    work: Work, ref: EpisodeRef, of_draft: RoomState | None = None
) -> RoomState | None:
    """The room that was noted last, as it can be relied on now: in the draft at hand, or on the
    page of the case."""
    kept = room_of(work, ref)
    noted = [one for one in (of_draft, kept.value if kept else None) if one is not None]
    return room_now(work, max(noted, key=lambda one: one.noted_at, default=None))
