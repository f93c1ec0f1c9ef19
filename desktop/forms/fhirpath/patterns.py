"""Regular expressions of FHIRPath, matched by RE2 in linear time: no pattern can hang the form.

FHIRPath asks for single-line mode, in which a dot stands for a line end too. RE2 has neither
lookaround nor back-references; a pattern that uses them is refused.
"""

from functools import lru_cache
from typing import Protocol

MAX_PATTERN = 1_000
MAX_MATCHED = 20_000
"""Characters of a pattern, and of a text that it is tried on."""
MAX_TEXT = 100_000
"""Characters of a text that is made."""
_MOST_MEMORY = 2 << 20
"""What RE2 may use; refusing a pattern that needs more takes 11 ms."""


class PatternError(ValueError):
    """The text is no regular expression that we can apply."""


class Pattern(Protocol):
    """What is used of a compiled pattern."""

    def search(self, text: str) -> object | None:
        """A match anywhere."""
        ...

    def fullmatch(self, text: str) -> object | None:
        """A match of the whole text."""
        ...

    def sub(self, repl: str, text: str) -> str:
        """The text with every match replaced."""
        ...


def pattern_of(text: str) -> Pattern:
    """The compiled pattern; the last few hundred are kept. Raises PatternError."""
    found = _compiled(text)
    if found is None:
        raise PatternError
    return found


def readable(text: str) -> str:
    """The text as RE2 can read it: half a surrogate pair is no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(512)
def _compiled(text: str) -> Pattern | None:
    if len(text) > MAX_PATTERN:
        return None
    import re2  # loads when an expression first asks for a pattern

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MOST_MEMORY
    options.dot_nl = True
    try:
        found: Pattern = re2.compile(readable(text), options)
    except re2.error:
        return None
    return found
