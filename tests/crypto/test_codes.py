"""Printed codes, enrolment with one, recovery with two of three."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BugError, KnownError
from desktop.records.base32 import ALPHABET
from desktop.storage.crypto.enrolment import ENROLMENT_LIFETIME, EnrolmentPlace
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.recovery import code_number, open_root, seal_root
from tests.crypto.parts import HOSPITAL, one_byte_changes

NOW = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)
codes = st.binary(min_size=20, max_size=20).map(OneTimeCode)
CODE = OneTimeCode(bytes(range(20)))
THREE = (OneTimeCode(b"a" * 20), OneTimeCode(b"b" * 20), OneTimeCode(b"c" * 20))
ROOT = Identity.decode(bytes(range(64)))
PLACE = EnrolmentPlace(HOSPITAL, "user-1")


@given(codes)
def test_a_printed_code_reads_back(code: OneTimeCode) -> None:
    assert OneTimeCode.parse(code.text) == code


@given(codes)
def test_a_code_reads_back_however_it_is_typed(code: OneTimeCode) -> None:
    typed = code.text.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert OneTimeCode.parse(f"  {typed}\n") == code
    assert OneTimeCode.parse(code.text.replace("-", "").replace("1", "I")) == code
    assert OneTimeCode.parse(code.text.replace("-", "\u2013")) == code


def test_a_code_with_any_one_character_changed_is_refused_and_its_group_named() -> None:
    text = CODE.text
    for at, right in enumerate(text):
        if right == "-":
            continue
        for wrong in ALPHABET.replace(right, "") + "U*":
            with pytest.raises(KnownError) as refused:
                OneTimeCode.parse(text[:at] + wrong + text[at + 1 :])

            assert refused.value.message_id == "code.wrong-character"
            assert refused.value.params == {"group": at // 6 + 1}


@given(codes, st.integers(0, 38))
def test_two_swapped_neighbours_are_found(code: OneTimeCode, at: int) -> None:
    kept = code.text.replace("-", "")
    swapped = kept[:at] + kept[at + 1] + kept[at] + kept[at + 2 :]

    if swapped == kept:
        assert OneTimeCode.parse(swapped) == code
    else:
        with pytest.raises(KnownError):
            OneTimeCode.parse(swapped)


def test_two_swapped_groups_are_found() -> None:
    groups = CODE.text.split("-")
    groups[2], groups[5] = groups[5], groups[2]

    with pytest.raises(KnownError) as refused:
        OneTimeCode.parse("-".join(groups))

    assert refused.value.params == {"group": 3}


def test_a_missing_character_is_counted() -> None:
    with pytest.raises(KnownError) as refused:
        OneTimeCode.parse(CODE.text[:-1])

    assert refused.value.message_id == "code.wrong-length"
    assert refused.value.params == {"expected": 40, "found": 39}


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    with pytest.raises(KnownError):
        OneTimeCode.parse(text + "*")


def test_codes_are_random_and_hidden() -> None:
    assert OneTimeCode.generate() != OneTimeCode.generate()
    assert CODE.text not in repr(CODE)
    with pytest.raises(BugError):
        OneTimeCode(b"short")


def test_an_enrolment_code_opens_its_keys_for_72_hours() -> None:
    blob = PLACE.seal(CODE, ROOT, NOW + ENROLMENT_LIFETIME)

    assert PLACE.open(CODE, blob, NOW + timedelta(hours=72)) == ROOT
    with pytest.raises(KnownError) as refused:
        PLACE.open(CODE, blob, NOW + timedelta(hours=72, seconds=1))
    assert refused.value.message_id == "enrolment.expired"


def test_a_wrong_enrolment_code_is_told_from_damage() -> None:
    blob = PLACE.seal(CODE, ROOT, NOW)

    with pytest.raises(KnownError) as wrong:
        PLACE.open(THREE[0], blob, NOW)

    assert wrong.value.message_id == "enrolment.wrong-code"
    for changed in one_byte_changes(blob):
        with pytest.raises(KnownError) as damaged:
            PLACE.open(CODE, changed, NOW)
        assert damaged.value.message_id == "store.damaged"


def test_an_enrolment_of_someone_else_does_not_open() -> None:
    blob = PLACE.seal(CODE, ROOT, NOW)

    for place in (replace(PLACE, user="user-2"), replace(PLACE, hospital="hospital-2")):
        with pytest.raises(KnownError):
            place.open(CODE, blob, NOW)


def test_an_expiry_without_a_time_zone_is_our_bug() -> None:
    with pytest.raises(BugError):
        PLACE.seal(CODE, ROOT, datetime(2026, 3, 14))  # noqa: DTZ001 - the refused case itself


@pytest.mark.parametrize(("first", "second"), list(permutations(range(3), 2)))
def test_any_two_recovery_codes_open_the_root_in_any_order(first: int, second: int) -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    assert open_root(blob, THREE[first], THREE[second], HOSPITAL) == ROOT


def test_a_wrong_recovery_code_is_named() -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    for pair, which in (((CODE, THREE[1]), 1), ((THREE[1], CODE), 2), ((CODE, CODE), 1)):
        with pytest.raises(KnownError) as refused:
            open_root(blob, *pair, HOSPITAL)

        assert refused.value.message_id == "recovery.wrong-code"
        assert refused.value.params == {"which": which}


def test_one_recovery_code_twice_is_not_two() -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    with pytest.raises(KnownError) as refused:
        open_root(blob, THREE[1], THREE[1], HOSPITAL)

    assert refused.value.message_id == "recovery.same-code"


def test_a_retyped_recovery_code_is_recognised() -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    assert [code_number(blob, code, HOSPITAL) for code in (*THREE, CODE)] == [1, 2, 3, None]


def test_every_changed_byte_of_a_recovery_blob_is_found() -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    for changed in one_byte_changes(blob):
        with pytest.raises(KnownError):
            open_root(changed, THREE[0], THREE[1], HOSPITAL)


def test_recovery_codes_of_another_hospital_are_wrong() -> None:
    blob = seal_root(ROOT, THREE, HOSPITAL)

    with pytest.raises(KnownError) as refused:
        open_root(blob, THREE[0], THREE[1], "hospital-2")

    assert refused.value.message_id == "recovery.wrong-code"


def test_three_recovery_codes_must_differ() -> None:
    with pytest.raises(BugError):
        seal_root(ROOT, (CODE, CODE, THREE[0]), HOSPITAL)
