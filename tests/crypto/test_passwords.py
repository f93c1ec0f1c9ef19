"""Key derivation, policy, PIN and the user blob."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BugError, KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.header import HEADER_BYTES, Suite
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.kdf_calibration import calibrate, measure_ms
from desktop.storage.crypto.password_kdf import (
    Argon2Parameters,
    KdfCost,
    Pbkdf2Parameters,
    decode_parameters,
    has_argon2,
    stretch,
)
from desktop.storage.crypto.password_policy import (
    MAXIMUM_LENGTH,
    MINIMUM_LENGTH,
    load_common_passwords,
    password_problems,
    pin_problems,
)
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.crypto.site_secret import SiteSecret, derive_user_kek
from desktop.storage.crypto.user_blob import UserPlace, UserSecrets
from tests.crypto.parts import (
    CHEAP,
    CHEAP_PARAMETERS,
    HOSPITAL,
    PASSWORD,
    one_byte_changes,
)

SITE_SECRET = SiteSecret(1, bytes(range(32)))
PLACE = UserPlace(HOSPITAL, "user-1", SITE_SECRET)
SALT = bytes(16)


def make_secrets() -> UserSecrets:
    pin = PinVerifier.of("314159", CHEAP_PARAMETERS, allow_weak=True)
    return UserSecrets(Identity.generate(), pin)


@pytest.mark.parametrize(
    ("memory_kib", "passes", "is_weak"),
    [
        (46 * 1024, 1, False),
        (46 * 1024 - 1, 1, True),
        (19 * 1024, 2, False),
        (19 * 1024 - 1, 2, True),
        (64 * 1024, 3, False),
        (19 * 1024, 1, True),
    ],
)
def test_the_argon2_floor(memory_kib: int, passes: int, is_weak: bool) -> None:
    assert Argon2Parameters(memory_kib, passes, 4, SALT).is_weak is is_weak


def test_weak_parameters_run_only_when_asked_for() -> None:
    for weak in (CHEAP_PARAMETERS, Pbkdf2Parameters(599_999, SALT)):
        with pytest.raises(KnownError) as refused:
            stretch(PASSWORD, weak)

        assert refused.value.message_id == "store.weak-password-settings"


@pytest.mark.parametrize(
    "absurd",
    [
        Argon2Parameters(2**30, 3, 4, SALT),
        Argon2Parameters(65536, 0, 4, SALT),
        Argon2Parameters(65536, 1000, 4, SALT),
        Argon2Parameters(65536, 3, 0, SALT),
        Argon2Parameters(65536, 3, 99, SALT),
        Argon2Parameters(8, 3, 4, SALT),
        Pbkdf2Parameters(0, SALT),
        Pbkdf2Parameters(2**31, SALT),
    ],
)
def test_absurd_stored_parameters_are_refused_before_they_run(
    absurd: Argon2Parameters | Pbkdf2Parameters,
) -> None:
    with pytest.raises(Damaged):
        decode_parameters(absurd.suite, absurd.encode())
    with pytest.raises(BugError):
        stretch(PASSWORD, absurd, allow_weak=True)


def test_parameters_come_back_and_other_lengths_are_refused() -> None:
    for parameters in (CHEAP_PARAMETERS, Pbkdf2Parameters(600_000, SALT)):
        encoded = parameters.encode()

        assert decode_parameters(parameters.suite, encoded) == parameters
        with pytest.raises(Damaged):
            decode_parameters(parameters.suite, encoded[:-1])


def test_the_default_cost_is_64_mib_3_passes_4_lanes_and_takes_time() -> None:
    parameters = KdfCost().new_parameters()

    assert has_argon2()
    assert isinstance(parameters, Argon2Parameters)
    assert (parameters.memory_kib, parameters.iterations, parameters.lanes) == (65536, 3, 4)
    assert not parameters.is_weak
    assert measure_ms(KdfCost()) > 1


def test_calibration_goes_up_only_and_stays_within_the_target() -> None:
    def measured(cost: KdfCost) -> float:
        return cost.memory_kib / 1024 * cost.iterations / 4

    assert calibrate(700, measured) == KdfCost(256 * 1024, 10, 4)
    assert calibrate(100, measured) == KdfCost(128 * 1024, 3, 4)
    assert calibrate(1, measured) == KdfCost()


def test_the_user_key_depends_on_everything_it_should() -> None:
    def kek(
        password: str = PASSWORD,
        parameters: Argon2Parameters = CHEAP_PARAMETERS,
        secret: SiteSecret = SITE_SECRET,
        hospital: str = HOSPITAL,
        user: str = "user-1",
    ) -> bytes:
        key = derive_user_kek(
            password, parameters, secret, hospital=hospital, user=user, allow_weak=True
        )
        return key.material

    keys = {
        kek(),
        kek(password=PASSWORD + "x"),
        kek(parameters=replace(CHEAP_PARAMETERS, salt=SALT)),
        kek(secret=SiteSecret(1, bytes(32))),
        kek(hospital="hospital-2"),
        kek(user="user-2"),
    }

    assert len(keys) == 6
    assert kek() in keys


def test_a_password_opens_its_blob() -> None:
    secrets = make_secrets()

    opened = PLACE.open(
        PASSWORD, PLACE.seal(PASSWORD, secrets, CHEAP, allow_weak=True), allow_weak=True
    )

    assert opened.identity == secrets.identity
    assert opened.pin.matches("314159")
    assert not opened.pin.matches("314158")


def test_a_wrong_password_is_said_differently_from_damage() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    with pytest.raises(KnownError) as wrong:
        PLACE.open(PASSWORD + "x", blob, allow_weak=True)

    assert wrong.value.message_id == "sign-in.wrong-password"
    assert PLACE.refuse(PASSWORD, CHEAP, allow_weak=True).message_id == wrong.value.message_id


def test_every_changed_byte_of_a_user_blob_is_damage_and_never_a_wrong_password() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    said = set()
    for changed in one_byte_changes(blob):
        with pytest.raises(KnownError) as refused:
            PLACE.open(PASSWORD, changed, allow_weak=True)
        said.add(refused.value.message_id)

    assert said == {"store.damaged", "store.newer-version", "store.unknown-suite"}


def test_a_blob_of_another_user_hospital_or_site_secret_does_not_open() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    for place in (
        replace(PLACE, user="user-2"),
        replace(PLACE, hospital="hospital-2"),
        replace(PLACE, site_secret=SiteSecret(1, bytes(32))),
        replace(PLACE, site_secret=SiteSecret(2, SITE_SECRET.material)),
    ):
        with pytest.raises(KnownError):
            place.open(PASSWORD, blob, allow_weak=True)


def test_a_blob_below_the_floor_does_not_open_in_earnest() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    with pytest.raises(KnownError) as refused:
        PLACE.open(PASSWORD, blob)

    assert refused.value.message_id == "store.weak-password-settings"


def test_damaged_settings_are_damage_and_not_weakness() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    with pytest.raises(Damaged):
        PLACE.open(PASSWORD, blob[:-1] + bytes((blob[-1] ^ 1,)))


def test_the_blob_names_its_kdf_in_the_suite_byte() -> None:
    blob = PLACE.seal(PASSWORD, make_secrets(), CHEAP, allow_weak=True)

    assert blob[1] == Suite.ARGON2ID_AES_256_GCM
    assert blob[HEADER_BYTES : HEADER_BYTES + 4] == (64).to_bytes(4, "big")


def test_a_pin_verifier_works_with_pbkdf2_and_refuses_nonsense() -> None:
    verifier = PinVerifier.of("314159", Pbkdf2Parameters(10, SALT), allow_weak=True)

    back = PinVerifier.decode(verifier.encode(), allow_weak=True)

    assert back == verifier
    assert back.matches("314159")
    assert "314159" not in repr(verifier)
    for wrong in (b"", verifier.encode()[:-1], b"\0\0\0\1\x01" + verifier.encode()[5:]):
        with pytest.raises(Damaged):
            PinVerifier.decode(wrong)


@pytest.mark.parametrize(
    ("password", "problems"),
    [
        ("kettle ragged umbrella violet", ()),
        ("paraguas oxidado tibio canela", ()),
        (
            "\u30ab\u30e1\u96e8\u5098\u7d2b\u6a39\u6d77\u5cf6\u96ea\u7a93\u7bb1\u6a4b\u98a8\u9f13\u7b1b",
            (),
        ),
        ("x" * 7 + "kettle ragged", ()),
        ("ragged umbrell", ("password.too-short",)),
        ("passwordpassword1", ("password.too-common",)),
        ("P@ssw0rd P@ssw0rd", ("password.too-common",)),
        ("aaaaaaaaaaaaaaaa", ("password.too-common",)),
        ("123456789012345", ("password.too-common",)),
        ("qwertyuiopasdfgh", ("password.too-common",)),
        ("Maplewood General 2026", ("password.too-common",)),
        ("correct horse battery staple", ("password.too-common",)),
        ("The early bird catches the worm!", ("password.too-common",)),
        ("m\u00e1s vale tarde que nunca 2026", ("password.too-common",)),
        ("1qaz2wsx3edc4rfv", ("password.too-common",)),
        ("q1w2e3r4t5y6u7i8", ("password.too-common",)),
        ("111222333444555666", ("password.too-common",)),
        ("zxcvbnm,asdfghjkl;qwertyuiop", ("password.too-common",)),
        ("early kettle catches umbrella", ()),
        ("4719 0382 6651 9240", ()),
        ("hospital", ("password.too-short", "password.too-common")),
        ("k" * (MAXIMUM_LENGTH + 1), ("password.too-long",)),
    ],
)
def test_the_password_policy(password: str, problems: tuple[str, ...]) -> None:
    common = load_common_passwords()

    found = password_problems(password, common=common, words=["Maplewood General", "jo.quill"])

    assert found == problems


@given(st.text(alphabet=st.characters(categories=("L",)), min_size=64, max_size=80))
def test_long_passwords_of_any_letters_are_never_too_short_or_too_long(password: str) -> None:
    found = password_problems(password, common=frozenset())

    assert not {"password.too-short", "password.too-long"} & set(found) or len(password) < 15


def test_the_sentences_name_the_limits_that_hold() -> None:
    for language in LANGUAGES:
        assert str(MINIMUM_LENGTH) in sentence("password.too-short", language)
        assert str(MAXIMUM_LENGTH) in sentence("password.too-long", language)
        assert "6" in sentence("pin.six-digits", language)


@pytest.mark.parametrize(
    ("pin", "problems"),
    [
        ("314159", ()),
        ("111111", ("pin.too-simple",)),
        ("123456", ("pin.too-simple",)),
        ("654321", ("pin.too-simple",)),
        ("890123", ("pin.too-simple",)),
        ("12345", ("pin.six-digits",)),
        ("1234567", ("pin.six-digits",)),
        ("31415a", ("pin.six-digits",)),
        ("\u0663\u0661\u0664\u0661\u0665\u0669", ("pin.six-digits",)),
    ],
)
def test_the_pin_policy(pin: str, problems: tuple[str, ...]) -> None:
    assert pin_problems(pin) == problems
