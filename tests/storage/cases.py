"""Invented values to keep in a store."""

from datetime import date

from desktop.forms.questionnaire import InstrumentRef
from desktop.records.episode import CaseSource, Episode
from desktop.records.form_record import FormKind, FormRecord, FormStatus
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.kinds import EPISODE, FORM, PERSON_IDENTITY
from desktop.records.part2_note import Part2Note
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.services.ports import DraftRef, JournalKind, JournalRow, PacketContent, Session
from tests.support.fake_clock import START

REF = InstrumentRef("https://forms.example/bedside", "1.0.0", "ab" * 32)


def episode(person_id: PersonId, record_id: RecordId, *, alias: str = "Maple 12") -> Episode:
    """A case of one person."""
    return Episode(
        episode_id=EpisodeId(record_id),
        person_id=person_id,
        alias=alias,
        place="Bay 4",
        source=CaseSource.TRAUMA_PAGE,
        arrived_at=START,
        notified_at=START,
        created_by=StaffId("s"),
    )


def identity(person_id: PersonId, name: str = "Zelda Invented") -> PersonIdentity:
    """A plainly invented identity."""
    phone = ContactPath(ContactKind.OWN_PHONE, "860-555-0134", safe_to_call=True)
    return PersonIdentity(person_id, name, date(1998, 2, 3), "MRN-INVENTED-77", (phone,))


def form(record_id: RecordId, *, response: str = "{}") -> FormRecord:
    """A filled form."""
    return FormRecord(
        form_id=record_id,
        episode_id=EpisodeId("e" * 32),
        kind=FormKind.ASSESSMENT,
        instrument=REF,
        author=StaffId("s"),
        status=FormStatus.COMPLETE,
        started_at=START,
        response=response,
    )


def packet_content(pdf: bytes = b"%PDF-invented") -> PacketContent:
    """A finished packet."""
    return PacketContent("Maple 12", "en", "normal", 6, pdf, "cd" * 32)


def answer(text: str, *, key: str = "safe-now", author: str = "s") -> JournalRow:
    """One answer of a draft."""
    return JournalRow(JournalKind.ANSWER, key, text, StaffId(author), START)


def new_case(session: Session, record_id: str, alias: str = "Maple 12") -> PersonId:
    """A person with one episode and an identity, saved."""
    person_id = session.records.create_person()
    record = RecordId(record_id)
    session.records.save(
        EPISODE, person_id, record, episode(person_id, record, alias=alias), base=0
    )
    name = RecordId("1" + record_id[1:])
    session.records.save(PERSON_IDENTITY, person_id, name, identity(person_id), base=0)
    return person_id


def new_form(session: Session, record_id: str, response: str = "{}") -> DraftRef:
    """A person with one completed form; returns the place of a draft on it."""
    person_id = session.records.create_person()
    record = RecordId(record_id)
    session.records.save(FORM, person_id, record, form(record, response=response), base=0)
    return DraftRef(person_id, record, 1)


def part2_note(record_id: RecordId, text: str = "invented treatment note") -> Part2Note:
    """A note of a treatment programme."""
    return Part2Note(record_id, EpisodeId("c" * 32), text, StaffId("s"), START)
