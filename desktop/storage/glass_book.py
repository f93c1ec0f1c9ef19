"""Every break-glass access, read from its signed statements; what was read once is kept."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection, select

from desktop.records.break_glass import (
    LASTS,
    BrokenGlass,
    GlassKind,
    GlassOutcome,
    GlassReason,
)
from desktop.records.ids import PersonId, StaffId
from desktop.records.roles import Role
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.glass_statements import (
    GlassEnded,
    GlassOpened,
    GlassReviewed,
    GlassStatement,
)
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.schema import GlassLogRow

OPENERS = {
    GlassKind.OUTSIDE: frozenset({Role.SPECIALIST}),
    GlassKind.OFFICER: frozenset({Role.PRIVACY_OFFICER}),
}
REVIEWERS = frozenset({Role.NURSE_MANAGER, Role.PRIVACY_OFFICER})


class GlassBook:
    """Shared by all sessions of one open store. Reads only what was added since it last looked."""

    def __init__(self) -> None:
        self._known: dict[str, BrokenGlass] = {}
        self._last_seq = 0
        self.head = b""
        """SHA-256 of the newest stored statement."""
        self.refused: list[int] = []
        """Sequence numbers of statements that were not taken: show these."""

    def read(self, connection: Connection, trust: TrustBook) -> dict[str, BrokenGlass]:
        """All accesses by id, oldest first."""
        query = (
            select(
                GlassLogRow.seq,
                GlassLogRow.glass_id,
                GlassLogRow.kind,
                GlassLogRow.body,
                GlassLogRow.note,
            )
            .where(GlassLogRow.seq > self._last_seq)
            .order_by(GlassLogRow.seq)
        )
        for seq, glass_id, kind, body, note in connection.execute(query):
            if not self._takes(trust, glass_id, kind, body, note):
                self.refused.append(seq)
            self.head = digest(body)
            self._last_seq = seq
        return dict(self._known)

    def _takes(
        self, trust: TrustBook, glass_id: str, kind: str, body: bytes, note: bytes | None
    ) -> bool:
        try:
            statement = _KINDS[kind].read(body)
            is_signed = _is_signed(trust, statement, body)
        except (Damaged, KeyError):
            return False
        if not is_signed or statement.glass_id != glass_id or statement.before != self.head:
            return False
        if isinstance(statement, GlassOpened):
            found = _opened(trust, statement, note) if glass_id not in self._known else None
        elif glass_id not in self._known or note is not None:
            found = None
        else:
            found = _TAKERS[kind](trust, self._known[glass_id], statement)
        if found is not None:
            self._known[glass_id] = found
        return found is not None


def _opened(trust: TrustBook, statement: GlassOpened, note: bytes | None) -> BrokenGlass | None:
    if statement.access not in list(GlassKind) or statement.reason not in list(GlassReason):
        return None
    kind = GlassKind(statement.access)
    has_role = trust.certificates[statement.signer_id].role in OPENERS[kind]
    is_short = statement.at < statement.until <= statement.at + LASTS
    if not has_role or not is_short:
        return None
    if statement.note_hash != (digest(note) if note is not None else b""):
        return None
    return BrokenGlass(
        glass_id=statement.glass_id,
        person_id=PersonId(statement.person_id),
        kind=kind,
        opened_by=StaffId(statement.signer_id),
        reason=GlassReason(statement.reason),
        opened_at=statement.at,
        until=statement.until,
        has_note=note is not None,
    )


def _ended(_trust: TrustBook, known: BrokenGlass, statement: GlassStatement) -> BrokenGlass | None:
    if known.ended_at is not None or statement.signer_id != known.opened_by:
        return None
    return replace(known, ended_at=statement.at)


def _reviewed(
    trust: TrustBook, known: BrokenGlass, statement: GlassStatement
) -> BrokenGlass | None:
    """Once, by somebody else whose role reviews."""
    if not isinstance(statement, GlassReviewed) or statement.outcome not in list(GlassOutcome):
        return None
    signer = statement.signer_id
    may = trust.certificates[signer].role in REVIEWERS and signer != known.opened_by
    if not may or known.outcome is not None:
        return None
    return replace(
        known,
        outcome=GlassOutcome(statement.outcome),
        reviewed_by=StaffId(signer),
        reviewed_at=statement.at,
    )


def _is_signed(trust: TrustBook, statement: GlassStatement, body: bytes) -> bool:
    """By someone certified, and not after that person left."""
    signer = statement.signer_id
    if signer not in trust.certificates:
        return False
    left_at = trust.revoked.get(signer)
    if left_at is not None and statement.at > left_at:
        return False
    keys = trust.verify_keys(signer)
    return any(type(statement).is_signed(body, trust.hospital, key) for key in keys)


_KINDS: dict[str, type[GlassStatement]] = {
    each.kind: each for each in (GlassOpened, GlassEnded, GlassReviewed)
}
_TAKERS: dict[str, Callable[[TrustBook, BrokenGlass, GlassStatement], BrokenGlass | None]] = {
    GlassEnded.kind: _ended,
    GlassReviewed.kind: _reviewed,
}
