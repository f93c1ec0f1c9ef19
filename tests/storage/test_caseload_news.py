"""The list of cases after the first look: only what changed is read, whoever changed it."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import EPISODE
from desktop.services.ports import Session
from desktop.storage import caseload as room
from tests.storage.cases import episode
from tests.storage.counted_steps import counted_steps
from tests.storage.test_caseload import people, summary_of
from tests.support.store_fixture import MANAGER, SPECIALIST, MadeStore, copy_store


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PER_BLOCK", 4)


def rename(session: Session, person: PersonId, number: int, alias: str) -> None:
    """Change a record of the person, and renew the summary as the worklist does."""
    record = RecordId(f"{number:032x}")
    session.records.save(EPISODE, person, record, episode(person, record, alias=alias), base=1)
    assert session.caseload.load().stale == (person,)
    session.caseload.keep([summary_of(person, alias)])


def aliases(session: Session) -> dict[PersonId, str]:
    return {who: each.cases[0].alias for who, each in session.caseload.load().summaries.items()}


def test_a_list_that_did_not_change_is_the_same_list_without_reading(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    people(session, 9)
    first = session.caseload.load()

    with counted_steps(session.records._store.database) as steps:
        second = session.caseload.load()

    assert second is first
    assert steps.count == 0


def test_a_list_that_was_handed_out_never_changes_and_the_next_has_only_what_did(
    made: MadeStore,
) -> None:
    session = made.sign_in(SPECIALIST)
    one, *others = people(session, 9)
    before = session.caseload.load().summaries

    rename(session, one, 1, "Birch 3")

    after = session.caseload.load().summaries
    assert before[one] == summary_of(one)
    assert after[one] == summary_of(one, "Birch 3")
    assert all(after[who] is before[who] for who in others)


def steps_of_one_refresh(made: MadeStore, count: int) -> int:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, count)
    rename(session, everyone[0], 1, "Birch 3")
    with counted_steps(session.records._store.database) as steps:
        rename(session, everyone[1], 2, "Cedar 4")
        session.caseload.load()
        taken = steps.take()
    session.close()
    made.gate.close()
    return taken


def test_renewing_one_case_reads_no_more_when_there_are_more_people(
    made: MadeStore, tmp_path: Path
) -> None:
    few = steps_of_one_refresh(made, 12)

    many = steps_of_one_refresh(copy_store(tmp_path / "other"), 96)

    assert many < 1.1 * few


def test_a_new_person_is_without_a_summary_in_a_list_that_is_open(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = people(session, 2)
    session.caseload.load()

    person = session.records.create_person()

    assert session.caseload.load().stale == (person,)
    assert set(session.caseload.load().summaries) == set(everyone)


def test_what_one_session_renews_the_other_sees_and_does_not_write_over(made: MadeStore) -> None:
    specialist, manager = made.sign_in(SPECIALIST), made.sign_in(MANAGER)
    one, two, *_ = people(specialist, 9)
    before = manager.caseload.load().summaries

    rename(specialist, one, 1, "Birch 3")
    rename(manager, two, 2, "Cedar 4")

    for session in (specialist, manager, made.sign_in(MANAGER)):
        assert aliases(session)[one] == "Birch 3"
        assert aliases(session)[two] == "Cedar 4"
    after = manager.caseload.load().summaries
    assert sum(after[who] is not before[who] for who in before) == room.PER_BLOCK


def test_another_session_reads_only_the_block_that_changed(made: MadeStore) -> None:
    specialist, manager = made.sign_in(SPECIALIST), made.sign_in(MANAGER)
    one, *_ = people(specialist, 40)
    manager.caseload.load()
    rename(specialist, one, 1, "Birch 3")

    with counted_steps(manager.records._store.database) as steps:
        assert aliases(manager)[one] == "Birch 3"

    assert steps.count < 100


def test_what_a_full_disk_did_not_take_is_not_shown_as_kept(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    one, *_ = people(session, 3)
    raw = session.records._store.database._raw()
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}").fetchall()

    with pytest.raises(KnownError) as caught:
        session.caseload.keep([summary_of(one, "Birch 3" * 10_000)])

    assert caught.value.message_id == "store.disk-full"
    assert aliases(session)[one] == "Maple 12"
