"""Keys after set-up: handed on, renewed when someone left, data keys moved, by name."""

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId
from desktop.records.kinds import EPISODE, Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case, packet_content
from tests.storage.raw_file import rows, without_triggers
from tests.storage.test_staff_desk import complete, enrolled, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

MIA = NewStaff("mia", "Mia Example", Role.NURSE_MANAGER)
ORLA = NewStaff("orla", "Orla Example", Role.PRIVACY_OFFICER)


def revoke(made: MadeStore, name: str) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.staff_desk.revoke(id_of(administrator, name))
    administrator.close()


def test_nothing_is_pending_or_owed_in_a_new_store(made: MadeStore) -> None:
    desk = made.sign_in(MANAGER).key_desk

    assert list(desk.pending()) == []
    assert list(desk.owed()) == []


@pytest.mark.parametrize("name", [SPECIALIST, DESK, ADMINISTRATOR])
def test_only_a_nurse_manager_hands_on_the_clinical_keys(made: MadeStore, name: str) -> None:
    staff_id = enrolled(made)
    desk = made.sign_in(name).key_desk

    assert [each.can_hand_on for each in desk.pending()] == [False, False]
    with pytest.raises(KnownError) as caught:
        desk.hand_on(staff_id, Compartment.CLIN)

    assert caught.value.message_id == "keys.not-mine"


@pytest.mark.parametrize("compartment", [Compartment.PKT, Compartment.AUD, Compartment.P2])
def test_a_key_is_not_handed_to_a_role_that_may_not_hold_it(
    made: MadeStore, compartment: Compartment
) -> None:
    staff_id = enrolled(made)
    codes = made.shown.recovery_codes

    with pytest.raises(KnownError) as caught:
        made.sign_in(MANAGER).key_desk.hand_on(staff_id, compartment, (codes[0], codes[1]))

    assert caught.value.message_id == "keys.not-for-role"


def test_a_privacy_officer_gets_the_audit_key_from_the_root(made: MadeStore) -> None:
    staff_id = enrolled(made, ORLA)
    administrator = made.sign_in(ADMINISTRATOR)
    codes = made.shown.recovery_codes

    administrator.key_desk.hand_on(staff_id, Compartment.AUD, (codes[1], codes[2]))

    administrator.close()
    officer = made.sign_in("orla")
    assert list(officer.key_desk.pending()) == []
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def test_after_someone_left_the_keys_are_renewed_for_all_who_stay(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.close()
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    assert set(manager.key_desk.owed()) == {Compartment.ID, Compartment.CLIN}

    for compartment in manager.key_desk.owed():
        manager.key_desk.renew(compartment)
        assert manager.key_desk.rewrap(compartment, 100) == 0

    assert list(manager.key_desk.owed()) == []
    assert list(manager.records.persons()) == [person]
    manager.close()
    session = made.sign_in(SPECIALIST)
    (found,) = session.records.list_newest(EPISODE, person)
    assert found.value.alias == "Maple 12"
    new_case(session, "d" * 32)
    session.close()
    made.gate.close()
    assert {row[0] for row in rows(made.database, "SELECT epoch FROM dek_wraps")} == {2}
    assert verify_store(made.data_dir).problems == ()


def test_keys_are_moved_a_few_at_a_time_and_work_goes_on_between(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    people = [new_case(session, f"{n:032x}") for n in range(1, 6)]
    session.close()
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)

    left = []
    while not left or left[-1]:
        left.append(manager.key_desk.rewrap(Compartment.CLIN, 2))
        assert len(manager.records.list_newest(EPISODE, people[4])) == 1

    assert left == [3, 1, 0]


def test_a_stopped_move_goes_on_after_another_start(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    people = [new_case(session, f"{n:032x}") for n in range(1, 6)]
    session.close()
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)
    manager.key_desk.rewrap(Compartment.CLIN, 2)
    made.reopen()
    manager = made.sign_in(MANAGER)

    assert manager.key_desk.rewrap(Compartment.CLIN, 100) == 0
    for person in people:
        assert len(manager.records.list_newest(EPISODE, person)) == 1


def test_a_newcomer_after_a_renewal_gets_every_epoch(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.close()
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)
    manager.close()

    complete(made)

    assert list(made.sign_in("nia").records.persons()) == [person]


def test_packets_after_a_renewal_are_for_the_desks_that_stay(made: MadeStore) -> None:
    complete_desk = NewStaff("dan", "Dan Example", Role.PACKET_DESK)
    staff_id = enrolled(made, complete_desk)
    desk = made.sign_in(DESK)
    desk.key_desk.hand_on(staff_id, Compartment.PKT)
    desk.close()
    revoke(made, DESK)
    dan = made.sign_in("dan")
    assert list(dan.key_desk.owed()) == [Compartment.PKT]

    dan.key_desk.renew(Compartment.PKT)

    dan.close()
    session = made.sign_in(SPECIALIST)
    session.packets.put(PacketId("a" * 32), packet_content())
    session.close()
    dan = made.sign_in("dan")
    assert dan.packets.open(PacketId("a" * 32)).alias == "Maple 12"
    made.gate.close()
    assert rows(made.database, "SELECT epoch FROM packets") == [(2,)]


def test_a_key_that_the_trust_log_does_not_name_is_not_taken(made: MadeStore) -> None:
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)
    manager.close()
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM trust_log WHERE kind = 'epoch'")
    made.reopen()

    with pytest.raises(KnownError) as caught:
        made.sign_in(MANAGER)

    assert caught.value.message_id == "store.not-trusted"


