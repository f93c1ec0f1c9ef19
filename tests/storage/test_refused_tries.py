"""Wrong PINs, refused codes and wrong passphrases: counted or not, each is in the audit trail."""

from collections.abc import Callable

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.services.ports import ReEnrolment
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.gate import open_gate
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.throttle import STOP_AT
from desktop.storage.verify import verify_store
from tests.storage.test_audit_trail import _read_with_recovery_codes
from tests.storage.test_staff_desk import id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    PASSPHRASE,
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)

WRONG_PHRASE = "not the passphrase of this cart"
WRONG_PIN = "731064"
LONG_WAIT_S = 15 * 60


def entries(made: MadeStore, action: AuditAction) -> list[AuditEvent]:
    """What the closed file's trail says of it."""
    made.gate.close()
    return [each for each in _read_with_recovery_codes(made) if each.action is action]


def locked(made: MadeStore) -> None:
    """Started anew, before the passphrase."""
    made.gate.close()
    made.gate = open_gate(made.data_dir, made.clock, made.ids, kdf=CHEAP_KDF)
    made.gate.condition()


def phrase(made: MadeStore, words: str) -> str:
    """What a passphrase is told: "" when it opens."""
    try:
        made.gate.unlock(words)
    except KnownError as error:
        return error.message_id
    return ""


def refused(act: Callable[[], object]) -> str:
    """Why it was refused."""
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def test_a_wrong_passphrase_waits_as_a_wrong_password_does(made: MadeStore) -> None:
    locked(made)
    free = [phrase(made, WRONG_PHRASE) for _ in range(4)]
    at_once = phrase(made, PASSPHRASE)
    made.clock.advance(1)

    assert free == ["workstation.wrong-passphrase"] * 4
    assert at_once == "sign-in.wait"
    assert phrase(made, PASSPHRASE) == ""


def test_a_restart_does_not_shorten_the_wait_and_the_right_one_ends_it(made: MadeStore) -> None:
    locked(made)
    for _ in range(10):
        made.clock.advance(LONG_WAIT_S)
        phrase(made, WRONG_PHRASE)
    locked(made)
    made.clock.advance(LONG_WAIT_S - 1)
    assert phrase(made, PASSPHRASE) == "sign-in.wait"
    made.clock.advance(1)
    assert phrase(made, PASSPHRASE) == ""

    locked(made)

    assert phrase(made, WRONG_PHRASE) == "workstation.wrong-passphrase"
    assert phrase(made, PASSPHRASE) == ""


def test_no_number_of_wrong_ones_closes_the_workstation_for_everybody(made: MadeStore) -> None:
    locked(made)
    for _ in range(STOP_AT + 1):
        made.clock.advance(LONG_WAIT_S)
        phrase(made, WRONG_PHRASE)
    made.clock.advance(LONG_WAIT_S)

    opened = phrase(made, PASSPHRASE)

    assert opened == ""
    assert made.sign_in(SPECIALIST)


def test_a_wrong_passphrase_is_in_the_trail_without_what_was_typed(made: MadeStore) -> None:
    locked(made)
    phrase(made, WRONG_PHRASE)

    (event,) = entries(made, AuditAction.UNLOCK_FAILED)

    assert event.actor == "unknown"
    assert WRONG_PHRASE not in repr(event)


def test_a_new_passphrase_begins_without_the_tries_of_the_old_one(made: MadeStore) -> None:
    locked(made)
    for _ in range(10):
        made.clock.advance(LONG_WAIT_S)
        phrase(made, WRONG_PHRASE)
    made.gate.close()
    one, _, three = made.shown.recovery_codes
    wanted = ReEnrolment(ADMINISTRATOR, (one, three), "plum gravel lantern 12 wide")

    re_enrol(made.data_dir, made.clock, wanted, allow_weak=True)

    locked(made)
    assert phrase(made, "plum gravel lantern 12 wide") == ""


def test_wrong_pins_are_in_the_trail_and_the_right_one_is_not(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    checked = [session.check_pin(pin) for pin in (WRONG_PIN, PIN, "")]

    found = entries(made, AuditAction.PIN_FAILED)

    assert checked == [False, True, False]
    assert [each.actor for each in found] == [session.me.staff_id] * 2
    assert WRONG_PIN not in repr(found)


def test_refused_one_time_codes_are_in_the_trail_with_the_reason(made: MadeStore) -> None:
    session = made.sign_in(ADMINISTRATOR)
    sol = id_of(session, SPECIALIST)
    other = OneTimeCode.generate().text
    spent = made.shown.enrolment_codes[SPECIALIST]
    secrets = (password_of(SPECIALIST), PIN)
    gate = made.gate
    reasons = [
        refused(lambda: gate.enrol("typed-by-mistake", other, *secrets)),
        refused(lambda: gate.enrol(SPECIALIST, spent, *secrets)),
    ]
    invited = session.staff_desk.renew(sol)
    reasons.append(refused(lambda: gate.enrol(SPECIALIST, other, *secrets)))
    made.clock.advance(72 * 3600 + 1)
    reasons.append(refused(lambda: gate.enrol(SPECIALIST, invited.code, *secrets)))

    found = entries(made, AuditAction.CODE_REFUSED)

    assert reasons == [
        "enrolment.wrong-code",
        "enrolment.spent",
        "enrolment.wrong-code",
        "enrolment.expired",
    ]
    assert [each.detail for each in found] == reasons
    assert [each.actor for each in found] == ["unknown", sol, sol, sol]
    assert "typed-by-mistake" not in repr(found)


def test_a_mistyped_code_is_no_try(made: MadeStore) -> None:
    """Its check character is wrong: nobody guesses like that."""
    code = made.shown.enrolment_codes[SPECIALIST]
    mistyped = code[:-1] + ("A" if code[-1] != "A" else "B")
    words = refused(lambda: made.gate.enrol(SPECIALIST, mistyped, password_of(SPECIALIST), PIN))

    assert words.startswith("code.")
    assert not entries(made, AuditAction.CODE_REFUSED)


def test_refused_recovery_codes_are_in_the_trail(made: MadeStore) -> None:
    session = made.sign_in(ADMINISTRATOR)
    one = made.shown.recovery_codes[0]
    other = OneTimeCode.generate().text
    reason = refused(lambda: session.staff_desk.make_recovery_codes((one, other)))
    made.gate.close()
    wanted = ReEnrolment(ADMINISTRATOR, (other, one), "plum gravel lantern 12 wide")
    again = refused(lambda: re_enrol(made.data_dir, made.clock, wanted, allow_weak=True))

    found = entries(made, AuditAction.CODE_REFUSED)

    assert (reason, again) == ("recovery.wrong-code", "recovery.wrong-code")
    assert [each.detail for each in found] == ["recovery.wrong-code"] * 2
    assert [each.actor for each in found] == [session.me.staff_id, "unknown"]
    assert verify_store(made.data_dir).problems == ()


def test_a_full_trail_of_wrong_tries_stays_whole(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    for _ in range(70):
        session.check_pin(WRONG_PIN)
    session.close()

    assert len(entries(made, AuditAction.PIN_FAILED)) == 70
    assert verify_store(made.data_dir).problems == ()
