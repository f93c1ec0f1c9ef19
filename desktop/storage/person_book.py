"""Whose data are held, to be erased, erased, or at another workstation: read from the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from desktop.records.erasure import (
    Erased,
    ErasureAct,
    ErasureReason,
    ErasureWish,
    HoldAct,
    HoldReason,
    LegalHold,
)
from desktop.records.hand_over import HandedOver
from desktop.records.ids import PersonId, StaffId
from desktop.records.roles import Role
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hand_over_statement import HandOverStatement
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.person_statements import (
    ErasureStatement,
    LegalHoldStatement,
    PersonStatement,
    Tombstone,
    trust_hash,
)
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.hand_over_book import HandOverBook
from desktop.storage.schema import PersonLogRow, TrustLogRow

GUARDS = frozenset({Role.PRIVACY_OFFICER, Role.ADMINISTRATOR})
"""Roles without any clinical key: they set and end holds and agree to an erasure."""
ASKERS = frozenset({Role.NURSE_MANAGER})
"""Who may ask for an erasure: holds the clinical keys and so knows who the person is."""


CARERS = frozenset({Role.SPECIALIST, Role.NURSE_MANAGER})
"""Who may hand a case over and take one in: whoever holds its keys."""


@dataclass(frozen=True, slots=True)
class PersonBook:
    """What the person log says now."""

    holds: Mapping[str, LegalHold] = field(default_factory=dict)
    wishes: Mapping[str, ErasureStatement] = field(default_factory=dict)
    erased: Mapping[str, Tombstone] = field(default_factory=dict)
    """By person: a tombstone stands under each of the people whom it names."""
    away: Mapping[str, HandedOver] = field(default_factory=dict)
    """Whose case was handed over to another workstation and has not come back, by person."""
    taken_in: Mapping[str, HandOverStatement] = field(default_factory=dict)
    """Every hand-over that was taken in here, by its letter; the newest of each."""
    hold_papers: Mapping[str, bytes] = field(default_factory=dict)
    """The signed statement behind each hold, to go with the case."""
    head: bytes = b""
    """SHA-256 of the newest stored statement; empty when there is none."""
    refused: tuple[int, ...] = ()
    """Sequence numbers of statements that were not taken: show these."""


def read_person_book(connection: Connection, trust: TrustBook) -> PersonBook:
    """Verify every statement in order; one that does not hold changes nothing and is listed."""
    rows = connection.execute(
        select(
            PersonLogRow.seq, PersonLogRow.person_id, PersonLogRow.kind, PersonLogRow.body
        ).order_by(PersonLogRow.seq)
    ).all()
    if not rows:
        return PersonBook()
    log = select(TrustLogRow.body).order_by(TrustLogRow.seq)
    reader = _Reader(trust, connection.execute(log).scalars().all())
    for seq, person_id, kind, body in rows:
        if not reader.takes(person_id, kind, body):
            reader.refused.append(seq)
        reader.head = digest(body)
    return reader.book()


def as_wish(statement: ErasureStatement) -> ErasureWish:
    """What a screen may show of a wish to erase."""
    return ErasureWish(
        PersonId(statement.person_ids[0]),
        ErasureReason(statement.reason),
        StaffId(statement.signer_id),
        statement.at,
        statement.records,
    )


def as_erased(tombstone: Tombstone) -> Erased:
    """What a screen may show of an erasure."""
    return Erased(
        PersonId(tombstone.person_ids[0]),
        ErasureReason(tombstone.reason),
        StaffId(tombstone.asked_by),
        StaffId(tombstone.signer_id),
        tombstone.at,
        tombstone.records,
    )


class _Reader:
    """The state of the book while statements come in."""

    def __init__(self, trust: TrustBook, trusted: Sequence[bytes]) -> None:
        self._trust = trust
        self._trusted = trusted
        self._holds: dict[str, LegalHold] = {}
        self._wishes: dict[str, ErasureStatement] = {}
        self._erased: dict[str, Tombstone] = {}
        self._moves = HandOverBook()
        self._hold_papers: dict[str, bytes] = {}
        self.head = b""
        self.refused: list[int] = []

    def takes(self, person_id: str, kind: str, body: bytes) -> bool:
        """Whether one statement holds; what it says is then in force."""
        try:
            statement = _KINDS[kind].read(body)
            if not self._is_signed(statement, body):
                return False
        except (Damaged, KeyError):
            return False
        fits = statement.person_ids[0] == person_id and statement.before == self.head
        if not fits or any(each in self._erased for each in statement.person_ids):
            return False
        if isinstance(statement, LegalHoldStatement):
            return self._takes_hold(statement, body)
        if isinstance(statement, ErasureStatement):
            return self._takes_wish(statement)
        if isinstance(statement, HandOverStatement):
            return self._takes_hand_over(statement)
        return isinstance(statement, Tombstone) and self._takes_tombstone(statement)

    def book(self) -> PersonBook:
        """What holds now."""
        return PersonBook(
            dict(self._holds),
            dict(self._wishes),
            dict(self._erased),
            dict(self._moves.away),
            dict(self._moves.taken_in),
            dict(self._hold_papers),
            self.head,
            tuple(self.refused),
        )

    def _takes_hold(self, statement: LegalHoldStatement, body: bytes) -> bool:
        if not self._has_role(statement, GUARDS) or statement.act not in list(HoldAct):
            return False
        person, signer = statement.person_ids[0], StaffId(statement.signer_id)
        known = self._holds.get(person)
        act = HoldAct(statement.act)
        if act is HoldAct.SET:
            if known is not None or statement.reason not in list(HoldReason):
                return False
            self._wishes.pop(person, None)  # nothing asked before the hold is done after it
            reason = HoldReason(statement.reason)
            self._holds[person] = LegalHold(PersonId(person), reason, signer, statement.at)
            self._hold_papers[person] = body
            return True
        if known is None or (act is HoldAct.END_ASKED) is (known.end_asked_by is not None):
            return False
        if act is HoldAct.ENDED:
            if known.end_asked_by == signer:
                return False
            del self._holds[person], self._hold_papers[person]
            return True
        asked_by = signer if act is HoldAct.END_ASKED else None
        self._holds[person] = replace(known, end_asked_by=asked_by)
        return True

    def _takes_wish(self, statement: ErasureStatement) -> bool:
        if statement.act not in list(ErasureAct):
            return False
        person = statement.person_ids[0]
        if ErasureAct(statement.act) is ErasureAct.DROPPED:
            may = self._has_role(statement, GUARDS | ASKERS)
            return may and self._wishes.pop(person, None) is not None
        is_free = person not in self._wishes and not self._is_held(statement)
        is_known = statement.reason in list(ErasureReason)
        if not (self._has_role(statement, ASKERS) and is_free and is_known):
            return False
        self._wishes[person] = statement
        return True

    def _takes_tombstone(self, statement: Tombstone) -> bool:
        wish = self._wishes.get(statement.person_ids[0])
        if wish is None or self._is_held(statement) or not self._has_role(statement, GUARDS):
            return False
        as_asked = (wish.person_ids, wish.reason, wish.signer_id)
        if as_asked != (statement.person_ids, statement.reason, statement.asked_by):
            return False
        if statement.signer_id == statement.asked_by:
            return False
        trusted = self._trusted[: statement.trusted_count]
        if len(trusted) != statement.trusted_count or trust_hash(trusted) != statement.trusted_hash:
            return False
        for person in statement.person_ids:
            self._wishes.pop(person, None)
            self._erased[person] = statement
        return True

    def _takes_hand_over(self, statement: HandOverStatement) -> bool:
        """A hold comes as whoever set it signed it; where there is one already, that stands."""
        if not self._has_role(statement, CARERS):
            return False
        holds = [LegalHoldStatement.read(body) for body in statement.holds]
        for hold, body in zip(holds, statement.holds, strict=True):
            is_set = hold.act == HoldAct.SET.value and hold.reason in list(HoldReason)
            is_theirs = hold.person_ids[0] in statement.person_ids
            if not (is_set and is_theirs and self._is_signed(hold, body)):
                return False
            if not self._has_role(hold, GUARDS):
                return False
        is_asked = any(each in self._wishes for each in statement.person_ids)
        by_manager = self._has_role(statement, ASKERS)
        if not self._moves.takes(statement, is_asked=is_asked, by_manager=by_manager):
            return False
        for hold, body in zip(holds, statement.holds, strict=True):
            if hold.person_ids[0] not in self._holds:
                self._takes_hold(hold, body)
        return True

    def _is_held(self, statement: PersonStatement) -> bool:
        return any(each in self._holds for each in statement.person_ids)

    def _has_role(self, statement: PersonStatement, roles: frozenset[Role]) -> bool:
        return self._trust.certificates[statement.signer_id].role in roles

    def _is_signed(self, statement: PersonStatement, body: bytes) -> bool:
        """By someone certified, and not after that person left."""
        signer = statement.signer_id
        if signer not in self._trust.certificates:
            return False
        left_at = self._trust.revoked.get(signer)
        if left_at is not None and statement.at > left_at:
            return False
        keys = self._trust.verify_keys(signer)
        return any(type(statement).is_signed(body, self._trust.hospital, key) for key in keys)


_KINDS: dict[str, type[PersonStatement]] = {
    each.kind: each for each in (LegalHoldStatement, ErasureStatement, HandOverStatement, Tombstone)
}
