"""Open a form to be filled: a new draft, the draft where it stopped, or a correction."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import BugError, KnownError
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import InstrumentRef, Questionnaire
from desktop.forms.session import FormSession
from desktop.records.alert import HandOff
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.form_signature import FormSignature
from desktop.records.ids import RecordId, StaffId
from desktop.records.kinds import VISIT
from desktop.records.roles import Permission
from desktop.records.room import RoomState
from desktop.records.visit import Comment, FormVersion, ReviewState
from desktop.services.draft_cards import position_of
from desktop.services.draft_journal import Started, draft_of_form, own_draft
from desktop.services.draft_rows import body_of
from desktop.services.draft_session import OpenDraft, draft_session
from desktop.services.episode_records import all_of, episode_of, form_of
from desktop.services.launch_context import reads_identity
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef, JournalKind, JournalRow, Revision
from desktop.services.room_now import room_of_case
from desktop.services.work import Work

INSTRUMENT_OF = {FormKind.ASSESSMENT: "bedside-core", FormKind.SAFETY_PLAN: "safety-plan"}


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form ready to be filled; what is in ``session`` is already durable."""

    ref: EpisodeRef
    draft: DraftRef
    kind: FormKind
    questionnaire: Questionnaire
    session: FormSession = field(repr=False)
    room: RoomState | None
    hand_offs: tuple[HandOff, ...]
    position: ItemKey | None
    language: str
    """What this draft is shown in: "en", "es", "both"; "" while nobody has chosen."""
    reader_language: str
    """What the person reads."""
    comments: tuple[Comment, ...] = field(repr=False)
    started_at: datetime
    author: StaffId
    resumed: bool
    amends: int | None
    last_saved_at: datetime | None
    signatures: tuple[FormSignature, ...] = field(default=(), repr=False)


def open_form(
    work: Work, ref: EpisodeRef, kind: FormKind, record_id: RecordId | None = None
) -> OpenForm:
    """The draft of this form: resumed in its own version, or begun now.

    A completed form that no reviewer has opens again as a correction. KnownErrors
    ``draft.someone-elses``, ``review.not-in-state.submitted`` (with the reviewer),
    ``review.not-in-state.signed`` (needs an amendment), ``episode.closed`` for a new form.
    ``record_id`` names a loaded form, which ``start_loaded_form`` began; ``draft.gone``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if (kind is FormKind.LOADED) is (record_id is None):
        raise BugError("a loaded form is named by its record, another by its kind")
    episode = episode_of(work, ref).value
    draft = draft_of_form(work, ref, kind, record_id)
    if draft is not None:
        return opened(work, draft.draft, resumed=True)
    form = form_of(work, ref, kind, record_id)
    if form is None and kind is FormKind.LOADED:
        raise KnownError("draft.gone")
    if form is None:
        episode.need_open()
        instrument = work.library.instrument(INSTRUMENT_OF[kind]).ref
        return begun(work, ref, kind, _new_draft(work, ref), instrument)
    need_not_held(work, ref, form)
    signed = newest_signed(work, form.record_id)
    if signed == form.number:
        raise KnownError("review.not-in-state.signed")
    draft_ref = DraftRef(ref.person_id, form.record_id, form.number, signed)
    reason = form.value.amendment_reason
    return begun(work, ref, kind, draft_ref, form.value.instrument, reason)


def begun(
    work: Work,
    ref: EpisodeRef,
    kind: FormKind,
    draft: DraftRef,
    instrument: InstrumentRef,
    amendment_reason: str = "",
) -> OpenForm:
    """Write the first row of a draft and open it."""
    now = work.clock.now()
    started = Started(ref.episode_id, kind, instrument, now, draft.amends, amendment_reason)
    row = JournalRow(JournalKind.STARTED, "", body_of(started), work.session.me.staff_id, now)
    work.session.journal.append(draft, row)
    work.audit(AuditAction.FORM_STARTED, draft.record_id, kind.value, draft.person_id)
    return opened(work, draft, resumed=False)


def opened(work: Work, draft: DraftRef, *, resumed: bool) -> OpenForm:
    """An own draft with everything that the screen shows beside it."""
    found = draft_session(work, own_draft(work, draft))
    state = found.state
    work.undo.go_on(state.draft, found.session)
    if resumed:
        work.audit(AuditAction.DRAFT_READ, draft.record_id, person=draft.person_id)
    if reads_identity(found.questionnaire):
        work.audit(AuditAction.IDENTITY_READ, state.draft.person_id)
    comments = _comments(work, found)
    return OpenForm(
        ref=state.ref,
        draft=state.draft,
        kind=state.started.kind,
        questionnaire=found.questionnaire,
        session=found.session,
        room=room_of_case(work, state.ref, state.room),
        hand_offs=found.hand_offs,
        position=position_of(found) or _first_comment(found, comments),
        language=state.language or "",
        reader_language=episode_of(work, state.ref).value.language,
        comments=comments,
        started_at=state.started.started_at,
        author=state.owner,
        resumed=resumed,
        amends=state.started.amends,
        last_saved_at=state.changed_at if resumed else None,
        signatures=found.signatures,
    )


def newest_signed(work: Work, record_id: RecordId) -> int | None:
    """The newest signed revision of a record, None while it has no signature."""
    return max((one.revision for one in work.session.sign_offs.of(record_id)), default=None)


def need_not_held(work: Work, ref: EpisodeRef, form: Revision[FormRecord]) -> None:
    """Refuse a form whose newest revision is with a reviewer."""
    version = FormVersion(form.record_id, form.number)
    for visit in all_of(work, VISIT, ref):
        if visit.value.state is ReviewState.SUBMITTED and version in visit.value.forms:
            raise KnownError("review.not-in-state.submitted")


def _new_draft(work: Work, ref: EpisodeRef) -> DraftRef:
    return DraftRef(ref.person_id, RecordId(work.ids.new_id()), 0)


def _comments(work: Work, draft: OpenDraft) -> tuple[Comment, ...]:
    """The conversation of a returned visit about this form."""
    return tuple(
        comment
        for visit in all_of(work, VISIT, draft.state.ref)
        if visit.value.state is ReviewState.RETURNED
        for comment in visit.value.comments
        if comment.form_id == draft.state.draft.record_id
    )


def _first_comment(draft: OpenDraft, comments: tuple[Comment, ...]) -> ItemKey | None:
    waiting = {c.item_key for c in comments if c.reply_to is None and not c.settled}
    return next((key for key in draft.session.tree.by_key if key in waiting), None)
