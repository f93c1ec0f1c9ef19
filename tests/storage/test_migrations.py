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
"""Of the stores beside this file."""
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
    with closing(sqlite3.connect(old / "store.db")) as raw:
        raw.execute("DROP TRIGGER audit_no_delete")
        raw.commit()
    gate = open_gate(old, FakeClock(), CountingIds(), kdf=CHEAP_KDF)

    with pytest.raises(KnownError) as caught:
        gate.condition()

    assert caught.value.message_id == "store.damaged"
    assert rows(old / "store.db", "PRAGMA user_version") == [(1,)]


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
