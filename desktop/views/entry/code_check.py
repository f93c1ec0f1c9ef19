"""Whether a code typed from paper is one of the codes shown; forgiving about how it is typed."""

from collections.abc import Sequence

_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Crockford's base 32 (https://www.crockford.com/base32.html): letters read for digits."""


def plain_code(typed: str) -> str:
    """Capitals and digits only: spaces, hyphens and letter case do not matter."""
    kept = "".join(letter for letter in typed.upper() if letter.isalnum())
    return kept.translate(_LOOK_ALIKES)


def code_number(typed: str, codes: Sequence[str]) -> int | None:
    """Which of ``codes`` (counted from 1) was typed, or None."""
    plain = plain_code(typed)
    for number, code in enumerate(codes, start=1):
        if plain and plain == plain_code(code):
            return number
    return None


def groups_of(code: str) -> tuple[str, ...]:
    """The groups of a code as it is shown."""
    return tuple(group for group in code.split("-") if group)


def wrong_group(typed: str, codes: Sequence[str]) -> int | None:
    """The first group (from 1) in which ``typed`` differs from the code that it is nearly; None
    when it is like none of them: fewer than half of the groups are right."""
    plain = plain_code(typed)
    for code in codes:
        groups = groups_of(code)
        at, wrong = 0, []
        for number, group in enumerate(groups, start=1):
            if plain[at : at + len(group)] != plain_code(group):
                wrong.append(number)
            at += len(group)
        if wrong and len(plain) == at and 2 * len(wrong) <= len(groups):
            return wrong[0]
    return None
