"""Every byte of every stored value and of every schema object: changed, it is found and named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.verify import verify_store
from tests.storage.changed_values import ChangedFile, Place
from tests.storage.full_store import EMPTY, READERS, full_store
from tests.storage.slack import slack_of
from tests.storage.transcript import transcript
from tests.support.store_fixture import SPECIALIST, MadeStore, password_of

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
    keys = [full.gate.sign_in(name, password_of(name))._keys.twin() for name in READERS]
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


@pytest.mark.parametrize(
    ("table", "column", "lost"),
    [
        ("revisions", "sealed", 2),
        ("journal", "sealed", 4),
        ("packets", "content", 1),
        ("audit", "sealed", 1),
        ("caseload_blocks", "sealed", 2),
        ("sign_offs", "signature", 0),
        ("glass_log", "body", 0),
        ("lent_keys", "body", 0),
        ("audit_checkpoints", "body", 0),
        ("user_blobs", "blob", 0),
    ],
)
def test_a_changed_value_leaves_everything_else_readable(
    file: ChangedFile, table: str, column: str, lost: int
) -> None:
    """Two accounts open each revision and block, and a draft of two rows; one the others."""
    before = file.opened()
    place = next(each for each in file.places() if (each.table, each.column) == (table, column))

    with file.changed(place, place.size // 2):
        after = file.opened()

    assert before > 50
    assert after == before - lost


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


def _reads(full: MadeStore) -> list[object]:
    full.reopen()
    try:
        return transcript(full)
    finally:
        full.gate.close()


def test_no_byte_of_slack_changes_what_is_read(full: MadeStore) -> None:
    _with_free_pages(full)
    before = full.database.read_bytes()
    slack = slack_of(before)
    expected = _reads(full)
    filled = bytearray(before)
    for at in slack:
        filled[at] ^= 0xA5
    full.database.write_bytes(filled)

    assert verify_store(full.data_dir).problems == ()
    assert _reads(full) == expected
    assert len(slack) > 5_000


def _with_free_pages(full: MadeStore) -> None:
    """As after a packet was deleted: pages that hold nothing any more."""
    full.gate.close()
    with closing(sqlite3.connect(full.database)) as raw, raw:
        raw.execute("INSERT INTO outbox VALUES (1, ?, 'x', 1)", ("x" * 40_000,))
        raw.commit()
        raw.execute("DELETE FROM outbox")
        raw.commit()
        assert raw.execute("PRAGMA freelist_count").fetchone()[0] > 5
        raw.execute("PRAGMA journal_mode = DELETE")


def test_the_reading_tells_when_something_else_was_stored(full: MadeStore) -> None:
    full.gate.close()
    expected = _reads(full)
    full.reopen()
    session = full.sign_in(SPECIALIST)
    session.journal.discard(session.journal.drafts()[0])
    session.close()
    full.gate.close()

    assert _reads(full) != expected


COLUMNS = ("type", "name", "tbl_name", "rootpage", "sql")


def _schema_changes(database: Path) -> list[tuple[int, str, int]]:
    """Row, column and place of every byte of the catalogue."""
    with closing(sqlite3.connect(database)) as raw:
        query = " ".join(("SELECT rowid,", ", ".join(COLUMNS), "FROM sqlite_master"))
        rows = raw.execute(query).fetchall()
    return [
        (rowid, column, at)
        for rowid, *values in rows
        for column, value in zip(COLUMNS, values, strict=True)
        for at in range(6 if isinstance(value, int) else len(value or ""))
    ]


def _change_schema(database: Path, rowid: int, column: str, at: int) -> bool:
    """Whether SQLite let one byte of the catalogue be changed."""
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("PRAGMA writable_schema = ON")
        query = " ".join(("SELECT", column, "FROM sqlite_master WHERE rowid = ?"))
        value = raw.execute(query, (rowid,)).fetchone()[0]
        if isinstance(value, int):
            changed: str | int = value ^ 1 << at
        else:
            changed = value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :]
        update = " ".join(("UPDATE sqlite_master SET", column, "= ? WHERE rowid = ?"))
        return raw.execute(update, (changed, rowid)).rowcount == 1


def _unseen_in_schema(full: MadeStore, changes: list[tuple[int, str, int]]) -> list[str]:
    full.gate.close()
    whole = full.database.read_bytes()
    unseen = []
    for rowid, column, at in changes:
        full.database.write_bytes(whole)
        assert _change_schema(full.database, rowid, column, at)
        found = {problem.where for problem in verify_store(full.data_dir).problems}
        if "store.db" not in found:
            unseen.append(f"{rowid} {column} {at}")
        try:
            full.reopen()
        except KnownError:
            continue
        full.gate.close()
        if column != "rootpage":  # looked at for the tables that are read first, else by the check
            unseen.append(f"{rowid} {column} {at} opens")
    full.database.write_bytes(whole)
    return unseen


@pytest.mark.timeout(240)
def test_changed_bytes_of_the_schema_are_named_and_the_file_is_not_opened(full: MadeStore) -> None:
    full.gate.close()
    changes = _schema_changes(full.database)

    roots = [change for change in changes if change[1:] == ("rootpage", 0)]

    assert _unseen_in_schema(full, changes[:: len(changes) // 40] + roots) == []
    assert verify_store(full.data_dir).problems == ()


def test_a_catalogue_that_finds_another_table_for_the_loans_opens_or_says_why(
    full: MadeStore,
) -> None:
    full.gate.close()
    with closing(sqlite3.connect(full.database)) as raw:
        query = "SELECT rowid FROM sqlite_master WHERE type = 'table' AND name = 'lent_keys'"
        (loans,) = raw.execute(query).fetchone()
    roots = [(loans, "rootpage", at) for at in range(6)]

    assert _unseen_in_schema(full, roots) == []


@pytest.mark.long
@pytest.mark.timeout(2 * 3600)
def test_every_changed_byte_of_the_schema_is_named(full: MadeStore) -> None:
    full.gate.close()

    assert _unseen_in_schema(full, _schema_changes(full.database)) == []
