"""Counts that could point at somebody are left out of reports."""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")

SMALL_CELL = 11
"""Fewer people than this are not counted in public view: a count could point at one of them.

The limit of the Centers for Medicare & Medicaid Services cell size suppression policy (no cell
from 1 to 10 is shown).
"""


def is_small(count: int) -> bool:
    """Whether a count is from 1 to 10; nobody is no small group."""
    return 0 < count < SMALL_CELL


def shown_cells(counts: Mapping[K, int]) -> dict[K, int | None]:
    """The counts of groups that make up a whole that is shown; None where one is left out.

    One that is left out alone could be worked out from the rest, so the smallest of the others
    goes with it.
    """
    hidden = {key for key, count in counts.items() if is_small(count)}
    others = sorted((count, n, key) for n, (key, count) in enumerate(counts.items()) if count)
    if len(hidden) == 1:
        hidden |= {key for _, _, key in [one for one in others if one[2] not in hidden][:1]}
    return {key: None if key in hidden else count for key, count in counts.items()}


def shown_part(part: int, whole: int) -> int | None:
    """A part of a whole that is shown; None when it or what is left of the whole is small."""
    return None if is_small(part) or is_small(whole - part) else part
