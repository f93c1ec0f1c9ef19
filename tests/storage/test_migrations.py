"""A store that an earlier version made opens, with everything that was in it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, SetUpResult
from desktop.storage.gate import open_gate
from desktop.storage.schema import FORMAT_VERSION
from desktop.storage.verify import StoreReport, verify_store
from tests.storage.raw_file import rows
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    PASSPHRASE,
    SPECIALIST,
    MadeStore,
)

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
