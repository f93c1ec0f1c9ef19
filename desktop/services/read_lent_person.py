"""The privacy officer reads one person whose keys were lent: who, what happened, every answer."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.questionnaire import LocalText
from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import BrokenGlass
from desktop.records.display import display_name
from desktop.records.episode import Episode
from desktop.records.form_record import FormRecord
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE, PERSON_IDENTITY
from desktop.records.may_know import NamedPerson
from desktop.records.person import PersonIdentity
from desktop.records.roles import Permission
from desktop.services.draft_session import record_session
from desktop.services.episode_records import forms_of
from desktop.services.hand_offs import hand_offs_of
from desktop.services.may_know import kept_may_know
from desktop.services.person_timeline import TimelineEntry, timeline_of
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.staff_names import staff_name
from desktop.services.visit_lines import AnswerLine, ReviewedForm, lines_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class LentForm:
    """One completed form with its answers."""

    title: LocalText
    completed_at: datetime
    author_name: str
    lines: tuple[AnswerLine, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LentCase:
    """One case of the person."""

    alias: str
    place: str
    arrived_at: datetime
    timeline: tuple[TimelineEntry, ...]
    forms: tuple[LentForm, ...] = field(repr=False)
    may_know: tuple[NamedPerson, ...] = field(default=(), repr=False)
    """Who may know that the person was here."""


@dataclass(frozen=True, slots=True)
class LentPerson:
    """Everything that the officer may read; nothing can be changed from here."""

    access: BrokenGlass
    identity: PersonIdentity = field(repr=False)
    cases: tuple[LentCase, ...] = field(repr=False)


def read_lent_person(work: Work, person_id: PersonId) -> LentPerson:
    """Open what was lent; the look is in the audit trail.

    KnownErrors ``glass.not-lent`` without an access in force, ``person.erased``.
    """
    work.need(Permission.READ_LENT)
    access = work.session.glass_desk.standing(person_id)
    if access is None:
        raise KnownError("glass.not-lent")
    work.audit(AuditAction.LENT_PERSON_READ, person_id, f"glass:{access.glass_id}", person_id)
    records = work.session.records
    kept = records.list_newest(PERSON_IDENTITY, person_id)
    episodes = records.list_newest(EPISODE, person_id)
    return LentPerson(
        access,
        kept[0].value if kept else PersonIdentity(person_id),
        tuple(_case(work, each.value) for each in episodes),
    )


def _case(work: Work, episode: Episode) -> LentCase:
    ref = EpisodeRef(episode.person_id, episode.episode_id)
    return LentCase(
        display_name(episode),
        episode.place,
        episode.arrived_at,
        timeline_of(work, ref),
        tuple(_form(work, ref, form) for form in forms_of(work, ref)),
        kept_may_know(work, ref),
    )


def _form(work: Work, ref: EpisodeRef, form: Revision[FormRecord]) -> LentForm:
    session = record_session(work, ref, form.value)
    acts = hand_offs_of(work, ref.person_id, form.value)
    reviewed = ReviewedForm(form.record_id, session, None, acts, ())
    return LentForm(
        session.questionnaire.title,
        form.at,
        staff_name(work, form.author),
        lines_of(reviewed),
    )
