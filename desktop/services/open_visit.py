"""Open a visit to read it: every answer with its question, comments, and whether to sign."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.questionnaire import LocalText
from desktop.forms.scoring import Score
from desktop.forms.session import FormSession
from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM, VISIT
from desktop.records.no_plan import NoPlanReason
from desktop.records.roles import Permission
from desktop.records.room import RoomState
from desktop.records.visit import FormVersion, ReviewState, Visit
from desktop.services.case_facts import NO_FACTS, CaseFacts, case_facts
from desktop.services.confidential_status import holding_status
from desktop.services.draft_session import record_session
from desktop.services.episode_records import episode_of, no_plan_of, one_of
from desktop.services.form_notices import NO_NOTICE, FormNotice, form_notice
from desktop.services.further_plans import is_plan
from desktop.services.hand_offs import hand_offs_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.signature_lines import SignatureLine, signature_lines
from desktop.services.staff_names import staff_name
from desktop.services.visit_lines import AnswerLine, ReviewedForm, lines_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class SignGate:
    """Whether the signed-in person may sign this visit now; ``reason_id`` is a message id."""

    allowed: bool
    reason_id: str


@dataclass(frozen=True, slots=True)
class ReadForm:
    """One form of a visit: which one, in which version of its questions, and who kept it when.

    ``history`` holds revision, time and author, oldest first.
    """

    form_id: RecordId
    title: LocalText
    version: str
    revision: int
    history: tuple[tuple[int, datetime, str], ...]
    notice: FormNotice = NO_NOTICE
    scores: tuple[Score, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitPage:
    """A visit as a reviewer reads it."""

    visit: Visit
    alias: str
    ref: EpisodeRef
    forms: tuple[ReadForm, ...]
    room: RoomState | None
    lines: tuple[AnswerLine, ...]
    can_sign: SignGate
    amendment_reason: str
    signatures: tuple[SignatureLine, ...] = ()
    no_plan: NoPlanReason | None = None
    """Why the visit has no safety plan, where that was noted."""
    facts: CaseFacts = NO_FACTS
    """The clock of a mandated report and the noted needs, as they stand now."""
    read_at: datetime | None = None
    is_confidential: bool = False
    """Whether no caller is told that the person is here."""


def open_visit(work: Work, ref: EpisodeRef, visit_id: RecordId) -> VisitPage:
    """The visit with exactly the revisions that were sent; the look is in the audit trail."""
    need_case(work, Permission.READ_CASES, ref)
    visit = one_of(work, VISIT, ref, visit_id).value
    episode = episode_of(work, ref).value
    revisions = [_revision(work, ref, version) for version in visit.forms]
    sessions = [record_session(work, ref, revision.value) for revision in revisions]
    work.audit(AuditAction.VISIT_READ, visit_id)
    return VisitPage(
        visit=visit,
        alias=display_name(episode),
        ref=ref,
        forms=_forms(work, revisions, sessions),
        room=next((one.value.room for one in revisions if one.value.room), None),
        lines=_lines(work, visit, revisions, sessions),
        can_sign=sign_gate(work, visit),
        amendment_reason="\n".join(
            one.value.amendment_reason for one in revisions if one.value.amendment_reason
        ),
        signatures=tuple(
            line
            for one, session in zip(revisions, sessions, strict=True)
            for line in signature_lines(work, one.value, session)
        ),
        no_plan=_no_plan(work, ref, revisions),
        facts=case_facts(work, ref),
        read_at=work.clock.now(),
        is_confidential=holding_status(work, ref) is not None,
    )


def _no_plan(
    work: Work, ref: EpisodeRef, revisions: list[Revision[FormRecord]]
) -> NoPlanReason | None:
    note = no_plan_of(work, ref)
    has_plan = any(
        one.value.kind is FormKind.SAFETY_PLAN
        or is_plan(work.library.own_name(one.value.instrument.url) or "")
        for one in revisions
    )
    return note.value.reason if note is not None and not has_plan else None


def sign_gate(work: Work, visit: Visit) -> SignGate:
    """What ``sign_visit`` would say."""
    if not work.session.me.may(Permission.REVIEW):
        return SignGate(False, "work.not-allowed")
    try:
        visit.signed(work.session.me.staff_id, work.clock.now())
    except KnownError as refused:
        return SignGate(False, refused.message_id)
    return SignGate(True, "review.can-sign")


def _revision(work: Work, ref: EpisodeRef, version: FormVersion) -> Revision[FormRecord]:
    one_of(work, FORM, ref, version.form_id)
    return work.session.records.load_revision(FORM, version.form_id, version.revision)


def _lines(
    work: Work, visit: Visit, revisions: list[Revision[FormRecord]], sessions: list[FormSession]
) -> tuple[AnswerLine, ...]:
    lines: list[AnswerLine] = []
    for revision, session in zip(revisions, sessions, strict=True):
        form = ReviewedForm(
            revision.record_id,
            session,
            _earlier(work, visit, revision),
            hand_offs_of(work, revision.person_id, revision.value),
            tuple(c for c in visit.comments if c.form_id == revision.record_id),
            revision.value.taken_back,
        )
        lines += lines_of(form)
    return tuple(lines)


def _earlier(work: Work, visit: Visit, revision: Revision[FormRecord]) -> FormSession | None:
    """What a reviewer saw last: the revision sent before, or the signed one that is amended."""
    sent = [
        version.revision
        for past in work.session.records.history(VISIT, visit.visit_id)
        if past.value.state is ReviewState.SUBMITTED
        for version in past.value.forms
        if version.form_id == revision.record_id and version.revision < revision.number
    ]
    number = max(sent, default=revision.amends)
    if number is None:
        return None
    earlier = work.session.records.load_revision(FORM, revision.record_id, number)
    ref = EpisodeRef(revision.person_id, revision.value.episode_id)
    return record_session(work, ref, earlier.value)


def _forms(
    work: Work, revisions: list[Revision[FormRecord]], sessions: list[FormSession]
) -> tuple[ReadForm, ...]:
    return tuple(
        ReadForm(
            one.record_id,
            session.questionnaire.title,
            session.questionnaire.version,
            one.number,
            _history(work, one.record_id),
            form_notice(work, session.questionnaire),
            tuple(session.scores),
        )
        for one, session in zip(revisions, sessions, strict=True)
    )


def _history(work: Work, form_id: RecordId) -> tuple[tuple[int, datetime, str], ...]:
    return tuple(
        (one.number, one.at, staff_name(work, one.author))
        for one in work.session.records.history(FORM, form_id)
    )
