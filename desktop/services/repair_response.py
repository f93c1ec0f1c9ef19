"""Carry answers of a loaded form over to its current version: only on request, with a report."""

from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.forms.carrying import Carrying, carry_over
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.session import FormSession
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.append_to_draft import append_change, append_position
from desktop.services.draft_journal import draft_of_form, own_draft
from desktop.services.draft_session import draft_session, record_session
from desktop.services.episode_records import form_of, open_episode_of
from desktop.services.form_usability import need_usable
from desktop.services.offered_forms import offered_forms
from desktop.services.open_form import OpenForm, begun, opened
from desktop.services.ports import DraftRef, EpisodeRef, family_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What would carry over from one version to another."""

    source: InstrumentRef
    target: InstrumentRef
    carrying: Carrying = field(repr=False)


def repair_report(work: Work, ref: EpisodeRef, record_id: RecordId) -> RepairReport:
    """Look without changing: the answers of a draft or record against the current version.

    KnownErrors ``draft.gone``, ``repair.no-newer`` when it is the current version or none is,
    ``draft.someone-elses``, ``forms.version-missing``.
    """
    work.need(Permission.WRITE_CASES)
    source, session = _source(work, ref, record_id)
    family = family_of(source)
    target = next((one.ref for one in offered_forms(work) if one.family == family), None)
    if target is None or target == source:
        raise KnownError("repair.no-newer")
    return RepairReport(source, target, carry_over(session, work.library.by_ref(target)))


def repair_response(work: Work, ref: EpisodeRef, record_id: RecordId) -> OpenForm:
    """A new draft in the current version with the answers that carry over.

    The old draft or record stays as it is, in its own version: completed records are never
    migrated, and what did not carry is still there to read. KnownErrors as in ``repair_report``,
    ``form-use.cannot``, ``episode.closed``.
    """
    report = repair_report(work, ref, record_id)
    open_episode_of(work, ref)
    need_usable(work.library.by_ref(report.target))
    draft = DraftRef(ref.person_id, RecordId(work.ids.new_id()), 0)
    started = begun(work, ref, FormKind.LOADED, draft, report.target)
    work.audit(AuditAction.FORM_REPAIRED, draft.record_id, record_id)
    entries = tuple(report.carrying.answers.items())
    if not entries:
        return started
    append_change(work, draft, entries)
    append_position(work, draft, next(iter(started.session.tree.by_key)))
    return opened(work, draft, resumed=False)


def _source(work: Work, ref: EpisodeRef, record_id: RecordId) -> tuple[InstrumentRef, FormSession]:
    draft = draft_of_form(work, ref, FormKind.LOADED, record_id)
    if draft is not None:
        found = draft_session(work, own_draft(work, draft.draft))
        return found.questionnaire.ref, found.session
    record = form_of(work, ref, FormKind.LOADED, record_id)
    if record is None:
        raise KnownError("draft.gone")
    return record.value.instrument, record_session(work, ref, record.value)
