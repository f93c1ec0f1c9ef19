"""The site secret S: without it no password opens anything, even with the whole file copied."""

import os
from dataclasses import dataclass, field

from desktop.errors import BugError
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hkdf import KEY_BYTES, hkdf
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import KdfParameters, stretch
from desktop.storage.crypto.symmetric_key import SymmetricKey

FIRST_SITE_EPOCH = 1
"""Of the site secret: it is made at the set-up, and anew when a workstation is enrolled again."""


@dataclass(frozen=True, slots=True)
class SiteSecret:
    """S of one epoch: 32 random bytes, never shown."""

    epoch: int
    material: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.material) != KEY_BYTES:
            raise BugError("a site secret has 32 bytes")

    @classmethod
    def generate(cls, epoch: int) -> "SiteSecret":
        """A new S from the operating system's random source."""
        return cls(epoch, os.urandom(KEY_BYTES))


def derive_user_kek(
    password: str,
    parameters: KdfParameters,
    site_secret: SiteSecret,
    *,
    hospital: str,
    user: str,
    allow_weak: bool = False,
) -> SymmetricKey:
    """The key that opens one user's blob.

    HKDF-SHA256(stretched password, salt = S, info = label, hospital, user, parameters), so that a
    stolen file without S cannot be guessed at, and S without the password opens nothing.
    """
    stretched = stretch(password, parameters, allow_weak=allow_weak)
    info = frame(Label.USER_KEK.octets, hospital.encode(), user.encode(), parameters.encode())
    return SymmetricKey(hkdf(stretched, info=info, salt=site_secret.material))
