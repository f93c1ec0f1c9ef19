"""The end of a log of signed papers cannot be taken out unseen: a checkpoint saw it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.break_glass import GlassKind, GlassReason
from desktop.records.erasure import HoldReason
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.services.ports import SecondPerson, Session, StoreProblem
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case, new_form, packet_content
from tests.storage.raw_file import without_triggers
from tests.storage.test_site_book import APPROVAL
from tests.storage.test_staff_desk import complete, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
    copy_store,
    password_of,
)

OLD_ROWS = ("user_blobs", "grants", "enrolments")
TABLES = (
    *("certificates", "trust_log", "person_log", "glass_log", "site_facts", "sign_offs", "packets"),
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeStore]:
    """A closed store with something at the end of each log; Nia came and was revoked."""
    store = copy_store(tmp_path / "data")
    session = store.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    new_form(session, RecordId("f" * 32))
    session.packets.put(PacketId("a" * 32), packet_content())
    session.close()
    outside = store.sign_in(SECOND_SPECIALIST)
    outside.glass_desk.open(person, GlassKind.OUTSIDE, GlassReason.COVERING, "The ward called")
    outside.close()
    complete(store)
    _keep_old_rows(store)
    manager = store.sign_in(MANAGER)
    manager.sign_offs.sign(RecordId("f" * 32), 1)
    manager.close()
    administrator = store.sign_in(ADMINISTRATOR)
    administrator.site.approve(APPROVAL)
    administrator.erasure_desk.set_hold(PersonId(person), next(iter(HoldReason)))
    administrator.staff_desk.revoke(id_of(administrator, "nia"))
    administrator.close()
    store.gate.close()
    yield store
    store.gate.close()


def _keep_old_rows(store: MadeStore) -> None:
    """What somebody copies out of the file before the revocation."""
    store.gate.close()
    (store.data_dir.parent / "earlier.db").write_bytes(store.database.read_bytes())
    store.reopen()


def _cut(raw: sqlite3.Connection, table: str) -> None:
    newest = " ".join(("SELECT max(rowid) FROM", table))
    delete = " ".join(("DELETE FROM", table, "WHERE rowid = (", newest, ")"))
    assert raw.execute(delete).rowcount == 1


def _bring_back_nia(made: MadeStore) -> None:
    """The revocation goes, and what opened her account is put back as it was."""
    with without_triggers(made.database) as raw:
        _cut(raw, "trust_log")
        raw.execute("ATTACH ? AS earlier", (str(made.data_dir.parent / "earlier.db"),))
        for table in OLD_ROWS:
            raw.execute(" ".join(("DELETE FROM", f"main.{table}")))
            raw.execute(
                " ".join(("INSERT INTO", f"main.{table}", "SELECT * FROM", f"earlier.{table}"))
            )
        raw.commit()
        raw.execute("DETACH earlier")


def _found(made: MadeStore) -> list[StoreProblem]:
    return list(verify_store(made.data_dir).problems)


def _alarm_of(session: Session) -> int:
    alarm = session.rollback.alarm()
    return alarm.records if alarm is not None else 0


def test_a_store_from_which_nothing_was_taken_is_whole(made: MadeStore) -> None:
    assert _found(made) == []
    made.reopen()
    assert _alarm_of(made.sign_in(SPECIALIST)) == 0


@pytest.mark.parametrize("table", TABLES)
def test_the_newest_row_of_a_log_taken_out_is_named_and_alarms(made: MadeStore, table: str) -> None:
    with without_triggers(made.database) as raw:
        _cut(raw, table)

    found = _found(made)

    assert StoreProblem(table, "verify.log-cut") in found
    made.reopen()
    session = made.sign_in(ADMINISTRATOR)
    assert _alarm_of(session) == 1
    with pytest.raises(KnownError) as caught:
        session.rollback.need_quiet()
    assert caught.value.message_id == "rollback.wait"


def test_a_revoked_person_who_is_put_back_is_named_and_alarms(made: MadeStore) -> None:
    _bring_back_nia(made)

    assert _found(made) == [StoreProblem("trust_log", "verify.log-cut")]
    made.reopen()
    assert _alarm_of(made.sign_in("nia")) == 1


def test_another_row_in_the_place_of_the_one_taken_out_is_named_and_alarms(
    made: MadeStore,
) -> None:
    with without_triggers(made.database) as raw:
        _cut(raw, "person_log")
        row = "INSERT INTO person_log (person_id, kind, body) VALUES ('x', 'hold', X'00')"
        raw.execute(row)

    assert StoreProblem("person_log/1", "verify.log-other") in _found(made)
    made.reopen()
    assert _alarm_of(made.sign_in(SPECIALIST)) == 1


def test_a_log_that_grew_is_under_a_checkpoint_with_the_next_entry(made: MadeStore) -> None:
    made.reopen()
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.staff_desk.revoke(id_of(administrator, SPECIALIST))
    me, now = administrator.me.staff_id, made.clock.now()
    administrator.audit.record(AuditEvent(AuditAction.STAFF_REVOKED, me, now))
    made.gate.close()  # as after a kill: the session is never closed
    with without_triggers(made.database) as raw:
        _cut(raw, "trust_log")

    assert StoreProblem("trust_log", "verify.log-cut") in _found(made)


def test_two_people_settle_it_and_the_next_cut_is_found_again(made: MadeStore) -> None:
    with without_triggers(made.database) as raw:
        _cut(raw, "person_log")
    made.reopen()
    session = made.sign_in(ADMINISTRATOR)
    second = SecondPerson(MANAGER, password_of(MANAGER))

    session.rollback.confirm_restore(password_of(ADMINISTRATOR), second)

    session.close()
    made.gate.close()
    assert _found(made) == []
    made.reopen()
    assert _alarm_of(made.sign_in(SPECIALIST)) == 0
    made.gate.close()
    with without_triggers(made.database) as raw:
        _cut(raw, "trust_log")
    assert StoreProblem("trust_log", "verify.log-cut") in _found(made)
