"""Signed, readable facts of a site: what it is, its public keys, approvals, settings, forms."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.schema import SiteFactRow

SITE = "site"
APPROVAL = "approval"
SETTING = "setting"
ENROLLED_AGAIN = "enrolled-again"
"""The root's word that the workstation got a new secret: all passwords before it ended."""
RECOVERY_RENEWED = "recovery-renewed"
"""The root's word that other recovery codes open it from then on."""
BRANCH = "rollback-branch"
"""That a record was written to while the store was older than what had been seen of it."""
CARD = "workstation"
"""The root's word who a workstation of the hospital is and to which key its files are sealed."""
FORM = "form"
FORM_STAND = "form-standing"
FORM_FILE = "form-file/"
"""Followed by the SHA-256 (hex) of the file that the fact holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteStatement:
    """What the root said of this store at set-up."""

    store_id: str
    workstation_id: str
    hospital_name: str
    workstation_name: str
    is_demo: bool
    kdf: KdfCost


@dataclass(frozen=True, slots=True)
class SignedFact:
    """One stored fact; ``body`` is the exact bytes that were signed, ``seq`` its age."""

    seq: int
    kind: str
    signer: str
    body: bytes
    signature: bytes

    def holds(self, trust: TrustBook) -> bool:
        """Whether that signer was certified then and did sign it, for this hospital and kind."""
        if self.signer not in trust.certificates and self.signer != ROOT:
            return False
        if self.seq > trust.last_facts.get(self.signer, self.seq):
            return False
        context = fact_context(trust.hospital, self.kind)
        try:
            trust.check_signature(self.signer, Label.SITE_FACT, context, self.body, self.signature)
        except Damaged:
            return False
        return True


def fact_context(hospital: str, kind: str, *more: bytes) -> tuple[bytes, ...]:
    """What a fact's signature is bound to: hospital, kind, and its place where it has one."""
    return (hospital.encode(), kind.encode(), *more)


def add_fact(
    connection: Connection, hospital: str, kind: str, body: bytes, signer: str, key: SigningKey
) -> None:
    """Sign and append one fact."""
    signature = sign(key, Label.SITE_FACT, fact_context(hospital, kind), body)
    row = {"kind": kind, "signer": signer, "body": body, "signature": signature}
    connection.execute(insert(SiteFactRow), row)


def read_facts(connection: Connection, kind: str) -> list[SignedFact]:
    """All facts of one kind, oldest first; not yet checked."""
    query = (
        select(
            SiteFactRow.seq,
            SiteFactRow.kind,
            SiteFactRow.signer,
            SiteFactRow.body,
            SiteFactRow.signature,
        )
        .where(SiteFactRow.kind == kind)
        .order_by(SiteFactRow.seq)
    )
    return [SignedFact(*row) for row in connection.execute(query)]
