"""An open store before anybody signs in: its file, its site, its people, its public keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from desktop.clock import Clock, IdSource
from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role, StaffMember
from desktop.storage.audit_trail import AuditChain
from desktop.storage.codec import decode
from desktop.storage.compartment_rules import KEY_PAIRS
from desktop.storage.crypto.audit_chain import ChainPlace
from desktop.storage.crypto.certificates import ROOT, Certificate, TrustBook
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import number
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import X25519_BYTES, PublicKey
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import ED25519_BYTES, VerifyKey, verify
from desktop.storage.draft_heads import DraftHeads
from desktop.storage.engine import Database
from desktop.storage.places import Places
from desktop.storage.schema import CertificateRow, CompartmentRow, MetaRow
from desktop.storage.site_facts import SITE, SiteStatement, fact_context, read_facts
from desktop.storage.staff_names import same_name

ROOT_PUBLIC = "root-public"
RECOVERY = "recovery"
SEALED_BY_PHRASE = "site-secret-passphrase"
SEALED_BY_DEVICE = "site-secret-device"
COMPARTMENT_FACT = "compartment"


@dataclass(frozen=True, slots=True)
class CompartmentPublic:
    """The public half of a compartment's newest epoch."""

    epoch: int
    key: PublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedStore:
    """What every session of one open store shares."""

    database: Database
    clock: Clock
    ids: IdSource
    site: SiteStatement
    trust: TrustBook
    publics: Mapping[Compartment, CompartmentPublic]
    chain: AuditChain
    heads: DraftHeads = field(default_factory=DraftHeads)

    @property
    def places(self) -> Places:
        """Where the sealed things of this hospital belong."""
        return Places(self.trust.hospital)

    def staff(self) -> tuple[StaffMember, ...]:
        """Everyone certified."""
        return tuple(as_staff(each) for each in self.trust.certificates.values())

    def find(self, sign_in_name: str) -> Certificate | None:
        """Who signs in under that name; case and typing variants do not matter."""
        for certificate in self.trust.certificates.values():
            if same_name(certificate.sign_in_name, sign_in_name):
                return certificate
        return None


def open_store(database: Database, clock: Clock, ids: IdSource) -> OpenedStore:
    """Read and check everything that needs no key.

    Raises KnownError ``store.damaged`` or ``store.not-trusted``.
    """
    with database.transaction() as connection:
        root_public = read_meta(connection, ROOT_PUBLIC)
        trust = _read_trust(connection, root_public)
        site = _read_site(connection, trust)
        publics = _read_publics(connection, trust)
    auditor = publics[Compartment.AUD]
    place = ChainPlace(trust.hospital, site.workstation_id)
    return OpenedStore(
        database=database,
        clock=clock,
        ids=ids,
        site=site,
        trust=trust,
        publics=publics,
        chain=AuditChain(database, place, auditor.key, auditor.epoch),
    )


def as_staff(certificate: Certificate) -> StaffMember:
    """The domain's view of a certificate; KnownError ``store.damaged`` for an unknown role."""
    if certificate.role not in list(Role):
        raise Damaged
    return StaffMember(
        StaffId(certificate.subject_id),
        certificate.sign_in_name,
        certificate.display_name,
        Role(certificate.role),
    )


def hospital_id_of(root_public: bytes) -> str:
    """32 hexadecimal characters of the root's public keys: every seal then vouches for them."""
    return digest(root_public)[:16].hex()


def find_meta(connection: Connection, name: str) -> bytes | None:
    """One blob about the whole store, None when there is none of that name."""
    return connection.execute(select(MetaRow.value).where(MetaRow.name == name)).scalar()


def read_meta(connection: Connection, name: str) -> bytes:
    """As :func:`find_meta`; KnownError ``store.damaged`` when it is missing."""
    value = find_meta(connection, name)
    if value is None:
        raise Damaged
    return value


def public_key_context(hospital: str, compartment: str, epoch: int) -> tuple[bytes, ...]:
    """What the root's signature over a compartment's public key is bound to."""
    return fact_context(hospital, COMPARTMENT_FACT, compartment.encode(), number(epoch))


def _read_trust(connection: Connection, root_public: bytes) -> TrustBook:
    if len(root_public) != X25519_BYTES + ED25519_BYTES:
        raise Damaged
    stored = connection.execute(select(CertificateRow.body).order_by(CertificateRow.seq))
    root = VerifyKey(root_public[X25519_BYTES:])
    return TrustBook.build(hospital_id_of(root_public), root, stored.scalars().all())


def _read_site(connection: Connection, trust: TrustBook) -> SiteStatement:
    facts = [fact for fact in read_facts(connection, SITE) if fact.signer == ROOT]
    if not facts or not facts[-1].holds(trust):
        raise Damaged
    return decode(facts[-1].body, SiteStatement)


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
        raise KnownError("store.damaged")
    return publics
