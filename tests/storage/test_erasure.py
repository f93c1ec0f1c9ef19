"""Erasing a person: keys gone from file and log, a signed note left, never under a legal hold."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.erasure import ErasureReason, HoldReason, person_reference
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.services.ports import DraftRef, ErasureDesk, PacketState
from desktop.storage.gate import open_gate
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, episode, form, new_case, packet_content
from tests.storage.raw_file import column, flip_bit, rows, without_triggers
from tests.storage.test_key_desk import ORLA
from tests.storage.test_staff_desk import enrolled, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    DESK,
    MANAGER,
    OFFICER,
    SPECIALIST,
    MadeStore,
)

CASE, FORM_ID, PACKET = RecordId("c" * 32), RecordId("f" * 32), PacketId("a" * 32)


@pytest.fixture
def person(made: MadeStore) -> PersonId:
    """A person with a case, a form, a draft and a packet at the desk; another person beside."""
    session = made.sign_in(SPECIALIST)
    person_id = new_case(session, CASE)
    session.records.save(FORM, person_id, FORM_ID, form(FORM_ID), base=0)
    session.journal.append(DraftRef(person_id, FORM_ID, 1), answer('"a"'))
    session.packets.put(PACKET, packet_content())
    new_case(session, "e" * 32, alias="Birch 3")
    session.close()
    return person_id


def with_desk(made: MadeStore, name: str, act: Callable[[ErasureDesk], object]) -> None:
    """One act of one person, signed in and out again."""
    session = made.sign_in(name)
    try:
        act(session.erasure_desk)
    finally:
        session.close()


def ask(made: MadeStore, person: PersonId) -> None:
    reason = ErasureReason.PERSON_ASKED
    with_desk(made, MANAGER, lambda desk: desk.ask(person, reason, [PACKET]))


def erase(made: MadeStore, person: PersonId) -> None:
    ask(made, person)
    with_desk(made, ADMINISTRATOR, lambda desk: desk.erase(person))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def on_disk(database: Path) -> bytes:
    """The file and its write-ahead log, as a thief would read them."""
    log = database.with_name(database.name + "-wal")
    return database.read_bytes() + (log.read_bytes() if log.exists() else b"")


def wraps_of(database: Path, person: PersonId) -> list[bytes]:
    query = "SELECT wrapped FROM dek_wraps WHERE person_id = ?"
    return [wrapped for (wrapped,) in rows(database, query, person)]


def copies(database: Path, wraps: list[bytes]) -> int:
    data = on_disk(database)
    return sum(data.count(wrapped) for wrapped in wraps)


def test_after_an_erasure_no_copy_of_a_wrapped_key_is_in_file_or_log(
    made: MadeStore, person: PersonId
) -> None:
    made.gate.close()
    wraps = wraps_of(made.database, person)
    made.reopen()
    ask(made, person)
    assert len(wraps) == 2
    assert copies(made.database, wraps) >= 2

    with_desk(made, ADMINISTRATOR, lambda desk: desk.erase(person))

    assert copies(made.database, wraps) == 0


@pytest.mark.parametrize(
    ("secure_delete", "has_checkpoint", "is_clean"),
    [("ON", True, True), ("OFF", True, False), ("ON", False, False)],
    ids=["both", "without secure_delete", "without the checkpoint"],
)
def test_the_search_finds_what_a_plain_delete_leaves(
    made: MadeStore, person: PersonId, secure_delete: str, has_checkpoint: bool, is_clean: bool
) -> None:
    made.gate.close()
    wraps = wraps_of(made.database, person)

    with closing(sqlite3.connect(made.database, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL").fetchall()
        raw.execute(f"PRAGMA secure_delete = {secure_delete}").fetchall()
        raw.execute("UPDATE dek_wraps SET epoch = 1")
        raw.execute("DELETE FROM dek_wraps WHERE person_id = ?", [person])
        if has_checkpoint:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        found = copies(made.database, wraps)

    assert (found == 0) is is_clean


def test_who_was_erased_is_on_no_list_and_opening_says_since_when(
    made: MadeStore, person: PersonId
) -> None:
    erase(made, person)
    session = made.sign_in(SPECIALIST)

    assert person not in session.records.persons()
    assert len(session.records.persons()) == 1
    assert session.records.everywhere(EPISODE) == (RecordId("e" * 32),)
    assert [draft for draft in session.journal.drafts() if draft.person_id == person] == []
    with pytest.raises(KnownError) as caught:
        session.records.load(EPISODE, CASE)
    assert (caught.value.message_id, caught.value.params) == ("person.erased", {"on": "2026-03-14"})


def test_a_session_that_had_the_keys_open_reads_and_writes_nothing_of_an_erased_person(
    made: MadeStore, person: PersonId
) -> None:
    session = made.sign_in(SPECIALIST)
    session.records.load(EPISODE, CASE)
    draft = DraftRef(person, FORM_ID, 1)
    session.journal.append(draft, answer('"b"'))

    erase(made, person)

    acts: list[Callable[[], object]] = [
        lambda: session.records.load(EPISODE, CASE),
        lambda: session.records.load_revision(FORM, FORM_ID, 1),
        lambda: session.records.list_newest(EPISODE, person),
        lambda: session.records.history(FORM, FORM_ID),
        lambda: session.records.save(EPISODE, person, CASE, episode(person, CASE), base=1),
        lambda: session.journal.append(draft, answer('"c"')),
        lambda: session.sign_offs.sign(FORM_ID, 1),
    ]
    assert {refusal(act) for act in acts} == {"person.erased"}


def test_a_signed_note_without_content_is_all_that_stays(made: MadeStore, person: PersonId) -> None:
    erase(made, person)
    session = made.sign_in(SPECIALIST)

    (note,) = session.erasure_desk.erased()

    assert (note.person_id, note.reason) == (person, ErasureReason.PERSON_ASKED)
    assert (note.asked_by, note.erased_by) == (
        id_of(session, MANAGER),
        id_of(session, ADMINISTRATOR),
    )
    assert note.records == 3
    assert session.erasure_desk.wishes() == []


def test_draft_rows_and_packets_go_with_the_person(made: MadeStore, person: PersonId) -> None:
    erase(made, person)

    (status,) = made.sign_in(SPECIALIST).packets.statuses()

    assert status.state is PacketState.DELETED
    made.gate.close()
    assert rows(made.database, "SELECT sealed_key, content FROM packets") == [(None, None)]
    assert rows(made.database, "SELECT seq FROM journal") == []


def test_a_check_of_the_store_counts_the_erased_and_finds_nothing_wrong(
    made: MadeStore, person: PersonId
) -> None:
    erase(made, person)
    made.gate.close()

    report = verify_store(made.data_dir)

    assert (report.erased, report.problems) == (1, ())


def test_the_erasure_holds_after_another_start(made: MadeStore, person: PersonId) -> None:
    erase(made, person)
    made.reopen()

    session = made.sign_in(SPECIALIST)

    assert refusal(lambda: session.records.load(EPISODE, CASE)) == "person.erased"


def test_a_legal_hold_forbids_asking_and_erasing(made: MadeStore, person: PersonId) -> None:
    ask(made, person)
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.LAWSUIT))
    administrator = made.sign_in(ADMINISTRATOR)

    assert refusal(lambda: administrator.erasure_desk.erase(person)) == "erasure.held"
    assert refusal(lambda: ask(made, person)) == "erasure.held"
    assert administrator.erasure_desk.wishes() == []
    assert person in made.sign_in(SPECIALIST).records.persons()


def test_a_hold_ends_only_when_two_different_people_agree(
    made: MadeStore, person: PersonId
) -> None:
    enrolled(made, ORLA)
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.COURT_ORDER))
    officer = made.sign_in(OFFICER).erasure_desk
    assert refusal(lambda: officer.end_hold(person)) == "hold.end-not-asked"

    officer.ask_to_end_hold(person)

    assert refusal(lambda: officer.end_hold(person)) == "hold.somebody-else"
    assert refusal(lambda: officer.ask_to_end_hold(person)) == "hold.end-asked"
    assert [hold.person_id for hold in officer.holds()] == [person]
    with_desk(made, ADMINISTRATOR, lambda desk: desk.end_hold(person))
    assert officer.holds() == []
    erase(made, person)


def test_whoever_refuses_to_end_a_hold_leaves_it_as_it_was(
    made: MadeStore, person: PersonId
) -> None:
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.AUDIT))
    with_desk(made, ADMINISTRATOR, lambda desk: desk.ask_to_end_hold(person))

    with_desk(made, ADMINISTRATOR, lambda desk: desk.keep_hold(person))

    (hold,) = made.sign_in(MANAGER).erasure_desk.holds()
    assert (hold.reason, hold.end_asked_by) == (HoldReason.AUDIT, None)


@pytest.mark.parametrize("name", [SPECIALIST, DESK, ADMINISTRATOR])
def test_only_a_nurse_manager_asks(made: MadeStore, person: PersonId, name: str) -> None:
    desk = made.sign_in(name).erasure_desk

    assert refusal(lambda: desk.ask(person, ErasureReason.PERSON_ASKED, [])) == "work.not-allowed"


@pytest.mark.parametrize("name", [SPECIALIST, DESK, MANAGER])
def test_whoever_asks_never_erases(made: MadeStore, person: PersonId, name: str) -> None:
    ask(made, person)
    desk = made.sign_in(name).erasure_desk

    assert refusal(lambda: desk.erase(person)) == "work.not-allowed"
    assert refusal(lambda: desk.set_hold(person, HoldReason.AUDIT)) == "work.not-allowed"


def test_what_was_written_since_the_wish_is_looked_at_first(
    made: MadeStore, person: PersonId
) -> None:
    ask(made, person)
    session = made.sign_in(SPECIALIST)
    session.records.save(FORM, person, RecordId("9" * 32), form(RecordId("9" * 32)), base=0)
    administrator = made.sign_in(ADMINISTRATOR)

    assert refusal(lambda: administrator.erasure_desk.erase(person)) == "erasure.changed-since"
    assert person in session.records.persons()
    with_desk(made, MANAGER, lambda desk: desk.drop(person))
    erase(made, person)


def test_a_wish_that_was_dropped_erases_nobody(made: MadeStore, person: PersonId) -> None:
    ask(made, person)
    with_desk(made, ADMINISTRATOR, lambda desk: desk.drop(person))
    administrator = made.sign_in(ADMINISTRATOR)

    assert refusal(lambda: administrator.erasure_desk.erase(person)) == "erasure.not-asked"


def test_a_reference_names_a_person_however_it_is_typed(made: MadeStore, person: PersonId) -> None:
    desk = made.sign_in(ADMINISTRATOR).erasure_desk
    reference = person_reference(person)

    assert desk.find(f" {reference.lower().replace('-', ' ')} ") == person
    assert refusal(lambda: desk.find("0000-0000")) == "person.no-such-reference"


def test_keys_that_vanish_without_a_signed_note_are_found(
    made: MadeStore, person: PersonId
) -> None:
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM dek_wraps WHERE person_id = ? AND compartment = 'CLIN'", [person])

    (problem,) = verify_store(made.data_dir).problems

    assert problem.message_id == "verify.key-missing"


def test_keys_put_back_after_an_erasure_are_found(made: MadeStore, person: PersonId) -> None:
    made.gate.close()
    kept = rows(made.database, "SELECT * FROM dek_wraps WHERE person_id = ?", person)
    made.reopen()
    erase(made, person)
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.executemany("INSERT INTO dek_wraps VALUES (?, ?, ?, ?, ?)", kept)

    (problem,) = verify_store(made.data_dir).problems

    assert problem.message_id == "verify.not-erased"


@pytest.mark.parametrize("seq", [1, 2, 3, 4])
def test_a_statement_taken_out_is_found(made: MadeStore, person: PersonId, seq: int) -> None:
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.AUDIT))
    with_desk(made, ADMINISTRATOR, lambda desk: desk.ask_to_end_hold(person))
    with_desk(made, ADMINISTRATOR, lambda desk: desk.keep_hold(person))
    with_desk(made, ADMINISTRATOR, lambda desk: desk.ask_to_end_hold(person))
    made.gate.close()
    assert len(column(made.database, "person_log", "seq")) == 4
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM person_log WHERE seq = ?", [seq])

    found = {problem.message_id for problem in verify_store(made.data_dir).problems}

    inside = {"verify.person-log", "verify.gap", "verify.log-other"}
    assert found == ({"verify.log-cut"} if seq == 4 else inside)


@pytest.mark.parametrize("position", [0.0, 0.3, 0.7, 1.0])
def test_a_changed_byte_of_a_statement_is_found(
    made: MadeStore, person: PersonId, position: float
) -> None:
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.AUDIT))
    made.gate.close()
    flip_bit(made.database, "person_log", "body", position)

    found = {problem.message_id for problem in verify_store(made.data_dir).problems}

    assert "verify.person-log" in found


def test_a_hold_moved_onto_another_person_counts_for_nothing(
    made: MadeStore, person: PersonId
) -> None:
    """The file in hand, somebody writes another person beside an administrator's signed hold."""
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, HoldReason.AUDIT))
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("UPDATE person_log SET person_id = ?", ["0" * 32])

    made.reopen()

    assert made.sign_in(MANAGER).erasure_desk.holds() == []


def test_a_start_after_a_kill_leaves_no_copy_in_the_log(
    made: MadeStore, person: PersonId, tmp_path: Path
) -> None:
    """Killed after the commit and before the log was emptied: the next start empties it."""
    ask(made, person)
    made.gate.close()
    wraps = wraps_of(made.database, person)
    killed = tmp_path / "killed"
    killed.mkdir(mode=0o700)
    with closing(sqlite3.connect(made.database, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL").fetchall()
        raw.execute("PRAGMA secure_delete = ON").fetchall()
        raw.execute("UPDATE dek_wraps SET epoch = 1")
        raw.execute("DELETE FROM dek_wraps WHERE person_id = ?", [person])
        for path in made.data_dir.glob("store.db*"):
            (killed / path.name).write_bytes(path.read_bytes())
            (killed / path.name).chmod(0o600)
    assert copies(killed / "store.db", wraps) > 0
    gate = open_gate(killed, made.clock, made.ids, kdf=CHEAP_KDF)

    gate.condition()

    found = copies(killed / "store.db", wraps)
    gate.close()
    assert found == 0
