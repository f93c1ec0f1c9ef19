"""Aliases of neutral words, never initials: "Maple 12"."""

from collections.abc import Collection
from secrets import choice

from desktop.errors import BugError

ALIAS_WORDS = (
    "Alder",
    "Aspen",
    "Birch",
    "Cedar",
    "Clover",
    "Cypress",
    "Elm",
    "Fern",
    "Hazel",
    "Heron",
    "Holly",
    "Juniper",
    "Laurel",
    "Linden",
    "Maple",
    "Meadow",
    "Oak",
    "Pine",
    "River",
    "Rowan",
    "Sage",
    "Spruce",
    "Willow",
    "Wren",
)
_NUMBERS = range(1, 100)


def new_alias(taken: Collection[str]) -> str:
    """A random unused alias; it says nothing about the person.

    Raises BugError when all 2,376 are taken (``taken`` should hold open cases only).
    """
    free = [
        alias
        for word in ALIAS_WORDS
        for number in _NUMBERS
        if (alias := f"{word} {number:02d}") not in taken
    ]
    if not free:
        raise BugError("no alias is free")
    return choice(free)
