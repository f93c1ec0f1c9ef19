"""Note who is in the room and whether it is private now."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.interpreting import Interpreting
from desktop.records.kinds import ROOM
from desktop.records.roles import Permission
from desktop.records.room import Presence, RoomState
from desktop.services.episode_records import open_episode_of, room_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def note_room(
    work: Work,
    ref: EpisodeRef,
    present: frozenset[Presence],
    private_now: bool | None,
    reason: str = "",
    interpreting: Interpreting | None = None,
) -> RoomState:
    """Keep the room as a new revision; earlier notes stay in the record's history."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    room = RoomState(
        ref.episode_id,
        present,
        private_now,
        work.clock.now(),
        work.session.me.staff_id,
        reason.strip(),
        interpreting.tidied() if interpreting else None,
    )
    before = room_of(work, ref)
    record_id = before.record_id if before else RecordId(work.ids.new_id())
    base = before.number if before else 0
    work.session.records.save(ROOM, ref.person_id, record_id, room, base=base)
    work.audit(AuditAction.ROOM_NOTED, ref.episode_id)
    return room
