"""Founding a store: root, recovery codes, people with one-time codes, compartment keys, grants."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert

from desktop.clock import Clock, IdSource
from desktop.errors import BugError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import SetUp, SetUpResult
from desktop.storage.checkpoints import add_checkpoint
from desktop.storage.codec import encode
from desktop.storage.compartment_rules import FIRST_EPOCH, FOUNDED, HOLDERS, KEY_PAIRS
from desktop.storage.crypto.certificates import (
    ROOT,
    Certificate,
    CertificateKind,
    issue_certificate,
)
from desktop.storage.crypto.enrolment import ENROLMENT_LIFETIME, EnrolmentPlace
from desktop.storage.crypto.grants import Grant, make_grant
from desktop.storage.crypto.hpke_wrap import KeyPair, PublicKey
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.crypto.recovery import seal_root
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.site_secret import FIRST_SITE_EPOCH, SiteSecret
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.engine import Database
from desktop.storage.opened_store import (
    RECOVERY,
    ROOT_PUBLIC,
    SEALED_BY_DEVICE,
    SEALED_BY_PHRASE,
    open_store,
)
from desktop.storage.schema import (
    CertificateRow,
    CompartmentRow,
    EnrolmentRow,
    GrantRow,
    MetaRow,
)
from desktop.storage.site_facts import SITE, SiteStatement, add_fact
from desktop.storage.structure import create_schema
from desktop.storage.trust_state import hospital_id_of, public_key_context
from desktop.storage.workstations import found_keys


@dataclass(frozen=True, slots=True)
class Founder:
    """One person of the set-up with the keys that wait behind a one-time code."""

    member: StaffMember
    identity: Identity = field(repr=False)
    code: OneTimeCode = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """Everything that is made once when a store is founded. Kept only until set-up returns."""

    wanted: SetUp = field(repr=False)
    clock: Clock
    ids: IdSource
    site: SiteStatement
    now: datetime
    root: Identity = field(repr=False)
    recovery: tuple[OneTimeCode, OneTimeCode, OneTimeCode] = field(repr=False)
    secret: SiteSecret = field(repr=False)
    people: tuple[Founder, ...] = field(repr=False)
    device: PublicKey | None
    """None in passphrase mode."""
    allow_weak: bool

    @property
    def root_public(self) -> bytes:
        """The root's public keys, X25519 then Ed25519."""
        return self.root.exchange.public.raw + self.root.signing.verify_key.raw

    @property
    def hospital(self) -> str:
        """The hospital's id, made of the root's public keys."""
        return hospital_id_of(self.root_public)

    def first(self, role: Role) -> Founder:
        """The first person of a role; the set-up was checked to have one."""
        for founder in self.people:
            if founder.member.role is role:
                return founder
        raise BugError(f"nobody is {role.value}")

    def result(self) -> SetUpResult:
        """What is shown once."""
        one, two, three = self.recovery
        return SetUpResult(
            recovery_codes=(one.text, two.text, three.text),
            enrolment_codes={each.member.sign_in_name: each.code.text for each in self.people},
        )


def plan_founding(
    wanted: SetUp,
    clock: Clock,
    ids: IdSource,
    *,
    cost: KdfCost,
    store_id: str,
    device: PublicKey | None,
    allow_weak: bool,
) -> Founding:
    """Make every key and code; nothing is written yet."""
    site = SiteStatement(
        store_id=store_id,
        workstation_id=ids.new_id(),
        hospital_name=wanted.hospital_name,
        workstation_name=wanted.workstation_name,
        is_demo=wanted.is_demo,
        kdf=cost,
    )
    people = tuple(
        Founder(
            StaffMember(StaffId(ids.new_id()), each.sign_in_name, each.display_name, each.role),
            Identity.generate(),
            OneTimeCode.generate(),
        )
        for each in wanted.staff
    )
    return Founding(
        wanted=wanted,
        clock=clock,
        ids=ids,
        site=site,
        now=clock.now(),
        root=Identity.generate(),
        recovery=(OneTimeCode.generate(), OneTimeCode.generate(), OneTimeCode.generate()),
        secret=SiteSecret.generate(FIRST_SITE_EPOCH),
        people=people,
        device=device,
        allow_weak=allow_weak,
    )


def found_store(database: Database, founding: Founding) -> None:
    """Write the whole new store into an empty file, then its first audit entries."""
    with database.transaction() as connection:
        create_schema(connection)
        _write_root(connection, founding)
        for founder in founding.people:
            _write_person(connection, founding, founder)
        for compartment in FOUNDED:
            _write_compartment(connection, founding, compartment)
    store = open_store(database, founding.clock, founding.ids)
    administrator = founding.first(Role.ADMINISTRATOR)
    signing = administrator.identity.signing
    for founder in founding.people:
        certified = AuditEvent(
            AuditAction.STAFF_CERTIFIED,
            administrator.member.staff_id,
            founding.now,
            founder.member.staff_id,
        )
        store.chain.append(certified, signing)
    add_checkpoint(store, administrator.member.staff_id, signing)
    database.truncate_log()


