"""Packed summaries: kept sealed, renewed where records changed, gone with an erased person."""

import pytest
from sqlalchemy import text

from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.case_summary import PersonSummary, summarise
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.kinds import ATTEMPT, Compartment
from desktop.services.ports import Session
from desktop.storage import case_pack
from desktop.storage import caseload as room
from desktop.storage.caseload import drop_people
from desktop.storage.verify import verify_database
from tests.storage.cases import episode, new_case
from tests.storage.raw_file import execute, flip_bit, rows
from tests.storage.test_key_desk import revoke
from tests.support.fake_clock import START
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)


def summary_of(person: PersonId, alias: str = "Maple 12") -> PersonSummary:
    return PersonSummary(person, (summarise(episode(person, "e" * 32, alias=alias), (), ()),))


def people(session: Session, count: int) -> list[PersonId]:
    """New people whose summaries are kept."""
    made = [new_case(session, f"{number:032x}") for number in range(1, count + 1)]
    session.caseload.keep([summary_of(person) for person in made])
    return made


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PER_BLOCK", 2)


def test_everybody_is_stale_before_a_summary_is_kept(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)

    before = session.caseload.load()
    session.caseload.keep([summary_of(person)])
    after = session.caseload.load()

    assert (before.summaries, before.stale) == ({}, (person,))
    assert (after.summaries, after.stale) == ({person: summary_of(person)}, ())


@pytest.mark.usefixtures("small_blocks")
def test_summaries_are_there_after_another_start_in_blocks(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, 5)
    session.close()
    made.reopen()
    seen: list[tuple[int, int]] = []

    loaded = made.sign_in(MANAGER).caseload.load(lambda done, total: seen.append((done, total)))

    assert set(loaded.summaries) == set(everyone)
    assert loaded.stale == ()
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_changed_record_makes_its_person_stale_in_the_same_transaction(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    one, two = people(session, 2)
    attempt = Attempt(
        RecordId("a" * 32),
        EpisodeId(f"{1:032x}"),
        START,
        AttemptMode.BEDSIDE,
        AttemptOutcome.ENGAGED,
        StaffId("s"),
    )

    session.records.save(ATTEMPT, one, attempt.attempt_id, attempt, base=0)

    loaded = session.caseload.load()
    assert loaded.stale == (one,)
    assert set(loaded.summaries) == {two}


@pytest.mark.parametrize("name", [ADMINISTRATOR, DESK])
def test_without_the_clinical_key_there_is_nobody(made: MadeStore, name: str) -> None:
    session = made.sign_in(SPECIALIST)
    people(session, 2)
    session.close()

    loaded = made.sign_in(name).caseload.load()

    assert (loaded.summaries, loaded.stale) == ({}, ())


def test_no_alias_is_in_the_file(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.caseload.keep([summary_of(person, alias="Canary Quince 77")])
    session.close()
    made.gate.close()

    assert b"Canary Quince" not in made.database.read_bytes()


@pytest.mark.parametrize("column", ["sealed", "wrapped"])
@pytest.mark.parametrize("position", [0.0, 0.3, 0.7, 1.0])
@pytest.mark.usefixtures("small_blocks")
def test_a_changed_block_is_summarised_anew_and_the_others_are_read(
    made: MadeStore, column: str, position: float
) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, 4)
    session.close()
    made.gate.close()
    flip_bit(made.database, "caseload_blocks", column, position, "block = 1")
    made.reopen()

    loaded = made.sign_in(SPECIALIST).caseload.load()

    assert set(loaded.stale) == set(everyone[:2])
    assert set(loaded.summaries) == set(everyone[2:])


@pytest.mark.usefixtures("small_blocks")
def test_a_block_put_into_the_place_of_another_is_not_read(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    people(session, 4)
    session.close()
    made.gate.close()
    execute(
        made.database,
        "UPDATE caseload_blocks SET (wrapped, sealed) = "
        "(SELECT wrapped, sealed FROM caseload_blocks WHERE block = 1) WHERE block = 2",
    )
    made.reopen()

    assert len(made.sign_in(SPECIALIST).caseload.load().stale) == 2


@pytest.mark.usefixtures("small_blocks")
def test_dropping_a_person_destroys_the_block_and_leaves_the_others_stale(
    made: MadeStore,
) -> None:
    session = made.sign_in(SPECIALIST)
    one, two, three = people(session, 3)
    session.close()
    made.gate.close()
    made.reopen()
    session = made.sign_in(SPECIALIST)
    with session.records._store.database.transaction() as connection:
        drop_people(connection, [one])
        left = connection.execute(text("SELECT block FROM caseload_blocks")).scalars().all()

    assert left == [2]
    assert set(session.caseload.load().stale) == {one, two}
    assert set(session.caseload.load().summaries) == {three}


def test_blocks_move_under_a_renewed_key(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, 3)
    session.close()
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)
    manager.key_desk.rewrap(Compartment.CLIN, 100)
    manager.close()
    made.gate.close()
    assert rows(made.database, "SELECT epoch FROM caseload_blocks") == [(2,)]
    made.reopen()

    loaded = made.sign_in(SPECIALIST).caseload.load()

    assert set(loaded.summaries) == set(everyone)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE caseload_blocks SET block = 9 WHERE block = 1",
        "DELETE FROM caseload_blocks WHERE block = 1",
        "UPDATE caseload_members SET block = 9 WHERE block = 1",
        "UPDATE caseload_members SET person_id = 'x' || person_id WHERE block = 1",
        "UPDATE caseload_blocks SET epoch = 9 WHERE block = 1",
    ],
)
@pytest.mark.usefixtures("small_blocks")
def test_a_changed_index_is_named_and_heals_without_losing_anybody(
    made: MadeStore, statement: str
) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, 4)
    session.close()
    made.gate.close()
    execute(made.database, statement)
    made.reopen()
    session = made.sign_in(SPECIALIST)
    database, keys = session.records._store.database, session.records._keys
    named = [problem.where for problem in verify_database(database, keys.twin()).problems]
    assert any(where.startswith("caseload_") for where in named)

    loaded = session.caseload.load()
    session.caseload.keep([summary_of(person) for person in loaded.stale])

    assert set(loaded.summaries) | set(loaded.stale) == set(everyone)
    assert verify_database(database, keys.twin()).problems == ()
    assert set(made.sign_in(MANAGER).caseload.load().summaries) == set(everyone)


def test_a_packing_of_another_version_is_summarised_anew(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    with pytest.MonkeyPatch.context() as other_version:
        other_version.setattr(case_pack, "PACKING", case_pack.PACKING + 1)
        everyone = people(session, 3)
    made.reopen()
    session = made.sign_in(SPECIALIST)

    loaded = session.caseload.load()
    session.caseload.keep([summary_of(person) for person in loaded.stale])

    assert (dict(loaded.summaries), set(loaded.stale)) == ({}, set(everyone))
    assert set(made.sign_in(MANAGER).caseload.load().summaries) == set(everyone)
