"""Checking a whole store: structure, certificates, chains, signatures; with keys every tag."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from desktop.clock import RandomIds, SystemClock
from desktop.errors import KnownError
from desktop.records.ids import RecordId
from desktop.services.ports import KeyringSaid, StoreProblem, StoreReport, Tell, tell_nobody
from desktop.storage.administrator_facts import is_held
from desktop.storage.audit_check import audit_problems
from desktop.storage.branch_marks import branch_problems
from desktop.storage.census import census_problems
from desktop.storage.column_check import column_problems
from desktop.storage.compartment_rules import is_grant_allowed
from desktop.storage.crypto.grants import verify_grant
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import X25519_BYTES
from desktop.storage.crypto.signing import VerifyKey
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.engine import Database
from desktop.storage.form_shelf import untrue_forms
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.kept_outside import KeptOutside, MakeKeyring, kept_outside
from desktop.storage.key_check import key_problems
from desktop.storage.lending import untrue_loans
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import ROOT_PUBLIC, OpenedStore, open_store, read_meta
from desktop.storage.opening import Opening
from desktop.storage.packet_facts import checked_fact, facts_query
from desktop.storage.schema import (
    CertificateRow,
    GrantRow,
    PacketRow,
    RecordRow,
    RevisionRow,
    SignOffRow,
    TrustLogRow,
)
from desktop.storage.sealed_headers import header_problems, packet_sum_problems
from desktop.storage.session_keys import SessionKeys
from desktop.storage.sign_offs import verified_sign_offs
from desktop.storage.site_facts import APPROVAL, SETTING, read_facts
from desktop.storage.store_folder import StoreFolder
from desktop.storage.structure import check_header, check_schema
from desktop.storage.trust_state import hospital_id_of, read_trust_state
from desktop.storage.workstations import untrue_cards

CHECKING = "backup.step-checking"


def verify_store(data_dir: Path, keyring: MakeKeyring | None = None) -> StoreReport:
    """Check everything that needs no key; the store must not be open elsewhere.

    Where the workstation has a ``keyring``, what that saw of the audit trail is looked for too.

    KnownErrors only when no report can be made: ``store.absent``, ``store.not-a-store``,
    ``store.newer-version``, ``store.in-use``, ``store.network-share`` and what else can be wrong
    with a folder. A file that SQLite cannot read is a finding, not an error.
    """
    folder = StoreFolder(data_dir)
    if not folder.has_store():
        raise KnownError("store.absent")
    check_header(folder.database)
    folder.lock()
    try:
        with closing(Database(folder.database)) as database:
            return verify_database(database, ask=partial(kept_outside, keyring=keyring))
    except KnownError as error:
        if error.message_id != "store.damaged":
            raise
        return StoreReport(0, (StoreProblem("store.db", "verify.file"),))
    finally:
        folder.unlock()


def verify_database(
    database: Database,
    keys: SessionKeys | None = None,
    tell: Tell = tell_nobody,
    ask: Callable[[OpenedStore], KeptOutside] | None = None,
) -> StoreReport:
    """Check an open file; with ``keys`` also open everything that they open, every tag checked.

    The store itself, not a copy of it, is compared with what was noted of its audit trail and with
    what ``ask`` knows of it. ``tell`` hears how far it is, and may stop the check by raising.
    """
    tell(CHECKING, 0, len(_CHECKS))
    with database.transaction() as connection:
        problems = list(_file_problems(connection))
    if problems:
        return StoreReport(0, tuple(problems))
    try:
        store = open_store(database, SystemClock(), RandomIds())
    except KnownError:
        with database.transaction() as connection:
            return StoreReport(0, (StoreProblem(_unopened(connection), "verify.site"),))
    said = KeyringSaid.NOT_USED
    if ask is not None:
        kept = ask(store)
        said = kept.said
        problems += kept.problems
        with database.transaction() as connection:
            store.watch.start(connection, store.trust, None)
            for each in kept.seen:
                store.watch.check(connection, store.trust, each)
    for done, check in enumerate(_CHECKS, start=1):
        with database.transaction() as connection:
            problems += check(connection, store)
        tell(CHECKING, done, len(_CHECKS))
    opening = Opening(store, keys, tell) if keys is not None else None
    if opening is not None:
        problems += opening.problems()
    with database.transaction() as connection:
        records = connection.execute(select(func.count()).select_from(RecordRow)).scalar_one()
    opened = opening.opened if opening is not None else 0
    return StoreReport(records, tuple(problems), len(store.people.erased), opened, said)


def _file_problems(connection: Connection) -> Iterator[StoreProblem]:
    answers = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    if list(answers) != ["ok"]:
        yield StoreProblem("store.db", "verify.file")
        return
    try:
        migrate(connection)
        check_schema(connection)
    except KnownError:
        yield StoreProblem("store.db", "verify.schema")


def _unopened(connection: Connection) -> str:
    """What keeps the store from being opened: the root's key, a public key, or the site's fact."""
    root = "store_meta/root-public"
    try:
        public = read_meta(connection, ROOT_PUBLIC)
        papers = connection.execute(select(CertificateRow.body)).scalars().all()
        key = VerifyKey(public[X25519_BYTES:])
        if not read_trust(hospital_id_of(public), key, papers).certificates:
            return root
    except KnownError:
        return root
    try:
        read_trust_state(connection, public)
    except KnownError:
        return "compartments"
    return "site_facts"


def _trust_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """Papers that were not taken: damaged, or signed by nobody who may sign them."""
    certificates = connection.execute(select(CertificateRow.seq).order_by(CertificateRow.seq))
    seqs = certificates.scalars().all()
    for place in store.trust.refused:
        yield StoreProblem(f"certificates/{seqs[place]}", "verify.certificate")
    log = connection.execute(select(TrustLogRow.seq).order_by(TrustLogRow.seq)).scalars().all()
    for place in store.trust.refused_statements:
        yield StoreProblem(f"trust_log/{log[place]}", "verify.certificate")


def _grant_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    query = select(GrantRow.compartment, GrantRow.epoch, GrantRow.staff_id, GrantRow.body)
    for compartment, epoch, staff_id, body in connection.execute(query):
        try:
            grant = verify_grant(body, store.trust)
            fits = (grant.compartment, grant.epoch, grant.person_id) == (
                compartment,
                epoch,
                staff_id,
            )
            is_good = fits and is_grant_allowed(grant, store.trust)
        except KnownError:
            is_good = False
        if not is_good:
            yield StoreProblem(f"grants/{compartment}/{staff_id}", "verify.grant")


def _revision_problems(connection: Connection, _store: OpenedStore) -> Iterator[StoreProblem]:
    query = select(
        RevisionRow.record_id, RevisionRow.number, RevisionRow.previous_hash, RevisionRow.sealed
    ).order_by(RevisionRow.record_id, RevisionRow.number)
    rows = connection.execute(query)
    seen = set()
    for record_id, revisions in groupby(rows, key=lambda row: row[0]):
        seen.add(record_id)
        previous = b""
        for expected, (_, number, previous_hash, sealed) in enumerate(revisions, start=1):
            if number != expected or previous_hash != previous:
                yield StoreProblem(f"revisions/{record_id}/{number}", "verify.revision-chain")
            previous = digest(sealed)
    records = set(connection.execute(select(RecordRow.record_id)).scalars())
    for record_id in sorted(records ^ seen):
        yield StoreProblem(f"records/{record_id}", "verify.revision-chain")


def _person_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    for seq in store.people.refused:
        yield StoreProblem(f"person_log/{seq}", "verify.person-log")
    for where, message_id in key_problems(connection, store.people):
        yield StoreProblem(where, message_id)


def _glass_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    store.glass.read(connection, store.trust)
    for seq in store.glass.refused:
        yield StoreProblem(f"glass_log/{seq}", "verify.glass")
    for where in untrue_loans(connection, store.trust):
        yield StoreProblem(where, "verify.loan")


def _journal_problems(connection: Connection, _store: OpenedStore) -> Iterator[StoreProblem]:
    query = select(
        JournalEntryRow.record_id,
        JournalEntryRow.base,
        func.count(),
        func.min(JournalEntryRow.seq),
        func.max(JournalEntryRow.seq),
        func.min(JournalEntryRow.position - JournalEntryRow.seq),
        func.max(JournalEntryRow.position - JournalEntryRow.seq),
    ).group_by(JournalEntryRow.record_id, JournalEntryRow.base)
    for record_id, base, count, first, last, *places in connection.execute(query):
        if first != 1 or last != count or len(set(places)) > 1:
            yield StoreProblem(f"journal/{record_id}/{base}", "verify.journal")


def _sign_off_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    signed = connection.execute(select(SignOffRow.record_id).distinct()).scalars().all()
    for record_id in signed:
        try:
            verified_sign_offs(connection, store.trust, RecordId(record_id))
        except KnownError:
            yield StoreProblem(f"sign_offs/{record_id}", "verify.sign-off")


def _packet_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    for row in connection.execute(facts_query().order_by(PacketRow.packet_id)):
        try:
            checked_fact(row, store.trust)
        except KnownError:
            yield StoreProblem(f"packets/{row[0]}", "verify.packet")


def _fact_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    for each in untrue_cards(connection, store.trust):
        yield StoreProblem(f"site_facts/{each}", "verify.fact")
    for kind in (APPROVAL, SETTING):
        for index, fact in enumerate(read_facts(connection, kind), start=1):
            if not is_held(store, fact):
                yield StoreProblem(f"site_facts/{kind}/{index}", "verify.fact")


def _form_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    for where in untrue_forms(connection, store):
        yield StoreProblem(where, "verify.form")


_CHECKS: tuple[Callable[[Connection, OpenedStore], Iterator[StoreProblem]], ...] = (
    _trust_problems,
    _grant_problems,
    _revision_problems,
    _person_problems,
    _glass_problems,
    _journal_problems,
    _sign_off_problems,
    _packet_problems,
    audit_problems,
    census_problems,
    _fact_problems,
    branch_problems,
    _form_problems,
    header_problems,
    packet_sum_problems,
    column_problems,
)