def _write_root(connection: Connection, founding: Founding) -> None:
    hospital, site = founding.hospital, founding.site
    place = WorkstationPlace(hospital, site.workstation_id, FIRST_SITE_EPOCH)
    if founding.device is not None:
        name, sealed = SEALED_BY_DEVICE, place.seal_to_device(founding.secret, founding.device)
    else:
        sealed = place.seal_with_passphrase(
            founding.secret,
            founding.wanted.passphrase or "",
            site.kdf,
            allow_weak=founding.allow_weak,
        )
        name = SEALED_BY_PHRASE
    blobs = {
        ROOT_PUBLIC: founding.root_public,
        RECOVERY: seal_root(founding.root, founding.recovery, hospital),
        name: sealed,
    }
    rows = [{"name": name, "value": value} for name, value in blobs.items()]
    connection.execute(insert(MetaRow), rows)
    add_fact(connection, hospital, SITE, encode(site), ROOT, founding.root.signing)
    found_keys(connection, place, site, founding.secret, founding.root, founding.now)


def _write_person(connection: Connection, founding: Founding, founder: Founder) -> None:
    member, identity = founder.member, founder.identity
    is_administrator = member.role is Role.ADMINISTRATOR
    issuer = founding.first(Role.ADMINISTRATOR)
    certificate = Certificate(
        kind=CertificateKind.ADMINISTRATOR if is_administrator else CertificateKind.PERSON,
        subject_id=member.staff_id,
        sign_in_name=member.sign_in_name,
        display_name=member.display_name,
        role=member.role.value,
        exchange=identity.exchange.public,
        verify_key=identity.signing.verify_key,
        issued_at=founding.now,
        issuer_id=ROOT if is_administrator else issuer.member.staff_id,
    )
    signer = founding.root if is_administrator else issuer.identity
    body = issue_certificate(certificate, founding.hospital, signer.signing)
    connection.execute(insert(CertificateRow), {"staff_id": member.staff_id, "body": body})
    place = EnrolmentPlace(founding.hospital, member.staff_id)
    blob = place.seal(founder.code, identity, founding.now + ENROLMENT_LIFETIME)
    connection.execute(insert(EnrolmentRow), {"staff_id": member.staff_id, "blob": blob})


def _write_compartment(
    connection: Connection, founding: Founding, compartment: Compartment
) -> None:
    """Make a compartment's key, seal it to the root and give it to every holder.

    The root gives to the first nurse manager, who gives ID and CLIN to the others; a key pair is
    given by the root, because the first desk has nobody before it.
    """
    if compartment in KEY_PAIRS:
        pair = KeyPair.generate()
        secret = pair.private
        _write_public(connection, founding, compartment, pair.public)
    else:
        secret = SymmetricKey.generate().material
    root_copy = (ROOT, founding.root.exchange.public)
    manager = founding.first(Role.NURSE_MANAGER)
    _grant(connection, founding, compartment, secret, root_copy, (ROOT, founding.root.signing))
    for founder in founding.people:
        if founder.member.role not in HOLDERS[compartment]:
            continue
        by_root = founder is manager or compartment in KEY_PAIRS
        holder = (
            (ROOT, founding.root.signing)
            if by_root
            else (manager.member.staff_id, manager.identity.signing)
        )
        receiver = (founder.member.staff_id, founder.identity.exchange.public)
        _grant(connection, founding, compartment, secret, receiver, holder)


def _write_public(
    connection: Connection, founding: Founding, compartment: Compartment, public: PublicKey
) -> None:
    context = public_key_context(founding.hospital, compartment.value, FIRST_EPOCH)
    row = {
        "compartment": compartment.value,
        "epoch": FIRST_EPOCH,
        "public": public.raw,
        "signature": sign(founding.root.signing, Label.SITE_FACT, context, public.raw),
    }
    connection.execute(insert(CompartmentRow), row)


def _grant(
    connection: Connection,
    founding: Founding,
    compartment: Compartment,
    secret: bytes,
    receiver: tuple[str, PublicKey],
    holder: tuple[str, SigningKey],
) -> None:
    grant = Grant(
        holder_id=holder[0],
        person_id=receiver[0],
        compartment=compartment.value,
        epoch=FIRST_EPOCH,
        granted_at=founding.now,
    )
    row = {
        "compartment": compartment.value,
        "epoch": FIRST_EPOCH,
        "staff_id": receiver[0],
        "body": make_grant(grant, secret, founding.hospital, receiver[1], holder[1]),
    }
    connection.execute(insert(GrantRow), row)
