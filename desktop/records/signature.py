"""A drawn signature: strokes as they were made, and whether they are more than a slip."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from math import hypot

Point = tuple[float, float, int, float]
"""x and y as a share of the pad (0.0 to 1.0), milliseconds since the first stroke, pressure
(0.0 to 1.0)."""

SHORTEST_INK = 0.15
"""Less ink than this share of the pad's width is a dot or a slip, not a signature or a mark."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The strokes of one signature with the time and the workstation they were made at."""

    strokes: tuple[tuple[Point, ...], ...] = field(repr=False)
    signed_at: datetime
    workstation: str

    @property
    def ink_length(self) -> float:
        """Length of all strokes, in pad widths."""
        return sum(
            hypot(b[0] - a[0], b[1] - a[1]) for stroke in self.strokes for a, b in pairwise(stroke)
        )

    @property
    def is_empty(self) -> bool:
        """True when there is no more than a slip of the pen."""
        return self.ink_length < SHORTEST_INK
