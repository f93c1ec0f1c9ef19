"""Where one or two language columns stand, so that questions and options line up."""

from dataclasses import dataclass

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Space


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths in pixels; the second pair is 0, 0 when the languages stack."""

    first_left: int
    first_width: int
    second_left: int = 0
    second_width: int = 0

    @property
    def are_side_by_side(self) -> bool:
        """Whether the second language has a column of its own."""
        return self.second_width > 0


def language_columns(width: int, *, has_second: bool, is_stacked: bool, note: int = 0) -> Columns:
    """Columns of an option row or question head ``width`` wide; ``note`` is kept free at right."""
    left = Space.L + current_theme().metrics.icon_medium + Space.L
    rest = max(width - left - Space.L - (note + Space.L if note else 0), 1)
    if not has_second or is_stacked:
        return Columns(left, rest)
    half = (rest - Space.L) // 2
    return Columns(left, half, left + half + Space.L, half)
