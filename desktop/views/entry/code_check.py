"""Whether a code typed from paper is one of the codes shown; forgiving about how it is typed."""

from collections.abc import Sequence

from desktop.records.base32 import plain


def code_number(typed: str, codes: Sequence[str]) -> int | None:
    """Which of ``codes`` (counted from 1) was typed, or None."""
    wanted = plain(typed)
    for number, code in enumerate(codes, start=1):
        if wanted and wanted == plain(code):
            return number
    return None


def groups_of(code: str) -> tuple[str, ...]:
    """The groups of a code as it is shown."""
    return tuple(group for group in code.split("-") if group)


def wrong_group(typed: str, codes: Sequence[str]) -> int | None:
    """The first group (from 1) in which ``typed`` differs from the code that it is nearly; None
    when it is like none of them: fewer than half of the groups are right."""
    wanted = plain(typed)
    for code in codes:
        groups = groups_of(code)
        at, wrong = 0, []
        for number, group in enumerate(groups, start=1):
            if wanted[at : at + len(group)] != plain(group):
                wrong.append(number)
            at += len(group)
        if wrong and len(wanted) == at and 2 * len(wrong) <= len(groups):
            return wrong[0]
    return None
