"""Note that there is no safety plan today, with the reason; its draft, if any, is discarded."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.kinds import NO_PLAN
from desktop.records.no_plan import NoPlanReason, NoPlanToday
from desktop.records.roles import Permission
from desktop.services.discard_draft import remove_draft
from desktop.services.draft_journal import own_draft
from desktop.services.episode_records import form_of, no_plan_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.work import Work

AUDIT_CODE = "no-plan-today"
"""In place of the reason of a discard."""


def note_no_plan(
    work: Work, ref: EpisodeRef, reason: NoPlanReason, draft: DraftRef | None = None
) -> NoPlanToday:
    """Keep the note as a new revision; ``draft`` is the begun plan that is given up with it.

    KnownErrors ``no-plan.is-complete`` when a plan was completed, ``draft.someone-elses``,
    ``draft.gone``, ``draft.alert-open``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    if form_of(work, ref, FormKind.SAFETY_PLAN) is not None:
        raise KnownError("no-plan.is-complete")
    if draft is not None:
        remove_draft(work, own_draft(work, draft), AUDIT_CODE)
    now, me = work.clock.now(), work.session.me.staff_id
    note = NoPlanToday(ref.episode_id, reason, now, me)
    before = no_plan_of(work, ref)
    record_id = before.record_id if before else RecordId(work.ids.new_id())
    base = before.number if before else 0
    work.session.records.save(NO_PLAN, ref.person_id, record_id, note, base=base)
    work.audit(AuditAction.NO_PLAN_NOTED, ref.episode_id, reason.value)
    return note
