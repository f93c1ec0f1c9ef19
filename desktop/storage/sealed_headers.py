"""Whether every sealed value has a whole header of the kind that belongs in its place: no key."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, SQLColumnExpression, select

from desktop.errors import KnownError
from desktop.services.ports import StoreProblem
from desktop.storage.crypto.aead import NONCE_BYTES, TAG_BYTES
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.header import Suite, parse_header
from desktop.storage.crypto.hpke_wrap import X25519_BYTES
from desktop.storage.crypto.password_seal import has_checksum
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.opened_store import (
    RECOVERY,
    SEALED_BY_DEVICE,
    SEALED_BY_PHRASE,
    OpenedStore,
)
from desktop.storage.schema import (
    AuditRow,
    CaseloadBlockRow,
    DekWrapRow,
    EnrolmentRow,
    MetaRow,
    PacketRow,
    RevisionRow,
    UserBlobRow,
)
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.workstations import OWN_KEYS

_SEALED = (Suite.AES_256_GCM, Suite.AES_256_GCM_CHUNKED)
_TO_KEY = (Suite.HPKE_X25519_AES_256_GCM,)
_BY_PASSWORD = (Suite.ARGON2ID_AES_256_GCM, Suite.PBKDF2_AES_256_GCM)
_LEAST = {Suite.HPKE_X25519_AES_256_GCM: X25519_BYTES + TAG_BYTES}


class _Column(NamedTuple):
    """Any: SQLAlchemy's own word for columns of several types."""

    table: str
    names: tuple[SQLColumnExpression[Any], ...]
    value: SQLColumnExpression[Any]
    suites: tuple[Suite, ...]
    is_summed: bool = False
    """Whether it ends with a checksum of its own."""
    only: ColumnElement[bool] | None = None


_COLUMNS = (
    _Column("user_blobs", (UserBlobRow.staff_id,), UserBlobRow.blob, _BY_PASSWORD, is_summed=True),
    _Column(
        "enrolments",
        (EnrolmentRow.staff_id,),
        EnrolmentRow.blob,
        (Suite.AES_256_GCM,),
        is_summed=True,
    ),
    _Column(
        "store_meta",
        (MetaRow.name,),
        MetaRow.value,
        (*_BY_PASSWORD, Suite.RECOVERY_2_OF_3),
        is_summed=True,
        only=MetaRow.name.in_((SEALED_BY_PHRASE, RECOVERY)),
    ),
    _Column(
        "store_meta",
        (MetaRow.name,),
        MetaRow.value,
        _TO_KEY,
        only=MetaRow.name == SEALED_BY_DEVICE,
    ),
    _Column(
        "store_meta",
        (MetaRow.name,),
        MetaRow.value,
        (*_TO_KEY, Suite.AES_256_GCM),
        is_summed=True,
        only=MetaRow.name.in_(OWN_KEYS),
    ),
    _Column(
        "dek_wraps",
        (DekWrapRow.person_id, DekWrapRow.compartment, DekWrapRow.version),
        DekWrapRow.wrapped,
        (Suite.AES_256_GCM,),
    ),
    _Column(
        "key_seals",
        (KeySealRow.person_id, KeySealRow.compartment, KeySealRow.version),
        KeySealRow.sealed,
        _SEALED,
    ),
    _Column("revisions", (RevisionRow.record_id, RevisionRow.number), RevisionRow.sealed, _SEALED),
    _Column(
        "journal",
        (JournalEntryRow.record_id, JournalEntryRow.base, JournalEntryRow.seq),
        JournalEntryRow.sealed,
        _SEALED,
    ),
    _Column(
        "caseload_blocks",
        (CaseloadBlockRow.block,),
        CaseloadBlockRow.wrapped,
        (Suite.AES_256_GCM,),
    ),
    _Column("caseload_blocks", (CaseloadBlockRow.block,), CaseloadBlockRow.sealed, _SEALED),
    _Column("packets", (PacketRow.packet_id,), PacketRow.sealed_key, _TO_KEY),
    _Column("packets", (PacketRow.packet_id,), PacketRow.content, _SEALED),
    _Column("audit", (AuditRow.workstation_id, AuditRow.number), AuditRow.sealed, _TO_KEY),
)
"""Every column of sealed bytes that no signature or chain covers whole."""


def header_problems(connection: Connection, _store: OpenedStore) -> Iterator[StoreProblem]:
    """Values that are cut, of no known kind, or unlike the sum they carry."""
    for column in _COLUMNS:
        query = select(column.value, *column.names).where(column.value.is_not(None))
        if column.only is not None:
            query = query.where(column.only)
        for value, *names in connection.execute(query):
            if not _is_whole(value, column):
                where = "/".join(map(str, (column.table, *names)))
                yield StoreProblem(where, "verify.sealed")


def packet_sum_problems(connection: Connection, _store: OpenedStore) -> Iterator[StoreProblem]:
    """Packets whose content is not what was signed, or is there though it was deleted."""
    columns = (PacketRow.packet_id, PacketRow.content_hash, PacketRow.sealed_key, PacketRow.content)
    for packet_id, content_hash, sealed_key, content in connection.execute(select(*columns)):
        if sealed_key is None and content is None:
            continue
        if digest(frame(sealed_key or b"", content or b"")) != content_hash:
            yield StoreProblem(f"packets/{packet_id}", "verify.sealed")


def _is_whole(value: bytes, column: _Column) -> bool:
    try:
        header, body = parse_header(value, *column.suites)
    except KnownError:
        return False
    if column.is_summed and not has_checksum(value):
        return False
    return len(body) >= _LEAST.get(header.suite, NONCE_BYTES + TAG_BYTES)
