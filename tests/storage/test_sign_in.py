"""Signing in and enrolling: one sentence for wrong name and wrong password, codes used once."""

import sys
from datetime import timedelta
from pathlib import Path
from time import process_time

import pytest

from desktop.errors import KnownError
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.gate import open_gate
from tests.storage.raw_file import flip_bit, rows, without_triggers
from tests.support.fake_clock import START, CountingIds, FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    MANAGER,
    PIN,
    SPECIALIST,
    MadeStore,
    enrol_all,
    make_store,
    password_of,
    wanted_set_up,
)

ROUNDS = 20 if sys.platform == "win32" else 2
"""Windows counts a process's own time in steps of 16 ms, as long as two rounds take."""
SLOW_ENOUGH = KdfCost(memory_kib=19 * 1024, iterations=ROUNDS, lanes=1)
"""So slow that the derivation is nearly all of the time that a try takes."""


def _refusal(made: MadeStore, name: str, password: str) -> KnownError:
    with pytest.raises(KnownError) as caught:
        made.gate.sign_in(name, password)
    return caught.value


def test_wrong_name_and_wrong_password_are_the_same_sentence(made: MadeStore) -> None:
    refusals = [
        _refusal(made, SPECIALIST, "not the password of sol"),
        _refusal(made, "nobody-here", password_of(SPECIALIST)),
        _refusal(made, SPECIALIST, password_of(ADMINISTRATOR)),
    ]

    assert {error.message_id for error in refusals} == {"sign-in.wrong-password"}
    assert all(error.params == {} for error in refusals)


def test_wrong_password_damage_and_newer_version_are_three_sentences(made: MadeStore) -> None:
    wrong = _refusal(made, SPECIALIST, "not the password of sol").message_id
    made.gate.close()
    staff_id = "staff_id = '" + str(_staff_id(made, SPECIALIST)) + "'"
    flip_bit(made.database, "user_blobs", "blob", 0.9, staff_id)
    made.reopen()
    damaged = _refusal(made, SPECIALIST, password_of(SPECIALIST)).message_id
    made.gate.close()
    flip_bit(made.database, "user_blobs", "blob", 0.9, staff_id)
    _set_first_byte(made.database, 2)
    made.reopen()
    newer = _refusal(made, SPECIALIST, password_of(SPECIALIST)).message_id

    assert [wrong, damaged, newer] == [
        "sign-in.wrong-password",
        "store.damaged",
        "store.newer-version",
    ]


def _staff_id(made: MadeStore, name: str) -> object:
    found = rows(made.database, "SELECT staff_id, body FROM certificates")
    return next(staff_id for staff_id, body in found if name.encode() in body)


def _set_first_byte(database: Path, version: int) -> None:
    with without_triggers(database) as raw:
        for staff_id, blob in raw.execute("SELECT staff_id, blob FROM user_blobs").fetchall():
            newer = bytes([version]) + blob[1:]
            raw.execute("UPDATE user_blobs SET blob = ? WHERE staff_id = ?", (newer, staff_id))


def test_letter_case_and_outer_spaces_of_a_name_do_not_matter(made: MadeStore) -> None:
    session = made.gate.sign_in("  SoL ", password_of(SPECIALIST))

    assert session.me.sign_in_name == SPECIALIST


def test_the_pin_is_checked_without_the_store(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)

    assert session.check_pin(PIN)
    assert not session.check_pin("482918")
    assert not session.check_pin("")


def test_everybody_chosen_at_set_up_has_their_own_password(made: MadeStore) -> None:
    names = list(made.shown.enrolment_codes)

    signed_in = [made.sign_in(name).me.sign_in_name for name in names]

    assert signed_in == names


def test_a_person_who_has_not_enrolled_cannot_sign_in(tmp_path: Path) -> None:
    gate = open_gate(tmp_path, FakeClock(), CountingIds(), kdf=CHEAP_KDF)
    gate.set_up(wanted_set_up())

    with pytest.raises(KnownError) as caught:
        gate.sign_in(SPECIALIST, "")
    gate.close()

    assert caught.value.message_id == "sign-in.wrong-password"


def test_a_code_is_spent_by_its_first_use(made: MadeStore) -> None:
    code = made.shown.enrolment_codes[SPECIALIST]

    with pytest.raises(KnownError) as caught:
        made.gate.enrol(SPECIALIST, code, "another walrus password 9", PIN)

    assert caught.value.message_id == "enrolment.spent"
    assert made.sign_in(SPECIALIST)
    made.gate.close()
    assert set(rows(made.database, "SELECT blob FROM enrolments")) == {(None,)}


@pytest.fixture
def founded(tmp_path: Path) -> MadeStore:
    """A store in which nobody has used their code yet."""
    clock, ids = FakeClock(), CountingIds()
    gate = open_gate(tmp_path / "data", clock, ids, kdf=CHEAP_KDF)
    return MadeStore(gate, clock, ids, gate.set_up(wanted_set_up()))


@pytest.mark.parametrize(
    ("password", "pin", "message_id"),
    [
        ("short", PIN, "password.too-short"),
        ("sol sol sol sol sol", PIN, "password.too-common"),
        ("walrus thimble orbit 7", "12345", "pin.six-digits"),
        ("walrus thimble orbit 7", "123456", "pin.too-simple"),
    ],
)
def test_a_refused_choice_leaves_the_code_usable(
    founded: MadeStore, password: str, pin: str, message_id: str
) -> None:
    code = founded.shown.enrolment_codes[SPECIALIST]

    with pytest.raises(KnownError) as caught:
        founded.gate.enrol(SPECIALIST, code, password, pin)
    founded.gate.enrol(SPECIALIST, code, password_of(SPECIALIST), PIN)

    assert caught.value.message_id == message_id
    assert founded.sign_in(SPECIALIST)
    founded.gate.close()


