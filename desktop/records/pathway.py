"""Which kind of harm brought the person here, and so which program goes to them."""

from enum import StrEnum


class Pathway(StrEnum):
    """A class for triage, never the story: who did it or how is not asked.

    Programs of this kind are for community violence: one children's hospital's leaves partner
    violence and child abuse out (news.pennmedicine.org, 2013/05), and Connecticut's Medicaid
    benefit means acts in public by people who are not family or partners (CGS 17b-28j).
    """

    COMMUNITY = "community-violence"
    PARTNER = "partner-violence"
    CHILD = "child-protection"
    SELF_HARM = "self-harm"
    POLICE = "police-action"
    NOT_KNOWN = "not-known"
    """Nobody knows yet: the person stays here until somebody does."""


OWN = frozenset({Pathway.COMMUNITY, Pathway.NOT_KNOWN})
"""What this program goes to itself, whatever a site sets."""
ELSEWHERE = tuple(one for one in Pathway if one not in OWN)
"""What goes to another program unless the site takes it too."""
