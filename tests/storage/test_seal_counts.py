"""How often a data key sealed is counted durably; a new key comes before the limit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef, Session, tell_nobody
from desktop.storage import seal_counts
from desktop.storage.crypto.aead import SEALS_BEFORE_NEW_KEY, SEALS_HARD_LIMIT
from desktop.storage.seal_counts import SealCounts, seals_of
from desktop.storage.session import SealedSession
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, form
from tests.storage.raw_file import execute, rows
from tests.support.store_fixture import SPECIALIST, MadeStore, copy_store

FORM_ID = RecordId("f" * 32)
LIMIT = 10


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeStore]:
    """A real store whose keys last for ten seals, counted two at a time."""
    store = copy_store(tmp_path / "data")
    yield store
    store.gate.close()


def _counts(session: Session) -> SealCounts:
    assert isinstance(session, SealedSession)
    return session._store.seals


def _lowered(made: MadeStore) -> Session:
    session = made.sign_in(SPECIALIST)
    counts = _counts(session)
    counts.new_key_at, counts.at_once = LIMIT, 2
    return session


def _type(session: Session, person: PersonId, times: int) -> DraftRef:
    draft = DraftRef(person, FORM_ID, 0)
    for each in range(times):
        session.journal.append(draft, answer(f'"{each}"'))
    return draft


def _versions(made: MadeStore) -> list[int]:
    return [row[0] for row in rows(made.database, "SELECT dek_version FROM journal ORDER BY seq")]


def test_the_limits_are_those_of_the_design() -> None:
    counts = SealCounts()

    assert (counts.new_key_at, counts.never_beyond) == (2**24, 2**32)
    assert (SEALS_BEFORE_NEW_KEY, SEALS_HARD_LIMIT) == (2**24, 2**32)


def test_a_new_key_is_made_before_the_limit_and_everything_opens(made: MadeStore) -> None:
    session = _lowered(made)
    person = session.records.create_person()

    draft = _type(session, person, 30)
    session.records.save(FORM, person, RecordId("e" * 32), form(RecordId("e" * 32)), base=0)

    bodies = [row.body for row in session.journal.rows(draft)]
    report = session.backups.verify(tell_nobody)
    made.gate.close()
    versions = _versions(made)
    assert bodies == [f'"{each}"' for each in range(30)]
    assert report.problems == ()
    assert versions == sorted(versions)
    assert len(set(versions)) >= 4
    assert all(versions.count(each) < LIMIT for each in set(versions))
    assert verify_store(made.data_dir).problems == ()


def test_starts_over_and_over_lose_no_count(made: MadeStore) -> None:
    person = made.sign_in(SPECIALIST).records.create_person()
    for _ in range(12):
        made.reopen()  # as after a kill: what was left of a block is given up
        _type(_lowered(made), person, 1)
    made.gate.close()

    versions = _versions(made)
    assert len(versions) == 12
    assert len(set(versions)) >= 3


def test_two_sessions_share_the_count_and_the_new_key(made: MadeStore) -> None:
    first, second = _lowered(made), _lowered(made)
    person = first.records.create_person()
    for each in range(20):
        session = (first, second)[each % 2]
        session.journal.append(DraftRef(person, FORM_ID, 0), answer(f'"{each}"'))

    made_rows = second.journal.rows(DraftRef(person, FORM_ID, 0))
    made.gate.close()
    versions = _versions(made)
    assert len(made_rows) == 20
    assert all(versions.count(each) < LIMIT for each in set(versions))


def test_beyond_the_hard_limit_nothing_is_sealed(made: MadeStore) -> None:
    session = _lowered(made)
    counts = _counts(session)
    counts.new_key_at, counts.never_beyond = 1_000, 6
    person = session.records.create_person()

    with pytest.raises(KnownError) as caught:
        _type(session, person, 20)

    assert caught.value.message_id == "store.key-used-up"
    made.gate.close()
    assert 0 < len(_versions(made)) <= 6


def test_an_answer_writes_the_count_once_in_a_block(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = session.records.create_person()
    _type(session, person, 1)
    assert isinstance(session, SealedSession)
    raw = session._store.database._raw()
    before = raw.execute("SELECT sealed FROM key_seals").fetchall()

    _type(session, person, 200)

    assert raw.execute("SELECT sealed FROM key_seals").fetchall() == before


def test_a_count_that_was_changed_or_set_back_is_named(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    _counts(session).at_once = 2
    person = session.records.create_person()
    _type(session, person, 2)
    made.gate.close()
    ((older,),) = rows(made.database, "SELECT sealed FROM key_seals WHERE version = 1")
    made.reopen()
    _type(made.sign_in(SPECIALIST), person, 20)
    made.gate.close()
    execute(made.database, "UPDATE key_seals SET sealed = ? WHERE version = 1", older)

    made.reopen()
    report = made.sign_in(SPECIALIST).backups.verify(tell_nobody)

    assert [one.message_id for one in report.problems] == ["verify.key-seals"]


def test_a_store_without_counts_begins_with_what_is_there(made: MadeStore) -> None:
    session = _lowered(made)
    person = session.records.create_person()
    _counts(session).new_key_at = 1_000
    session.records.save(FORM, person, FORM_ID, form(FORM_ID), base=0)
    for base in range(1, LIMIT):
        text = f"[{base}]"
        session.records.save(FORM, person, FORM_ID, form(FORM_ID, response=text), base=base)
    made.gate.close()
    execute(made.database, "DELETE FROM key_seals")
    made.reopen()
    session = _lowered(made)

    session.records.save(FORM, person, FORM_ID, form(FORM_ID, response="[99]"), base=LIMIT)

    made.gate.close()
    assert rows(made.database, "SELECT max(dek_version) FROM revisions") == [(2,)]


def test_a_large_value_counts_as_often_as_it_is_cut() -> None:
    assert seals_of(b"") == 1
    assert seals_of(bytes(500_000)) == 1
    assert seals_of(bytes(3 * 1024 * 1024)) >= 4


def test_a_new_key_that_was_not_stored_seals_nothing(made: MadeStore) -> None:
    session = _lowered(made)
    person = session.records.create_person()
    _type(session, person, 1)
    assert isinstance(session, SealedSession)
    raw = session._store.database._raw()
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages + 4}")
    _counts(session).new_key_at = 1  # a new key at each saving
    _counts(session).forget()
    large = form(FORM_ID, response="[" + "1," * 200_000 + "1]")

    with pytest.raises(KnownError) as caught:
        session.records.save(FORM, person, RecordId("e" * 32), large, base=0)
    raw.execute("PRAGMA max_page_count = 100000")
    session.records.save(FORM, person, RecordId("e" * 32), large, base=0)

    assert caught.value.message_id == "store.disk-full"
    made.reopen()
    session = made.sign_in(SPECIALIST)
    assert session.records.load(FORM, RecordId("e" * 32)).value == large
    assert session.backups.verify(tell_nobody).problems == ()


def test_what_a_key_made_just_now_sealed_is_not_looked_for(
    made: MadeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look through every draft at each new person cost more the more there were."""
    looked: list[object] = []

    def rows_of(_connection: object, *place: object) -> int:
        looked.append(place)
        return 0

    monkeypatch.setattr(seal_counts, "_rows", rows_of)
    session = made.sign_in(SPECIALIST)
    person, other = session.records.create_person(), session.records.create_person()

    _type(session, person, 3)

    assert looked == []
    session.close()
    made.reopen()
    draft = DraftRef(other, RecordId("0" * 32), 0)
    made.sign_in(SPECIALIST).journal.append(draft, answer('"x"'))
    assert len(looked) == 1


def test_the_count_of_a_new_key_is_on_disk_with_its_first_seal(made: MadeStore) -> None:
    session = _lowered(made)
    person = session.records.create_person()
    _type(session, person, 7)
    session.close()
    made.reopen()

    draft = DraftRef(person, FORM_ID, 0)
    session = _lowered(made)
    for _ in range(6):
        session.journal.append(draft, answer('"later"'))
    session.close()
    made.gate.close()

    versions = _versions(made)
    assert len(versions) == 13
    assert all(versions.count(each) < LIMIT for each in set(versions))
