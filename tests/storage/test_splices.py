"""Rows taken from another store, another person or another time: each is named by its sentence."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.messages import sentence
from desktop.records.kinds import FORM
from desktop.storage.verify import verify_database
from tests.storage.backing_up import fill
from tests.storage.cases import form
from tests.storage.full_store import FORM_ID, full_store
from tests.storage.raw_file import without_triggers
from tests.support.store_fixture import (
    MANAGER,
    SPECIALIST,
    MadeStore,
    make_store,
)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[MadeStore]:
    """A store with a row in every table, closed."""
    made = full_store().copy_to(tmp_path / "data")
    made.gate.close()
    yield made
    made.gate.close()


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of another hospital with the same people and records of the same ids."""
    made = make_store(tmp_path_factory.mktemp("foreign") / "data")
    fill(made)
    made.gate.close()
    return made.database


def _splice(made: MadeStore, source: Path, statement: str) -> None:
    with without_triggers(made.database) as raw:
        raw.execute("ATTACH ? AS other", (str(source),))
        assert raw.execute(statement).rowcount >= 1
        raw.commit()
        raw.execute("DETACH other")


def _found(made: MadeStore) -> dict[str, set[str]]:
    """Tables by the sentence that names something in them, as a specialist's check tells it."""
    made.reopen()
    session = made.sign_in(SPECIALIST)
    database = session.records._store.database
    keys = session.records._keys.twin()
    found: dict[str, set[str]] = {}
    for problem in verify_database(database, keys).problems:
        assert sentence(problem.message_id, "en")
        found.setdefault(problem.message_id, set()).add(problem.where.partition("/")[0])
    session.close()
    return found


@pytest.mark.parametrize(
    ("statement", "message_id"),
    [
        (
            "UPDATE revisions SET sealed = (SELECT sealed FROM other.revisions LIMIT 1)"
            " WHERE number = 2",
            "verify.opened-revision",
        ),
        (
            "UPDATE journal SET sealed = (SELECT sealed FROM other.journal LIMIT 1) WHERE seq = 2",
            "verify.opened-draft",
        ),
        (
            "UPDATE dek_wraps SET wrapped = (SELECT wrapped FROM other.dek_wraps LIMIT 1)"
            " WHERE compartment = 'CLIN'",
            "verify.opened-key",
        ),
        (
            "UPDATE packets SET (sealed_key, content) ="
            " (SELECT sealed_key, content FROM other.packets LIMIT 1) WHERE content NOT NULL",
            "verify.sealed",
        ),
        (
            "UPDATE packets SET (content_hash, sealed_key, content, signature) ="
            " (SELECT content_hash, sealed_key, content, signature FROM other.packets LIMIT 1)"
            " WHERE content NOT NULL",
            "verify.packet",
        ),
        (
            "UPDATE sign_offs SET signature = (SELECT signature FROM other.sign_offs)",
            "verify.sign-off",
        ),
        (
            "INSERT INTO certificates (staff_id, body)"
            " SELECT staff_id, body FROM other.certificates LIMIT 1",
            "verify.certificate",
        ),
        (
            "INSERT INTO site_facts (kind, signer, body, signature)"
            " SELECT kind, signer, body, signature FROM other.site_facts WHERE kind = 'approval'",
            "verify.fact",
        ),
        (
            "UPDATE grants SET body = (SELECT body FROM other.grants LIMIT 1)"
            " WHERE compartment = 'PKT'",
            "verify.grant",
        ),
    ],
)
def test_a_row_of_another_store_is_named(
    full: MadeStore, foreign: Path, statement: str, message_id: str
) -> None:
    _splice(full, foreign, statement)

    assert message_id in _found(full)


@pytest.mark.parametrize(
    ("table", "message_id"),
    [("revisions", "verify.opened-revision"), ("dek_wraps", "verify.opened-key")],
)
def test_a_value_of_another_person_is_named(full: MadeStore, table: str, message_id: str) -> None:
    column = {"revisions": "sealed", "dek_wraps": "wrapped"}[table]
    with closing(sqlite3.connect(full.database)) as raw:
        people = raw.execute("SELECT DISTINCT person_id FROM dek_wraps").fetchall()
    one, other = (person for (person,) in people)
    with without_triggers(full.database) as raw:
        mine = {
            "revisions": "record_id IN (SELECT record_id FROM records WHERE person_id = ?)",
            "dek_wraps": "compartment = 'CLIN' AND person_id = ?",
        }[table]
        swap = (
            "UPDATE",
            table,
            "SET",
            column,
            "= (SELECT",
            column,
            "FROM",
            table,
            "AS theirs WHERE",
        )
        raw.execute(" ".join((*swap, mine, "LIMIT 1) WHERE", mine)), (one, other))

    assert message_id in _found(full)


def test_the_drafts_of_an_earlier_time_put_back_are_named(full: MadeStore, tmp_path: Path) -> None:
    shutil.copy(full.database, tmp_path / "earlier.db")
    full.reopen()
    session = full.sign_in(SPECIALIST)
    (person,) = {draft.person_id for draft in session.journal.drafts()}
    changed = form(FORM_ID, response="[7]")
    session.records.save(FORM, person, FORM_ID, changed, base=2, clears_journal=True)
    session.close()
    full.gate.close()
    assert _found(full) == {}
    full.gate.close()

    _splice(full, tmp_path / "earlier.db", "INSERT INTO journal SELECT * FROM other.journal")
    with without_triggers(full.database) as raw:
        raw.execute("UPDATE journal SET base = 3")

    assert "verify.opened-draft" in _found(full)


def test_without_a_splice_nothing_is_named(full: MadeStore) -> None:
    assert _found(full) == {}
    assert full.sign_in(MANAGER).records.persons()
