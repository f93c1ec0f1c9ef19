"""One line of the table of elements: what, how far, and the test that shows it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far an element is done."""

    WORKS = "works"
    IN_PART = "in part"
    TOLD = "told"
    REFUSED = "refused"


@dataclass(frozen=True)
class Line:
    """One element. ``test`` is a file below tests/ and a test in it."""

    element: str
    state: State
    test: str
    remark: str = ""


W, P, T, R = State.WORKS, State.IN_PART, State.TOLD, State.REFUSED