def test_two_recovery_codes_bring_the_keys_back_when_every_manager_left(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.close()
    revoke(made, MANAGER)
    staff_id = enrolled(made, MIA)
    administrator = made.sign_in(ADMINISTRATOR)
    codes = made.shown.recovery_codes

    for compartment in (Compartment.ID, Compartment.CLIN):
        administrator.key_desk.hand_on(staff_id, compartment, (codes[0], codes[2]))

    administrator.close()
    mia = made.sign_in("mia")
    assert list(mia.records.persons()) == [person]
    for compartment in mia.key_desk.owed():
        mia.key_desk.renew(compartment)
        assert mia.key_desk.rewrap(compartment, 100) == 0


def test_the_first_named_user_makes_the_key_of_named_users(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    manager_id = id_of(administrator, MANAGER)
    specialist_id = id_of(administrator, SPECIALIST)
    for staff_id in (manager_id, specialist_id):
        administrator.staff_desk.name_user(staff_id, Compartment.P2, is_named=True)
    administrator.close()
    manager = made.sign_in(MANAGER)
    assert list(manager.key_desk.owed()) == [Compartment.P2]

    manager.key_desk.renew(Compartment.P2)

    manager.close()
    other = made.sign_in(SECOND_SPECIALIST)
    with pytest.raises(KnownError) as caught:
        other.key_desk.renew(Compartment.P2)
    assert caught.value.message_id == "keys.not-mine"
    other.close()
    made.gate.close()
    holders = rows(made.database, "SELECT staff_id FROM grants WHERE compartment = 'P2'")
    assert {row[0] for row in holders} == {"root", manager_id, specialist_id}


def test_who_is_no_longer_named_loses_the_key_and_a_new_one_is_owed(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    ids = [id_of(administrator, name) for name in (MANAGER, SPECIALIST)]
    for staff_id in ids:
        administrator.staff_desk.name_user(staff_id, Compartment.P2, is_named=True)
    administrator.close()
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.P2)
    manager.close()
    administrator = made.sign_in(ADMINISTRATOR)

    administrator.staff_desk.name_user(ids[1], Compartment.P2, is_named=False)

    assert list(administrator.key_desk.owed()) == [Compartment.P2]
    administrator.close()
    made.sign_in(SPECIALIST).close()
    made.gate.close()
    query = "SELECT staff_id FROM grants WHERE compartment = 'P2'"
    assert ids[1] not in {row[0] for row in rows(made.database, query)}


@pytest.mark.parametrize("compartment", [Compartment.CLIN, Compartment.AUD])
def test_only_p2_has_named_users(made: MadeStore, compartment: Compartment) -> None:
    administrator = made.sign_in(ADMINISTRATOR)

    with pytest.raises(KnownError) as caught:
        administrator.staff_desk.name_user(
            id_of(administrator, SPECIALIST), compartment, is_named=True
        )

    assert caught.value.message_id == "staff.no-such-list"
