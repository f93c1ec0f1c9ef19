"""Who is trusted and which public keys are in force now: read at start and after each change."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.records.kinds import Compartment
from desktop.storage.compartment_rules import KEY_PAIRS, TRUST_RULES
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import number
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import X25519_BYTES, PublicKey
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import ED25519_BYTES, VerifyKey, verify
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.schema import CertificateRow, CompartmentRow, TrustLogRow
from desktop.storage.site_facts import fact_context

COMPARTMENT_FACT = "compartment"


@dataclass(frozen=True, slots=True)
class CompartmentPublic:
    """The public half of a compartment's newest epoch."""

    epoch: int
    key: PublicKey


@dataclass(frozen=True, slots=True)
class TrustState:
    """The book of who is trusted, and whom to seal to."""

    book: TrustBook
    publics: Mapping[Compartment, CompartmentPublic]


def read_trust_state(connection: Connection, root_public: bytes) -> TrustState:
    """Verify all papers. Raises KnownError ``store.damaged``."""
    if len(root_public) != X25519_BYTES + ED25519_BYTES:
        raise Damaged
    certificates = connection.execute(select(CertificateRow.body).order_by(CertificateRow.seq))
    log = connection.execute(select(TrustLogRow.kind, TrustLogRow.body).order_by(TrustLogRow.seq))
    book = read_trust(
        hospital_id_of(root_public),
        VerifyKey(root_public[X25519_BYTES:]),
        certificates.scalars().all(),
        [(kind, body) for kind, body in log],
        TRUST_RULES,
    )
    return TrustState(book, _read_publics(connection, book))


def hospital_id_of(root_public: bytes) -> str:
    """32 hexadecimal characters of the root's public keys: every seal then vouches for them."""
    return digest(root_public)[:16].hex()


def public_key_context(hospital: str, compartment: str, epoch: int) -> tuple[bytes, ...]:
    """What the root's signature over a compartment's public key is bound to."""
    return fact_context(hospital, COMPARTMENT_FACT, compartment.encode(), number(epoch))


def _read_publics(connection: Connection, trust: TrustBook) -> dict[Compartment, CompartmentPublic]:
    query = select(
        CompartmentRow.compartment,
        CompartmentRow.epoch,
        CompartmentRow.public,
        CompartmentRow.signature,
    ).order_by(CompartmentRow.epoch)
    publics: dict[Compartment, CompartmentPublic] = {}
    for name, epoch, public, signature in connection.execute(query):
        context = public_key_context(trust.hospital, name, epoch)
        verify(trust.root, Label.SITE_FACT, context, public, signature)
        publics[Compartment(name)] = CompartmentPublic(epoch, PublicKey(public))
    if set(publics) != set(KEY_PAIRS):
        raise Damaged
    for (name, at), made in sorted(trust.epochs.items()):
        if made.public is not None:
            publics[Compartment(name)] = CompartmentPublic(at, made.public)
    return publics
