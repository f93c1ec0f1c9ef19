"""Whose case it is: the one rule behind "clinicians see their own caseload"."""

import msgspec

from desktop.records.ids import StaffId


class CaseHands(msgspec.Struct, frozen=True, gc=False):
    """Everybody who had to do with a case.

    ``tried_by`` logged any attempt. ``worked_by`` spoke with the person, or wrote any of a draft,
    a form or a visit, or took a draft over: a case that somebody works on has a specialist.
    """

    created_by: StaffId
    tried_by: frozenset[StaffId] = frozenset()
    worked_by: frozenset[StaffId] = frozenset()

    def holds(self, person: StaffId) -> bool:
        """Whether that person added the case, tried, spoke, wrote or took over."""
        return person == self.created_by or person in self.tried_by | self.worked_by


def is_in_caseload(me: StaffId, hands: CaseHands, here: frozenset[StaffId]) -> bool:
    """Whether the case is ``me``'s to open by rule; ``here`` are the clinicians who did not leave.

    Mine is what I added, tried, spoke, wrote or took over. A case that nobody who is still here
    works on is everybody's: whoever is on duty goes to a person who was not reached yet, and a
    case does not get lost when its specialist leaves.
    """
    return hands.holds(me) or not hands.worked_by & here