def test_the_code_of_someone_else_and_an_unknown_name_are_one_sentence(
    founded: MadeStore,
) -> None:
    code = founded.shown.enrolment_codes[ADMINISTRATOR]
    refused = []

    for name in (SPECIALIST, "nobody-here"):
        with pytest.raises(KnownError) as caught:
            founded.gate.enrol(name, code, password_of(name), PIN)
        refused.append(caught.value.message_id)
    founded.gate.close()

    assert refused == ["enrolment.wrong-code"] * 2


def test_a_code_is_no_longer_taken_after_72_hours(founded: MadeStore) -> None:
    founded.clock.advance(72 * 3600 + 1)

    with pytest.raises(KnownError) as caught:
        enrol_all(founded.gate, founded.shown.enrolment_codes)
    founded.gate.close()

    assert caught.value.message_id == "enrolment.expired"


def test_no_byte_of_a_spent_code_is_left_in_the_file(founded: MadeStore) -> None:
    founded.gate.close()
    blobs = [blob for (blob,) in rows(founded.database, "SELECT blob FROM enrolments")]
    founded.reopen()

    enrol_all(founded.gate, founded.shown.enrolment_codes)

    left = b"".join(file.read_bytes() for file in founded.data_dir.iterdir())
    assert not any(blob[40:72] in left for blob in blobs)
    founded.gate.close()


def test_growing_waits_are_kept_over_a_restart(made: MadeStore) -> None:
    for _ in range(4):
        assert _refusal(made, SPECIALIST, "wrong").message_id == "sign-in.wrong-password"
    now_waiting = _refusal(made, SPECIALIST, password_of(SPECIALIST))
    made.reopen()
    still_waiting = _refusal(made, SPECIALIST, password_of(SPECIALIST))
    made.clock.advance(1)

    session = made.sign_in(SPECIALIST)

    assert (now_waiting.message_id, now_waiting.params) == ("sign-in.wait", {"seconds": 1})
    assert still_waiting.message_id == "sign-in.wait"
    assert session.me.sign_in_name == SPECIALIST


def test_a_wrong_name_costs_as_much_time_as_a_wrong_password(tmp_path: Path) -> None:
    clock = FakeClock()
    gate = open_gate(tmp_path, clock, CountingIds(), kdf=SLOW_ENOUGH)
    shown = gate.set_up(wanted_set_up())
    gate.enrol(SPECIALIST, shown.enrolment_codes[SPECIALIST], password_of(SPECIALIST), PIN)
    made = MadeStore(gate, clock, CountingIds(), shown)
    spent_s: dict[str, list[float]] = {SPECIALIST: [], MANAGER: [], "nobody-here": []}

    for _round in range(5):
        for name, spent in spent_s.items():
            clock.advance(15 * 60)
            began = process_time()
            _refusal(made, name, "not the password of anybody")
            spent.append(process_time() - began)
    gate.close()

    known, not_enrolled, unknown = (min(spent) for spent in spent_s.values())
    assert unknown == pytest.approx(known, rel=0.3)
    assert not_enrolled == pytest.approx(known, rel=0.3)


def test_a_hundred_failures_over_restarts_close_the_account_until_an_administrator_opens_it(
    made: MadeStore,
) -> None:
    session = made.sign_in(SPECIALIST)
    staff_id = session.me.staff_id
    session.close()
    tries = 0
    while tries < 100:
        made.clock.advance(15 * 60)
        _refusal(made, SPECIALIST, "wrong")
        tries += 1
        if tries % 30 == 0:
            made.reopen()
            made.clock.set_wall(START + timedelta(days=tries - 60))
    stopped = [_refusal(made, SPECIALIST, password_of(SPECIALIST)).message_id]
    made.reopen()
    made.clock.advance(365 * 24 * 3600)
    stopped.append(_refusal(made, SPECIALIST, password_of(SPECIALIST)).message_id)
    administrator = made.sign_in(ADMINISTRATOR)

    administrator.staff_desk.clear_stop(staff_id)

    assert stopped == ["sign-in.stopped", "sign-in.stopped"]
    assert made.sign_in(SPECIALIST).me.sign_in_name == SPECIALIST
    made.reopen()
    assert made.sign_in(SPECIALIST).me.sign_in_name == SPECIALIST


def test_the_demo_takes_any_password_because_it_shows_them(tmp_path: Path) -> None:
    gate = open_gate(tmp_path, FakeClock(), CountingIds(), kdf=CHEAP_KDF)
    shown = gate.set_up(wanted_set_up(passphrase="demo", is_demo=True))

    gate.enrol(SPECIALIST, shown.enrolment_codes[SPECIALIST], "demo", PIN)

    assert gate.sign_in(SPECIALIST, "demo").site.is_demo
    gate.close()


def test_two_stores_share_no_key(made: MadeStore, tmp_path: Path) -> None:
    other = make_store(tmp_path / "other")
    made.gate.close()
    other.gate.close()

    mine, theirs = (
        {body for (body,) in rows(one.database, "SELECT public FROM compartments")}
        for one in (made, other)
    )

    assert mine.isdisjoint(theirs)
