"""Note where the event happened, and whether the hospital reported it: both optional."""

from dataclasses import replace

from desktop.records.audit_event import AuditAction
from desktop.records.event_facts import EventFacts
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def note_event(work: Work, ref: EpisodeRef, facts: EventFacts) -> EventFacts:
    """Keep both as they are said now, in a new revision of the case; the same ones keep nothing.

    The entry of the trail says that it was noted and not what. KnownError ``episode.closed``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    revision = episode_of(work, ref)
    revision.value.need_open()
    if revision.value.event == facts:
        return facts
    noted = replace(revision.value, event=facts)
    work.session.records.save(
        EPISODE, ref.person_id, RecordId(ref.episode_id), noted, base=revision.number
    )
    work.audit(AuditAction.EVENT_NOTED, ref.episode_id)
    return facts
