"""Administrators after set-up: only two recovery codes make, renew or end one."""

import pytest

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from tests.storage.test_site_book import APPROVAL
from tests.storage.test_staff_desk import NIA, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    PIN,
    MadeStore,
    password_of,
)


def test_another_administrator_needs_two_recovery_codes(made: MadeStore) -> None:
    new = NewStaff("amy", "Amy Example", Role.ADMINISTRATOR)
    administrator = made.sign_in(ADMINISTRATOR)
    codes = made.shown.recovery_codes

    with pytest.raises(KnownError) as caught:
        administrator.staff_desk.invite(new)
    shown = administrator.staff_desk.invite(new, (codes[2], codes[0]))

    assert caught.value.message_id == "staff.needs-recovery-codes"
    administrator.close()
    made.gate.enrol("amy", shown.code, password_of("amy"), PIN)
    amy = made.sign_in("amy")
    amy.site.approve(APPROVAL)
    assert list(amy.site.approvals()) == [APPROVAL]
    assert amy.staff_desk.invite(NIA).code


def test_a_wrong_recovery_code_makes_no_administrator(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    codes = made.shown.recovery_codes
    count = len(administrator.staff_desk.people())

    with pytest.raises(KnownError) as caught:
        administrator.staff_desk.invite(
            NewStaff("amy", "Amy Example", Role.ADMINISTRATOR), (codes[1], codes[1])
        )

    assert caught.value.message_id == "recovery.same-code"
    assert len(administrator.staff_desk.people()) == count


def test_an_administrator_cannot_end_their_own_account(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)

    with pytest.raises(KnownError) as caught:
        administrator.staff_desk.revoke(administrator.me.staff_id)

    assert caught.value.message_id == "staff.yourself"


def test_a_fact_that_a_revoked_administrator_adds_later_is_void(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    codes = made.shown.recovery_codes[:2]
    shown = administrator.staff_desk.invite(
        NewStaff("amy", "Amy Example", Role.ADMINISTRATOR), codes
    )
    administrator.close()
    made.gate.enrol("amy", shown.code, password_of("amy"), PIN)
    amy = made.sign_in("amy")
    ada = id_of(amy, ADMINISTRATOR)
    kept = made.sign_in(ADMINISTRATOR)  # still signed in, with the keys in memory
    kept.site.approve(APPROVAL)
    amy.staff_desk.revoke(ada, codes)

    kept.site.approve(APPROVAL)

    assert len(amy.site.approvals()) == 1
