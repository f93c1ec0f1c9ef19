"""A sign-in name proposed from a person's name, and whether two of them are the same."""

import unicodedata
from collections.abc import Sequence


def proposed_name(display_name: str) -> str:
    """``rosa.sample`` for "Rosa Sample": letters and digits without accents, joined by dots."""
    folded = unicodedata.normalize("NFKD", display_name).casefold()
    words = [
        "".join(letter for letter in word if letter.isascii() and letter.isalnum())
        for word in folded.split()
    ]
    return ".".join(word for word in words if word)


def repeated(names: Sequence[str]) -> frozenset[int]:
    """Positions of the names that an earlier one already has; case and spaces do not matter."""
    seen: set[str] = set()
    found = set()
    for at, name in enumerate(names):
        plain = unicodedata.normalize("NFKC", name.strip()).casefold()
        if plain and plain in seen:
            found.add(at)
        seen.add(plain)
    return frozenset(found)
