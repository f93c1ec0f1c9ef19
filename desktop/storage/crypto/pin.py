"""The cover-screen PIN: a slow verifier that lives only inside the user's sealed blob."""

from dataclasses import dataclass, field

from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, unframe
from desktop.storage.crypto.hashing import same_bytes
from desktop.storage.crypto.header import Suite
from desktop.storage.crypto.hkdf import KEY_BYTES, hkdf
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import (
    PARAMETER_BYTES,
    KdfParameters,
    decode_parameters,
    stretch,
)


@dataclass(frozen=True, slots=True)
class PinVerifier:
    """Checks a PIN without keeping it."""

    parameters: KdfParameters
    digest: bytes = field(repr=False)
    allow_weak: bool = False

    @classmethod
    def of(cls, pin: str, parameters: KdfParameters, *, allow_weak: bool = False) -> "PinVerifier":
        """The verifier of ``pin``. A PIN has few values: the tries are limited by the caller."""
        return cls(parameters, _pin_digest(pin, parameters, allow_weak), allow_weak)

    def matches(self, pin: str) -> bool:
        """Whether ``pin`` is the one; slow like a sign-in, constant-time comparison."""
        return same_bytes(self.digest, _pin_digest(pin, self.parameters, self.allow_weak))

    def encode(self) -> bytes:
        """Framed suite, parameters and digest; only ever stored sealed."""
        return frame(bytes((self.parameters.suite,)), self.parameters.encode(), self.digest)

    @classmethod
    def decode(cls, data: bytes, *, allow_weak: bool = False) -> "PinVerifier":
        """Undo :meth:`encode`; raises :class:`Damaged`."""
        suite_byte, parameters, stored = unframe(data, 3)
        if len(suite_byte) != 1 or len(stored) != KEY_BYTES:
            raise Damaged
        suites = {bytes((suite,)): suite for suite in PARAMETER_BYTES}
        if suite_byte not in suites:
            raise Damaged
        suite: Suite = suites[suite_byte]
        return cls(decode_parameters(suite, parameters), stored, allow_weak)


def _pin_digest(pin: str, parameters: KdfParameters, allow_weak: bool) -> bytes:
    return hkdf(stretch(pin, parameters, allow_weak=allow_weak), info=Label.PIN.octets)
