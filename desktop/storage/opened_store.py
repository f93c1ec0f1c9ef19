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
from desktop.storage.caseload_news import CaseloadNews
from desktop.storage.codec import decode
from desktop.storage.crypto.audit_chain import ChainPlace
from desktop.storage.crypto.certificates import ROOT, Certificate
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.statements import Invitation
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.draft_heads import DraftHeads
from desktop.storage.engine import Database
from desktop.storage.glass_book import GlassBook
from desktop.storage.log_heads import LogHeads
from desktop.storage.moving_runs import MovingRuns
from desktop.storage.person_book import PersonBook, read_person_book
from desktop.storage.places import Places
from desktop.storage.rollback_watch import RollbackWatch
from desktop.storage.schema import MetaRow
from desktop.storage.seal_counts import SealCounts
from desktop.storage.site_facts import SITE, SiteStatement, read_facts
from desktop.storage.staff_names import same_name
from desktop.storage.store_time import StoreTime, seen_time
from desktop.storage.trust_state import CompartmentPublic, TrustState, read_trust_state

ROOT_PUBLIC = "root-public"
RECOVERY = "recovery"
SEALED_BY_PHRASE = "site-secret-passphrase"
SEALED_BY_DEVICE = "site-secret-device"


@dataclass(slots=True)
class TrustCell:
    """Who is trusted and whose data are held or gone; replaced when a statement was added."""

    state: TrustState
    people: PersonBook


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedStore:
    """What every session of one open store shares."""

    database: Database
    clock: Clock
    time: StoreTime
    ids: IdSource
    site: SiteStatement
    trusted: TrustCell
    chain: AuditChain
    watch: RollbackWatch
    heads: DraftHeads = field(default_factory=DraftHeads)
    summaries: CaseloadNews = field(default_factory=CaseloadNews)
    moves: MovingRuns = field(default_factory=MovingRuns)
    logs: LogHeads = field(default_factory=LogHeads)
    glass: GlassBook = field(default_factory=GlassBook)
    seals: SealCounts = field(default_factory=SealCounts)

    @property
    def trust(self) -> TrustBook:
        """Whose signatures hold, and who left."""
        return self.trusted.state.book

    @property
    def publics(self) -> Mapping[Compartment, CompartmentPublic]:
        """Whom to seal packets and audit entries to: the newest public keys."""
        return self.trusted.state.publics

    @property
    def people(self) -> PersonBook:
        """Whose data are held, to be erased, or erased."""
        return self.trusted.people

    def read_people(self, connection: Connection) -> None:
        """Take in the statements about people's data that were added."""
        self.trusted.people = read_person_book(connection, self.trust)

    def need_not_erased(self, person_id: str) -> None:
        """KnownError ``person.erased`` when this person's data keys were destroyed."""
        tombstone = self.people.erased.get(person_id)
        if tombstone is not None:
            raise KnownError("person.erased", on=tombstone.at.astimezone().date().isoformat())

    def need_here(self, person_id: str) -> None:
        """As above; KnownError ``hand-over.away`` when the case is at another workstation."""
        self.need_not_erased(person_id)
        away = self.people.away.get(person_id)
        if away is not None:
            raise KnownError("hand-over.away", on=away.at.astimezone().date().isoformat())

    def read_trust(self, connection: Connection) -> None:
        """Take in the statements that were added. KnownError ``store.damaged``."""
        self.trusted.state = read_trust_state(connection, read_meta(connection, ROOT_PUBLIC))
        auditor = self.publics[Compartment.AUD]
        self.chain.seal_to(auditor.key, auditor.epoch)

    @property
    def places(self) -> Places:
        """Where the sealed things of this hospital belong."""
        return Places(self.trust.hospital)

    def staff(self) -> tuple[StaffMember, ...]:
        """Everyone ever certified: who left still names what they wrote."""
        return tuple(as_staff(each) for each in self.trust.certificates.values())

    def find(self, sign_in_name: str) -> Certificate | None:
        """Who signs in under that name; case and typing variants do not matter."""
        for certificate in self.trust.certificates.values():
            is_here = self.trust.is_active(certificate.subject_id)
            if is_here and same_name(certificate.sign_in_name, sign_in_name):
                return certificate
        return None

    def find_invited(self, sign_in_name: str) -> Invitation | None:
        """Who was invited under that name and has not enrolled yet."""
        for invitation in self.trust.invited.values():
            if same_name(invitation.sign_in_name, sign_in_name):
                return invitation
        return None


def open_store(database: Database, clock: Clock, ids: IdSource) -> OpenedStore:
    """Read and check everything that needs no key.

    Raises KnownError ``store.damaged`` or ``store.not-trusted``.
    """
    with database.transaction() as connection:
        state = read_trust_state(connection, read_meta(connection, ROOT_PUBLIC))
        site = _read_site(connection, state.book)
        people = read_person_book(connection, state.book)
        place = ChainPlace(state.book.hospital, site.workstation_id)
        seen = seen_time(connection, place, state.book)
    auditor = state.publics[Compartment.AUD]
    return OpenedStore(
        database=database,
        clock=clock,
        time=StoreTime(clock, seen),
        ids=ids,
        site=site,
        trusted=TrustCell(state, people),
        watch=RollbackWatch(site.workstation_id),
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


def find_meta(connection: Connection, name: str) -> bytes | None:
    """One blob about the whole store, None when there is none of that name."""
    return connection.execute(select(MetaRow.value).where(MetaRow.name == name)).scalar()


def read_meta(connection: Connection, name: str) -> bytes:
    """As :func:`find_meta`; KnownError ``store.damaged`` when it is missing."""
    value = find_meta(connection, name)
    if value is None:
        raise Damaged
    return value


def _read_site(connection: Connection, trust: TrustBook) -> SiteStatement:
    facts = [fact for fact in read_facts(connection, SITE) if fact.signer == ROOT]
    if not facts or not facts[-1].holds(trust):
        raise Damaged
    return decode(facts[-1].body, SiteStatement)
