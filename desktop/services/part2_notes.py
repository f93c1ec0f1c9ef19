"""Substance-use treatment notes (42 CFR Part 2) of a case: for people named, nobody else."""

from dataclasses import dataclass, field, replace

from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import PART2_NOTE, Compartment
from desktop.records.part2_note import Part2Document, Part2Note
from desktop.records.roles import Permission
from desktop.services.episode_records import all_of, one_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, StaffStanding
from desktop.services.work import Work

SHOW_EXISTS = "restricted-notes-show"
"""Site setting: "on" tells clinicians who are not named that there is something.

Off by default: an answer must not even reveal that somebody is in treatment (42 CFR 2.13(c)(2)).
The line itself is neutral and says nothing of what it is.
"""


@dataclass(frozen=True, slots=True)
class Part2Shelf:
    """What the signed-in person sees of a case's restricted notes.

    ``notes`` is empty for whoever is not named; ``something_exists`` is the neutral line.
    """

    is_named: bool
    notes: tuple[Part2Note, ...] = field(default=(), repr=False)
    something_exists: bool = False


def read_part2_notes(work: Work, ref: EpisodeRef) -> Part2Shelf:
    """The notes for a named person, newest first; the look is in the audit trail."""
    need_case(work, Permission.READ_CASES, ref)
    if not is_named(work):
        may_show = work.session.site.settings().get(SHOW_EXISTS) == "on"
        count = work.session.records.count(PART2_NOTE, ref.person_id) if may_show else 0
        return Part2Shelf(is_named=False, something_exists=count > 0)
    found = [revision.value for revision in all_of(work, PART2_NOTE, ref)]
    if found:
        work.audit(AuditAction.PART2_READ, ref.episode_id, person=ref.person_id)
    notes = tuple(sorted(found, key=lambda note: note.written_at, reverse=True))
    return Part2Shelf(is_named=True, notes=notes, something_exists=bool(notes))


def add_part2_note(
    work: Work, ref: EpisodeRef, text: str, documents: tuple[Part2Document, ...] = ()
) -> Part2Note:
    """Keep a new note; KnownErrors ``part2.*``, ``store.no-key`` for whoever is not named."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    note = Part2Note(
        note_id=RecordId(work.ids.new_id()),
        episode_id=ref.episode_id,
        text=text.strip(),
        written_by=work.session.me.staff_id,
        written_at=work.clock.now(),
        documents=documents,
    )
    note.need_whole()
    work.session.records.save(PART2_NOTE, ref.person_id, note.note_id, note, base=0)
    work.audit(AuditAction.PART2_WRITTEN, note.note_id, person=ref.person_id)
    return note


def change_part2_note(work: Work, ref: EpisodeRef, note_id: RecordId, text: str) -> Part2Note:
    """Keep other words as the next revision; the earlier ones stay in the record's history."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    stored = one_of(work, PART2_NOTE, ref, note_id)
    note = replace(stored.value, text=text.strip())
    note.need_whole()
    work.session.records.save(PART2_NOTE, ref.person_id, note_id, note, base=stored.number)
    work.audit(AuditAction.PART2_WRITTEN, note_id, person=ref.person_id)
    return note


def is_named(work: Work) -> bool:
    """Whether an administrator named the signed-in person and somebody handed on the key."""
    me = work.session.me.staff_id
    return any(
        entry.member.staff_id == me
        and Compartment.P2 in entry.named
        and Compartment.P2 not in entry.missing
        and entry.standing is not StaffStanding.REVOKED
        for entry in work.session.staff_desk.people()
    )
