"""People and keys through the use cases, on a real sealed store."""

from collections.abc import Callable

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.change_secrets import change_secrets
from desktop.services.confirmations import ConfirmedAct
from desktop.services.hand_on_key import hand_on_key
from desktop.services.invite_person import invite_person
from desktop.services.name_part2_user import name_part2_user
from desktop.services.ports import NewStaff, SecretsChange
from desktop.services.read_people import keys_waiting, read_people
from desktop.services.renew_code import renew_code
from desktop.services.renew_key import move_data_keys, renew_key
from desktop.services.renew_recovery import make_recovery_codes, take_recovery_codes
from desktop.services.reopen_sign_in import reopen_sign_in
from desktop.services.revoke_person import revoke_person
from desktop.services.work import Work
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.support.store_fixture import PIN, MadeStore, password_of

NIA = NewStaff("nia", "Nia Example", Role.SPECIALIST)


def id_of(work: Work, name: str) -> StaffId:
    people = work.session.staff_desk.people()
    return next(each.member.staff_id for each in people if each.member.sign_in_name == name)


@pytest.mark.parametrize(
    ("act", "action"),
    [
        (lambda work, _: invite_person(work, NIA), AuditAction.STAFF_CERTIFIED),
        (renew_code, AuditAction.STAFF_RENEWED),
        (revoke_person, AuditAction.STAFF_REVOKED),
        (reopen_sign_in, AuditAction.SIGN_IN_OPENED_AGAIN),
        (lambda work, who: name_part2_user(work, who, is_named=True), AuditAction.STAFF_NAMED),
        (
            lambda work, who: name_part2_user(work, who, is_named=False),
            AuditAction.STAFF_NAMED_NO_MORE,
        ),
    ],
)
def test_only_an_administrator_who_gave_the_password_does_it_and_it_is_audited(
    sealed_work: Bench, act: Callable[[Work, StaffId], object], action: AuditAction
) -> None:
    administrator = sealed_work.work_as(ADMIN)
    tomas = id_of(administrator, TOMAS)
    for name in (ROSA, NADIA, DESK):
        with pytest.raises(KnownError) as caught:
            act(sealed_work.work_as(name), tomas)
        assert caught.value.message_id == "work.not-allowed"

    with pytest.raises(KnownError, match=r"confirm\.needed"):
        act(administrator, tomas)
    assert not any(event.action is action for event in sealed_work.heard)
    act(confirmed(administrator, ConfirmedAct.ACCOUNTS), tomas)

    assert sealed_work.heard[-1].action is action


def test_new_recovery_codes_are_made_and_taken_only_just_after_the_password(
    sealed_store: tuple[Bench, MadeStore],
) -> None:
    bench, made = sealed_store
    old, work = made.shown.recovery_codes[:2], bench.work_as(ADMIN)
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        make_recovery_codes(bench.work_as(NADIA), old)
    with pytest.raises(KnownError, match=r"confirm\.needed"):
        make_recovery_codes(confirmed(work, ConfirmedAct.ACCOUNTS), old)

    new = make_recovery_codes(confirmed(work, ConfirmedAct.RECOVERY_KIT), old)
    work.confirmed.forget()
    with pytest.raises(KnownError, match=r"confirm\.needed"):
        take_recovery_codes(work, old, new)
    assert not any(event.action is AuditAction.RECOVERY_RENEWED for event in bench.heard)
    take_recovery_codes(confirmed(work, ConfirmedAct.RECOVERY_KIT), old, new)

    assert bench.heard[-1].action is AuditAction.RECOVERY_RENEWED


def test_a_newcomer_is_seen_by_holders_until_the_keys_are_handed_on(
    sealed_store: tuple[Bench, MadeStore],
) -> None:
    bench, made = sealed_store
    code = invite_person(confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS), NIA)
    made.gate.enrol("nia", code.code, password_of("nia"), PIN)
    manager = bench.work_as(NADIA)
    assert keys_waiting(manager) == 2
    assert keys_waiting(bench.work_as(ROSA)) == 0

    for pending in read_people(manager).pending:
        hand_on_key(manager, code.staff_id, pending.compartment, password_of(NADIA))

    assert keys_waiting(manager) == 0
    assert [event.detail for event in bench.heard[-2:]] == ["ID", "CLIN"]


def test_a_key_is_not_handed_on_with_a_wrong_password(
    sealed_store: tuple[Bench, MadeStore],
) -> None:
    bench, made = sealed_store
    code = invite_person(confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS), NIA)
    made.gate.enrol("nia", code.code, password_of("nia"), PIN)
    manager = bench.work_as(NADIA)

    with pytest.raises(KnownError) as caught:
        hand_on_key(manager, code.staff_id, Compartment.CLIN, "walrus thimble")

    assert caught.value.message_id == "sign-in.wrong-password"
    assert keys_waiting(manager) == 2


def test_data_keys_are_moved_with_progress_and_go_on_after_a_stop(sealed_work: Bench) -> None:
    for _ in range(5):
        sealed_work.new_case()
    administrator = confirmed(sealed_work.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    revoke_person(administrator, id_of(administrator, TOMAS))
    manager = sealed_work.work_as(NADIA)
    renew_key(manager, Compartment.CLIN)
    seen: list[tuple[int, int]] = []

    move_data_keys(manager, Compartment.CLIN, lambda moved, total: seen.append((moved, total)))

    assert seen == [(5, 5)]
    assert manager.session.key_desk.to_move() == {}
    assert list(read_people(manager).owed) == [Compartment.ID]


def test_a_changed_password_is_audited_without_the_password(sealed_work: Bench) -> None:
    rosa = sealed_work.work_as(ROSA)

    change_secrets(rosa, SecretsChange(password_of(ROSA), new_pin="571903"))

    assert sealed_work.heard[-1].action is AuditAction.SECRETS_CHANGED
    assert sealed_work.heard[-1].detail == "pin"
    assert rosa.session.check_pin("571903")
