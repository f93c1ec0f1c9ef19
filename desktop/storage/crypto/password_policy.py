"""Which passwords and PINs are taken: long enough and not easy to guess (NIST SP 800-63B-4)."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise

from desktop.resource_files import resources_dir

MINIMUM_LENGTH = 15
"""Characters; NIST SP 800-63B-4 3.1.1.2 for a password that is the only factor."""
MAXIMUM_LENGTH = 1024
"""Characters; far above the 64 that must be allowed, small enough to derive from."""
PIN_DIGITS = 6
FEWEST_PARTS = 4
"""A password made only of common parts needs at least this many."""
SHORTEST_WORD = 3
SHORTEST_RUN = 3
SHORTEST_REPEATED_UNIT = 8
LONGEST_YEAR = 4
ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
COLUMNS = ("1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol")
ZIGZAGS = ("1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qawsedrftgyhujikolp", "azsxdcfvgbhnjmk")
WALKS = tuple(way for path in ROWS + COLUMNS + ZIGZAGS for way in (path, path[::-1]))
"""What fingers do on a keyboard; the alphabet counts as one."""
_LONGEST_WALK = max(map(len, WALKS))
LOOK_ALIKES = str.maketrans("013457@$!", "oleastasi")


def load_common_passwords() -> frozenset[str]:
    """Words, passwords and sayings that are tried first; a saying without spaces and accents too.

    A saying is one part like a word: with a year behind it, it is still too few.
    """
    sayings = {_only_letters_and_digits(line) for line in _lines("sayings.txt")}
    return frozenset({*_lines("common.txt"), *sayings, *map(_without_accents, sayings)})


def _lines(name: str) -> list[str]:
    text = (resources_dir() / "passwords" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _without_accents(text: str) -> str:
    pieces = unicodedata.normalize("NFKD", text)
    return "".join(piece for piece in pieces if not unicodedata.combining(piece))


def password_problems(
    password: str, *, common: frozenset[str], words: Iterable[str] = ()
) -> tuple[str, ...]:
    """Message ids of what stands against ``password``; empty when it may be used.

    Any Unicode counts, after NFKC; no composition rules. ``words`` are names that are easy to
    guess here: the hospital, the sign-in name, the person. Ids: ``password.too-short``,
    ``password.too-long``, ``password.too-common``.
    """
    text = unicodedata.normalize("NFKC", password)
    if len(text) > MAXIMUM_LENGTH:
        return ("password.too-long",)
    problems = []
    if len(text) < MINIMUM_LENGTH:
        problems.append("password.too-short")
    vocabulary = common | _parts_of(words)
    folded = text.casefold()
    if any(_is_guessable(each, vocabulary) for each in {folded, folded.translate(LOOK_ALIKES)}):
        problems.append("password.too-common")
    return tuple(problems)


def pin_problems(pin: str) -> tuple[str, ...]:
    """Message ids of what stands against a PIN: ``pin.six-digits`` or ``pin.too-simple``."""
    if len(pin) != PIN_DIGITS or not pin.isascii() or not pin.isdigit():
        return ("pin.six-digits",)
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return ("pin.too-simple",) if steps in ({0}, {1}, {9}) else ()


def _parts_of(words: Iterable[str]) -> frozenset[str]:
    """Each name as one word and each of its words, without spaces and signs."""
    parts: set[str] = set()
    for word in words:
        pieces = [_only_letters_and_digits(piece) for piece in word.split()]
        parts.update(pieces)
        parts.add("".join(pieces))
    return frozenset(part for part in parts if len(part) >= SHORTEST_WORD)


def _only_letters_and_digits(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def _is_guessable(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether the text repeats a short piece, walks over the keyboard from end to end, or is made
    of fewer than four common parts.
    """
    if text in vocabulary:
        return True
    kept = _only_letters_and_digits(text)
    repeated = re.fullmatch(r"(.+?)\1+", kept)
    if repeated:
        kept = repeated[1]
        if len(kept) < SHORTEST_REPEATED_UNIT:
            return True
    if not kept:
        return False
    if _fewest_parts(kept, frozenset(), _is_walk) is not None:
        return True
    parts = _fewest_parts(kept, vocabulary, _is_run)
    return parts is not None and parts < FEWEST_PARTS


def _fewest_parts(
    text: str, vocabulary: frozenset[str], is_run: Callable[[str], bool]
) -> int | None:
    """The smallest number of common parts that make up the whole text; None when none do."""
    longest = max((len(word) for word in vocabulary), default=0)
    fewest: list[int | None] = [0]
    for end in range(1, len(text) + 1):
        reached: list[int] = []
        for start in range(end):
            before = fewest[start]
            piece = text[start:end]
            is_word = end - start <= longest and piece in vocabulary
            if before is not None and (is_word or is_run(piece)):
                reached.append(before + 1)
        fewest.append(min(reached, default=None))
    return fewest[-1]


def _is_run(piece: str) -> bool:
    """A year or short number, one character again and again, or neighbours on a keyboard."""
    return (piece.isdigit() and len(piece) <= LONGEST_YEAR) or _is_walk(piece)


def _is_walk(piece: str) -> bool:
    """One character again and again, or neighbours on a keyboard."""
    if len(piece) < SHORTEST_RUN:
        return False
    if piece == piece[0] * len(piece):
        return True
    return len(piece) <= _LONGEST_WALK and any(piece in way for way in WALKS)
