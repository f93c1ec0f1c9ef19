"""What a site decides for itself: a number within bounds, or one of a few words."""

from dataclasses import dataclass
from enum import StrEnum


class RuleGroup(StrEnum):
    """What rules are about, in the order in which they are shown."""

    REACH = "reach"
    CONSENT = "consent"
    FORMS = "forms"
    PAPER = "paper"


class RuleUnit(StrEnum):
    """What a number counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class SiteRule:
    """``name`` is the name of the signed setting; ``usual`` is what holds while nothing is set.

    A number has ``bounds`` (least and most, both allowed) and a ``unit``; else ``choices`` are all
    values that it may have.
    """

    name: str
    group: RuleGroup
    usual: str
    bounds: tuple[int, int] | None = None
    unit: RuleUnit | None = None
    choices: tuple[str, ...] = ()

    def allows(self, value: str) -> bool:
        """Whether this can be set."""
        if self.bounds is None:
            return value in self.choices
        is_whole = value.isascii() and value.isdigit()
        return is_whole and self.bounds[0] <= int(value) <= self.bounds[1]
