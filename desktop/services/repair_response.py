"""Carry answers of a form over to its current version: only on request, with a report."""

from dataclasses import dataclass, field, replace

from desktop.errors import KnownError
from desktop.forms.carrying import Carrying, carry_over
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.session import FormSession
from desktop.records.alert import HandOff
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.alerts import open_alerts
from desktop.services.append_to_draft import (
    append_change,
    append_language,
    append_position,
    append_room,
)
from desktop.services.carry_draft import close_carried, need_alerts_kept
from desktop.services.draft_journal import CarriedOver, drafts_of_episode, own_draft
from desktop.services.draft_rows import body_of
from desktop.services.draft_session import OpenDraft, draft_session, record_session
from desktop.services.episode_records import form_of, open_episode_of
from desktop.services.form_offers import current_offers
from desktop.services.form_usability import need_usable
from desktop.services.hand_offs import hand_offs_of
from desktop.services.open_form import INSTRUMENT_OF, OpenForm, begun, opened
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef, JournalKind, JournalRow, family_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What would carry over from one version to another."""

    source: InstrumentRef
    target: InstrumentRef
    carrying: Carrying = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Source:
    """What is carried from. ``draft`` is None for a completed record."""

    kind: FormKind
    instrument: InstrumentRef
    session: FormSession = field(repr=False)
    hand_offs: tuple[HandOff, ...] = field(repr=False)
    draft: OpenDraft | None = field(repr=False)


def repair_report(work: Work, ref: EpisodeRef, record_id: RecordId) -> RepairReport:
    """Look without changing: the answers of a draft or record against the current version.

    KnownErrors ``draft.gone``, ``repair.no-newer`` when it is the current version or none is,
    ``draft.carried-over``, ``draft.someone-elses``, ``forms.version-missing``.
    """
    access = need_case(work, Permission.WRITE_CASES, ref)
    source = _source(work, ref, record_id)
    work.audit(AuditAction.FORM_READ, record_id, access, ref.person_id)
    return _report(work, source)


def repair_response(work: Work, ref: EpisodeRef, record_id: RecordId) -> OpenForm:
    """A new draft in the current version with the answers that carry over.

    A completed record stays as it is, in its own version: completed records are never migrated.
    A draft is closed and stays readable, so that what did not carry is not lost
    (``go_back_to_draft`` opens it again). Who was told of an alert carries with the answer.
    KnownErrors as in ``repair_report``, ``form-use.cannot``, ``episode.closed``,
    ``carry.alert-open`` when the new version would not raise an alert that is open in the draft.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    source = _source(work, ref, record_id)
    report = _report(work, source)
    open_episode_of(work, ref)
    need_usable(work.library.by_ref(report.target))
    told = _told(source, report.carrying)
    if source.draft is not None:
        _need_alerts_kept(work, source.draft, report, told)
    draft = DraftRef(ref.person_id, RecordId(work.ids.new_id()), 0)
    started = begun(work, ref, source.kind, draft, report.target)
    work.audit(AuditAction.FORM_REPAIRED, draft.record_id, record_id)
    entries = tuple(report.carrying.answers.items())
    if entries:
        append_change(work, draft, entries)
        append_position(work, draft, next(iter(started.session.tree.by_key)))
    _carry_acts(work, draft, told)
    if source.draft is not None:
        _carry_place(work, draft, source.draft)
        # Last, so that a stop before leaves both drafts rather than none.
        close_carried(work, source.draft.state, CarriedOver(draft.record_id, report.target.version))
    return opened(work, draft, resumed=False)


def _report(work: Work, source: _Source) -> RepairReport:
    target = current_version(work, source.kind, source.instrument)
    if target is None or target == source.instrument:
        raise KnownError("repair.no-newer")
    carrying = carry_over(source.session, work.library.by_ref(target))
    return RepairReport(source.instrument, target, carrying)


def current_version(work: Work, kind: FormKind, instrument: InstrumentRef) -> InstrumentRef | None:
    """What a form of this kind would be begun with now; None when it is not offered any more."""
    if kind is not FormKind.LOADED:
        return work.library.instrument(INSTRUMENT_OF[kind]).ref
    family = family_of(instrument)
    return next((one.ref for one in current_offers(work) if one.family == family), None)


def _source(work: Work, ref: EpisodeRef, record_id: RecordId) -> _Source:
    drafts = drafts_of_episode(work, ref)
    draft = next((one for one in drafts if one.draft.record_id == record_id), None)
    if draft is not None:
        found = draft_session(work, own_draft(work, draft.draft))
        kind = draft.started.kind
        if kind is not FormKind.LOADED and draft.draft.base:
            # A case has one assessment and one plan: a correction stays in its own version.
            raise KnownError("repair.no-newer")
        return _Source(kind, found.questionnaire.ref, found.session, found.hand_offs, found)
    record = form_of(work, ref, FormKind.LOADED, record_id)
    if record is None:
        raise KnownError("draft.gone")
    session = record_session(work, ref, record.value)
    value = record.value
    acts = hand_offs_of(work, ref.person_id, value)
    return _Source(FormKind.LOADED, value.instrument, session, acts, None)


def _told(source: _Source, carrying: Carrying) -> tuple[HandOff, ...]:
    """The acts on alerts whose answers all carried: a clinician who was told knows of them."""
    return tuple(
        act for act in source.hand_offs if act.about and set(act.about) <= set(carrying.answers)
    )


def _need_alerts_kept(
    work: Work, old: OpenDraft, report: RepairReport, told: tuple[HandOff, ...]
) -> None:
    new = FormSession(work.library.by_ref(report.target), now=work.clock.now)
    new.restore(report.carrying.answers)
    version = report.target.version
    need_alerts_kept(old.open_alerts, open_alerts(new.alerts, told), version)


def _carry_acts(work: Work, draft: DraftRef, told: tuple[HandOff, ...]) -> None:
    """As they were done and when; they are in the audit trail already."""
    for act in told:
        carried = replace(act, form_id=draft.record_id)
        row = JournalRow(
            JournalKind.HAND_OFF,
            act.alert_code,
            body_of(carried),
            work.session.me.staff_id,
            work.clock.now(),
        )
        work.session.journal.append(draft, row)


def _carry_place(work: Work, draft: DraftRef, old: OpenDraft) -> None:
    """The room and the language of the talk go on."""
    if old.state.room is not None:
        append_room(work, draft, old.state.room)
    if old.state.language is not None:
        append_language(work, draft, old.state.language)
