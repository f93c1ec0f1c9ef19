"""What the columns of packed summaries share: places in them, tables of what repeats, lengths."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

import msgspec

T = TypeVar("T")

Index = Annotated[int, msgspec.Meta(ge=0)]
"""A place in a list."""


class Table(Generic[T]):
    """Each different value once, by its place."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._known: dict[T, int] = {}

    def index(self, value: T) -> int:
        """Where the value is; put at the end when it is new."""
        at = self._known.setdefault(value, len(self.values))
        if at == len(self.values):
            self.values.append(value)
        return at


def need_same_length(lists: Sequence[Sequence[object]]) -> None:
    """ValueError when they are not of one length."""
    if len({len(each) for each in lists}) != 1:
        raise ValueError
