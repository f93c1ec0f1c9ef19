"""What was destroyed is said to be gone only when the write-ahead log was really emptied."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from desktop.records.erasure import ErasureReason
from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import Session
from desktop.storage.schema import DekWrapRow
from desktop.storage.session import SealedSession
from tests.storage.cases import new_case
from tests.storage.test_erasure import on_disk, refusal, with_desk
from tests.support.store_fixture import ADMINISTRATOR, MANAGER, SPECIALIST, MadeStore


@pytest.fixture
def person(made: MadeStore) -> PersonId:
    """Someone with a case of whom a manager asked that they be erased."""
    session = made.sign_in(SPECIALIST)
    person_id = new_case(session, RecordId("c" * 32))
    session.close()
    reason = ErasureReason.PERSON_ASKED
    with_desk(made, MANAGER, lambda desk: desk.ask(person_id, reason, []))
    return person_id


@contextmanager
def still_reading(session: SealedSession) -> Iterator[sqlite3.Cursor]:
    """A query on the file that is not over yet."""
    reader = session._store.database._raw().execute("SELECT number FROM audit")
    assert reader.fetchone()
    yield reader
    reader.close()


def wraps(session: Session, person: PersonId) -> list[bytes]:
    assert isinstance(session, SealedSession)
    query = select(DekWrapRow.wrapped).where(DekWrapRow.person_id == person)
    with session._store.database.transaction() as connection:
        return list(connection.execute(query).scalars())


def test_an_erasure_whose_log_stays_says_so_and_the_next_start_empties_it(
    made: MadeStore, person: PersonId
) -> None:
    session = made.sign_in(ADMINISTRATOR)
    assert isinstance(session, SealedSession)
    before = wraps(session, person)

    with still_reading(session):
        found = refusal(lambda: session.erasure_desk.erase(person))

    assert found == "store.log-not-emptied"
    assert before
    assert wraps(session, person) == []
    made.reopen()
    assert not [wrap for wrap in before if wrap in on_disk(made.database)]
