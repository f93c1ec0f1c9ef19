"""Note where a need stands and which place the person gave it, or take the last note back."""

from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import NEEDS
from desktop.records.need import CATEGORIES, FIRST, LAST, NeedMark, NeedsNote, NeedState
from desktop.records.roles import Permission
from desktop.services.episode_records import needs_note_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def note_need(
    work: Work,
    ref: EpisodeRef,
    category: str,
    state: NeedState | None,
    priority: int | None = None,
) -> Revision[NeedsNote]:
    """Keep the note as a new revision; ``state`` None leaves it to the answers.

    KnownErrors ``episode.closed``, ``store.changed-meanwhile``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    if category not in CATEGORIES or priority not in (None, *range(FIRST, LAST + 1)):
        raise BugError("no such need, or no such place")
    now, me = work.clock.now(), work.session.me.staff_id
    before = needs_note_of(work, ref)
    note = before.value if before else NeedsNote(ref.episode_id, (), now, me)
    kept = _save(work, ref, note.with_mark(NeedMark(category, state, priority, now, me)), before)
    work.audit(AuditAction.NEED_NOTED, ref.episode_id, state.value if state else "")
    return kept


def put_needs_back(work: Work, ref: EpisodeRef, number: int) -> Revision[NeedsNote]:
    """The note as its revision ``number`` had it, as a new revision; 0 is before the first.

    KnownErrors ``store.no-such-record``, ``episode.closed``, ``store.changed-meanwhile``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    before = needs_note_of(work, ref)
    if before is None or number >= before.number:
        raise KnownError("store.no-such-record")
    records = work.session.records
    marks = records.load_revision(NEEDS, before.record_id, number).value.marks if number else ()
    note = NeedsNote(ref.episode_id, marks, work.clock.now(), work.session.me.staff_id)
    kept = _save(work, ref, note, before)
    work.audit(AuditAction.NEEDS_PUT_BACK, ref.episode_id, str(number))
    return kept


def _save(
    work: Work, ref: EpisodeRef, note: NeedsNote, before: Revision[NeedsNote] | None
) -> Revision[NeedsNote]:
    record_id = before.record_id if before else RecordId(work.ids.new_id())
    base = before.number if before else 0
    return work.session.records.save(NEEDS, ref.person_id, record_id, note, base=base)
