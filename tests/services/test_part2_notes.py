"""Substance-use treatment notes: named people only, and a release that carries its notice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.packets.packet import LetterSection
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy
from desktop.records.consent import Category, ConsentMode, ConsentType
from desktop.records.kinds import Compartment
from desktop.records.packet_record import PacketPart
from desktop.records.part2_note import LONGEST_NOTE, Part2Document
from desktop.rendering.read_back import page_texts
from desktop.services.confidential_status import set_no_information
from desktop.services.consent_document import consent_document, default_scope, part2_scope
from desktop.services.consents import read_consents
from desktop.services.make_packet import made_packet
from desktop.services.part2_notes import add_part2_note, change_part2_note, read_part2_notes
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.read_oversight import switch_restricted_line
from desktop.services.read_person import read_person
from desktop.services.release_part2 import part2_recipients, release_part2
from desktop.services.sign_consent import sign_consent
from tests.services.bench import ADMIN, DESK, MINA, NADIA, ROSA, Bench, sealed_bench
from tests.services.test_consents import INK, NAME
from tests.support.store_fixture import password_of

WORDS = "Goes to the invented clinic on Mondays"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Rosa and Nadia are named; Mina, also a nurse manager, is not."""
    bench, made = sealed_bench(tmp_path / "store")
    desk = bench.work_as(ADMIN).session.staff_desk
    for entry in desk.people():
        if entry.member.sign_in_name in (ROSA, NADIA):
            desk.name_user(entry.member.staff_id, Compartment.P2, is_named=True)
    bench.work_as(NADIA).session.key_desk.renew(Compartment.P2)
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    found = bench.new_case(ROSA)
    bench.reach(found, ROSA)
    return found


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def consented(bench: Bench, ref: EpisodeRef, *, with_records: bool = False) -> str:
    """A signed release to the first partner, with one for the records; the partner's name."""
    work = bench.work_as(ROSA)
    partner = work.library.partners()[0]
    scope = default_scope(work, partner)
    everything = replace(scope, categories=scope.categories | {Category.SUBSTANCE_USE})
    asked = [(ConsentType.RELEASE, everything)]
    if with_records:
        asked.append((ConsentType.PART2, part2_scope(work, partner)))
    for kind, wanted in asked:
        document = consent_document(work, ref, kind, wanted, "en")
        sign_consent(work, ref, document, mode=ConsentMode.SIGNED, printed_name=NAME, signature=INK)
    return partner.name


def test_named_people_read_what_one_of_them_wrote(bench: Bench, ref: EpisodeRef) -> None:
    paper = Part2Document("Discharge paper", "application/pdf", b"%PDF-invented")
    note = add_part2_note(bench.work_as(ROSA), ref, f"  {WORDS} ", (paper,))
    change_part2_note(bench.work_as(NADIA), ref, note.note_id, "Stopped in May")

    shelf = read_part2_notes(bench.work_as(ROSA), ref)

    assert shelf.is_named
    assert [(each.text, each.documents) for each in shelf.notes] == [("Stopped in May", (paper,))]
    assert AuditAction.PART2_READ in bench.actions()


def test_whoever_is_not_named_is_told_nothing_unless_the_site_allows_a_neutral_line(
    bench: Bench, ref: EpisodeRef
) -> None:
    mina = bench.work_as(MINA)
    empty = read_part2_notes(mina, ref)
    add_part2_note(bench.work_as(ROSA), ref, WORDS)

    assert read_part2_notes(mina, ref) == empty
    switch_restricted_line(bench.work_as(ADMIN), is_on=True)

    shelf = read_part2_notes(mina, ref)
    assert (shelf.is_named, shelf.notes, shelf.something_exists) == (False, (), True)
    assert refusal(lambda: add_part2_note(mina, ref, "text")) == "store.no-key"


@pytest.mark.parametrize(
    ("text", "documents", "expected"),
    [
        ("  ", (), "part2.note-empty"),
        ("x" * (LONGEST_NOTE + 1), (), "part2.note-too-long"),
        ("x", tuple(Part2Document("t", "c", b"") for _ in range(6)), "part2.too-many-documents"),
        ("x", (Part2Document("t", "c", bytes(5 * 1024**2 + 1)),), "part2.document-too-large"),
    ],
)
def test_a_note_that_cannot_be_kept_says_why(
    bench: Bench, ref: EpisodeRef, text: str, documents: tuple[Part2Document, ...], expected: str
) -> None:
    rosa = bench.work_as(ROSA)

    assert refusal(lambda: add_part2_note(rosa, ref, text, documents)) == expected
    assert read_part2_notes(rosa, ref).notes == ()


