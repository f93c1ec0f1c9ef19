"""What a site decides for itself: a number within bounds, one of a few words, a text of a kind."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.rhythm import read_rhythm

PHONE_DIGITS = (3, 15)
"""Fewest and most digits of a number that can be called, an extension of the house too."""
_PHONE = re.compile(r"[0-9+(][0-9 ().+\-]*(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", re.IGNORECASE)
PHONE_LETTERS = 30


class RuleGroup(StrEnum):
    """What rules are about, in the order in which they are shown."""

    REACH = "reach"
    SAFETY = "safety"
    CONSENT = "consent"
    FORMS = "forms"
    PAPER = "paper"


class RuleUnit(StrEnum):
    """What a number counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    PEOPLE = "people"
    TRIES = "tries"


class RuleText(StrEnum):
    """What a text says."""

    PHONE = "phone"
    RHYTHM = "rhythm"


@dataclass(frozen=True, slots=True)
class SiteRule:
    """``name`` is the name of the signed setting; ``usual`` is what holds while nothing is set.

    A number has ``bounds`` (least and most, both allowed) and a ``unit``; a text says what it is;
    else ``choices`` are all values that it may have.
    """

    name: str
    group: RuleGroup
    usual: str
    bounds: tuple[int, int] | None = None
    unit: RuleUnit | None = None
    choices: tuple[str, ...] = ()
    text: RuleText | None = None

    def allows(self, value: str) -> bool:
        """Whether this can be set."""
        if self.text is RuleText.PHONE:
            return is_phone(value)
        if self.text is RuleText.RHYTHM:
            return read_rhythm(value) is not None
        if self.bounds is None:
            return value in self.choices
        is_whole = value.isascii() and value.isdigit()
        return is_whole and self.bounds[0] <= int(value) <= self.bounds[1]


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number as people write one, with or without an extension."""
    digits = sum(one.isdigit() for one in text)
    least, most = PHONE_DIGITS
    fits = least <= digits <= most and len(text) <= PHONE_LETTERS
    return fits and text.isascii() and _PHONE.fullmatch(text) is not None
