"""Made-up aliases that no test chooses: a random one that met a chosen one failed its test."""

import re
from collections.abc import Sequence
from secrets import choice

_APART = re.compile(r" 9[0-8]")
"""No test, scene or demo case names an alias with such a number; a test holds them to it."""


def alias_apart(free: Sequence[str]) -> str:
    """As random as the app's, out of those with a number from 90 to 98 while there are any."""
    return choice([one for one in free if _APART.search(one)] or free)
