"""Earlier answers of the same person that an open form may offer (SDC observationLinkPeriod)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.earlier_answers import (
    EarlierAnswer,
    EarlierForm,
    could_answer,
    earlier_answers,
)
from desktop.forms.form_face import offer_rule
from desktop.forms.link_periods import looks_back
from desktop.forms.questionnaire import Questionnaire
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormRecord, FormStatus
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE, FORM
from desktop.records.roles import Permission
from desktop.services.draft_session import record_session, response_of
from desktop.services.episode_records import forms_of
from desktop.services.linked_people import linked_people
from desktop.services.open_form import OpenForm
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.readable import readable
from desktop.services.work import Work

_Candidate = tuple[EpisodeRef, str, Revision[FormRecord]]
_THE_PERSON = "person"
"""``OfferRule.for_whom`` of a form that says nothing of it."""


def read_earlier_answers(work: Work, form: OpenForm) -> Mapping[str, tuple[EarlierAnswer, ...]]:
    """What the questions of a form may be offered, by linkId; nothing is answered by it.

    Looked at are completed forms, in their newest revision, of every case of the person, and of
    whoever is linked as the same, that the signed-in account may open; restricted notes never.
    What a relative, a caregiver or staff answered is offered to the same alone: one's answers can
    harm the other when they are passed on (Pediatrics 152(4) e2022060189). Each form that is
    opened for it is in the audit trail. A form that looks for nothing reads nothing.
    """
    if not looks_back(form.questionnaire):
        return {}
    once = work.reading()
    found, _unreadable = readable(
        _candidates(once, form), lambda one: _opened(once, form.questionnaire, *one)
    )
    others = [one for one in found if one is not None]
    return earlier_answers(form.questionnaire, others, _moment(work, form))


def _candidates(work: Work, form: OpenForm) -> Iterator[_Candidate]:
    """Each completed form but the one that is open, with its case and the access to that."""
    own = form.ref.person_id
    for person_id in (own, *linked_people(work, own)):
        try:
            found = tuple(_of_person(work, person_id))
        except KnownError:
            continue  # not for this account, or damaged: what cannot be offered hinders nothing
        yield from (one for one in found if one[2].record_id != form.draft.record_id)


def _of_person(work: Work, person_id: PersonId) -> Iterator[_Candidate]:
    for episode in work.list_newest(EPISODE, person_id):
        ref = EpisodeRef(person_id, episode.value.episode_id)
        try:
            access = need_case(work, Permission.READ_CASES, ref)
        except KnownError:
            continue  # another case of the same person may be one's own
        for one in forms_of(work, ref):
            if one.value.status is FormStatus.COMPLETE:
                yield ref, access, one


def _opened(
    work: Work, asking: Questionnaire, ref: EpisodeRef, access: str, form: Revision[FormRecord]
) -> EarlierForm | None:
    """A form that has a code which is asked for; None for any other, which is not opened."""
    record = form.value
    questionnaire = work.library.by_ref(record.instrument)
    at = record.moment
    is_one_voice = _for_whom(questionnaire) == _for_whom(asking)
    if at is None or not is_one_voice or not could_answer(asking, questionnaire):
        return None
    session = record_session(work, ref, record)
    work.audit(AuditAction.FORM_READ, form.record_id, access, ref.person_id)
    return EarlierForm(questionnaire.title, at, session, response_of(record))


def _for_whom(form: Questionnaire) -> str:
    return offer_rule(form.source).for_whom or _THE_PERSON


def _moment(work: Work, form: OpenForm) -> datetime:
    """What "now" is for the form: a correction is filled as of the day that it corrects."""
    if form.draft.base == 0:
        return work.clock.now()
    before = work.session.records.load_revision(FORM, form.draft.record_id, form.draft.base)
    return before.value.moment or work.clock.now()
