"""Whose case is at another workstation, and which hand-overs were taken in: from the person log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from desktop.records.hand_over import (
    HandedOver,
    HandOverAct,
    HandOverReason,
    TakeBackReason,
)
from desktop.records.ids import PersonId, StaffId, WorkstationId
from desktop.storage.crypto.hand_over_statement import HandOverStatement


@dataclass(slots=True)
class HandOverBook:
    """The state while statements come in, each already checked for its signature and role."""

    away: dict[str, HandedOver] = field(default_factory=dict)
    """By person."""
    taken_in: dict[str, HandOverStatement] = field(default_factory=dict)
    """By letter."""

    def takes(self, statement: HandOverStatement, *, is_asked: bool, by_manager: bool) -> bool:
        """Whether it holds; ``is_asked`` says that somebody of it is to be erased."""
        if statement.act not in list(HandOverAct):
            return False
        act = HandOverAct(statement.act)
        if act is HandOverAct.TAKEN_IN:
            return self._takes_in(statement)
        if act is HandOverAct.GIVEN:
            return not is_asked and self._takes_given(statement)
        known = [self.away.get(each) for each in statement.person_ids]
        if any(each is None or each.letter != statement.letter for each in known):
            return False
        if act is HandOverAct.CONFIRMED:
            for person in statement.person_ids:
                self.away[person] = replace(self.away[person], is_confirmed=True)
            return True
        is_confirmed = any(each is not None and each.is_confirmed for each in known)
        if statement.reason not in list(TakeBackReason):
            return False
        is_lost = TakeBackReason(statement.reason) is TakeBackReason.OTHER_LOST
        if not by_manager if is_lost else is_confirmed:
            return False
        for person in statement.person_ids:
            del self.away[person]
        return True

    def _takes_given(self, statement: HandOverStatement) -> bool:
        people = statement.person_ids
        if any(each in self.away for each in people):
            return False
        if statement.reason not in list(HandOverReason):
            return False
        self.away.update(dict.fromkeys(people, _as_handed_over(statement)))
        return True

    def _takes_in(self, statement: HandOverStatement) -> bool:
        self.taken_in[statement.letter] = statement
        for person in statement.person_ids:
            self.away.pop(person, None)
        return True


def _as_handed_over(statement: HandOverStatement) -> HandedOver:
    return HandedOver(
        tuple(map(PersonId, statement.person_ids)),
        statement.letter,
        WorkstationId(statement.other),
        StaffId(statement.signer_id),
        statement.at,
        statement.file_hash,
    )


def letters_of(taken_in: Mapping[str, HandOverStatement], people: Iterable[str]) -> tuple[str, ...]:
    """Every hand-over that the case of these people has been through, as far as is known here."""
    wanted = set(people)
    found: set[str] = set()
    for letter, statement in taken_in.items():
        if wanted & set(statement.person_ids):
            found.update((letter, *statement.earlier))
    return tuple(sorted(found))
