"""Checking a store without a key."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.ids import PacketId, RecordId
from desktop.storage.verify import StoreReport, verify_store
from tests.storage.cases import answer, new_case, new_form, packet_content
from tests.storage.raw_file import without_triggers
from tests.storage.test_site_book import APPROVAL
from tests.support.store_fixture import ADMINISTRATOR, MANAGER, SPECIALIST, MadeStore


@pytest.fixture
def filled(made: MadeStore) -> MadeStore:
    """Something in every table that is checked; the file is closed."""
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    draft = new_form(session, "f" * 32)
    session.journal.append(draft, answer('"a"'))
    session.journal.append(draft, answer('"b"'))
    session.packets.put(PacketId("a" * 32), packet_content())
    made.sign_in(MANAGER).sign_offs.sign(RecordId("f" * 32), 1)
    made.sign_in(ADMINISTRATOR).site.approve(APPROVAL)
    session.close()
    made.gate.close()
    return made


def test_a_whole_store_has_no_problems(filled: MadeStore) -> None:
    assert verify_store(filled.data_dir) == StoreReport(3, ())


def test_a_folder_without_a_store_gets_no_report(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        verify_store(tmp_path)

    assert caught.value.message_id == "store.absent"


def test_a_store_that_is_open_gets_no_report(made: MadeStore) -> None:
    with pytest.raises(KnownError) as caught:
        verify_store(made.data_dir)

    assert caught.value.message_id == "store.in-use"


@pytest.mark.parametrize(
    ("statement", "message_id", "where"),
    [
        ("DROP TABLE outbox", "verify.schema", "store.db"),
        ("DELETE FROM store_meta WHERE name = 'root-public'", "verify.site", "store_meta"),
        ("UPDATE grants SET body = zeroblob(9) WHERE compartment = 'ID'", "verify.grant", "grants"),
        ("UPDATE revisions SET number = 2", "verify.revision-chain", "revisions"),
        ("DELETE FROM journal WHERE seq = 1", "verify.journal", "journal"),
        ("UPDATE sign_offs SET signature = zeroblob(64)", "verify.sign-off", "sign_offs"),
        ("UPDATE packets SET state = 'printed'", "verify.packet", "packets"),
        ("DELETE FROM audit WHERE number = 3", "verify.audit-missing", "audit"),
        ("UPDATE audit_checkpoints SET number = 1 WHERE number = 5", "verify.checkpoint", "audit"),
        ("UPDATE site_facts SET signer = 'x' WHERE kind = 'approval'", "verify.fact", "site_facts"),
    ],
)
def test_each_kind_of_change_is_reported_with_its_place(
    filled: MadeStore, statement: str, message_id: str, where: str
) -> None:
    with without_triggers(filled.database) as raw:
        raw.execute(statement)

    report = verify_store(filled.data_dir)

    found = [problem for problem in report.problems if problem.message_id == message_id]
    assert found
    assert found[0].where.startswith(where)
    assert all(sentence(one.message_id, "es") for one in report.problems)


@pytest.mark.parametrize("kind", ["cut", "overwritten"])
def test_a_broken_file_is_a_finding_of_the_report(filled: MadeStore, kind: str) -> None:
    data = bytearray(filled.database.read_bytes())
    if kind == "cut":
        del data[len(data) // 2 :]
    else:
        data[4096:] = bytes(len(data) - 4096)
    filled.database.write_bytes(data)

    report = verify_store(filled.data_dir)

    assert [problem.message_id for problem in report.problems] == ["verify.file"]
