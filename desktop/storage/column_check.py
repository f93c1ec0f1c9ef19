"""Columns in clear that no signature or seal covers: whether each says what belongs beside it."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select, tuple_

from desktop.errors import KnownError
from desktop.records.kinds import Compartment
from desktop.services.ports import StoreProblem
from desktop.storage.codec import decode
from desktop.storage.compartment_rules import FIRST_EPOCH, FOUNDED
from desktop.storage.crypto.certificates import ROOT, read_signed
from desktop.storage.crypto.glass_statements import LentKey
from desktop.storage.opened_store import (
    RECOVERY,
    ROOT_PUBLIC,
    SEALED_BY_DEVICE,
    SEALED_BY_PHRASE,
    OpenedStore,
)
from desktop.storage.rollback_watch import SEEN
from desktop.storage.schema import (
    AuditCheckpointRow,
    AuditRow,
    CaseloadBlockRow,
    CertificateRow,
    DekWrapRow,
    EnrolmentRow,
    GlassLogRow,
    LentKeyRow,
    MetaRow,
    PersonLogRow,
    RecordRow,
    SiteFactRow,
    TrustLogRow,
    UserBlobRow,
)
from desktop.storage.site_facts import (
    APPROVAL,
    BRANCH,
    CARD,
    ENROLLED_AGAIN,
    FORM,
    FORM_FILE,
    FORM_STAND,
    RECOVERY_RENEWED,
    SETTING,
    SITE,
    read_facts,
)
from desktop.storage.workstations import OWN_KEYS

_NUMBERED = (
    CertificateRow,
    TrustLogRow,
    PersonLogRow,
    GlassLogRow,
    RecordRow,
    SiteFactRow,
)
"""Tables that only grow: their numbers are 1 to n without a gap."""
_META = frozenset({ROOT_PUBLIC, RECOVERY, SEALED_BY_PHRASE, SEALED_BY_DEVICE, SEEN, *OWN_KEYS})
_FACTS = frozenset(
    {SITE, APPROVAL, SETTING, BRANCH, FORM, FORM_STAND, ENROLLED_AGAIN, RECOVERY_RENEWED, CARD}
)
_CLIN, _AUD = Compartment.CLIN.value, Compartment.AUD.value


def column_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """Rows that are missing, or that say of themselves what their content does not."""
    yield from _gaps(connection)
    yield from _meta(connection)
    yield from _people(connection, store)
    yield from _epochs(connection, store)
    yield from _loans(connection)
    for trail in (AuditRow, AuditCheckpointRow):
        here = store.site.workstation_id
        elsewhere = select(trail.number).where(trail.workstation_id != here)
        for number in connection.execute(elsewhere).scalars():
            yield StoreProblem(f"{trail.__tablename__}/{number}", "verify.place")
    for seq, kind in connection.execute(select(SiteFactRow.seq, SiteFactRow.kind)):
        if kind not in _FACTS and not kind.startswith(FORM_FILE):
            yield StoreProblem(f"site_facts/{seq}", "verify.place")


def _gaps(connection: Connection) -> Iterator[StoreProblem]:
    for table in _NUMBERED:
        numbers = select(func.count(), func.min(table.seq), func.max(table.seq))
        count, first, last = connection.execute(numbers).one()
        if count and (first, last) != (1, count):
            yield StoreProblem(table.__tablename__, "verify.gap")


def _meta(connection: Connection) -> Iterator[StoreProblem]:
    names = set(connection.execute(select(MetaRow.name)).scalars())
    lost = {ROOT_PUBLIC, RECOVERY} - names
    if not names & {SEALED_BY_PHRASE, SEALED_BY_DEVICE}:
        lost.add(SEALED_BY_PHRASE)
    for name in sorted(lost | (names - _META)):
        yield StoreProblem(f"store_meta/{name}", "verify.place")


def _passwords_ended(connection: Connection, store: OpenedStore) -> datetime | None:
    """When the workstation was last enrolled again: who got no new code since has no password."""
    facts = [
        fact
        for fact in read_facts(connection, ENROLLED_AGAIN)
        if fact.signer == ROOT and fact.holds(store.trust)
    ]
    return decode(facts[-1].body, datetime) if facts else None


def _people(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """Everyone who is here has keys under a password or a code, and no stranger has."""
    trust = store.trust
    query = select(CertificateRow.seq, CertificateRow.staff_id, CertificateRow.body)
    for seq, staff_id, body in connection.execute(query):
        try:
            is_right = read_signed(body).certificate.subject_id == staff_id
        except KnownError:
            continue  # said of the certificate itself
        if not is_right:
            yield StoreProblem(f"certificates/{seq}", "verify.place")
    known = set(trust.certificates) | set(trust.invited)
    blobs = set(connection.execute(select(UserBlobRow.staff_id)).scalars())
    codes = connection.execute(select(EnrolmentRow.staff_id, EnrolmentRow.blob)).all()
    for table, ids in (("user_blobs", blobs), ("enrolments", {row[0] for row in codes})):
        for staff_id in sorted(ids - known):
            yield StoreProblem(f"{table}/{staff_id}", "verify.place")
    unspent = {staff_id for staff_id, blob in codes if blob is not None}
    ended = _passwords_ended(connection, store)
    for staff_id in sorted(set(trust.certificates) - set(trust.invited) - blobs - unspent):
        is_old = ended is not None and trust.person(staff_id).issued_at <= ended
        if trust.is_active(staff_id) and not is_old:
            yield StoreProblem(f"user_blobs/{staff_id}", "verify.place")


def _epochs(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """Everything is sealed under a key that the set-up or a statement made."""
    known = set(store.trust.epochs) | {(each.value, FIRST_EPOCH) for each in FOUNDED}
    sealed = select(
        DekWrapRow.person_id, DekWrapRow.compartment, DekWrapRow.version, DekWrapRow.epoch
    ).where(tuple_(DekWrapRow.compartment, DekWrapRow.epoch).not_in(known))
    for person_id, name, version, _ in connection.execute(sealed):
        yield StoreProblem(f"dek_wraps/{person_id}/{name}/{version}", "verify.epoch")
    entries = select(AuditRow.workstation_id, AuditRow.number).where(
        AuditRow.epoch.not_in(_of(known, _AUD))
    )
    for workstation, number in connection.execute(entries):
        yield StoreProblem(f"audit/{workstation}/{number}", "verify.epoch")
    blocks = select(CaseloadBlockRow.block).where(CaseloadBlockRow.epoch.not_in(_of(known, _CLIN)))
    for block in connection.execute(blocks).scalars():
        yield StoreProblem(f"caseload_blocks/{block}", "verify.epoch")


def _of(known: set[tuple[str, int]], compartment: str) -> list[int]:
    return [epoch for name, epoch in known if name == compartment]


def _loans(connection: Connection) -> Iterator[StoreProblem]:
    query = select(
        LentKeyRow.person_id,
        LentKeyRow.compartment,
        LentKeyRow.version,
        LentKeyRow.staff_id,
        LentKeyRow.body,
    )
    for *named, body in connection.execute(query):
        try:
            lent = LentKey.read(body)
        except KnownError:
            continue  # said of the loan itself
        if named != [lent.person_id, lent.compartment, lent.version, lent.officer_id]:
            yield StoreProblem(f"lent_keys/{named[0]}/{named[3]}", "verify.place")
