"""What an administrator decided about a loaded form: which instrument it is, for whom and when."""

from dataclasses import dataclass
from datetime import datetime

MOST_YEARS, MOST_DAYS = 130, 365
"""Bounds of ours, wide enough for any policy and narrow enough to catch a slip of the hand."""


@dataclass(frozen=True, slots=True)
class FormConditions:
    """``known`` is the key of the instrument in the registry. Ages in whole years, both ends
    included; ``first_day`` counts from arrival; None is without a limit. ``adds_up``: the app
    works out the total by the rule of the instrument, in work begun since ``since``."""

    known: str
    from_age: int | None = None
    to_age: int | None = None
    first_day: int | None = None
    adds_up: bool = False
    since: datetime | None = None

    @property
    def ages_fit(self) -> bool:
        """Whether the ages are ages, and in their order."""
        low, high = self.from_age, self.to_age
        within = all(0 <= one <= MOST_YEARS for one in (low, high) if one is not None)
        return within and (low is None or high is None or low <= high)

    @property
    def day_fits(self) -> bool:
        """Whether the first day is one."""
        return self.first_day is None or 0 <= self.first_day <= MOST_DAYS
