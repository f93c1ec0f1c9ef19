"""Send the completed forms of a case to review, for the first time or after a correction."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormRecord, FormStatus
from desktop.records.ids import RecordId, StaffId
from desktop.records.kinds import VISIT
from desktop.records.roles import Permission
from desktop.records.visit import FormVersion, ReviewState, Visit
from desktop.services.draft_journal import drafts_of_episode
from desktop.services.episode_records import forms_of, visits_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def submit_visit(work: Work, ref: EpisodeRef) -> Visit:
    """All completed forms that no reviewer has yet, together.

    A returned visit goes back with its forms' newest revisions and whatever was completed since.
    Forms that are with a reviewer or signed are left alone: an amendment makes a new visit.
    KnownErrors ``submit.draft-open``, ``submit.nothing-complete``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if drafts_of_episode(work, ref):
        raise KnownError("submit.draft-open")
    visits = visits_of(work, ref)
    returned = next((one for one in visits if one.value.state is ReviewState.RETURNED), None)
    others = [one.value for one in visits if one is not returned]
    forms = _forms_to_send(forms_of(work, ref), others)
    if not forms:
        raise KnownError("submit.nothing-complete")
    me = work.session.me
    visit = (
        returned.value
        if returned
        else Visit(
            RecordId(work.ids.new_id()),
            ref.episode_id,
            me.staff_id,
            me.display_name,
            ReviewState.DRAFT,
        )
    )
    writers = frozenset[StaffId]({me.staff_id}).union(
        *(form.value.writers | {form.value.author} for form in forms)
    )
    versions = tuple(FormVersion(form.record_id, form.number) for form in forms)
    sent = visit.submitted(versions, writers, work.clock.now())
    base = returned.number if returned else 0
    work.session.records.save(VISIT, ref.person_id, sent.visit_id, sent, base=base)
    work.audit(AuditAction.VISIT_SUBMITTED, sent.visit_id)
    return sent


def _forms_to_send(
    forms: tuple[Revision[FormRecord], ...], visits: list[Visit]
) -> list[Revision[FormRecord]]:
    """Complete forms that no other visit holds: with a reviewer, signed, or returned there."""
    held = {
        version
        for visit in visits
        if visit.state in (ReviewState.SUBMITTED, ReviewState.SIGNED)
        for version in visit.forms
    }
    returned = {
        version.form_id
        for visit in visits
        if visit.state is ReviewState.RETURNED
        for version in visit.forms
    }
    return [
        form
        for form in forms
        if form.value.status is FormStatus.COMPLETE
        and FormVersion(form.record_id, form.number) not in held
        and form.record_id not in returned
    ]
