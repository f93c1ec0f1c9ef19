"""Each thing that can be done to the audit trail is found, at its place, by its own sentence."""

from collections.abc import Callable
from sqlite3 import Connection

import pytest

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.services.ports import StoreProblem
from desktop.storage.crypto import framing
from desktop.storage.crypto.audit_chain import (
    ChainHead,
    ChainPlace,
    Checkpoint,
    next_hash,
    sign_checkpoint,
)
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.rollback_watch import SEEN
from desktop.storage.trust_state import hospital_id_of
from desktop.storage.verify import verify_store
from tests.storage.raw_file import execute, rows, without_triggers
from tests.support.fake_clock import START
from tests.support.store_fixture import SPECIALIST, MadeStore

Entry = tuple[int, bytes, bytes, bytes]
"""Number, previous hash, sealed bytes, entry hash."""


@pytest.fixture
def trail(made: MadeStore) -> MadeStore:
    """A closed store whose trail has a dozen entries and a checkpoint at its end."""
    session = made.sign_in(SPECIALIST)
    for each in range(12):
        event = AuditEvent(AuditAction.CASE_OPENED, session.me.staff_id, START, f"case-{each}")
        session.audit.record(event)
    session.close()
    made.gate.close()
    return made


def problems(made: MadeStore) -> list[tuple[str, str]]:
    """Where and which sentence; the workstation's id is left out."""
    report = verify_store(made.data_dir)
    return [(_place(one), one.message_id) for one in report.problems]


def _place(problem: StoreProblem) -> str:
    table, *_, number = problem.where.split("/")
    return f"{table}/{number}"


def place_of(made: MadeStore) -> ChainPlace:
    """Whose chain it is."""
    meta = dict(rows(made.database, "SELECT name, value FROM store_meta"))
    ((workstation,),) = rows(made.database, "SELECT DISTINCT workstation_id FROM audit")
    return ChainPlace(hospital_id_of(meta["root-public"]), str(workstation))


def entry(raw: Connection, number: int) -> Entry:
    """One stored entry."""
    query = "SELECT number, previous_hash, sealed, entry_hash FROM audit WHERE number = ?"
    found: Entry = raw.execute(query, (number,)).fetchone()
    return found


def last_of(raw: Connection) -> int:
    """How long the trail is."""
    number: int = raw.execute("SELECT max(number) FROM audit").fetchone()[0]
    return number


def put(raw: Connection, number: int, previous: bytes, sealed: bytes, entry_hash: bytes) -> None:
    """Put this in the place of what is there."""
    update = "UPDATE audit SET previous_hash = ?, sealed = ?, entry_hash = ? WHERE number = ?"
    raw.execute(update, (previous, sealed, entry_hash, number))


def flipped(sealed: bytes) -> bytes:
    """One bit changed."""
    return sealed[:-1] + bytes([sealed[-1] ^ 1])


def edit(raw: Connection, _place: ChainPlace) -> None:
    _, previous, sealed, entry_hash = entry(raw, 5)
    put(raw, 5, previous, flipped(sealed), entry_hash)


def delete(raw: Connection, _place: ChainPlace) -> None:
    raw.execute("DELETE FROM audit WHERE number IN (5, 6)")


def reorder(raw: Connection, _place: ChainPlace) -> None:
    fifth, sixth = entry(raw, 5), entry(raw, 6)
    put(raw, 5, *sixth[1:])
    put(raw, 6, *fifth[1:])


def splice(raw: Connection, place: ChainPlace) -> None:
    """An entry of one's own, chained to the one before it as it should be."""
    _, previous, sealed, _ = entry(raw, 5)
    forged = flipped(sealed)
    put(raw, 5, previous, forged, next_hash(place, 5, previous, forged))


def truncate(raw: Connection, _place: ChainPlace) -> None:
    raw.execute("DELETE FROM audit WHERE number > ?", (last_of(raw) - 2,))


def rewrite(raw: Connection, place: ChainPlace) -> None:
    """Everything from entry 5 on chained anew."""
    previous = entry(raw, 4)[3]
    for number in range(5, last_of(raw) + 1):
        sealed = flipped(entry(raw, number)[2])
        fresh = next_hash(place, number, previous, sealed)
        put(raw, number, previous, sealed, fresh)
        previous = fresh


