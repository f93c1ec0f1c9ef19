"""Where the rows of drafts lie: together, in order, and never where they do not belong."""

import sqlite3
from contextlib import closing

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef, Session
from desktop.storage.journal_rows import ROWS_OF_DRAFT, next_position
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, form, new_form
from tests.storage.raw_file import execute, rows
from tests.support.store_fixture import SPECIALIST, MadeStore

FORM_ID, OTHER_ID = RecordId("f" * 32), RecordId("0" * 32)
PAGE_AND_FRAME_BYTES = 4096 + 24


@pytest.fixture
def session(made: MadeStore) -> Session:
    """Somebody who writes."""
    return made.sign_in(SPECIALIST)


def _draft(session: Session, record_id: RecordId = FORM_ID) -> DraftRef:
    return DraftRef(session.records.create_person(), record_id, 0)


def _bodies(session: Session, draft: DraftRef) -> list[str]:
    return [row.body for row in session.journal.rows(draft)]


def test_two_drafts_that_go_on_in_turn_do_not_mix(session: Session) -> None:
    first, second = _draft(session), _draft(session, OTHER_ID)
    for number in range(20):
        session.journal.append(first, answer(f'"first {number}"'))
        session.journal.append(second, answer(f'"second {number}"'))

    session.journal.discard(first)

    assert _bodies(session, first) == []
    assert _bodies(session, second) == [f'"second {number}"' for number in range(20)]
    assert session.journal.append(first, answer('"again"')) == 1
    assert _bodies(session, first) == ['"again"']
    assert session.journal.append(second, answer('"more"')) == 21


def test_a_draft_goes_on_after_a_newer_one_when_the_store_was_closed(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    older, newer = _draft(session), _draft(session, OTHER_ID)
    session.journal.append(older, answer('"1"'))
    session.journal.append(newer, answer('"a"'))
    made.reopen()

    session = made.sign_in(SPECIALIST)
    session.journal.append(older, answer('"2"'))

    assert _bodies(session, older) == ['"1"', '"2"']
    assert _bodies(session, newer) == ['"a"']


def test_saving_a_record_takes_its_own_rows_alone(made: MadeStore, session: Session) -> None:
    draft, other = new_form(session, FORM_ID), _draft(session, OTHER_ID)
    for each in (draft, other):
        session.journal.append(each, answer('"x"'))

    session.records.save(FORM, draft.person_id, FORM_ID, form(FORM_ID), base=1, clears_journal=True)

    assert session.journal.drafts() == (other,)
    session.close()
    made.gate.close()
    assert rows(made.database, "SELECT record_id FROM journal") == [(OTHER_ID,)]


def test_a_draft_without_its_first_row_is_damaged_not_empty(
    made: MadeStore, session: Session
) -> None:
    draft = _draft(session)
    for number in range(3):
        session.journal.append(draft, answer(f'"{number}"'))
    session.close()
    made.gate.close()
    execute(made.database, "DELETE FROM journal WHERE seq = 1")
    made.reopen()
    session = made.sign_in(SPECIALIST)

    for act in (
        lambda: session.journal.rows(draft),
        lambda: session.journal.append(draft, answer('"x"')),
        lambda: session.journal.discard(draft),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.damaged"


@pytest.mark.parametrize(
    "change",
    [
        f"position = position + 5 * {ROWS_OF_DRAFT}",
        f"position = position - {ROWS_OF_DRAFT}",
    ],
)
@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_row_that_lies_elsewhere_is_found_and_named(
    made: MadeStore, session: Session, change: str, row: int
) -> None:
    draft = _draft(session)
    for number in range(3):
        session.journal.append(draft, answer(f'"{number}"'))
    session.close()
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()

    execute(made.database, " ".join(("UPDATE journal SET", change, "WHERE seq = ?")), row)

    found = [problem.where for problem in verify_store(made.data_dir).problems]
    assert found == [f"journal/{FORM_ID}/0"]


def test_a_row_of_another_draft_put_between_is_damage(made: MadeStore, session: Session) -> None:
    draft, other = _draft(session), _draft(session, OTHER_ID)
    session.journal.append(draft, answer('"mine"'))
    for number in range(2):
        session.journal.append(other, answer(f'"{number}"'))
    session.close()
    made.gate.close()
    moved = "UPDATE journal SET position = ? WHERE seq = 2"
    execute(made.database, moved, ROWS_OF_DRAFT + 2)
    made.reopen()
    session = made.sign_in(SPECIALIST)

    for act in (
        lambda: session.journal.rows(draft),
        lambda: session.journal.append(draft, answer('"x"')),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "store.damaged"


def test_the_file_takes_no_row_whose_number_says_another_place(
    made: MadeStore, session: Session
) -> None:
    session.journal.append(_draft(session), answer('"x"'))
    session.close()
    made.gate.close()

    with pytest.raises(sqlite3.IntegrityError):
        execute(made.database, "UPDATE journal SET position = position + 1")


def test_a_first_row_is_found_by_its_index(made: MadeStore, session: Session) -> None:
    session.close()
    made.gate.close()
    query = "EXPLAIN QUERY PLAN SELECT position FROM journal WHERE record_id = ? AND base = ?"

    with closing(sqlite3.connect(made.database)) as raw:
        (step,) = raw.execute(f"{query} AND journal.seq = 1", ("f", 0)).fetchall()

    assert "USING COVERING INDEX ix_journal_first" in step[3] or (
        "USING INDEX ix_journal_first" in step[3]
    )


def test_an_answer_writes_a_page_and_a_half_of_the_log_at_most(
    made: MadeStore, session: Session
) -> None:
    draft = _draft(session)
    for _ in range(50):
        session.journal.append(draft, answer('"the usual length of what is ticked"'))
    log = made.database.with_name("store.db-wal")
    before = log.stat().st_size

    for _ in range(100):
        session.journal.append(draft, answer('"the usual length of what is ticked"'))

    assert (log.stat().st_size - before) / PAGE_AND_FRAME_BYTES <= 150


def test_a_draft_with_a_million_rows_is_a_bug_and_not_the_next_draft() -> None:
    assert next_position(ROWS_OF_DRAFT) == ROWS_OF_DRAFT + 1

    with pytest.raises(BugError):
        next_position(2 * ROWS_OF_DRAFT - 1)
