"""Signatures: over exactly one revision, and from then on nothing below them changes."""

import sqlite3

import pytest

from desktop.errors import BugError, KnownError
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef, SignOff
from tests.storage.cases import answer, form, new_form
from tests.storage.raw_file import execute, without_triggers
from tests.support.store_fixture import DESK, MANAGER, SPECIALIST, MadeStore

FORM_ID = RecordId("f" * 32)


@pytest.fixture
def signed(made: MadeStore) -> DraftRef:
    """A form with one signed revision; the place of an amendment on it."""
    draft = new_form(made.sign_in(SPECIALIST), FORM_ID)
    made.sign_in(MANAGER).sign_offs.sign(FORM_ID, 1)
    return DraftRef(draft.person_id, FORM_ID, 1, amends=1)


def test_a_signature_names_signer_revision_and_time(made: MadeStore, signed: DraftRef) -> None:
    manager = made.sign_in(MANAGER)

    kept = manager.sign_offs.of(FORM_ID)

    assert kept == (SignOff(FORM_ID, 1, manager.me.staff_id, made.clock.now()),)


def test_signing_the_same_revision_again_gives_the_first_signature(
    made: MadeStore, signed: DraftRef
) -> None:
    manager = made.sign_in(MANAGER)
    first = manager.sign_offs.of(FORM_ID)[0]
    made.clock.advance(60)

    again = manager.sign_offs.sign(FORM_ID, 1)

    assert again == first
    assert len(manager.sign_offs.of(FORM_ID)) == 1


def test_a_record_that_nobody_signed_has_no_signatures(made: MadeStore) -> None:
    new_form(made.sign_in(SPECIALIST), FORM_ID)

    assert made.sign_in(MANAGER).sign_offs.of(FORM_ID) == ()


