"""Published test vectors: RFC 5869, RFC 8032, RFC 9106, RFC 9180, GCM."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.storage.crypto.aead import open_piece
from desktop.storage.crypto.header import Header, Suite
from desktop.storage.crypto.hkdf import hkdf, key_id_of
from desktop.storage.crypto.hpke_wrap import KeyPair, hpke_decrypt
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_kdf import (
    Argon2Parameters,
    Pbkdf2Parameters,
    normalise_password,
    stretch,
)
from desktop.storage.crypto.signing import SigningKey, sign_raw
from desktop.storage.crypto.symmetric_key import SymmetricKey


def test_hkdf_gives_rfc_5869_case_1() -> None:
    okm = hkdf(
        b"\x0b" * 22,
        salt=bytes(range(13)),
        info=bytes(range(0xF0, 0xFA)),
        length=42,
    )

    assert okm.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_hkdf_gives_rfc_5869_case_3_without_salt() -> None:
    okm = hkdf(b"\x0b" * 22, info=b"", length=42)

    assert okm.hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_a_key_id_is_the_start_of_hkdf_with_the_label_kcv() -> None:
    key = SymmetricKey(bytes(range(32)))

    assert key.key_id == hkdf(key.material, info=b"kcv")[:16] == key_id_of(key.material)


def test_ed25519_gives_rfc_8032_test_2() -> None:
    seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    key = SigningKey(bytes.fromhex(seed))

    assert key.verify_key.raw.hex() == (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    )
    assert sign_raw(key, b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def test_argon2id_gives_the_published_values_without_secret() -> None:
    # OpenSSL's evpkdf_argon2.txt: RFC 9106 5.3 with neither secret nor associated data.
    parameters = Argon2Parameters(memory_kib=32, iterations=3, lanes=4, salt=b"\x02" * 16)

    assert stretch("\x01" * 32, parameters, allow_weak=True).hex() == (
        "03aab965c12001c9d7d0d2de33192c0494b684bb148196d73c1df1acaf6d0c2e"
    )


def test_pbkdf2_is_the_one_of_the_standard_library() -> None:
    import hashlib

    parameters = Pbkdf2Parameters(1000, b"\x05" * 16)

    expected = hashlib.pbkdf2_hmac("sha256", b"kettle", parameters.salt, 1000)

    assert stretch("kettle", parameters, allow_weak=True) == expected


def test_hpke_opens_what_the_rfc_9180_vector_seals() -> None:
    # Vector of mode 0, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM: its key schedule
    # seals without AAD, as the single-shot API does.
    pair = KeyPair(
        bytes.fromhex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")
    )
    enc = bytes.fromhex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256")
    key = bytes.fromhex("f50b0609186798729ed0564b36ef2ef8044f1f9d05636874d1f46c819c7a669f")
    base_nonce = bytes.fromhex("151d9929e2449747889bc923")
    info = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
    sealed = enc + AESGCM(key).encrypt(base_nonce, b"Beauty is truth", None)

    assert pair.public.raw.hex() == (
        "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"
    )
    assert hpke_decrypt(pair, info, sealed) == b"Beauty is truth"


def test_gcm_opens_test_case_14_of_the_gcm_specification() -> None:
    key = SymmetricKey(bytes(32))
    sealed = bytes(12) + bytes.fromhex(
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
    )

    plaintext = open_piece(key, Header(Suite.AES_256_GCM, key.key_id), b"", sealed)

    assert plaintext == bytes(16)


def test_a_password_is_the_same_however_it_is_typed() -> None:
    composed, decomposed, wide = "ni\u00f1o A", "nin\u0303o A", "ni\u00f1o \uff21"

    assert normalise_password(composed) == normalise_password(decomposed)
    assert normalise_password(composed) == normalise_password(wide)


def test_a_code_of_zeros_prints_as_it_did_in_the_first_release() -> None:
    assert OneTimeCode(bytes(20)).text == "00001-00002-00003-00004-00005-00006-00007-00008"