def test_a_release_needs_a_consent_for_the_records_of_a_program(
    bench: Bench, ref: EpisodeRef
) -> None:
    rosa, right = bench.work_as(ROSA), password_of(ROSA)
    add_part2_note(rosa, ref, WORDS)
    partner = consented(bench, ref)

    assert refusal(lambda: release_part2(rosa, ref, partner, right)) == "part2.release-refused"
    gates = {one.name: one.gate for one in part2_recipients(rosa, ref)}
    assert gates[partner].reason_id == "consent-gate.never-asked"


def test_a_release_goes_to_the_desk_with_the_notice_and_takes_the_password(
    bench: Bench, ref: EpisodeRef
) -> None:
    rosa = bench.work_as(ROSA)
    add_part2_note(rosa, ref, WORDS)
    partner = consented(bench, ref, with_records=True)
    assert refusal(lambda: release_part2(rosa, ref, partner, "not my password")) == (
        "sign-in.wrong-password"
    )
    assert list(rosa.session.packets.statuses()) == []

    record = release_part2(rosa, ref, partner, password_of(ROSA))

    assert record.packet_id is not None
    content = bench.work_as(DESK).session.packets.open(record.packet_id)
    text = " ".join(" ".join(page_texts(content.pdf)).split())
    assert WORDS in text
    assert "42 CFR Part 2, section 2.32" in text
    assert AuditAction.PART2_RELEASED in bench.actions()
    assert WORDS not in repr(record)


@pytest.mark.parametrize("is_quiet", [False, True])
def test_the_password_confirms_the_name_on_the_letter_while_no_caller_is_told(
    bench: Bench, ref: EpisodeRef, is_quiet: bool
) -> None:
    rosa = bench.work_as(ROSA)
    add_part2_note(rosa, ref, WORDS)
    partner = consented(bench, ref, with_records=True)
    if is_quiet:
        set_no_information(rosa, ref, AskedBy.PERSON)

    record = release_part2(rosa, ref, partner, password_of(ROSA))

    assert record.packet_id is not None
    content = bench.work_as(DESK).session.packets.open(record.packet_id)
    assert content.person_only is is_quiet
    assert (AuditAction.CONFIDENTIAL_NAME_ALLOWED in bench.actions()) is is_quiet


def test_whoever_is_not_named_releases_nothing(bench: Bench, ref: EpisodeRef) -> None:
    add_part2_note(bench.work_as(ROSA), ref, WORDS)
    partner = consented(bench, ref, with_records=True)
    mina = bench.work_as(MINA)

    assert refusal(lambda: release_part2(mina, ref, partner, password_of(MINA))) == (
        "part2.release-refused"
    )


def test_whoever_is_not_named_does_not_learn_that_the_records_were_asked_about(
    bench: Bench, ref: EpisodeRef
) -> None:
    add_part2_note(bench.work_as(ROSA), ref, WORDS)
    mina = bench.work_as(MINA)
    before = [each.consent_type for each in read_consents(mina, ref).cards]
    consented(bench, ref, with_records=True)

    seen = {name: read_consents(bench.work_as(name), ref).cards for name in (ROSA, MINA)}

    assert [each.consent_type for each in seen[MINA]] == before
    assert ConsentType.PART2 in [each.consent_type for each in seen[ROSA]]
    assert "part2" not in " ".join(each.text_id for each in read_person(mina, ref).timeline)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_carries_the_notice_exactly_when_it_carries_such_notes(
    bench: Bench, ref: EpisodeRef, language: str
) -> None:
    rosa = bench.work_as(ROSA)
    partner = consented(bench, ref, with_records=True)
    choices = replace(
        plan_packet(rosa, ref).choices,
        language=language,
        parts=frozenset({PacketPart.LETTER}),
        letter_recipient=partner,
    )
    notice = sentence("paper.letter.part2-notice", language)

    for notes in ((), (WORDS,)):
        packet = made_packet(rosa, ref, choices, notes).packet
        (letter,) = [one for one in packet.sections if isinstance(one, LetterSection)]
        assert (notice in letter.paragraphs) is bool(notes)
        assert (WORDS in [value for _, value in letter.facts]) is bool(notes)
