"""Who signed what arrives from another workstation: the papers come along and lead to the root."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from desktop.errors import KnownError
from desktop.records.roles import Role
from desktop.storage.compartment_rules import TRUST_RULES
from desktop.storage.crypto.certificates import Certificate
from desktop.storage.crypto.elsewhere import ELSEWHERE, Elsewhere
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hand_over_file import OpenedLetter, Passage
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.opened_store import OpenedStore
from desktop.storage.person_book import CARERS
from desktop.storage.schema import CertificateRow, TrustLogRow


def take_papers(
    connection: Connection, store: OpenedStore, log: Sequence[tuple[str, bytes]]
) -> TrustBook:
    """Keep what the sender's trust log says of people beyond ours; returns the sender's book.

    Nothing is added where everybody is known with all their keys. Who was revoked here stays it.
    """
    papers = connection.execute(select(CertificateRow.body).order_by(CertificateRow.seq))
    trust = store.trust
    there = read_trust(trust.hospital, trust.root, papers.scalars().all(), list(log), TRUST_RULES)
    if all(_is_known(trust, there, subject) for subject in there.certificates):
        return there
    ours = connection.execute(select(TrustLogRow.kind, TrustLogRow.body).order_by(TrustLogRow.seq))
    shared = 0
    for mine, theirs in zip(ours.all(), log, strict=False):
        if tuple(mine) != theirs:
            break
        shared += 1
    body = Elsewhere(shared, tuple(log[shared:])).encode()
    refused = len(trust.refused_statements)
    connection.execute(insert(TrustLogRow), {"kind": ELSEWHERE, "body": body})
    store.read_trust(connection)
    if len(store.trust.refused_statements) > refused:
        raise Damaged
    return there


def need_sender(
    trust: TrustBook, there: TrustBook, passage: Passage, letter: OpenedLetter
) -> Certificate:
    """Who signed a file, if that person may.

    KnownErrors ``hand-over.unknown-signer``, ``hand-over.revoked-signer``,
    ``hand-over.damaged``.
    """
    signer = letter.signer_id
    if signer in trust.revoked or signer in there.revoked:
        raise KnownError("hand-over.revoked-signer")
    if signer not in trust.certificates or signer not in there.certificates:
        raise KnownError("hand-over.unknown-signer")
    found = there.person(signer)
    if found.role not in list(Role) or Role(found.role) not in CARERS:
        raise KnownError("hand-over.unknown-signer")
    for key in there.verify_keys(signer):
        if key not in trust.verify_keys(signer):
            continue
        try:
            passage.check(letter, key)
        except Damaged:
            continue
        return found
    raise KnownError("hand-over.damaged")


def _is_known(ours: TrustBook, there: TrustBook, subject: str) -> bool:
    if subject not in ours.certificates:
        return there.person(subject).issuer_id in ours.revoked  # is not taken anyway
    return set(there.verify_keys(subject)) <= set(ours.verify_keys(subject))
