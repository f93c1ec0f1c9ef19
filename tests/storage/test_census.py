"""What was taken out at the newest end of the store is named: a checkpoint saw it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import SecondPerson, StoreProblem, tell_nobody
from desktop.storage.checkpoints import add_checkpoint
from desktop.storage.crypto.census import Census, RecordHead
from desktop.storage.crypto.failures import Damaged
from desktop.storage.session import SealedSession
from desktop.storage.verify import verify_store
from tests.storage.cases import form, new_case, new_form, packet_content
from tests.storage.raw_file import rows, without_triggers
from tests.support.store_fixture import (
    ADMINISTRATOR,
    MANAGER,
    SPECIALIST,
    MadeStore,
    copy_store,
    password_of,
)

CASE, FORM_ID, LATE = RecordId("c" * 32), RecordId("f" * 32), RecordId("d" * 32)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeStore]:
    """A closed store: a case, and a form saved twice, under a checkpoint."""
    store = copy_store(tmp_path / "data")
    session = store.sign_in(SPECIALIST)
    new_case(session, CASE)
    draft = new_form(session, FORM_ID)
    session.records.save(FORM, draft.person_id, FORM_ID, form(FORM_ID, response="[2]"), base=1)
    session.close()
    store.gate.close()
    yield store
    store.gate.close()


def _cut_revision(made: MadeStore, record: str = FORM_ID, number: int = 2) -> None:
    with without_triggers(made.database) as raw:
        where = "DELETE FROM revisions WHERE record_id = ? AND number >= ?"
        assert raw.execute(where, (record, number)).rowcount == 1


def _cut_record(made: MadeStore) -> str:
    """Take out the newest record, as if it had never been."""
    ((record,),) = rows(made.database, "SELECT record_id FROM records ORDER BY seq DESC LIMIT 1")
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM revisions WHERE record_id = ?", (record,))
        raw.execute("DELETE FROM records WHERE record_id = ?", (record,))
    return str(record)


def _found(made: MadeStore) -> list[StoreProblem]:
    return list(verify_store(made.data_dir).problems)


def test_a_store_from_which_nothing_was_taken_is_whole(made: MadeStore) -> None:
    assert _found(made) == []
    made.reopen()
    assert made.sign_in(SPECIALIST).rollback.alarm() is None


def test_the_newest_revision_taken_out_is_named(made: MadeStore) -> None:
    _cut_revision(made)

    assert _found(made) == [StoreProblem(f"revisions/{FORM_ID}/2", "verify.revision-gone")]


def test_the_newest_record_taken_out_is_named(made: MadeStore) -> None:
    record = _cut_record(made)

    assert _found(made) == [StoreProblem(f"records/{record}", "verify.record-gone")]


@pytest.mark.parametrize("cut", [_cut_revision, _cut_record])
def test_the_next_start_raises_the_alarm(
    made: MadeStore, cut: Callable[[MadeStore], object]
) -> None:
    cut(made)

    made.reopen()

    session = made.sign_in(SPECIALIST)
    alarm = session.rollback.alarm()
    assert alarm is not None
    assert alarm.records == 1
    with pytest.raises(KnownError) as caught:
        session.packets.put(PacketId("a" * 32), packet_content())
    assert caught.value.message_id == "rollback.wait"


def test_what_was_saved_after_the_last_checkpoint_is_in_none_yet(made: MadeStore) -> None:
    """The window that docs/security.md states: until the next checkpoint nothing vouches for it."""
    made.reopen()
    session = made.sign_in(SPECIALIST)
    new_form(session, LATE)
    made.gate.close()  # as after a kill: no checkpoint
    assert _cut_record(made) == LATE

    assert _found(made) == []


def test_the_checkpoint_of_the_next_session_takes_in_what_a_kill_left(made: MadeStore) -> None:
    made.reopen()
    new_form(made.sign_in(SPECIALIST), LATE)
    made.gate.close()
    made.reopen()
    made.sign_in(MANAGER).close()
    made.gate.close()
    assert _cut_record(made) == LATE

    assert _found(made) == [StoreProblem(f"records/{LATE}", "verify.record-gone")]


def test_a_checkpoint_in_steady_work_takes_in_what_was_saved(made: MadeStore) -> None:
    made.reopen()
    session = made.sign_in(SPECIALIST)
    new_form(session, LATE)
    session.audit.checkpoint()
    made.gate.close()
    assert _cut_record(made) == LATE

    assert _found(made) == [StoreProblem(f"records/{LATE}", "verify.record-gone")]


def test_another_revision_in_the_place_of_the_one_taken_out_is_named(made: MadeStore) -> None:
    ((person,),) = rows(made.database, "SELECT person_id FROM records WHERE record_id = ?", FORM_ID)
    _cut_revision(made)
    made.reopen()
    session = made.sign_in(SPECIALIST)
    session.records.save(FORM, person, FORM_ID, form(FORM_ID, response="[3]"), base=1)
    session.records.save(FORM, person, FORM_ID, form(FORM_ID, response="[4]"), base=2)
    session.close()
    made.gate.close()

    assert _found(made) == [StoreProblem(f"revisions/{FORM_ID}/2", "verify.revision-other")]


def _settle(made: MadeStore) -> None:
    session = made.sign_in(ADMINISTRATOR)
    second = SecondPerson(MANAGER, password_of(MANAGER))
    session.rollback.confirm_restore(password_of(ADMINISTRATOR), second)
    session.close()


@pytest.mark.parametrize("saves_between", [0, 1, 2])
def test_two_people_settle_it_and_work_goes_on(made: MadeStore, saves_between: int) -> None:
    ((person,),) = rows(made.database, "SELECT person_id FROM records WHERE record_id = ?", FORM_ID)
    _cut_revision(made)
    made.reopen()
    session = made.sign_in(SPECIALIST)
    for base in range(1, 1 + saves_between):
        text = f"[{base + 7}]"
        session.records.save(FORM, person, FORM_ID, form(FORM_ID, response=text), base=base)
    session.close()

    _settle(made)

    made.gate.close()
    assert _found(made) == []
    made.reopen()
    session = made.sign_in(SPECIALIST)
    assert session.rollback.alarm() is None
    base = 1 + saves_between
    session.records.save(FORM, person, FORM_ID, form(FORM_ID, response="[9]"), base=base)
    session.close()
    made.gate.close()
    assert _found(made) == []
    _cut_revision(made, number=base + 1)
    assert [one.message_id for one in _found(made)] == ["verify.revision-gone"]


def test_one_person_who_gives_it_up_alone_hides_nothing(made: MadeStore) -> None:
    _cut_revision(made)
    made.reopen()
    session = made.sign_in(SPECIALIST)
    assert isinstance(session, SealedSession)
    store, keys = session._store, session._keys
    lost = store.watch.missed_records
    add_checkpoint(store, keys.me.staff_id, keys.signing, lost)
    made.gate.close()

    assert len(lost) == 1
    assert [one.message_id for one in _found(made)] == ["verify.revision-gone"]


def test_a_check_with_an_account_names_it_too(made: MadeStore) -> None:
    _cut_revision(made)
    made.reopen()
    session = made.sign_in(MANAGER)

    report = session.backups.verify(tell_nobody)

    assert [one.message_id for one in report.problems] == ["verify.revision-gone"]


def test_a_census_reads_back_and_one_that_was_cut_is_refused() -> None:
    head = RecordHead("a" * 32, 3, bytes(32))
    census = Census(7, (head, RecordHead("b" * 32, 0, bytes(32))), (head,))
    stored = census.encode()

    assert Census.decode(stored) == census
    for cut in (0, 5, 12, 20, len(stored) - 1):
        with pytest.raises(Damaged):
            Census.decode(stored[:cut])
