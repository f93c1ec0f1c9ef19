"""Look at a draft without going on with it: what is answered so far, nothing that may be heard."""

from dataclasses import dataclass, field

from desktop.forms.answers import Unanswered
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.draft_cards import DraftCard, draft_card
from desktop.services.draft_journal import CarriedOver, DraftState, own_draft, read_draft
from desktop.services.draft_session import draft_session
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef
from desktop.services.room_now import room_now
from desktop.services.visit_lines import AnswerLine, ReviewedForm, lines_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class DraftLook:
    """``kept_aside`` counts answers that are shown in private only, while it is not.

    ``carried`` says where a closed draft went on.
    """

    card: DraftCard
    lines: tuple[AnswerLine, ...] = field(repr=False)
    kept_aside: int
    carried: CarriedOver | None = None


def look_at_draft(work: Work, draft: DraftRef) -> DraftLook:
    """The answers of one's own draft, or of a closed one; the look is in the audit trail.

    KnownErrors ``draft.someone-elses``, ``draft.gone``, ``forms.version-missing``.
    """
    work.need(Permission.READ_CASES)
    state = _state(work, draft)
    access = need_case(work, Permission.READ_CASES, state.ref)
    opened = draft_session(work, state)
    session, room = opened.session, room_now(work, opened.state.room)
    form = ReviewedForm(draft.record_id, session, None, opened.hand_offs, ())
    answered = [
        line
        for line in lines_of(form)
        if not isinstance(session.state(line.item_key).answer, Unanswered)
    ]
    is_private_now = room is not None and room.private_now is True
    shown = [
        line
        for line in answered
        if is_private_now or not session.tree.by_key[line.item_key].is_private
    ]
    work.audit(AuditAction.DRAFT_READ, draft.record_id, access, state.ref.person_id)
    return DraftLook(
        draft_card(work, opened),
        tuple(shown),
        len(answered) - len(shown),
        opened.state.carried,
    )


def _state(work: Work, draft: DraftRef) -> DraftState:
    """A closed draft is history like a completed form: whoever may read the case may look."""
    found = read_draft(work, draft)
    return found if found is not None and found.carried is not None else own_draft(work, draft)
