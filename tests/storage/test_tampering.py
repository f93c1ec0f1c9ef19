"""A changed byte or an exchanged row is noticed, and everything else stays readable."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import EPISODE, FORM, PERSON_IDENTITY, VISIT
from desktop.services.ports import DraftRef, Session
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, form, new_case, new_form, packet_content
from tests.storage.raw_file import execute, flip_bit, rows, without_triggers
from tests.support.store_fixture import DESK, SPECIALIST, MadeStore

CASE = RecordId("c" * 32)
FORM_ID = RecordId("f" * 32)
PACKET = PacketId("a" * 32)


@pytest.fixture
def filled(made: MadeStore) -> DraftRef:
    """A case, a form with two revisions, a draft on it, a packet."""
    session = made.sign_in(SPECIALIST)
    new_case(session, CASE)
    draft = new_form(session, FORM_ID)
    changed = form(FORM_ID, response="[1]")
    session.records.save(FORM, draft.person_id, FORM_ID, changed, base=1)
    draft = DraftRef(draft.person_id, FORM_ID, 2)
    for text in ('"a"', '"b"'):
        session.journal.append(draft, answer(text))
    session.packets.put(PACKET, packet_content())
    session.close()
    made.gate.close()
    return draft


def _read_everything(made: MadeStore) -> None:
    """Whatever the people of the store would read, and the check without keys."""
    made.reopen()
    specialist, desk = made.sign_in(SPECIALIST), made.sign_in(DESK)
    for person_id in specialist.records.persons():
        for kind in (EPISODE, PERSON_IDENTITY, FORM, VISIT):
            for revision in specialist.records.list_newest(kind, person_id):
                specialist.records.history(kind, revision.record_id)
    for draft in specialist.journal.drafts():
        specialist.journal.rows(draft)
    for status in desk.packets.statuses():
        desk.packets.open(status.packet_id)
    made.gate.close()
    report = verify_store(made.data_dir)
    if not report.is_whole:
        raise KnownError(report.problems[0].message_id)


def test_an_untouched_store_reads_whole(made: MadeStore, filled: DraftRef) -> None:
    _read_everything(made)


@pytest.mark.parametrize("position", [0.0, 0.02, 0.5, 1.0])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("revisions", "sealed"),
        ("revisions", "previous_hash"),
        ("journal", "sealed"),
        ("dek_wraps", "wrapped"),
        ("packets", "sealed_key"),
        ("packets", "content"),
        ("packets", "content_hash"),
        ("packets", "signature"),
        ("grants", "body"),
        ("certificates", "body"),
        ("compartments", "public"),
        ("compartments", "signature"),
        ("site_facts", "body"),
        ("site_facts", "signature"),
        ("audit", "sealed"),
        ("audit", "entry_hash"),
        ("audit_checkpoints", "body"),
        ("user_blobs", "blob"),
    ],
)
def test_a_changed_bit_is_noticed(
    made: MadeStore, filled: DraftRef, table: str, column: str, position: float
) -> None:
    mine = " OR ".join(
        f"staff_id = '{session}'" for session in _staff_ids(made.database, SPECIALIST)
    )
    where = {
        "revisions": "number = 2",
        "user_blobs": mine,
        "grants": mine,
    }.get(table, "1")
    flip_bit(made.database, table, column, position, where)

    with pytest.raises(KnownError):
        _read_everything(made)


def _staff_ids(database: Path, name: str) -> list[str]:
    found = rows(database, "SELECT staff_id, body FROM certificates")
    return [str(staff_id) for staff_id, body in found if name.encode() in bytes(body)]


@pytest.mark.parametrize(
    "statement",
    [
        # two people's rows exchanged
        "UPDATE records SET person_id = (SELECT person_id FROM records WHERE kind = 'form')"
        " WHERE kind = 'episode'",
        # an older revision played back as the newest
        "UPDATE revisions SET sealed = (SELECT sealed FROM revisions AS old WHERE"
        " old.record_id = revisions.record_id AND old.number = 1) WHERE number = 2",
        # the newest revision of a record cut off below a draft
        "DELETE FROM revisions WHERE number = 2",
        "UPDATE revisions SET number = 3 WHERE number = 2",
        "UPDATE revisions SET schema_version = 0 WHERE number = 2",
        "UPDATE revisions SET amends = 1 WHERE number = 2",
        "UPDATE records SET kind = 'visit' WHERE kind = 'form'",
        "UPDATE records SET compartment = 'ID' WHERE kind = 'form'",
        # two journal rows exchanged, one taken out, one moved
        "UPDATE journal SET sealed = (SELECT sealed FROM journal AS other"
        " WHERE other.seq = 3 - journal.seq)",
        "DELETE FROM journal WHERE seq = 1",
        "UPDATE journal SET base = 1",
        "UPDATE journal SET amends = 1",
        "UPDATE dek_wraps SET wrapped = (SELECT wrapped FROM dek_wraps ORDER BY person_id LIMIT 1)",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)",
        "UPDATE audit SET number = 99 WHERE number = 2",
        "DELETE FROM records WHERE kind = 'episode'",
    ],
)
def test_exchanged_moved_and_missing_rows_are_noticed(
    made: MadeStore, filled: DraftRef, statement: str
) -> None:
    with without_triggers(made.database) as raw:
        raw.execute(statement)

    with pytest.raises(KnownError):
        _read_everything(made)


def test_one_damaged_record_leaves_the_others_readable(made: MadeStore, filled: DraftRef) -> None:
    flip_bit(made.database, "revisions", "sealed", 0.5, "number = 2")
    made.reopen()
    session: Session = made.sign_in(SPECIALIST)

    with pytest.raises(KnownError) as caught:
        session.records.load(FORM, FORM_ID)

    assert caught.value.message_id == "store.damaged"
    assert session.records.load(EPISODE, CASE).value.alias == "Maple 12"
    assert session.records.load_revision(FORM, FORM_ID, 1).number == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER revisions_no_update",
        "DROP INDEX ix_packets_made_at",
        "CREATE TABLE extra (x INTEGER)",
        "ALTER TABLE outbox ADD COLUMN extra TEXT",
    ],
)
def test_a_changed_table_or_trigger_is_noticed_at_opening(
    made: MadeStore, filled: DraftRef, statement: str
) -> None:
    execute(made.database, statement)

    with pytest.raises(KnownError) as caught:
        made.reopen()

    assert caught.value.message_id == "store.damaged"
