"""Complete a form: its draft becomes a revision when nothing is missing and no alert is open."""

from datetime import date, datetime

from desktop.errors import KnownError
from desktop.forms.answers import PartialDate, answer_values
from desktop.forms.instances import ItemKey
from desktop.forms.response_reading import read_response
from desktop.forms.response_writing import JsonNode, response_bytes
from desktop.forms.session import FormSession
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormRecord, FormStatus
from desktop.records.kinds import FORM
from desktop.records.roles import Permission
from desktop.records.room import RoomState
from desktop.records.signature_fhir import signature_to_fhir, signatures_from_fhir
from desktop.services.draft_journal import DraftState, own_draft
from desktop.services.draft_session import OpenDraft, draft_session, launch_text
from desktop.services.episode_records import episode_of, room_of
from desktop.services.ports import DraftRef, Revision
from desktop.services.response_parties import parties
from desktop.services.standing_signatures import unsigned
from desktop.services.taken_back import taken_back
from desktop.services.work import Work

_WHOLE_DATE = len("2000-01-01")
_DUE_ROLES = ("review-date", "later-due")
"""When to look at the whole again, and when to talk about a part that was put off."""


def complete_form(work: Work, draft: DraftRef) -> Revision[FormRecord]:
    """Compact the draft's rows into the next revision and empty its journal, all at once.

    Everything comes from the durable rows, so what is completed is exactly what was saved.
    KnownErrors ``complete.answers-missing``, ``complete.answers-wrong`` (count),
    ``complete.alert-open`` (count), ``complete.unsigned`` (count, where), ``draft.someone-elses``,
    ``draft.gone``.
    """
    work.need(Permission.WRITE_CASES)
    found = draft_session(work, own_draft(work, draft))
    _check(found)
    state = found.state
    revision = work.session.records.save(
        FORM,
        state.draft.person_id,
        state.draft.record_id,
        _record(work, found),
        base=state.draft.base,
        amends=state.started.amends,
        clears_journal=True,
    )
    work.audit(AuditAction.FORM_COMPLETED, revision.record_id, str(revision.number))
    return revision


def _check(found: OpenDraft) -> None:
    session = found.session
    if session.missing:
        raise KnownError("complete.answers-missing", count=len(session.missing))
    wrong = session.blocking_problems
    if wrong:
        raise KnownError("complete.answers-wrong", count=len(wrong))
    if found.waiting_alerts:
        raise KnownError("complete.alert-open", count=len(found.waiting_alerts))
    waiting = unsigned(session, found.signatures)
    if waiting:
        language = found.state.language or ""
        where = "; ".join(dict.fromkeys(one.title.in_language(language) for one in waiting))
        raise KnownError("complete.unsigned", count=len(waiting), where=where)


def _record(work: Work, found: OpenDraft) -> FormRecord:
    state, now = found.state, work.clock.now()
    response = _response(found, now) | parties(state, work.session.me.staff_id)
    before = found.before
    return FormRecord(
        form_id=state.draft.record_id,
        episode_id=state.started.episode_id,
        kind=state.started.kind,
        instrument=state.started.instrument,
        author=work.session.me.staff_id,
        status=FormStatus.COMPLETE,
        started_at=state.started.started_at,
        response=response_bytes(response).decode(),
        language=_language(work, found),
        completed_at=now,
        room=state.room or _noted_room(work, state) or (before.room if before else None),
        hand_offs=found.hand_offs,
        review_due=first_due(found.session),
        amendment_reason=state.started.amendment_reason,
        writers=state.writers | (before.writers if before else frozenset()),
        # As the response has them: rows that were moved or removed are numbered anew there.
        signatures=signatures_from_fhir(read_response(found.questionnaire, response).signatures),
        as_of=before.moment if before else None,
        launch=launch_text(found.launch),
        taken_back=taken_back(found),
    )


def _response(found: OpenDraft, now: datetime) -> JsonNode:
    """Amended where it changes what was signed (http://hl7.org/fhir/R4/valueset-questionnaire-answers-status.html);
    a correction before that is completed again."""
    signatures: dict[ItemKey, list[JsonNode]] = {}
    for one in found.signatures:
        signatures.setdefault(one.target, []).append(signature_to_fhir(one))
    is_amended = found.state.started.amends is not None
    return found.session.to_response("amended" if is_amended else "completed", now, signatures)


def _language(work: Work, found: OpenDraft) -> str:
    if found.state.language is not None:
        return found.state.language
    if found.before is not None:
        return found.before.language
    return episode_of(work, found.state.ref).value.language


def _noted_room(work: Work, state: DraftState) -> RoomState | None:
    room = room_of(work, state.ref)
    return room.value if room else None


def first_due(session: FormSession) -> date | None:
    """The first day on which something in the form wants to be looked at again."""
    days = (
        date.fromisoformat(value.text)
        for key, instance in session.tree.by_key.items()
        if instance.item.role in _DUE_ROLES and session.state(key).enabled
        for value in answer_values(session.state(key).answer)
        if isinstance(value, PartialDate) and len(value.text) == _WHOLE_DATE
    )
    return min(days, default=None)
