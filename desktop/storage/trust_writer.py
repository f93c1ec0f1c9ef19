"""Adding statements to the trust log, by a signed-in person or by the root behind two codes."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, insert

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.services.ports import RecoveryCodes
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import NotTrusted
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.recovery import open_root
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.statements import Statement
from desktop.storage.opened_store import RECOVERY, OpenedStore, read_meta
from desktop.storage.schema import TrustLogRow


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs a statement, with which key."""

    signer_id: str
    key: SigningKey = field(repr=False)


def add_statement(
    connection: Connection, store: OpenedStore, kind: str, statement: Statement, key: SigningKey
) -> None:
    """Sign and append one, and take it in. A statement that does not hold is not kept.

    Raises ``NotTrusted``: leave the transaction with it, so that nothing is written.
    """
    body = statement.issue(store.trust.hospital, key)
    connection.execute(insert(TrustLogRow), {"kind": kind, "body": body})
    refused = len(store.trust.refused_statements)
    before = store.trusted.state
    store.read_trust(connection)
    if len(store.trust.refused_statements) > refused:
        store.trusted.state = before
        raise NotTrusted


def root_from(store: OpenedStore, codes: RecoveryCodes, asker: str) -> Identity:
    """The hospital root, for one act of ``asker``, under whom codes that open nothing are noted.

    KnownErrors ``recovery.*``, ``code.*``, ``store.damaged``.
    """
    first, second = (OneTimeCode.parse(code) for code in codes)
    with store.database.transaction() as connection:
        sealed = read_meta(connection, RECOVERY)
    try:
        return open_root(sealed, first, second, store.trust.hospital)
    except KnownError as error:
        if error.message_id == "recovery.wrong-code":
            now, actor = store.clock.now(), StaffId(asker)
            store.chain.append(
                AuditEvent(AuditAction.CODE_REFUSED, actor, now, detail=error.message_id)
            )
        raise


def root_signer(root: Identity) -> Signer:
    """The root as a signer."""
    return Signer(ROOT, root.signing)
