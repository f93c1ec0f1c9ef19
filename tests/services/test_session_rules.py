"""The session's rules, the same for the store in memory and the sealed one."""

from dataclasses import replace
from hashlib import sha256

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.form_record import FormKind
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.services.ports import (
    DraftRef,
    JournalKind,
    JournalRow,
    PacketContent,
    PacketState,
    Session,
)
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, Bench
from tests.services.filling import completed

NOWHERE = RecordId("f" * 32)


def row(bench: Bench, session: Session, key: str = "x") -> JournalRow:
    """A row of this person's."""
    return JournalRow(JournalKind.POSITION, key, "{}", session.me.staff_id, bench.clock.now())


def test_a_revision_follows_its_base_only(bench: Bench) -> None:
    session = bench.work_as(ROSA).session
    ref = bench.new_case()
    kept = session.records.load(EPISODE, RecordId(ref.episode_id))
    moved = replace(kept.value, place="ED 9")
    again = replace(kept.value, place="ED 12")

    second = session.records.save(EPISODE, ref.person_id, kept.record_id, moved, base=1)

    assert (second.number, second.author) == (2, session.me.staff_id)
    with pytest.raises(KnownError, match=r"store\.changed-meanwhile"):
        session.records.save(EPISODE, ref.person_id, kept.record_id, again, base=1)
    history = session.records.history(EPISODE, kept.record_id)
    assert [one.value.place for one in history] == ["ED 7", "ED 9"]
    assert session.records.load_revision(EPISODE, kept.record_id, 1).value == kept.value


def test_the_same_save_again_is_a_retry(bench: Bench) -> None:
    session = bench.work_as(ROSA).session
    ref = bench.new_case()
    kept = session.records.load(EPISODE, RecordId(ref.episode_id))
    moved = replace(kept.value, place="ED 9")
    first = session.records.save(EPISODE, ref.person_id, kept.record_id, moved, base=1)
    bench.clock.advance(5)

    retry = session.records.save(EPISODE, ref.person_id, kept.record_id, moved, base=1)

    assert retry == first
    assert len(session.records.history(EPISODE, kept.record_id)) == 2


def test_what_is_not_there_is_said_to_be_not_there(bench: Bench) -> None:
    session = bench.work_as(ROSA).session
    ref = bench.new_case()

    for act in (
        lambda: session.records.load(EPISODE, NOWHERE),
        lambda: session.records.load_revision(EPISODE, RecordId(ref.episode_id), 2),
    ):
        with pytest.raises(KnownError, match=r"store\.no-such-record"):
            act()


def test_a_record_never_moves_to_another_person(bench: Bench) -> None:
    session = bench.work_as(ROSA).session
    one, other = bench.new_case(), bench.new_case()
    kept = session.records.load(EPISODE, RecordId(one.episode_id))
    moved = replace(kept.value, place="ED 9")

    with pytest.raises((BugError, KnownError)):
        session.records.save(EPISODE, other.person_id, kept.record_id, moved, base=1)
    with pytest.raises((BugError, KnownError)):
        session.records.save(EPISODE, PersonId("f" * 32), NOWHERE, moved, base=0)


def test_records_list_in_the_order_they_were_made(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    first = completed(work, ref)
    second = completed(work, ref, FormKind.SAFETY_PLAN)

    found = work.session.records.list_newest(FORM, ref.person_id)

    assert [one.record_id for one in found] == [first.record_id, second.record_id]
    assert ref.person_id in work.session.records.persons()


@pytest.mark.parametrize("name", [DESK, OFFICER, ADMIN])
def test_who_has_no_clinical_key_opens_and_writes_nothing(bench: Bench, name: str) -> None:
    ref = bench.new_case()
    session = bench.work_as(name).session
    draft = DraftRef(ref.person_id, NOWHERE, 0)

    assert not session.records.persons()
    assert not session.journal.drafts()
    for act in (
        session.records.create_person,
        lambda: session.records.load(EPISODE, RecordId(ref.episode_id)),
        lambda: session.records.list_newest(EPISODE, ref.person_id),
        lambda: session.journal.append(draft, row(bench, session)),
    ):
        with pytest.raises(KnownError, match=r"store\.no-key"):
            act()


def test_the_journal_keeps_its_rows_in_order_until_it_is_discarded(bench: Bench) -> None:
    session = bench.work_as(ROSA).session
    ref = bench.new_case()
    draft = DraftRef(ref.person_id, NOWHERE, 0)

    numbers = [session.journal.append(draft, row(bench, session, key)) for key in "ab"]

    assert numbers == [1, 2]
    assert [one.key for one in session.journal.rows(draft)] == ["a", "b"]
    assert list(session.journal.drafts()) == [draft]
    session.journal.discard(draft)
    assert not session.journal.rows(draft)
    assert not session.journal.drafts()


def test_a_signature_closes_the_record_but_for_its_amendment(bench: Bench) -> None:
    rosa, nadia = bench.work_as(ROSA).session, bench.work_as(NADIA).session
    ref = bench.new_case()
    form = completed(bench.work_as(ROSA), ref)
    plain = DraftRef(ref.person_id, form.record_id, 1)
    amending = replace(plain, amends=1)
    changed = replace(form.value, language="es")

    made = nadia.sign_offs.sign(form.record_id, 1)

    assert list(rosa.sign_offs.of(form.record_id)) == [made]
    with pytest.raises(KnownError, match=r"store\.signed"):
        rosa.records.save(FORM, ref.person_id, form.record_id, changed, base=1)
    with pytest.raises(KnownError, match=r"store\.signed"):
        rosa.journal.append(plain, row(bench, rosa))
    assert rosa.journal.append(amending, row(bench, rosa)) == 1
    second = rosa.records.save(
        FORM, ref.person_id, form.record_id, changed, base=1, amends=1, clears_journal=True
    )
    assert (second.number, second.amends) == (2, 1)
    assert not rosa.journal.drafts()


def test_only_what_is_stored_can_be_signed(bench: Bench) -> None:
    session = bench.work_as(NADIA).session

    with pytest.raises(KnownError, match=r"store\.no-such-record"):
        session.sign_offs.sign(NOWHERE, 1)
    assert not session.sign_offs.of(NOWHERE)


def test_a_deleted_packet_leaves_a_tombstone(bench: Bench) -> None:
    rosa, desk = bench.work_as(ROSA).session, bench.work_as(DESK).session
    packet_id = PacketId("e" * 32)
    pdf = b"%PDF-1.7"
    content = PacketContent("Maple 12", "en", "normal", 1, pdf, sha256(pdf).hexdigest())
    rosa.packets.put(packet_id, content)
    opened = desk.packets.open(packet_id)

    rosa.packets.delete(packet_id)

    assert opened == content
    assert [one.state for one in desk.packets.statuses()] == [PacketState.DELETED]
    with pytest.raises(KnownError):
        desk.packets.open(packet_id)
    with pytest.raises(KnownError):
        desk.packets.mark(packet_id, PacketState.PRINTED)
