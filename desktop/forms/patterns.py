"""Regular expressions of forms, matched in linear time: a form must not hang the bedside.

RE2 has no backtracking, and so neither lookaround nor back-references. FHIR asks for a full match
(core extension ``regex``); ``\\\\w`` and ``\\\\d`` are ASCII there, as in the browsers' fillers.
"""

import re
from functools import lru_cache
from typing import Protocol

MAX_PATTERN = 1_000
"""Characters of a pattern."""
MAX_PATTERN_INPUT = 20_000
"""Characters of a text that is matched: linear is still a second for five times as many."""
_MOST_MEMORY = 2 << 20
"""What RE2 may use: a repetition that does not fit costs 11 ms to refuse, 58 ms with four times as
much."""


_LOOK_AROUND = re.compile(r"\(\?<?[=!]")


class _Pattern(Protocol):
    def fullmatch(self, text: str) -> object | None: ...


def can_be_matched(pattern: str) -> bool:
    """Whether the pattern is a regular expression that Firstlight can apply."""
    return _compiled(pattern) is not None


def looks_around(pattern: str) -> bool:
    """Whether a pattern has look-ahead or look-behind: the commonest cause that RE2 has none of."""
    return _LOOK_AROUND.search(pattern) is not None


def matches_pattern(pattern: str, value: str) -> bool:
    """Whether the whole value matches; a pattern that cannot be applied matches nothing.

    SDC asks that a form whose rules cannot be worked out says so up front (the form check does)
    and is not completed. A text above ``MAX_PATTERN_INPUT`` never matches.
    """
    compiled = _compiled(pattern)
    if compiled is None or len(value) > MAX_PATTERN_INPUT:
        return False
    return compiled.fullmatch(_without_halves(value)) is not None


def _without_halves(value: str) -> str:
    """RE2 reads UTF-8, which half a surrogate pair is not."""
    return value.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> _Pattern | None:
    if len(pattern) > MAX_PATTERN:
        return None
    import re2  # loads when a form first asks for a pattern

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MOST_MEMORY
    try:
        found: _Pattern = re2.compile(_without_halves(pattern), options)
    except re2.error:
        return None
    return found


def plain_pattern(text: str) -> str:
    """The expression itself where a form wraps it as ``matches('...')``, as older forms do."""
    if text.startswith("matches('") and text.endswith("')"):
        return text.removeprefix("matches('").removesuffix("')")
    return text
