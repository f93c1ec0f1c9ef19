"""One line of the table in docs/security.md."""

from typing import NamedTuple


class Line(NamedTuple):
    """``tests`` are files below tests/, each with a test in it."""

    requirement: str
    what: str
    tests: tuple[str, ...]
