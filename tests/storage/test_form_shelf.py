"""Loaded forms in the store: signed by an administrator, never changed, named when untrue."""

import hashlib
import sqlite3
from dataclasses import replace

import pytest

from desktop.errors import BugError, KnownError
from desktop.forms.wording import LocalText
from desktop.records.ids import StaffId
from desktop.services.ports import FormStand, FormStanding, LicenceConfirmation, LoadedForm
from desktop.storage.schema import FORMAT_VERSION
from desktop.storage.verify import StoreProblem, verify_store
from tests.storage.raw_file import execute, rows, without_triggers
from tests.support.fake_clock import START
from tests.support.store_fixture import ADMINISTRATOR, DESK, MANAGER, SPECIALIST, MadeStore

DATA = b'{"resourceType": "Questionnaire", "title": "Invented mood form"}'
HASH = hashlib.sha256(DATA).hexdigest()
FORM = LoadedForm(
    url="https://forms.example/mood",
    version="1.0.0",
    content_hash=HASH,
    title=LocalText("Invented mood form", {"es": "Formulario inventado"}),
    languages=("en", "es"),
    status="active",
    copyright="Invented Press",
    loaded_by=StaffId("a1" * 16),
    loaded_at=START,
    licence=LicenceConfirmation("Invented Press", "Pat Example, library", START),
)
CURRENT = FormStand(HASH, FormStanding.CURRENT, StaffId("a1" * 16), START)


@pytest.fixture
def loaded(made: MadeStore) -> MadeStore:
    """A store with one loaded form that is current."""
    shelf = made.sign_in(ADMINISTRATOR).forms
    shelf.keep(FORM, DATA)
    shelf.stand([CURRENT])
    return made


def test_every_account_reads_what_an_administrator_loaded(loaded: MadeStore) -> None:
    loaded.reopen()

    for name in (SPECIALIST, MANAGER, DESK):
        shelf = loaded.sign_in(name).forms
        assert shelf.forms() == (FORM,)
        assert shelf.bytes_of(HASH) == DATA
        assert shelf.standings() == {HASH: CURRENT}
        assert shelf.bytes_of("0" * 64) is None


def test_nobody_else_loads_a_form_or_makes_one_current(made: MadeStore) -> None:
    shelf = made.sign_in(MANAGER).forms

    with pytest.raises(KnownError, match=r"site\.only-administrator"):
        shelf.keep(FORM, DATA)
    with pytest.raises(KnownError, match=r"site\.only-administrator"):
        shelf.stand([CURRENT])

    assert (shelf.forms(), shelf.bytes_of(HASH), shelf.standings()) == ((), None, {})


def test_a_form_under_another_hash_is_our_mistake(made: MadeStore) -> None:
    shelf = made.sign_in(ADMINISTRATOR).forms

    with pytest.raises(BugError):
        shelf.keep(replace(FORM, content_hash="0" * 64), DATA)


def test_the_newest_standing_counts(loaded: MadeStore) -> None:
    shelf = loaded.sign_in(ADMINISTRATOR).forms
    shelf.stand([replace(CURRENT, standing=FormStanding.RETIRED)])

    assert shelf.standings()[HASH].standing is FormStanding.RETIRED


@pytest.mark.parametrize(
    "statement", ["UPDATE site_facts SET body = x'00'", "DELETE FROM site_facts"]
)
def test_the_file_of_a_form_can_be_neither_changed_nor_removed(
    loaded: MadeStore, statement: str
) -> None:
    loaded.gate.close()

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        execute(loaded.database, f"{statement} WHERE kind LIKE 'form-file/%'")


@pytest.mark.parametrize(
    ("change", "where", "forms", "is_whole", "stands"),
    [
        (
            "UPDATE site_facts SET body = CAST(replace(body, '1.0.0', '1.0.1') AS BLOB)"
            " WHERE kind = 'form'",
            "site_facts/form/1",
            0,
            True,
            1,
        ),
        (
            "UPDATE site_facts SET signer = 'x' WHERE kind = 'form-standing'",
            "site_facts/form-standing/1",
            1,
            True,
            0,
        ),
        (
            "UPDATE site_facts SET body = CAST(replace(body, 'mood', 'mind') AS BLOB)"
            " WHERE kind LIKE 'form-file/%'",
            f"site_facts/form-file/{HASH}",
            1,
            False,
            1,
        ),
        (
            "DELETE FROM site_facts WHERE kind LIKE 'form-file/%'",
            f"site_facts/form-file/{HASH}",
            1,
            False,
            1,
        ),
        (
            "UPDATE site_facts SET signature = zeroblob(64) WHERE kind LIKE 'form-file/%'",
            f"site_facts/form-file/{HASH}",
            1,
            False,
            1,
        ),
    ],
)
def test_what_no_administrator_signed_counts_for_nothing_and_is_named(
    loaded: MadeStore, change: str, where: str, forms: int, is_whole: bool, stands: int
) -> None:
    loaded.gate.close()
    with without_triggers(loaded.database) as raw:
        raw.execute(change)

    problems = verify_store(loaded.data_dir).problems
    loaded.reopen()
    shelf = loaded.sign_in(SPECIALIST).forms

    is_gap = change.startswith("DELETE")
    gap = (StoreProblem("site_facts", "verify.gap"),) if is_gap else ()
    assert set(problems) == {StoreProblem(where, "verify.form"), *gap}
    assert (len(shelf.forms()), len(shelf.standings())) == (forms, stands)
    assert (shelf.bytes_of(HASH) == DATA) is is_whole


def test_a_form_whose_facts_all_hold_is_no_problem(loaded: MadeStore) -> None:
    loaded.gate.close()

    assert verify_store(loaded.data_dir).is_whole


def test_loading_forms_leaves_the_format_of_the_store_as_it_was(made: MadeStore) -> None:
    """The table of site facts was there before; an earlier program reads the store as well."""
    made.gate.close()
    before = rows(made.database, "SELECT name, sql FROM sqlite_master ORDER BY name")
    made.reopen()
    made.sign_in(ADMINISTRATOR).forms.keep(FORM, DATA)
    made.gate.close()

    after = rows(made.database, "SELECT name, sql FROM sqlite_master ORDER BY name")

    assert after == before
    assert rows(made.database, "PRAGMA user_version") == [(FORMAT_VERSION,)]
