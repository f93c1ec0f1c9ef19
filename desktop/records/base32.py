"""Crockford's base 32: characters that are easy to read aloud and to type from paper."""

from collections.abc import Iterable, Iterator

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U, so that no two look alike (https://www.crockford.com/base32.html)."""
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Letters that are read for digits."""
GROUP = 4


def values_of(number: int, count: int) -> Iterator[int]:
    """The lowest ``count`` times five bits of ``number`` as values 0 to 31, highest first."""
    return (number >> 5 * at & 31 for at in reversed(range(count)))


def letters_of(values: Iterable[int]) -> str:
    """One character for each value 0 to 31."""
    return "".join(ALPHABET[value] for value in values)


def first_letters(hashed: bytes, count: int) -> str:
    """The first ``count`` characters of a hash, five bits each."""
    spare = 8 * len(hashed) - 5 * count
    return letters_of(values_of(int.from_bytes(hashed) >> spare, count))


def grouped(letters: str) -> str:
    """With a hyphen after each four: ``7KQ2-MX9P``."""
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def plain(typed: str) -> str:
    """What was typed in capitals, look-alikes read as digits, everything else left out."""
    kept = "".join(letter for letter in typed.upper() if letter.isalnum())
    return kept.translate(LOOK_ALIKES)
