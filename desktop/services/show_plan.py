"""Open a completed safety plan for the person to read on their own screen: nothing is written.

Of a plan that is kept in memory only there is no paper: it is read again together, at each contact.
"""

from dataclasses import dataclass

from desktop.errors import BugError, KnownError
from desktop.forms.wording import LocalText
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.records.roles import Permission
from desktop.services.draft_session import record_session
from desktop.services.episode_records import episode_of, forms_of, one_of
from desktop.services.further_plans import is_plan_record
from desktop.services.hand_offs import hand_offs_of
from desktop.services.open_form import OpenForm
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.room_now import room_of_case
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PlanToShow:
    """A completed plan of the case."""

    record_id: RecordId
    title: LocalText


def plans_to_show(work: Work, ref: EpisodeRef) -> tuple[PlanToShow, ...]:
    """The completed plans of a case, as they were completed last; one whose form is not installed
    is left out."""
    found = []
    for form in forms_of(work, ref):
        if not is_plan_record(work, form.value):
            continue
        try:
            title = work.library.by_ref(form.value.instrument).title
        except KnownError:
            continue
        found.append(PlanToShow(form.record_id, title))
    return tuple(found)


def plan_to_read(work: Work, ref: EpisodeRef, record_id: RecordId) -> OpenForm:
    """The newest revision of a plan, to be read and never answered.

    KnownErrors ``forms.version-missing``, ``store.no-such-record``, those of ``need_case``.
    """
    access = need_case(work, Permission.WRITE_CASES, ref)
    form = one_of(work, FORM, ref, record_id)
    record = form.value
    if not is_plan_record(work, record):
        raise BugError("no plan")
    session = record_session(work, ref, record)
    work.audit(AuditAction.FORM_READ, record_id, access, ref.person_id)
    return OpenForm(
        ref=ref,
        draft=DraftRef(ref.person_id, record_id, form.number),
        kind=record.kind,
        questionnaire=session.questionnaire,
        session=session,
        room=room_of_case(work, ref),
        hand_offs=hand_offs_of(work, ref.person_id, record),
        position=None,
        language="",
        reader_language=episode_of(work, ref).value.language,
        comments=(),
        started_at=record.completed_at or form.at,
        author=record.author,
        resumed=False,
        amends=None,
        last_saved_at=None,
    )
