"""People after set-up: invited, enrolled, renewed, revoked, named."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.ids import RecordId, StaffId
from desktop.records.kinds import FORM, Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, Session, StaffEntry, StaffStanding
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case, new_form
from tests.storage.raw_file import column, rows, without_triggers
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)

NIA = NewStaff("nia", "Nia Example", Role.SPECIALIST)


def invited(made: MadeStore, new: NewStaff = NIA) -> tuple[StaffId, str]:
    """Certify somebody; returns id and code."""
    administrator = made.sign_in(ADMINISTRATOR)
    shown = administrator.staff_desk.invite(new)
    administrator.close()
    return shown.staff_id, shown.code


def enrolled(made: MadeStore, new: NewStaff = NIA) -> StaffId:
    """Certify somebody who then chooses a password."""
    staff_id, code = invited(made, new)
    made.gate.enrol(new.sign_in_name, code, password_of(new.sign_in_name), PIN)
    return staff_id


def complete(made: MadeStore, new: NewStaff = NIA) -> StaffId:
    """Somebody new with every key of the role."""
    staff_id = enrolled(made, new)
    manager = made.sign_in(MANAGER)
    for pending in manager.key_desk.pending():
        manager.key_desk.hand_on(pending.member.staff_id, pending.compartment)
    manager.close()
    return staff_id


def entry_of(session: Session, staff_id: str) -> StaffEntry:
    (found,) = [each for each in session.staff_desk.people() if each.member.staff_id == staff_id]
    return found


def id_of(session: Session, sign_in_name: str) -> StaffId:
    (found,) = [
        each.member.staff_id
        for each in session.staff_desk.people()
        if each.member.sign_in_name == sign_in_name
    ]
    return found


def refusal(made: MadeStore, name: str) -> str:
    with pytest.raises(KnownError) as caught:
        made.sign_in(name)
    return caught.value.message_id


def test_a_newcomer_goes_from_invited_to_waiting_to_active(made: MadeStore) -> None:
    staff_id, code = invited(made)
    session = made.sign_in(ADMINISTRATOR)
    steps = [entry_of(session, staff_id).standing]
    session.close()
    made.gate.enrol("nia", code, password_of("nia"), PIN)
    session = made.sign_in(ADMINISTRATOR)
    waiting = entry_of(session, staff_id)
    session.close()
    manager = made.sign_in(MANAGER)
    for pending in manager.key_desk.pending():
        assert pending.fingerprint == waiting.fingerprint
        manager.key_desk.hand_on(staff_id, pending.compartment)
    steps += [waiting.standing, entry_of(manager, staff_id).standing]
    manager.close()

    assert steps == [StaffStanding.INVITED, StaffStanding.WAITING, StaffStanding.ACTIVE]
    assert waiting.missing == (Compartment.ID, Compartment.CLIN)


def test_a_newcomer_opens_nothing_before_a_holder_hands_on_the_keys(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.close()
    enrolled(made)

    nia = made.sign_in("nia")

    assert nia.records.persons() == ()
    nia.close()
    manager = made.sign_in(MANAGER)
    for pending in manager.key_desk.pending():
        manager.key_desk.hand_on(pending.member.staff_id, pending.compartment)
    manager.close()
    assert list(made.sign_in("nia").records.persons()) == [person]


def test_the_private_keys_of_a_newcomer_are_not_in_the_file_before_enrolment(
    made: MadeStore,
) -> None:
    staff_id, _ = invited(made)
    made.gate.close()

    assert rows(made.database, "SELECT * FROM user_blobs WHERE staff_id = ?", staff_id) == []
    assert rows(made.database, "SELECT * FROM enrolments WHERE staff_id = ?", staff_id) == []


def test_a_code_works_once(made: MadeStore) -> None:
    _, code = invited(made)
    made.gate.enrol("nia", code, password_of("nia"), PIN)

    with pytest.raises(KnownError) as caught:
        made.gate.enrol("nia", code, password_of("other"), PIN)

    assert caught.value.message_id in ("enrolment.wrong-code", "enrolment.spent")
    made.sign_in("nia").close()


@pytest.mark.parametrize(("hours", "message_id"), [(72, None), (72.01, "enrolment.expired")])
def test_a_code_works_for_72_hours(made: MadeStore, hours: float, message_id: str | None) -> None:
    staff_id, code = invited(made)
    made.clock.advance(timedelta(hours=hours).total_seconds())

    try:
        made.gate.enrol("nia", code, password_of("nia"), PIN)
        found = None
    except KnownError as error:
        found = error.message_id

    assert found == message_id
    standing = entry_of(made.sign_in(ADMINISTRATOR), staff_id).standing
    assert standing is (StaffStanding.EXPIRED if message_id else StaffStanding.WAITING)


def test_the_code_of_another_newcomer_is_refused(made: MadeStore) -> None:
    invited(made)
    _, other = invited(made, NewStaff("ole", "Ole Example", Role.SPECIALIST))

    with pytest.raises(KnownError) as caught:
        made.gate.enrol("nia", other, password_of("nia"), PIN)

    assert caught.value.message_id == "enrolment.wrong-code"


@pytest.mark.parametrize("name", ["sol", "SOL ", "nia"])
def test_a_sign_in_name_is_given_once(made: MadeStore, name: str) -> None:
    invited(made)
    administrator = made.sign_in(ADMINISTRATOR)

    with pytest.raises(KnownError) as caught:
        administrator.staff_desk.invite(NewStaff(name, "Another Example", Role.SPECIALIST))

    assert caught.value.message_id == "staff.name-taken"


@pytest.mark.parametrize("name", [SPECIALIST, MANAGER, DESK])
def test_only_an_administrator_changes_people(made: MadeStore, name: str) -> None:
    session = made.sign_in(name)
    me = session.me.staff_id
    desk = session.staff_desk

    for act in (
        lambda: desk.invite(NIA),
        lambda: desk.renew(me),
        lambda: desk.revoke(me),
        lambda: desk.name_user(me, Compartment.P2, is_named=True),
        lambda: desk.clear_stop(me),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "site.only-administrator"


def test_a_revoked_person_cannot_sign_in_and_loses_every_grant(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    sol = id_of(administrator, SPECIALIST)

    administrator.staff_desk.revoke(sol)

    assert entry_of(administrator, sol).standing is StaffStanding.REVOKED
    administrator.close()
    assert refusal(made, SPECIALIST) == "sign-in.wrong-password"
    made.gate.close()
    assert sol not in column(made.database, "grants", "staff_id")
    assert sol not in column(made.database, "user_blobs", "staff_id")


def test_what_a_revoked_person_signed_and_approved_still_holds(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    new_form(session, "f" * 32)
    session.close()
    manager = made.sign_in(MANAGER)
    manager.sign_offs.sign(RecordId("f" * 32), 1)
    manager.close()
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.staff_desk.revoke(id_of(administrator, MANAGER))
    administrator.close()

    session = made.sign_in(SPECIALIST)

    assert [each.revision for each in session.sign_offs.of(RecordId("f" * 32))] == [1]
    assert session.records.load(FORM, RecordId("f" * 32)).number == 1
    session.close()
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def test_a_removed_revocation_does_not_bring_the_grants_back(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    sol = id_of(administrator, SPECIALIST)
    administrator.staff_desk.revoke(sol)
    administrator.close()
    made.gate.close()
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM trust_log")
    made.reopen()

    assert refusal(made, SPECIALIST) == "sign-in.wrong-password"


def test_a_new_code_ends_the_old_password_and_makes_new_keys(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    session.close()
    administrator = made.sign_in(ADMINISTRATOR)
    sol = id_of(administrator, SPECIALIST)
    before = entry_of(administrator, sol).fingerprint

    shown = administrator.staff_desk.renew(sol)

    administrator.close()
    assert refusal(made, SPECIALIST) == "sign-in.wrong-password"
    made.clock.advance(60)
    made.gate.enrol(SPECIALIST, shown.code, password_of("again"), PIN)
    manager = made.sign_in(MANAGER)
    for pending in manager.key_desk.pending():
        manager.key_desk.hand_on(pending.member.staff_id, pending.compartment)
    assert entry_of(manager, sol).fingerprint != before
    manager.close()
    assert list(made.gate.sign_in(SPECIALIST, password_of("again")).records.persons()) == [person]


def test_what_was_signed_with_the_old_keys_holds_after_new_ones(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    new_form(session, "f" * 32)
    session.close()
    manager = made.sign_in(MANAGER)
    manager.sign_offs.sign(RecordId("f" * 32), 1)
    manager.close()
    administrator = made.sign_in(ADMINISTRATOR)
    shown = administrator.staff_desk.renew(id_of(administrator, MANAGER))
    administrator.close()
    made.gate.enrol(MANAGER, shown.code, password_of("again"), PIN)

    session = made.sign_in(SPECIALIST)

    assert len(session.sign_offs.of(RecordId("f" * 32))) == 1
    session.close()
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()
