"""A store that an earlier version made opens, with everything that was in it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, Vouched
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE, FORM, Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, SetUpResult
from desktop.storage.audit_reader import SealedAuditReader
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.grants import open_grant
from desktop.storage.gate import open_gate
from desktop.storage.schema import FORMAT_VERSION, GrantRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.trust_writer import root_from
from desktop.storage.verify import StoreReport, verify_store
from desktop.storage.without_keys import opened_without_keys
from tests.storage.cases import answer
from tests.storage.raw_file import rows
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    PASSPHRASE,
    SPECIALIST,
    MadeStore,
)

RECOVERY_CODES = (
    "F6DYP-57S02-89Z5B-AAGYZ-6H4NN-YRV6S-H09M5-GBQRM",
    "15WRN-57B23-ZPPWR-EYQ1P-38BPP-FZPV6-D553H-T88N1",
)
"""Of the store of the first format."""
RELEASED = sorted((Path(__file__).parent / "released").glob("*.db"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one released store in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(request.param, folder / "store.db")
    (folder / "store.db").chmod(0o600)
    return folder


@pytest.fixture
def opened(old: Path) -> Iterator[MadeStore]:
    """The old store, opened by this version."""
    clock, ids = FakeClock(), CountingIds(after=100)
    gate = open_gate(old, clock, ids, kdf=CHEAP_KDF)
    gate.condition()
    gate.unlock(PASSPHRASE)
    made = MadeStore(gate, clock, ids, SetUpResult(("", "", ""), {}))
    yield made
    made.gate.close()


def test_there_is_a_store_of_every_format_before_this_one() -> None:
    versions = [rows(path, "PRAGMA user_version")[0][0] for path in RELEASED]

    assert versions == list(range(1, FORMAT_VERSION))


def test_an_old_store_opens_with_everything_that_was_in_it(opened: MadeStore) -> None:
    session = opened.sign_in(SPECIALIST)

    aliases = [
        episode.value.alias
        for person in session.records.persons()
        for episode in session.records.list_newest(EPISODE, person)
    ]
    assert aliases == ["Maple 12"]
    assert session.records.load(FORM, RecordId("f" * 32)).number == 1
    assert [each.revision for each in session.sign_offs.of(RecordId("f" * 32))] == [1]
    session.close()


_DRAFTS = (
    {"f" * 32: ['"a"', '"b"']},
    {
        "a" * 32: ['"draft 0"'],
        "d" * 32: ['"draft 0"', '"draft 1"', '"draft 2"'],
        "f" * 32: ['"draft 0"', '"draft 1"'],
    },
)


@pytest.mark.parametrize(
    ("old", "expected"), list(zip(RELEASED, _DRAFTS, strict=True)), indirect=["old"], ids=["1", "2"]
)
def test_drafts_of_an_old_store_go_on_where_they_were(
    opened: MadeStore, expected: dict[str, list[str]]
) -> None:
    session = opened.sign_in(SPECIALIST)
    drafts = session.journal.drafts()
    found = {draft.record_id: [row.body for row in session.journal.rows(draft)] for draft in drafts}
    assert found == expected

    for draft in drafts:
        if draft.base == 0:
            rows_before = len(expected[draft.record_id])
            assert session.journal.append(draft, answer('"later"')) == rows_before + 1
            assert [row.body for row in session.journal.rows(draft)][-1] == '"later"'
    session.close()


def test_an_old_store_can_do_what_is_new(opened: MadeStore) -> None:
    administrator = opened.sign_in(ADMINISTRATOR)

    made = administrator.staff_desk.invite(NewStaff("nia", "Nia Example", Role.SPECIALIST))

    assert made.code
    administrator.close()
    opened.gate.close()
    assert len(rows(opened.database, "SELECT seq FROM trust_log")) == 1


def test_an_old_store_is_whole_after_it_was_brought_up(opened: MadeStore) -> None:
    opened.gate.close()

    assert verify_store(opened.data_dir) == StoreReport(3, ())
    assert rows(opened.database, "PRAGMA user_version") == [(FORMAT_VERSION,)]


def test_an_old_store_with_a_changed_table_is_not_brought_up(old: Path) -> None:
    version = rows(old / "store.db", "PRAGMA user_version")
    with closing(sqlite3.connect(old / "store.db")) as raw:
        raw.execute("DROP TRIGGER audit_no_delete")
        raw.commit()
    gate = open_gate(old, FakeClock(), CountingIds(), kdf=CHEAP_KDF)

    with pytest.raises(KnownError) as caught:
        gate.condition()

    assert caught.value.message_id == "store.damaged"
    assert rows(old / "store.db", "PRAGMA user_version") == version


@pytest.mark.parametrize("old", RELEASED[:1], indirect=True, ids=["store-v1"])
def test_entries_of_an_old_store_are_told_as_older_and_new_ones_are_signed(
    opened: MadeStore,
) -> None:
    opened.sign_in(SPECIALIST).close()
    opened.gate.close()

    with opened_without_keys(opened.data_dir, opened.clock) as store:
        root = root_from(store, RECOVERY_CODES, "nobody")
        with store.database.transaction() as connection:
            query = select(GrantRow.body).where(
                GrantRow.compartment == "AUD", GrantRow.staff_id == ROOT
            )
            body = connection.execute(query).scalar_one()
        keys = SessionKeys(store.staff()[0], None, store.places)
        keys.keep(Compartment.AUD, 1, open_grant(body, store.trust, root.exchange)[1])
        reader = SealedAuditReader(store, keys)
        lines = reader.read(1, reader.count())

    assert {line.vouched for line in lines[:-2]} == {Vouched.OLDER}
    assert [line.event.action for line in lines[-2:] if line.event] == [
        AuditAction.SIGNED_IN,
        AuditAction.SIGNED_OUT,
    ]
    assert {line.vouched for line in lines[-2:]} == {Vouched.SIGNED}
