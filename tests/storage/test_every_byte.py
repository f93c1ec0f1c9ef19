"""Every byte of every stored value and of every schema object: changed, it is found and named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest

from tests.storage.changed_values import ChangedFile, Place
from tests.storage.full_store import EMPTY, READERS, full_store
from tests.support.store_fixture import MadeStore, password_of

UNBOUND = {
    ("sign_in_throttle", "account"),
    ("sign_in_throttle", "failures"),
    ("sign_in_throttle", "last_failed_at"),
    ("caseload_members", "is_current"),
}
"""Columns that nothing vouches for; docs/security.md says what changing them does."""
BESIDE = {
    "records": {"revisions", "dek_wraps"},
    "revisions": {"records", "dek_wraps"},
    "caseload_blocks": {"caseload_members"},
}
"""Where a change of one table may be named: at the row beside it that no longer fits."""


@pytest.fixture
def full(tmp_path: Path) -> MadeStore:
    """A copy of the full store, open."""
    return full_store().copy_to(tmp_path / "data")


@pytest.fixture
def file(full: MadeStore) -> Iterator[ChangedFile]:
    """Its file, to be changed, and the keys of one account of each role."""
    keys = [full.gate.sign_in(name, password_of(name))._keys.twin() for name in READERS]  # type: ignore[attr-defined]
    full.gate.close()
    opened = ChangedFile(full.database, keys)
    yield opened
    opened.close()


def _is_named(place: Place, found: tuple[str, ...]) -> bool:
    tables = {where.partition("/")[0] for where in found}
    return bool(tables & ({place.table} | BESIDE.get(place.table, set())))


def _unfound(file: ChangedFile, places: Iterator[tuple[Place, int]]) -> tuple[int, list[str]]:
    """How many bytes were changed, and those that were not named where they are."""
    count, missed = 0, []
    for place, at in places:
        if (place.table, place.column) in UNBOUND:
            continue
        with file.changed(place, at) as is_changed:
            count += is_changed
            if is_changed and not _is_named(place, file.found()):
                missed.append(f"{place.table}.{place.column} {place.row} byte {at}")
    return count, missed


def _sample(file: ChangedFile) -> Iterator[tuple[Place, int]]:
    """Of each column a byte of the first row and one of the last."""
    stride = 0
    for _, group in groupby(file.places(), key=lambda place: (place.table, place.column)):
        column = list(group)
        for place in column[:: max(1, len(column) - 1)]:
            stride += 7919
            yield place, stride % place.size


def test_an_unchanged_store_is_whole_for_every_account(file: ChangedFile) -> None:
    assert file.found() == ()


def test_there_is_something_in_every_table(file: ChangedFile, full: MadeStore) -> None:
    filled = {place.table for place in file.places()}
    file.close()
    with closing(sqlite3.connect(full.database)) as raw:
        tables = {
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }

    assert tables - filled == EMPTY


@pytest.mark.timeout(240)
def test_a_changed_byte_of_every_column_is_found_and_named(file: ChangedFile) -> None:
    count, missed = _unfound(file, _sample(file))

    assert missed == []
    assert count > 150
    assert file.found() == ()


def test_exactly_what_is_said_to_be_unbound_goes_unseen(file: ChangedFile) -> None:
    unseen = set()
    for place in list(file.places()):
        if (place.table, place.column) in UNBOUND:
            with file.changed(place, 0) as is_changed:
                if is_changed and file.found() == ():
                    unseen.add((place.table, place.column))

    assert unseen == UNBOUND


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_every_changed_byte_of_every_value_is_found_and_named(file: ChangedFile) -> None:
    everything = ((place, at) for place in file.places() for at in range(place.size))

    count, missed = _unfound(file, everything)

    assert missed == []
    assert count > 40_000
