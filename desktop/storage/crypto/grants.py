"""A signed gift of one compartment key from a holder to a certified person."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import BugError
from desktop.storage.crypto.certificates import ROOT, read_moment
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.framing import frame, number, read_number, read_text, unframe
from desktop.storage.crypto.hpke_wrap import (
    KeyPair,
    PublicKey,
    open_secret_from,
    seal_secret_to,
)
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.trust_book import TrustBook

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Holder H gives the key of a compartment in one epoch to a person (or to the root)."""

    holder_id: str
    person_id: str
    compartment: str
    epoch: int
    granted_at: datetime
    """Aware; kept to the second, in UTC."""

    def encode(self) -> bytes:
        """The framed statement."""
        if self.granted_at.tzinfo is None:
            raise BugError("times are aware")
        return frame(
            self.holder_id.encode(),
            self.person_id.encode(),
            self.compartment.encode(),
            number(self.epoch),
            number(int(self.granted_at.timestamp())),
        )

    def context(self, hospital: str) -> SealContext:
        """Where the sealed key belongs."""
        return SealContext(
            hospital=hospital,
            compartment=self.compartment,
            object_type="grant",
            epoch=self.epoch,
            record_id=self.person_id,
        )


def make_grant(
    grant: Grant, secret: bytes, hospital: str, recipient: PublicKey, holder: SigningKey
) -> bytes:
    """``secret`` (32 bytes: a key or an X25519 private half) sealed to the recipient and signed.

    Take ``recipient`` from the person's verified certificate, never from anywhere else.
    """
    if len(secret) != SECRET_BYTES:
        raise BugError("a granted secret has 32 bytes")
    sealed = seal_secret_to(recipient, grant.context(hospital), secret)
    statement = frame(grant.encode(), sealed)
    signature = sign(holder, Label.GRANT, (hospital.encode(),), statement)
    return frame(statement, signature)


def verify_grant(stored: bytes, trust: TrustBook) -> Grant:
    """The statement, when a certified holder signed it for a certified person.

    Raises :class:`NotTrusted` or :class:`Damaged`. Whether the holder may hold that compartment
    is for the caller, who knows the roles.
    """
    return _checked(stored, trust)[0]


def open_grant(stored: bytes, trust: TrustBook, pair: KeyPair) -> tuple[Grant, bytes]:
    """The verified statement and the 32-byte secret; ``WrongKey`` when it is someone else's."""
    grant, sealed = _checked(stored, trust)
    secret = open_secret_from(pair, grant.context(trust.hospital), sealed)
    if len(secret) != SECRET_BYTES:
        raise Damaged
    return grant, secret


def _checked(stored: bytes, trust: TrustBook) -> tuple[Grant, bytes]:
    statement, signature = unframe(stored, 2)
    encoded, sealed = unframe(statement, 2)
    holder, person, compartment, epoch, moment = unframe(encoded, 5)
    grant = Grant(
        holder_id=read_text(holder),
        person_id=read_text(person),
        compartment=read_text(compartment),
        epoch=read_number(epoch),
        granted_at=read_moment(moment),
    )
    if grant.person_id != ROOT:
        trust.person(grant.person_id)
    try:
        context = (trust.hospital.encode(),)
        trust.check_signature(grant.holder_id, Label.GRANT, context, statement, signature)
    except Damaged:
        raise NotTrusted from None
    return grant, sealed
