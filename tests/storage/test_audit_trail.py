"""The audit trail: sealed to the auditor, chained, confirmed by checkpoints."""

from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.storage.codec import decode
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.hpke_wrap import KeyPair, open_from
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.recovery import open_root
from desktop.storage.crypto.signed_entry import unpack_entry
from desktop.storage.crypto.signing import VerifyKey
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.places import Places
from desktop.storage.trust_state import hospital_id_of
from desktop.storage.verify import verify_store
from tests.storage.raw_file import rows
from tests.support.store_fixture import (
    OFFICER,
    OFFICER_STAFF,
    SPECIALIST,
    STAFF,
    MadeStore,
    make_store,
)


def _event(made: MadeStore, subject: str = "case-7") -> AuditEvent:
    return AuditEvent(
        AuditAction.CASE_OPENED, made.sign_in(SPECIALIST).me.staff_id, made.clock.now(), subject
    )


def _read_with_recovery_codes(made: MadeStore) -> list[AuditEvent]:
    """What the hospital root, opened with two of the printed codes, can read."""
    meta = dict(rows(made.database, "SELECT name, value FROM store_meta"))
    hospital = hospital_id_of(meta["root-public"])
    one, _, three = (OneTimeCode.parse(code) for code in made.shown.recovery_codes)
    root = open_root(meta["recovery"], three, one, hospital)
    bodies = [body for (body,) in rows(made.database, "SELECT body FROM certificates")]
    trust = read_trust(hospital, VerifyKey(meta["root-public"][32:]), bodies)
    grant = rows(
        made.database, "SELECT body FROM grants WHERE compartment = 'AUD' AND staff_id = 'root'"
    )[0][0]
    pair = KeyPair(open_grant(grant, trust, root.exchange)[1])
    return [
        decode(
            unpack_entry(
                open_from(
                    pair, Places(hospital).audit_entry(workstation, i, previous, epoch), sealed
                )
            ).event,
            AuditEvent,
        )
        for workstation, i, epoch, previous, sealed in rows(
            made.database,
            "SELECT workstation_id, number, epoch, previous_hash, sealed FROM audit"
            " ORDER BY number",
        )
    ]


def test_the_root_reads_every_act_in_order_and_nobody_else_can(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    event = _event(made)
    session.audit.record(event)
    session.close()
    made.gate.close()

    events = _read_with_recovery_codes(made)

    actions = [one.action for one in events]
    assert actions[:5] == [AuditAction.STAFF_CERTIFIED] * 5
    assert actions[5:10] == [AuditAction.STAFF_ENROLLED] * 5
    assert events[-2] == event
    assert actions[-1] is AuditAction.SIGNED_OUT


def test_a_failed_sign_in_is_written_down_without_what_was_typed(made: MadeStore) -> None:
    for name in (SPECIALIST, "typed-by-mistake"):
        with pytest.raises(KnownError):
            made.gate.sign_in(name, "wrong")
    made.gate.close()

    failed = [
        event
        for event in _read_with_recovery_codes(made)
        if event.action is AuditAction.SIGN_IN_FAILED
    ]

    assert [event.actor == "unknown" for event in failed] == [False, True]
    assert "typed-by-mistake" not in repr(failed)


def test_a_privacy_officer_holds_the_auditors_key(tmp_path: Path) -> None:
    made = make_store(tmp_path, staff=(*STAFF, OFFICER_STAFF))

    made.sign_in(OFFICER)
    made.gate.close()

    holders = rows(made.database, "SELECT staff_id FROM grants WHERE compartment = 'AUD'")
    assert len(holders) == 2


def test_64_entries_or_ten_minutes_or_closing_make_a_checkpoint(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    event = _event(made)
    for _ in range(64):
        session.audit.record(event)
    made.clock.advance(601)
    session.audit.record(event)
    session.audit.record(event)
    session.close()
    made.gate.close()

    numbers = [number for (number,) in rows(made.database, "SELECT number FROM audit_checkpoints")]

    first, *later = sorted(numbers)
    entries = rows(made.database, "SELECT max(number) FROM audit")[0][0]
    assert first == 5
    assert len(later) == 3
    assert later[-1] == entries
    assert verify_store(made.data_dir).is_whole


def test_the_chain_goes_on_after_a_reopening(made: MadeStore) -> None:
    made.sign_in(SPECIALIST).audit.record(_event(made))
    made.reopen()
    made.sign_in(SPECIALIST).close()
    made.gate.close()

    report = verify_store(made.data_dir)

    assert report.problems == ()


def test_an_entry_and_what_goes_with_it_are_written_both_or_not_at_all(made: MadeStore) -> None:
    event = _event(made)
    chain = made.sign_in(SPECIALIST).records._store.chain
    before = chain.head()

    def refuse(_connection: Connection) -> None:
        raise KnownError("store.disk-full")

    with pytest.raises(KnownError):
        chain.append(event, together_with=refuse)

    assert chain.head() == before
    assert chain.append(event, together_with=lambda _: None).count == before.count + 1
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()
