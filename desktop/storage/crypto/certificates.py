"""Signed statements of who someone is: the root certifies administrators, they certify people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, number, read_number, read_text, unframe
from desktop.storage.crypto.hpke_wrap import PublicKey
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, VerifyKey, sign, verify

ROOT = "root"
"""The issuer and holder id of the hospital root."""


class CertificateKind(StrEnum):
    """Who may sign it: the root signs administrators, administrators sign people."""

    ADMINISTRATOR = "administrator"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certified member of staff with the public keys that are theirs."""

    kind: CertificateKind
    subject_id: str
    sign_in_name: str = field(repr=False)
    display_name: str = field(repr=False)
    role: str
    exchange: PublicKey
    verify_key: VerifyKey
    issued_at: datetime
    """Aware; kept to the second, in UTC."""
    issuer_id: str = ROOT

    def encode(self) -> bytes:
        """The exact bytes that are signed."""
        if self.issued_at.tzinfo is None:
            raise BugError("times are aware")
        return frame(
            self.kind.value.encode(),
            self.subject_id.encode(),
            self.sign_in_name.encode(),
            self.display_name.encode(),
            self.role.encode(),
            self.exchange.raw,
            self.verify_key.raw,
            number(int(self.issued_at.timestamp())),
            self.issuer_id.encode(),
        )


def decode_certificate(statement: bytes) -> Certificate:
    """Undo :meth:`Certificate.encode`; raises ``Damaged``. Says nothing about trust."""
    fields = unframe(statement, 9)
    kind, subject, sign_in, display, role = (read_text(field) for field in fields[:5])
    if kind not in list(CertificateKind):
        raise Damaged
    return Certificate(
        kind=CertificateKind(kind),
        subject_id=subject,
        sign_in_name=sign_in,
        display_name=display,
        role=role,
        exchange=PublicKey(fields[5]),
        verify_key=VerifyKey(fields[6]),
        issued_at=read_moment(fields[7]),
        issuer_id=read_text(fields[8]),
    )


def moment(at: datetime) -> bytes:
    """An aware time to the second, as a framed number."""
    if at.tzinfo is None:
        raise BugError("times are aware")
    return number(int(at.timestamp()))


def read_moment(field: bytes) -> datetime:
    """A whole second in UTC from a framed number; raises ``Damaged`` when out of range."""
    seconds = read_number(field)
    if seconds >= 2**37:
        raise Damaged
    return datetime.fromtimestamp(seconds, UTC)


def issue_certificate(certificate: Certificate, hospital: str, issuer: SigningKey) -> bytes:
    """Statement and signature, framed: what is stored."""
    statement = certificate.encode()
    signature = sign(issuer, Label.CERTIFICATE, (hospital.encode(),), statement)
    return frame(statement, signature)


@dataclass(frozen=True, slots=True)
class SignedCertificate:
    """A stored certificate taken apart."""

    certificate: Certificate
    statement: bytes
    signature: bytes

    @property
    def order(self) -> tuple[bool, datetime]:
        """Administrators first, then by time of issue."""
        return self.certificate.kind is CertificateKind.PERSON, self.certificate.issued_at

    def is_trusted(
        self, hospital: str, root: VerifyKey, administrators: Sequence[Certificate]
    ) -> bool:
        """Whether someone who may sign this certificate did.

        Only the root makes administrators, so no administrator can certify another or take
        another's place. One of them may have had several keys: any certified one will do.
        """
        certificate = self.certificate
        is_administrator = certificate.kind is CertificateKind.ADMINISTRATOR
        if certificate.subject_id == ROOT:
            return False
        if is_administrator != (certificate.role == CertificateKind.ADMINISTRATOR):
            return False
        if is_administrator:
            keys = [root] if certificate.issuer_id == ROOT else []
        elif certificate.subject_id in {each.subject_id for each in administrators}:
            keys = []
        else:
            issuer = certificate.issuer_id
            keys = [each.verify_key for each in administrators if each.subject_id == issuer]
        return any(self._holds(hospital, key) for key in keys)

    def _holds(self, hospital: str, key: VerifyKey) -> bool:
        context = (hospital.encode(),)
        try:
            verify(key, Label.CERTIFICATE, context, self.statement, self.signature)
        except Damaged:
            return False
        return True


def read_signed(stored: bytes) -> SignedCertificate:
    """Take a stored certificate apart; raises ``Damaged``. Says nothing about trust."""
    statement, signature = unframe(stored, 2)
    return SignedCertificate(decode_certificate(statement), statement, signature)
