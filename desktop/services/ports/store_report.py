"""What a check of a whole store found, and how a long check tells how far it is."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoreProblem:
    """One thing that does not hold: ``where`` holds table and ids, ``message_id`` a sentence."""

    where: str
    message_id: str


@dataclass(frozen=True, slots=True)
class StoreReport:
    """What a check found. ``records`` counts records looked at, ``erased`` people erased.

    ``opened`` counts sealed values that were opened with somebody's keys, every tag of them
    checked; 0 without keys.
    """

    records: int
    problems: tuple[StoreProblem, ...]
    erased: int = 0
    opened: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


class Tell(Protocol):
    """Told how far long work is; stops the work by raising an exception of its own."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """``what`` is a message id; ``total`` 0 means not known."""
        ...


def tell_nobody(what: str, done: int, total: int) -> None:
    """For work that nobody watches."""