def test_only_the_newest_revision_can_be_signed(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    draft = new_form(session, FORM_ID)
    session.records.save(FORM, draft.person_id, FORM_ID, form(FORM_ID, response="[]"), base=1)

    with pytest.raises(KnownError) as caught:
        made.sign_in(MANAGER).sign_offs.sign(FORM_ID, 1)

    assert caught.value.message_id == "store.changed-meanwhile"


def test_nobody_signs_what_they_cannot_open(made: MadeStore) -> None:
    new_form(made.sign_in(SPECIALIST), FORM_ID)

    with pytest.raises(KnownError) as caught:
        made.sign_in(DESK).sign_offs.sign(FORM_ID, 1)

    assert caught.value.message_id == "store.no-key"


def test_a_signed_record_takes_no_plain_revision(made: MadeStore, signed: DraftRef) -> None:
    records = made.sign_in(SPECIALIST).records

    with pytest.raises(KnownError) as caught:
        records.save(FORM, signed.person_id, FORM_ID, form(FORM_ID, response="[]"), base=1)

    assert caught.value.message_id == "store.signed"
    assert records.load(FORM, FORM_ID).number == 1


def test_an_amendment_that_names_the_signed_revision_is_taken(
    made: MadeStore, signed: DraftRef
) -> None:
    records = made.sign_in(SPECIALIST).records
    amended = form(FORM_ID, response="[]")

    saved = records.save(FORM, signed.person_id, FORM_ID, amended, base=1, amends=1)

    assert (saved.number, saved.amends) == (2, 1)
    assert records.load(FORM, FORM_ID) == saved


def test_a_second_amendment_names_the_newest_signature(made: MadeStore, signed: DraftRef) -> None:
    records = made.sign_in(SPECIALIST).records
    person_id = signed.person_id
    records.save(FORM, person_id, FORM_ID, form(FORM_ID, response="[]"), base=1, amends=1)
    made.sign_in(MANAGER).sign_offs.sign(FORM_ID, 2)

    with pytest.raises(KnownError) as caught:
        records.save(FORM, person_id, FORM_ID, form(FORM_ID, response="2"), base=2, amends=1)
    saved = records.save(FORM, person_id, FORM_ID, form(FORM_ID, response="3"), base=2, amends=2)

    assert caught.value.message_id == "store.signed"
    assert saved.number == 3


def test_amends_without_a_signature_is_a_bug(made: MadeStore) -> None:
    draft = new_form(made.sign_in(SPECIALIST), FORM_ID)

    with pytest.raises(BugError):
        made.sign_in(SPECIALIST).records.save(
            FORM, draft.person_id, FORM_ID, form(FORM_ID, response="[]"), base=1, amends=1
        )


def test_a_draft_that_was_open_when_someone_signed_goes_no_further(made: MadeStore) -> None:
    journal = made.sign_in(SPECIALIST).journal
    draft = new_form(made.sign_in(SPECIALIST), FORM_ID)
    journal.append(draft, answer('"before"'))
    made.sign_in(MANAGER).sign_offs.sign(FORM_ID, 1)

    with pytest.raises(KnownError) as caught:
        journal.append(draft, answer('"after"'))

    assert caught.value.message_id == "store.signed"


def test_a_signed_record_takes_journal_rows_only_from_an_amendment(
    made: MadeStore, signed: DraftRef
) -> None:
    journal = made.sign_in(SPECIALIST).journal

    with pytest.raises(KnownError) as caught:
        journal.append(DraftRef(signed.person_id, FORM_ID, 1), answer('"plain"'))
    number = journal.append(signed, answer('"amended"'))
    made.reopen()

    assert caught.value.message_id == "store.signed"
    assert number == 1
    assert made.sign_in(SPECIALIST).journal.drafts() == (signed,)
    assert len(made.sign_in(SPECIALIST).journal.rows(signed)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO revisions SELECT record_id, 2, dek_version, schema_version, NULL,"
        " previous_hash, sealed FROM revisions",
        "INSERT INTO revisions SELECT record_id, 2, dek_version, schema_version, 7,"
        " previous_hash, sealed FROM revisions",
        "INSERT INTO journal SELECT 9 * 1048576 + 1, record_id, 1, 1, '', 1, NULL, sealed"
        " FROM revisions",
        "INSERT INTO journal SELECT 9 * 1048576 + 1, record_id, 1, 1, '', 1, 0, sealed"
        " FROM revisions",
    ],
)
def test_the_database_itself_refuses_rows_on_a_signed_record(
    made: MadeStore, signed: DraftRef, statement: str
) -> None:
    made.gate.close()

    with pytest.raises(sqlite3.IntegrityError, match="signed"):
        execute(made.database, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET sealed = x'00'",
        "DELETE FROM revisions",
        "UPDATE sign_offs SET revision = 2",
        "DELETE FROM sign_offs",
        "UPDATE audit SET number = 99",
        "DELETE FROM audit",
        "DELETE FROM audit_checkpoints",
        "UPDATE site_facts SET kind = 'other'",
        "DELETE FROM certificates",
        "UPDATE records SET person_id = ''",
    ],
)
def test_the_database_itself_refuses_to_change_what_only_grows(
    made: MadeStore, signed: DraftRef, statement: str
) -> None:
    made.gate.close()

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        execute(made.database, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sign_offs SET signature = zeroblob(64)",
        "UPDATE sign_offs SET at = '2026-03-14T14:05:01.000000+00:00'",
        "UPDATE sign_offs SET signer = (SELECT staff_id FROM certificates WHERE seq = 2)",
        "UPDATE sign_offs SET signer = 'nobody'",
        "UPDATE sign_offs SET revision = 2",
    ],
)
def test_a_changed_signature_is_detected(made: MadeStore, signed: DraftRef, statement: str) -> None:
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute(statement)
    made.reopen()

    with pytest.raises(KnownError) as caught:
        made.sign_in(MANAGER).sign_offs.of(FORM_ID)

    assert caught.value.message_id == "store.damaged"
