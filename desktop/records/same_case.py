"""Whether somebody who is being added may be in a case already: same bed, or an alias alike.

Only ever a hint to look, from what a list of cases shows anyway: no name is read for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.records.same_person import words_alike

SAME_STAY = timedelta(hours=6)
"""Two pages about one bed within this may be about one person; ours, as short as a shift's half."""
AGES_APART_YEARS = 5
"""Ages at a bedside are guesses: further apart than this they are two people's."""


class LikeWhy(StrEnum):
    """What is alike."""

    ALIAS = "alias"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class HeardCase:
    """What is known of somebody at once; ``arrived_at`` and ``age_years`` None where they are not.

    ``place`` is a room or bed as people write it.
    """

    alias: str
    place: str
    arrived_at: datetime | None
    age_years: int | None = None


def why_alike(one: HeardCase, other: HeardCase) -> LikeWhy | None:
    """What hints at one case; None where nothing does.

    The place counts only with a number in it (everybody is in "the ED"), and only while the
    arrivals are near and the ages do not speak against it.
    """
    if _same_alias(one.alias, other.alias):
        return LikeWhy.ALIAS
    place = _plain(one.place)
    has_number = any(letter.isdigit() for letter in place)
    if not has_number or place != _plain(other.place):
        return None
    is_near = _are_near(one, other) and not _ages_apart(one, other)
    return LikeWhy.PLACE if is_near else None


def _same_alias(one: str, other: str) -> bool:
    """Every word the same, or heard and typed a little differently; numbers have no slips."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    if not mine or len(mine) != len(theirs):
        return False
    return all(
        a == b or (a.isalpha() and b.isalpha() and words_alike(a, b))
        for a, b in zip(mine, theirs, strict=True)
    )


def _plain(place: str) -> str:
    return "".join(letter for letter in place.casefold() if letter.isalnum())


def _are_near(one: HeardCase, other: HeardCase) -> bool:
    if one.arrived_at is None or other.arrived_at is None:
        return False
    return abs(one.arrived_at - other.arrived_at) <= SAME_STAY


def _ages_apart(one: HeardCase, other: HeardCase) -> bool:
    if one.age_years is None or other.age_years is None:
        return False
    return abs(one.age_years - other.age_years) > AGES_APART_YEARS
