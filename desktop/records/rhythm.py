"""How often somebody is followed up: days between two, and until which day after arrival."""

from itertools import pairwise

MOST_PARTS = 4
LONGEST_DAYS = 3 * 365
"""Ours: wide enough for any policy, narrow enough to catch a slip of the hand."""

Rhythm = tuple[tuple[int, int], ...]


def rhythm_text(rhythm: Rhythm) -> str:
    """As it is kept: "7:91 14:182"."""
    return " ".join(f"{every}:{until}" for every, until in rhythm)


def read_rhythm(text: str) -> Rhythm | None:
    """What ``rhythm_text`` wrote. None for anything that a site could not mean.

    One to four parts; each ends later than the one before, and is as long as its step at least.
    """
    parts = [part.partition(":") for part in text.split()]
    if not all(_is_whole(every) and _is_whole(until) for every, _, until in parts):
        return None
    rhythm = tuple((int(every), int(until)) for every, _, until in parts)
    return rhythm if fits_together(rhythm) else None


def fits_together(rhythm: Rhythm) -> bool:
    """Whether the parts follow each other, as ``read_rhythm`` says."""
    if not 1 <= len(rhythm) <= MOST_PARTS or rhythm[-1][1] > LONGEST_DAYS:
        return False
    ends = (0, *(until for _, until in rhythm))
    return all(
        0 < every <= until - before
        for (before, until), (every, _) in zip(pairwise(ends), rhythm, strict=True)
    )


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) > 0