def rewrite_and_sign(raw: Connection, place: ChainPlace, signer: str) -> None:
    """As above, and the checkpoints signed again with another key in somebody's name."""
    rewrite(raw, place)
    for (number,) in raw.execute("SELECT number FROM audit_checkpoints").fetchall():
        head = ChainHead(number, entry(raw, number)[3])
        made = Checkpoint(place=place, head=head, signer_id=signer, made_at=START)
        body = sign_checkpoint(made, SigningKey.generate())
        raw.execute("UPDATE audit_checkpoints SET body = ? WHERE number = ?", (body, number))


def sign_as_a_stranger(raw: Connection, place: ChainPlace) -> None:
    number = raw.execute("SELECT max(number) FROM audit_checkpoints").fetchone()[0]
    head = ChainHead(number, entry(raw, number)[3])
    made = Checkpoint(place=place, head=head, signer_id="nobody", made_at=START)
    body = sign_checkpoint(made, SigningKey.generate())
    raw.execute("UPDATE audit_checkpoints SET body = ? WHERE number = ?", (body, number))


def test_a_trail_that_nobody_touched_is_whole(trail: MadeStore) -> None:
    assert problems(trail) == []


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (edit, [("audit/5", "verify.audit-edited")]),
        (delete, [("audit/5", "verify.audit-missing")]),
        (reorder, [("audit/5", "verify.audit-moved"), ("audit/6", "verify.audit-moved")]),
        (splice, [("audit/6", "verify.audit-spliced")]),
    ],
)
def test_what_was_done_inside_the_trail_is_named_with_its_place(
    trail: MadeStore,
    act: Callable[[Connection, ChainPlace], None],
    found: list[tuple[str, str]],
) -> None:
    place = place_of(trail)
    with without_triggers(trail.database) as raw:
        act(raw, place)

    assert problems(trail) == found


def test_a_tail_that_was_cut_off_is_found_by_the_newest_checkpoint(trail: MadeStore) -> None:
    with without_triggers(trail.database) as raw:
        last = last_of(raw)
        truncate(raw, place_of(trail))

    assert problems(trail) == [(f"audit/{last - 1}", "verify.audit-cut")]


def test_a_trail_that_was_chained_anew_is_found_by_the_checkpoints(trail: MadeStore) -> None:
    place = place_of(trail)
    with without_triggers(trail.database) as raw:
        rewrite(raw, place)

    assert [message for _, message in problems(trail)] == ["verify.audit-rewritten"]


def test_a_trail_signed_again_with_another_key_is_found(trail: MadeStore) -> None:
    trail.reopen()
    session = trail.sign_in(SPECIALIST)
    signer = session.me.staff_id
    session.close()
    trail.gate.close()
    place = place_of(trail)
    with without_triggers(trail.database) as raw:
        rewrite_and_sign(raw, place, signer)

    assert {message for _, message in problems(trail)} == {"verify.checkpoint-signature"}


def test_a_checkpoint_of_a_stranger_is_found(trail: MadeStore) -> None:
    place = place_of(trail)
    with without_triggers(trail.database) as raw:
        sign_as_a_stranger(raw, place)

    assert [message for _, message in problems(trail)] == ["verify.checkpoint-stranger"]


def test_a_tail_cut_off_with_its_checkpoints_is_found_by_what_was_seen_of_it(
    trail: MadeStore,
) -> None:
    with without_triggers(trail.database) as raw:
        last = last_of(raw)
        head = ChainHead(last, entry(raw, last)[3])
        raw.execute("DELETE FROM audit WHERE number > 3")
        raw.execute("DELETE FROM audit_checkpoints WHERE number > 3")
    assert problems(trail) == []

    noted = framing.frame(framing.number(head.count), head.head_hash)
    execute(trail.database, "INSERT INTO store_meta VALUES (?, ?)", SEEN, noted)

    assert problems(trail) == [(f"audit/{last}", "verify.rolled-back")]


def test_every_finding_has_a_sentence_of_its_own() -> None:
    names = ("missing", "edited", "moved", "spliced", "cut", "rewritten")
    ids = [f"verify.audit-{name}" for name in names]
    ids += ["verify.checkpoint", "verify.checkpoint-stranger", "verify.checkpoint-signature"]
    ids += ["verify.rolled-back"]

    for language in ("en", "es"):
        said = {sentence(each, language) for each in ids}
        assert len(said) == len(ids)
        assert all("\n" not in each for each in said)
