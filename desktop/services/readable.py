"""Lists go on when one record cannot be opened: what could be opened, and how many could not."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop.errors import KnownError

T = TypeVar("T")
R = TypeVar("R")

_ONE_RECORD_ONLY = frozenset({"store.damaged", "forms.version-missing", "forms.unnamed-missing"})


def readable(items: Iterable[T], open_one: Callable[[T], R]) -> tuple[list[R], int]:
    """What ``open_one`` gives for each item, and for how many it found damage or no form version.

    A list that leaves something out must say so: show the number. Any other error is raised.
    """
    opened: list[R] = []
    unreadable = 0
    for item in items:
        try:
            opened.append(open_one(item))
        except KnownError as error:
            if error.message_id not in _ONE_RECORD_ONLY:
                raise
            unreadable += 1
    return opened, unreadable
