"""Who may know that somebody is here: the names that the person gave, and nobody else.

While no information is given, updates go only to people who are authorised (gillettechildrens.org,
patient anonymity and confidentiality); what may be said to family and friends is what the person
agreed to (45 CFR 164.510(b), ecfr.gov/current/title-45/section-164.510).
"""

from dataclasses import dataclass, field

from desktop.records.ids import EpisodeId


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody whom the person named; both marks off: told nothing, no visit."""

    name: str = field(repr=False)
    relation: str = field(default="", repr=False)
    may_be_told: bool = False
    may_visit: bool = False


@dataclass(frozen=True, slots=True)
class MayKnow:
    """The names of one case, in the person's order; kept in the ID compartment. Empty: nobody."""

    episode_id: EpisodeId
    people: tuple[NamedPerson, ...] = field(default=(), repr=False)
