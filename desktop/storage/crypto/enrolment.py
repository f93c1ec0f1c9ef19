"""A new user's keys behind a one-time code, until that person chooses a password."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.aead import open_exact, seal_exact
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import frame, number, read_number, unframe
from desktop.storage.crypto.hkdf import hkdf
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_seal import add_checksum, strip_checksum
from desktop.storage.crypto.symmetric_key import SymmetricKey

ENROLMENT_LIFETIME = timedelta(hours=72)
"""How long a code can be used after it was made."""


@dataclass(frozen=True, slots=True)
class EnrolmentPlace:
    """For whom, in which hospital."""

    hospital: str
    user: str

    def _context(self) -> SealContext:
        return SealContext(
            hospital=self.hospital,
            compartment="user",
            object_type="enrolment",
            record_id=self.user,
        )

    def _key(self, code: OneTimeCode) -> SymmetricKey:
        # 160 random bits need no slow derivation (NIST SP 800-63B-4 3.1.2.2: 112 bits suffice).
        info = frame(Label.ENROLMENT_KEY.octets, self.hospital.encode(), self.user.encode())
        return SymmetricKey(hkdf(code.material, info=info))

    def seal(self, code: OneTimeCode, identity: Identity, expires_at: datetime) -> bytes:
        """The keys behind ``code``, usable until ``expires_at`` (aware)."""
        if expires_at.tzinfo is None:
            raise BugError("times are aware")
        plaintext = frame(identity.encode(), number(int(expires_at.timestamp())))
        return add_checksum(
            seal_exact(self._key(code), self._context(), Label.ENROLMENT_BLOB, plaintext)
        )

    def open(self, code: OneTimeCode, blob: bytes, now: datetime) -> Identity:
        """The keys.

        Raises KnownError ``enrolment.wrong-code``, ``enrolment.expired`` or ``store.damaged``.
        """
        try:
            plaintext = open_exact(
                self._key(code), self._context(), Label.ENROLMENT_BLOB, strip_checksum(blob)
            )
        except WrongKey:
            raise KnownError("enrolment.wrong-code") from None
        identity, seconds = unframe(plaintext, 2)
        if read_number(seconds) >= 2**40:
            raise Damaged
        if now > datetime.fromtimestamp(read_number(seconds), UTC):
            raise KnownError("enrolment.expired")
        return Identity.decode(identity)
