"""Turning a password into a key: Argon2id (RFC 9106), or PBKDF2 where only FIPS algorithms run."""

import os
import unicodedata
from dataclasses import dataclass, field

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.header import Suite
from desktop.storage.crypto.hkdf import KEY_BYTES

SALT_BYTES = 16
PBKDF2_ITERATIONS = 600_000
"""PBKDF2-HMAC-SHA256 floor (OWASP Password Storage Cheat Sheet)."""
ARGON2_FLOORS = ((46 * 1024, 1), (19 * 1024, 2))
"""Weakest allowed (KiB, passes): OWASP Password Storage Cheat Sheet."""
MOST_MEMORY_KIB = 1024 * 1024
MOST_PASSES = 32
MOST_LANES = 16
MOST_PBKDF2_ITERATIONS = 10_000_000
_NUMBER_BYTES = 4


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """Argon2id v1.3: memory in KiB, passes (t), lanes (p) and a 16-byte salt."""

    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes = field(repr=False)

    @property
    def suite(self) -> Suite:
        """The header suite of things sealed under a key derived this way."""
        return Suite.ARGON2ID_AES_256_GCM

    @property
    def is_weak(self) -> bool:
        """Below the floor that protects a password when the file is stolen."""
        return not any(
            self.memory_kib >= memory and self.iterations >= passes
            for memory, passes in ARGON2_FLOORS
        )

    @property
    def is_absurd(self) -> bool:
        """Outside what Argon2 takes (RFC 9106 3.1) or this computer could be asked to spend."""
        return not (
            1 <= self.iterations <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
            and len(self.salt) == SALT_BYTES
        )

    def encode(self) -> bytes:
        """28 bytes: three numbers and the salt."""
        numbers = (self.memory_kib, self.iterations, self.lanes)
        return b"".join(n.to_bytes(_NUMBER_BYTES, "big") for n in numbers) + self.salt


@dataclass(frozen=True, slots=True)
class Pbkdf2Parameters:
    """PBKDF2-HMAC-SHA256 (NIST SP 800-132): iterations and a 16-byte salt."""

    iterations: int
    salt: bytes = field(repr=False)

    @property
    def suite(self) -> Suite:
        """The header suite of things sealed under a key derived this way."""
        return Suite.PBKDF2_AES_256_GCM

    @property
    def is_weak(self) -> bool:
        """Below 600,000 iterations."""
        return self.iterations < PBKDF2_ITERATIONS

    @property
    def is_absurd(self) -> bool:
        """Outside what this computer could be asked to spend."""
        return not (1 <= self.iterations <= MOST_PBKDF2_ITERATIONS and len(self.salt) == SALT_BYTES)

    def encode(self) -> bytes:
        """20 bytes: the iterations and the salt."""
        return self.iterations.to_bytes(_NUMBER_BYTES, "big") + self.salt


KdfParameters = Argon2Parameters | Pbkdf2Parameters
PARAMETER_BYTES = {Suite.ARGON2ID_AES_256_GCM: 28, Suite.PBKDF2_AES_256_GCM: 20}


def decode_parameters(suite: Suite, data: bytes) -> KdfParameters:
    """Stored parameters of a password-sealed thing; raises :class:`Damaged` for absurd ones."""
    if len(data) != PARAMETER_BYTES[suite]:
        raise Damaged
    values = data[:-SALT_BYTES]
    numbers = [
        int.from_bytes(values[at : at + _NUMBER_BYTES], "big")
        for at in range(0, len(values), _NUMBER_BYTES)
    ]
    salt = data[-SALT_BYTES:]
    parameters: KdfParameters
    if suite is Suite.ARGON2ID_AES_256_GCM:
        parameters = Argon2Parameters(numbers[0], numbers[1], numbers[2], salt)
    else:
        parameters = Pbkdf2Parameters(numbers[0], salt)
    if parameters.is_absurd:
        raise Damaged
    return parameters


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What deriving a key costs; the defaults are the second choice of RFC 9106 section 4."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    def new_parameters(self) -> KdfParameters:
        """These costs with a fresh salt; PBKDF2 at 600,000 where Argon2id is not allowed to run."""
        salt = os.urandom(SALT_BYTES)
        if has_argon2():
            return Argon2Parameters(self.memory_kib, self.iterations, self.lanes, salt)
        return Pbkdf2Parameters(PBKDF2_ITERATIONS, salt)


def has_argon2() -> bool:
    """Whether the cryptographic library of this computer offers Argon2id (FIPS builds do not)."""
    try:
        Argon2id(salt=bytes(SALT_BYTES), length=KEY_BYTES, iterations=1, lanes=1, memory_cost=8)
    except UnsupportedAlgorithm:
        return False
    return True


def normalise_password(password: str) -> bytes:
    """NFKC, then UTF-8, so that each keyboard's way of typing a letter gives the same bytes.

    NIST SP 800-63B-4 3.1.1.2.
    """
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def stretch(password: str, parameters: KdfParameters, *, allow_weak: bool = False) -> bytes:
    """32 secret bytes from a password; slow on purpose (see :class:`KdfCost`).

    Raises KnownError ``store.weak-password-settings`` for parameters below the floor, unless
    ``allow_weak``; callers keep this off the thread that paints.
    """
    if parameters.is_absurd:
        raise BugError("key derivation parameters are out of range")
    if parameters.is_weak and not allow_weak:
        raise KnownError("store.weak-password-settings")
    secret = normalise_password(password)
    if isinstance(parameters, Pbkdf2Parameters):
        kdf = PBKDF2HMAC(SHA256(), KEY_BYTES, parameters.salt, parameters.iterations)
        return kdf.derive(secret)
    try:
        return Argon2id(
            salt=parameters.salt,
            length=KEY_BYTES,
            iterations=parameters.iterations,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        ).derive(secret)
    except UnsupportedAlgorithm:
        raise KnownError("store.no-argon2") from None
