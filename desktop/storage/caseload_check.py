"""Whether the packed summaries open, and hold who the index says."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select

from desktop.errors import KnownError
from desktop.records.case_summary import PersonSummary
from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.storage.case_pack import unpack
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.keywrap import unwrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.schema import CaseloadBlockRow, CaseloadMemberRow
from desktop.storage.session_keys import SessionKeys

_KEY = Compartment.CLIN


def open_block(
    keys: SessionKeys, block: int, epoch: int, wrapped: bytes, sealed: bytes
) -> dict[PersonId, PersonSummary]:
    """The summaries of one block. KnownErrors ``store.no-key``, ``store.damaged``, ..."""
    places = keys.places
    wrapping = SymmetricKey(keys.secret(_KEY, epoch))
    key = unwrap_key(wrapping, places.caseload_key(block, epoch), wrapped)
    return unpack(open_sealed(key, places.caseload_block(block), sealed))


def damaged_places(
    connection: Connection, keys: SessionKeys, opened: Callable[[], None]
) -> Iterator[tuple[str, bool]]:
    """Blocks that do not open though the key is there, members who are not in theirs.

    With each whether it is a block.
    """
    held = keys.epochs_of(_KEY)
    members: dict[int, set[str]] = {}
    for person_id, block, is_current in connection.execute(
        select(CaseloadMemberRow.person_id, CaseloadMemberRow.block, CaseloadMemberRow.is_current)
    ):
        members.setdefault(block, set()).add(person_id)
        if is_current not in (0, 1):
            yield f"caseload_members/{person_id}", False
    columns = (CaseloadBlockRow.block, CaseloadBlockRow.epoch, CaseloadBlockRow.wrapped)
    for row in connection.execute(select(*columns, CaseloadBlockRow.sealed)):
        mine = members.pop(row[0], set())
        if row[1] not in held:
            continue
        try:
            summaries = open_block(keys, *row)
        except KnownError:
            yield f"caseload_blocks/{row[0]}", True
            continue
        opened()
        for person_id in sorted(mine - set(summaries)):
            yield f"caseload_members/{person_id}", False
    if held:
        for people in members.values():
            for person_id in sorted(people):
                yield f"caseload_members/{person_id}", False
