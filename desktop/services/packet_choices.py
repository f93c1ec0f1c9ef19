"""What was chosen for a packet that was not sent yet: kept sealed with the case, like any draft."""

from datetime import datetime

from desktop.records.ids import RecordId
from desktop.records.kinds import PACKET_DRAFT
from desktop.records.packet_record import PacketChoices, PacketDraftRecord
from desktop.records.roles import Permission
from desktop.services.episode_records import all_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def kept_choices(work: Work, ref: EpisodeRef) -> PacketChoices | None:
    """What was chosen last, by whomever; None when nothing was, or all of it was sent."""
    draft = _draft_of(work, ref)
    return draft.value.choices if draft is not None else None


def keep_choices(work: Work, ref: EpisodeRef, choices: PacketChoices) -> datetime:
    """Keep these from now on; durable on return. KnownError ``store.changed-meanwhile``."""
    need_case(work, Permission.BUILD_PACKETS, ref)
    return _save(work, ref, choices, _draft_of(work, ref))


def drop_choices(work: Work, ref: EpisodeRef) -> None:
    """The packet was sent: the next one begins with a new proposal."""
    draft = _draft_of(work, ref)
    if draft is not None and draft.value.choices is not None:
        _save(work, ref, None, draft)


def _draft_of(work: Work, ref: EpisodeRef) -> Revision[PacketDraftRecord] | None:
    return next(iter(all_of(work, PACKET_DRAFT, ref)), None)


def _save(
    work: Work,
    ref: EpisodeRef,
    choices: PacketChoices | None,
    before: Revision[PacketDraftRecord] | None,
) -> datetime:
    draft_id = before.record_id if before is not None else RecordId(work.ids.new_id())
    draft = PacketDraftRecord(
        draft_id, ref.episode_id, choices, work.session.me.staff_id, work.clock.now()
    )
    base = before.number if before is not None else 0
    saved = work.session.records.save(PACKET_DRAFT, ref.person_id, draft_id, draft, base=base)
    return saved.at
