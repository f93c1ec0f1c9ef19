"""The power goes at any moment: every acknowledged answer is there, and the store is whole."""

import shutil
from pathlib import Path

import pytest

from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import DraftRef
from desktop.storage.verify import verify_store
from tests.storage.power_loss import Disk, Event, Said, Sync, Write, images, record
from tests.support.store_fixture import SPECIALIST, KeptStore, MadeStore, copy_store, keep_store

RECORD = RecordId("f" * 32)
ROWS, MANY_ROWS = 60, 500
"""The second is enough to fill the write-ahead log and begin it anew more than once."""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@pytest.fixture
def kept(tmp_path: Path) -> tuple[KeptStore, PersonId]:
    """A store with one person in it, closed."""
    made = copy_store(tmp_path / "first")
    person = made.sign_in(SPECIALIST).records.create_person()
    return keep_store(made), person


def _recorded(
    kept: tuple[KeptStore, PersonId], tmp_path: Path, rows: int, *more: str
) -> tuple[Disk, list[Event]]:
    store, person = kept
    made = store.copy_to(tmp_path / "recorded" / "data")
    made.gate.close()
    start = {"store.db": made.database.read_bytes()}
    arguments = [str(made.data_dir), person, RECORD, str(rows), *more]
    return start, record("tests.storage.power_writer", made.data_dir, arguments)


def _rows_left(store: KeptStore, person: PersonId, disk: Disk, folder: Path) -> int:
    """How many draft rows open after the loss; every tag and the whole file are checked."""
    made = _opened(store, disk, folder)
    try:
        session = made.sign_in(SPECIALIST)
        found = len(session.journal.rows(DraftRef(person, RECORD, 0)))
        session.close()
    finally:
        made.gate.close()
    assert verify_store(folder).problems == ()
    return found


def _opened(store: KeptStore, disk: Disk, folder: Path) -> MadeStore:
    files = {name: data for name, data in store.files.items() if not name.startswith("store.db")}
    shutil.rmtree(folder, ignore_errors=True)
    return KeptStore(files | disk, store.ids_given, store.shown).copy_to(folder)


def _losses(
    kept: tuple[KeptStore, PersonId], tmp_path: Path, count: int, rows: int, *more: str
) -> tuple[int, int]:
    """Images looked at, and how many of them lack an acknowledged row."""
    start, events = _recorded(kept, tmp_path, rows, *more)
    assert [event for event in events if isinstance(event, Said)][-1].number == rows
    seen, lost = 0, 0
    for disk, said in images(start, events, count, seed=20):
        seen += 1
        lost += _rows_left(*kept, disk, tmp_path / "image") < said
    return seen, lost


@pytest.mark.timeout(300)
def test_no_acknowledged_answer_is_lost_in_100_losses_of_power(
    kept: tuple[KeptStore, PersonId], tmp_path: Path
) -> None:
    assert _losses(kept, tmp_path, 100, ROWS) == (100, 0)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_no_acknowledged_answer_is_lost_in_1200_losses_of_power(
    kept: tuple[KeptStore, PersonId], tmp_path: Path
) -> None:
    assert _losses(kept, tmp_path, 1200, MANY_ROWS) == (1200, 0)


@pytest.mark.timeout(300)
def test_the_replay_finds_what_a_store_without_full_sync_loses(
    kept: tuple[KeptStore, PersonId], tmp_path: Path
) -> None:
    seen, lost = _losses(kept, tmp_path, 20, ROWS, "NORMAL")

    assert seen == 20
    assert lost >= 5


def test_what_was_not_synced_is_dropped_kept_or_torn_and_the_rest_stays() -> None:
    synced, late = Write("store.db", 0, b"a" * 1024), Write("store.db", 1024, b"b" * 1024)
    events: list[Event] = [synced, Sync("store.db"), Said(1), late]

    found = [disk["store.db"] for disk, _ in list(images({}, events, 20, seed=1))[-5:]]

    assert all(data.startswith(b"a" * 1024) for data in found)
    assert b"a" * 1024 in found
    assert b"a" * 1024 + b"b" * 1024 in found
