"""The tables of the store. Rows never leave this package; sealed columns never show in a repr."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

APPLICATION_ID = 0x464C5331
"""``PRAGMA application_id`` of every store: "FLS1"."""
FORMAT_VERSION = 3
"""``PRAGMA user_version``: a program refuses a file whose number is higher than its own."""

_STRICT = {"sqlite_strict": True}


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Common base: constraint names that a later migration can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), bytes: LargeBinary()}
    """Any is SQLAlchemy's own type for this table of its; STRICT tables know only TEXT and BLOB."""


class MetaRow(Base):
    """One named blob about the whole store: ids, public root keys, sealed secrets."""

    __tablename__ = "store_meta"
    __table_args__ = _STRICT
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes] = mapped_column(repr=False)


class CertificateRow(Base):
    """A certified person: statement and signature exactly as they were made."""

    __tablename__ = "certificates"
    __table_args__ = _STRICT
    seq: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[str]
    body: Mapped[bytes] = mapped_column(repr=False)


class TrustLogRow(Base):
    """One signed statement about people or keys, exactly as it was made; order is meaning."""

    __tablename__ = "trust_log"
    __table_args__ = _STRICT
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    body: Mapped[bytes] = mapped_column(repr=False)


class PersonLogRow(Base):
    """One signed statement about a person's data: held, to be erased, erased. No content."""

    __tablename__ = "person_log"
    __table_args__ = (Index(None, "person_id"), _STRICT)
    seq: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str]
    kind: Mapped[str]
    body: Mapped[bytes] = mapped_column(repr=False)


class GlassLogRow(Base):
    """One signed statement about a break-glass access: opened, ended, reviewed.

    ``note`` is what was said at the opening, sealed to the auditor.
    """

    __tablename__ = "glass_log"
    __table_args__ = _STRICT
    seq: Mapped[int] = mapped_column(primary_key=True)
    glass_id: Mapped[str]
    kind: Mapped[str]
    body: Mapped[bytes] = mapped_column(repr=False)
    note: Mapped[bytes | None] = mapped_column(repr=False)


class LentKeyRow(Base):
    """One person's data key sealed to a privacy officer for some hours; gone afterwards."""

    __tablename__ = "lent_keys"
    __table_args__ = _STRICT
    person_id: Mapped[str] = mapped_column(primary_key=True)
    compartment: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(repr=False)


class UserBlobRow(Base):
    """A person's private keys, sealed under the password."""

    __tablename__ = "user_blobs"
    __table_args__ = _STRICT
    staff_id: Mapped[str] = mapped_column(primary_key=True)
    blob: Mapped[bytes] = mapped_column(repr=False)


class EnrolmentRow(Base):
    """A one-time code not yet used: private keys sealed under it. ``blob`` is NULL once spent."""

    __tablename__ = "enrolments"
    __table_args__ = _STRICT
    staff_id: Mapped[str] = mapped_column(primary_key=True)
    blob: Mapped[bytes | None] = mapped_column(repr=False)


class CompartmentRow(Base):
    """The public half of a compartment that is a key pair (PKT, AUD), signed by the root."""

    __tablename__ = "compartments"
    __table_args__ = _STRICT
    compartment: Mapped[str] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[bytes] = mapped_column(repr=False)
    signature: Mapped[bytes] = mapped_column(repr=False)


class GrantRow(Base):
    """A compartment's key sealed to one person (or "root") and signed by who granted it."""

    __tablename__ = "grants"
    __table_args__ = _STRICT
    compartment: Mapped[str] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(repr=False)


class DekWrapRow(Base):
    """One person's data key of one compartment, wrapped under the compartment's key."""

    __tablename__ = "dek_wraps"
    __table_args__ = _STRICT
    person_id: Mapped[str] = mapped_column(primary_key=True)
    compartment: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    wrapped: Mapped[bytes] = mapped_column(repr=False)


class RecordRow(Base):
    """A record: whose it is, of which kind, in which compartment. ``seq`` is its age."""

    __tablename__ = "records"
    __table_args__ = (Index(None, "person_id", "kind"), _STRICT)
    seq: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[str]
    kind: Mapped[str]
    compartment: Mapped[str]


class RevisionRow(Base):
    """One sealed revision. Author and time are inside the seal; ``amends`` is there too."""

    __tablename__ = "revisions"
    __table_args__ = _STRICT
    record_id: Mapped[str] = mapped_column(ForeignKey("records.record_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    dek_version: Mapped[int]
    schema_version: Mapped[int]
    amends: Mapped[int | None]
    previous_hash: Mapped[bytes]
    sealed: Mapped[bytes] = mapped_column(repr=False)


class SignOffRow(Base):
    """One person's signature over exactly one stored revision."""

    __tablename__ = "sign_offs"
    __table_args__ = _STRICT
    record_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    signer: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]
    signature: Mapped[bytes] = mapped_column(repr=False)


class PacketRow(Base):
    """A finished packet: its key sealed to the desk, its content, and a signed state.

    ``content_hash`` stays when key and content are destroyed: the tombstone.
    """

    __tablename__ = "packets"
    __table_args__ = (Index(None, "made_at"), _STRICT)
    packet_id: Mapped[str] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    state: Mapped[str]
    made_at: Mapped[str]
    changed_at: Mapped[str]
    changed_by: Mapped[str]
    content_hash: Mapped[bytes]
    sealed_key: Mapped[bytes | None] = mapped_column(repr=False)
    content: Mapped[bytes | None] = mapped_column(repr=False)
    signature: Mapped[bytes] = mapped_column(repr=False)


class AuditRow(Base):
    """One audit entry, sealed to the auditor and chained to the one before."""

    __tablename__ = "audit"
    __table_args__ = _STRICT
    workstation_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(repr=False)
    previous_hash: Mapped[bytes]
    entry_hash: Mapped[bytes]


class AuditCheckpointRow(Base):
    """A signature over the chain's length and head by whoever was signed in."""

    __tablename__ = "audit_checkpoints"
    __table_args__ = _STRICT
    workstation_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(repr=False)


class SiteFactRow(Base):
    """One signed fact about the site (approval, setting). Not clinical, not sealed."""

    __tablename__ = "site_facts"
    __table_args__ = _STRICT
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    signer: Mapped[str]
    body: Mapped[bytes]
    signature: Mapped[bytes] = mapped_column(repr=False)


class CaseloadBlockRow(Base):
    """Up to 256 sealed summaries under a key of their own; derived, so always replaceable."""

    __tablename__ = "caseload_blocks"
    __table_args__ = _STRICT
    block: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    wrapped: Mapped[bytes] = mapped_column(repr=False)
    sealed: Mapped[bytes] = mapped_column(repr=False)


class CaseloadMemberRow(Base):
    """In which block a person's summary is; ``is_current`` is 0 once a record changed."""

    __tablename__ = "caseload_members"
    __table_args__ = (Index(None, "block"), _STRICT | {"sqlite_with_rowid": False})
    person_id: Mapped[str] = mapped_column(primary_key=True)
    block: Mapped[int]
    is_current: Mapped[int]


class ThrottleRow(Base):
    """Failed sign-ins in a row of one account; unknown names share 64 rows."""

    __tablename__ = "sign_in_throttle"
    __table_args__ = _STRICT
    account: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_failed_at: Mapped[str]


class OutboxRow(Base):
    """What a shared hub has yet to be told; empty while one store is one workstation."""

    __tablename__ = "outbox"
    __table_args__ = _STRICT
    seq: Mapped[int] = mapped_column(primary_key=True)
    object_type: Mapped[str]
    object_id: Mapped[str]
    number: Mapped[int]
