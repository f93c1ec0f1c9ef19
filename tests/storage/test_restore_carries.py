"""A restore never brings back who was revoked or erased after the backup was made."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.erasure import HoldReason
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM
from desktop.services.ports import Backup, CarriedOver, DraftRef, PacketState, Restored, tell_nobody
from desktop.storage.restore import restore_store
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up
from tests.storage.cases import answer, form, new_case, packet_content
from tests.storage.raw_file import column, rows, without_triggers
from tests.storage.test_erasure import erase, with_desk, wraps_of
from tests.storage.test_staff_desk import complete, id_of, refusal
from tests.support.store_fixture import (
    ADMINISTRATOR,
    MANAGER,
    PIN,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
    password_of,
)

CASE, FORM_ID, PACKET = RecordId("c" * 32), RecordId("f" * 32), PacketId("a" * 32)
ALARM = {"verify.rolled-back"}
"""A restored store says that it is older than what was seen, and nothing else."""


@pytest.fixture
def person(made: MadeStore) -> PersonId:
    """Someone with a case, a form, a draft and a packet; another person beside."""
    session = made.sign_in(SPECIALIST)
    person_id = new_case(session, CASE)
    session.records.save(FORM, person_id, FORM_ID, form(FORM_ID), base=0)
    session.journal.append(DraftRef(person_id, FORM_ID, 1), answer('"a"'))
    session.packets.put(PACKET, packet_content())
    new_case(session, "e" * 32, alias="Birch 3")
    session.close()
    return person_id


@pytest.fixture
def backup(made: MadeStore, person: PersonId, tmp_path: Path) -> Backup:
    """Made after the person was recorded and before everything that a test does."""
    return back_up(made.gate.backups(), tmp_path / "usb").backup


def restore(made: MadeStore, backup: Backup) -> Restored:
    """Close the store, put the backup in its place and open that."""
    made.gate.close()
    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)
    made.reopen()
    return restored


def problems(made: MadeStore) -> set[str]:
    """What the check says of the closed store."""
    return {each.message_id for each in verify_store(made.data_dir).problems}


def revoke(made: MadeStore, name: str) -> None:
    session = made.sign_in(ADMINISTRATOR)
    session.staff_desk.revoke(id_of(session, name))
    session.close()


def test_who_was_revoked_after_the_backup_does_not_sign_in(made: MadeStore, backup: Backup) -> None:
    made.clock.advance(60)
    revoke(made, SECOND_SPECIALIST)

    restored = restore(made, backup)

    assert refusal(made, SECOND_SPECIALIST) == "sign-in.wrong-password"
    session = made.sign_in(ADMINISTRATOR)
    sky = id_of(session, SECOND_SPECIALIST)
    session.close()
    assert restored.carried == CarriedOver(ended=1, erased=0)
    made.gate.close()
    assert sky not in column(made.database, "user_blobs", "staff_id")
    assert sky not in column(made.database, "grants", "staff_id")
    assert problems(made) == ALARM


def test_who_was_erased_after_the_backup_stays_erased(
    made: MadeStore, person: PersonId, backup: Backup
) -> None:
    made.clock.advance(60)
    erase(made, person)

    restored = restore(made, backup)

    assert restored.carried == CarriedOver(ended=0, erased=1)
    session = made.sign_in(SPECIALIST)
    with pytest.raises(KnownError) as caught:
        session.records.load(EPISODE, CASE)
    assert caught.value.message_id == "person.erased"
    assert [each.state for each in session.packets.statuses()] == [PacketState.DELETED]
    session.close()
    made.gate.close()
    assert wraps_of(made.database, person) == []
    assert rows(made.database, "SELECT 1 FROM journal WHERE person_id = ?", person) == []
    assert column(made.database, "packets", "content") == [None]
    assert problems(made) == ALARM


def test_a_legal_hold_set_after_the_backup_stands(
    made: MadeStore, person: PersonId, backup: Backup
) -> None:
    reason = next(iter(HoldReason))
    with_desk(made, ADMINISTRATOR, lambda desk: desk.set_hold(person, reason))

    restore(made, backup)

    with_desk(made, MANAGER, lambda desk: _is_held(desk.holds(), person))


def _is_held(holds: object, person: PersonId) -> None:
    assert isinstance(holds, list)
    assert [hold.person_id for hold in holds] == [person]


def test_who_came_after_the_backup_works_on_with_own_password_and_keys(
    made: MadeStore, backup: Backup
) -> None:
    complete(made)

    restore(made, backup)

    session = made.sign_in("nia")
    assert session.records.load(EPISODE, CASE).number == 1
    session.close()
    made.gate.close()
    assert problems(made) == ALARM


def test_a_password_that_a_new_code_ended_stays_ended(made: MadeStore, backup: Backup) -> None:
    session = made.sign_in(ADMINISTRATOR)
    code = session.staff_desk.renew(id_of(session, SPECIALIST)).code
    session.close()

    restore(made, backup)

    assert refusal(made, SPECIALIST) == "sign-in.wrong-password"
    made.gate.enrol(SPECIALIST, code, password_of("anew"), PIN)
    made.gate.sign_in(SPECIALIST, password_of("anew")).close()


def test_keys_renewed_after_a_revocation_open_what_the_backup_holds(
    made: MadeStore, backup: Backup
) -> None:
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    for compartment in manager.key_desk.owed():
        manager.key_desk.renew(compartment)
    manager.close()

    restore(made, backup)

    session = made.sign_in(SPECIALIST)
    assert session.records.load(EPISODE, CASE).number == 1
    new_case(session, "d" * 32)
    session.close()
    made.gate.close()
    assert problems(made) == ALARM


def test_a_store_of_which_the_backup_is_no_earlier_state_gives_nothing(
    made: MadeStore, backup: Backup
) -> None:
    revoke(made, SPECIALIST)
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("UPDATE trust_log SET body = X'00' WHERE seq = 1")

    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert restored.carried is None
    assert problems(made) == ALARM


def test_a_statement_that_nobody_signed_is_not_carried_over(
    made: MadeStore, backup: Backup
) -> None:
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("INSERT INTO trust_log (kind, body) VALUES ('revocation', X'00')")

    restored = restore_store(backup.path, made.data_dir, made.clock, tell_nobody)

    assert restored.carried is None
    made.reopen()
    made.sign_in(SPECIALIST).close()


def test_into_an_empty_folder_nothing_is_carried_over(
    made: MadeStore, backup: Backup, tmp_path: Path
) -> None:
    made.gate.close()

    restored = restore_store(backup.path, tmp_path / "new", made.clock, tell_nobody)

    assert restored.carried is None


def test_recovery_codes_that_were_replaced_since_open_nothing_after_a_restore(
    made: MadeStore, backup: Backup
) -> None:
    one, two, _three = made.shown.recovery_codes
    administrator = made.sign_in(ADMINISTRATOR)
    new = administrator.staff_desk.make_recovery_codes((one, two))
    administrator.staff_desk.take_recovery_codes((one, two), new)
    administrator.close()

    restore(made, backup)

    again = made.sign_in(ADMINISTRATOR)
    with pytest.raises(KnownError, match=r"recovery\.wrong-code"):
        again.staff_desk.make_recovery_codes((one, two))
    assert again.staff_desk.make_recovery_codes(new.codes[:2])
    again.close()
    made.gate.close()
    assert {each.message_id for each in verify_store(made.data_dir).problems} <= ALARM
