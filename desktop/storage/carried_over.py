"""What a restore takes over from the store it replaces: who was revoked, held and erased since.

Those statements are signed, so nobody's keys are needed. They are taken over when the backup is an
earlier state of that store, and all of them or none.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desktop.clock import Clock, RandomIds
from desktop.errors import KnownError
from desktop.services.ports import CarriedOver
from desktop.storage.caseload import drop_people
from desktop.storage.compartment_rules import is_grant_allowed
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.grants import verify_grant
from desktop.storage.crypto.statements import EnrolledKeys, Invitation, Revocation
from desktop.storage.crypto.trust_log import INVITATION, KEYS, REVOCATION
from desktop.storage.engine import Database
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import (
    RECOVERY,
    ROOT_PUBLIC,
    OpenedStore,
    open_store,
    read_meta,
)
from desktop.storage.packet_facts import GONE, checked_fact, facts_query
from desktop.storage.schema import (
    Base,
    CertificateRow,
    DekWrapRow,
    EnrolmentRow,
    GlassLogRow,
    GrantRow,
    LentKeyRow,
    MetaRow,
    PacketRow,
    PersonLogRow,
    SiteFactRow,
    TrustLogRow,
    UserBlobRow,
)
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.site_facts import ENROLLED_AGAIN, RECOVERY_RENEWED, read_facts
from desktop.storage.structure import check_header, check_schema

_ABOUT_PEOPLE: dict[str, type[Invitation | EnrolledKeys | Revocation]] = {
    INVITATION: Invitation,
    KEYS: EnrolledKeys,
    REVOCATION: Revocation,
}
"""Statements after which a password, a code or a key of before opens nothing."""


def carry_over(replaced: Path, restored: Path, clock: Clock) -> CarriedOver | None:
    """Add to the closed store ``restored`` what was signed since in the closed one ``replaced``.

    None, and nothing changed, when ``replaced`` does not open or is not a later state of the same
    store. KnownErrors of the disk for ``restored``.
    """
    try:
        database = _opened(replaced)
    except KnownError:
        return None
    with closing(database), closing(Database(restored)) as target:
        try:
            open_store(database, clock, RandomIds())
            store = open_store(target, clock, RandomIds())
            with database.transaction() as before, target.transaction() as connection:
                return _carry(before, connection, store)
        except (Damaged, NotTrusted):
            return None


def _opened(path: Path) -> Database:
    """KnownErrors ``store.*``."""
    check_header(path)
    database = Database(path)
    try:
        with database.transaction() as connection:
            migrate(connection)
            check_schema(connection)
    except KnownError:
        database.close()
        raise
    return database


def _carry(before: Connection, connection: Connection, store: OpenedStore) -> CarriedOver:
    """Raises ``Damaged`` where it does not fit, before anything is kept."""
    _need_same_site(before, connection)
    trusted = _add_later(before, connection, TrustLogRow)
    for table in (PersonLogRow, GlassLogRow):
        _add_later(before, connection, table)
    ended_before, erased_before = set(store.trust.revoked), set(store.people.erased)
    store.read_trust(connection)
    store.read_people(connection)
    store.glass.read(connection, store.trust)
    if store.trust.refused_statements or store.people.refused or store.glass.refused:
        raise Damaged
    for staff_id in sorted(_touched(trusted)):
        _take_account(before, connection, staff_id)
    _take_grants(before, connection, store)
    _take_recovery(before, connection, store)
    erased = set(store.people.erased) - erased_before
    _destroy(before, connection, store, sorted(erased))
    return CarriedOver(len(set(store.trust.revoked) - ended_before), len(erased))


def _need_same_site(before: Connection, connection: Connection) -> None:
    """The same root and first people, and no enrolment anew in between: that ends all passwords."""
    papers = select(CertificateRow.seq, CertificateRow.body).order_by(CertificateRow.seq)
    for each in (
        lambda side: read_meta(side, ROOT_PUBLIC),
        lambda side: side.execute(papers).all(),
        lambda side: [fact.body for fact in read_facts(side, ENROLLED_AGAIN)],
    ):
        if each(before) != each(connection):
            raise Damaged


def _add_later(before: Connection, connection: Connection, table: type[Base]) -> Sequence[Any]:
    """The rows that the backup lacks, added; ``Damaged`` unless its rows are the first ones.

    Any: the columns are those of whichever of the three logs it is.
    """
    query = select(*table.__table__.columns).order_by(table.__table__.c.seq)
    later, known = before.execute(query).all(), connection.execute(query).all()
    if list(later[: len(known)]) != list(known):
        raise Damaged
    for row in later[len(known) :]:
        connection.execute(insert(table), dict(row._mapping))
    return later[len(known) :]


def _touched(statements: Sequence[Any]) -> set[str]:
    kinds = ((_ABOUT_PEOPLE.get(row.kind), row.body) for row in statements)
    return {kind.read(body).subject_id for kind, body in kinds if kind is not None}


def _take_account(before: Connection, connection: Connection, staff_id: str) -> None:
    """What password and code open is as it was in the store before; the old grants go."""
    for table in (UserBlobRow, EnrolmentRow):
        connection.execute(delete(table).where(table.staff_id == staff_id))
        query = select(table.staff_id, table.blob).where(table.staff_id == staff_id)
        for owner, blob in before.execute(query):
            connection.execute(insert(table), {"staff_id": owner, "blob": blob})
    connection.execute(delete(GrantRow).where(GrantRow.staff_id == staff_id))


def _take_grants(before: Connection, connection: Connection, store: OpenedStore) -> None:
    """Those that the backup lacks come; those whose receiver may not hold the key any more go."""
    columns = (GrantRow.compartment, GrantRow.epoch, GrantRow.staff_id, GrantRow.body)
    known = {tuple(row[:3]) for row in connection.execute(select(*columns))}
    for row in before.execute(select(*columns)):
        if tuple(row[:3]) not in known and _is_good(row, store):
            connection.execute(insert(GrantRow), dict(row._mapping))
    for compartment, epoch, staff_id in known:
        place = (
            GrantRow.compartment == compartment,
            GrantRow.epoch == epoch,
            GrantRow.staff_id == staff_id,
        )
        row = connection.execute(select(*columns).where(*place)).one()
        if not _is_good(row, store):
            connection.execute(delete(GrantRow).where(*place))


def _take_recovery(before: Connection, connection: Connection, store: OpenedStore) -> None:
    """Recovery codes that were replaced since open nothing after a restore either."""
    said = [
        fact
        for fact in read_facts(before, RECOVERY_RENEWED)
        if fact.signer == ROOT and fact.holds(store.trust)
    ]
    known = {fact.body for fact in read_facts(connection, RECOVERY_RENEWED)}
    later = [fact for fact in said if fact.body not in known]
    if not later:
        return
    sealed = read_meta(before, RECOVERY)
    connection.execute(update(MetaRow).where(MetaRow.name == RECOVERY).values(value=sealed))
    for fact in later:
        row = {
            "kind": fact.kind,
            "signer": fact.signer,
            "body": fact.body,
            "signature": fact.signature,
        }
        connection.execute(insert(SiteFactRow), row)


def _is_good(row: Any, store: OpenedStore) -> bool:
    """Whether a grant holds and says of itself where it is; Any is a row of the four columns."""
    try:
        grant = verify_grant(row.body, store.trust)
        place = (grant.compartment, grant.epoch, grant.person_id)
        return place == tuple(row[:3]) and is_grant_allowed(grant, store.trust)
    except KnownError:
        return False


def _destroy(
    before: Connection, connection: Connection, store: OpenedStore, people: Sequence[str]
) -> None:
    """What the erasure had destroyed: data keys, drafts, loans, summaries, packets."""
    for table in (DekWrapRow, JournalEntryRow, LentKeyRow, KeySealRow):
        connection.execute(delete(table).where(table.person_id.in_(people)))
    drop_people(connection, people)
    for row in before.execute(facts_query().where(PacketRow.state.in_(GONE))):
        fact = checked_fact(row, store.trust)
        values = {
            "state": fact.state,
            "changed_at": fact.changed_at,
            "changed_by": fact.changed_by,
            "signature": row.signature,
            "sealed_key": None,
            "content": None,
        }
        same = (PacketRow.packet_id == fact.packet_id, PacketRow.content_hash == fact.content_hash)
        connection.execute(update(PacketRow).where(*same).values(**values))
