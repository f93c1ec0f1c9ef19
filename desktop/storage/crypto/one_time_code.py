"""Printed codes of 160 random bits: groups of letters and digits, each with a check character."""

import os
from dataclasses import dataclass, field

from desktop.errors import BugError, KnownError
from desktop.records.base32 import ALPHABET, LOOK_ALIKES, letters_of, values_of

CODE_BYTES = 20
GROUPS = 8
GROUP_DATA = 4
GROUP_CHARACTERS = GROUP_DATA + 1
SEPARATORS = "-.\u2010\u2011\u2012\u2013\u2014"
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1 is primitive over GF(2)


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """160 bits that someone reads from paper; never shown in a repr or a log."""

    material: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.material) != CODE_BYTES:
            raise BugError("a code has 20 bytes")

    @classmethod
    def generate(cls) -> "OneTimeCode":
        """A new code from the operating system's random source."""
        return cls(os.urandom(CODE_BYTES))

    @property
    def text(self) -> str:
        """Eight groups of five characters with hyphens, for print: secret."""
        bits = int.from_bytes(self.material, "big")
        count = GROUPS * GROUP_DATA
        values = list(values_of(bits, count))
        groups = [values[at : at + GROUP_DATA] for at in range(0, count, GROUP_DATA)]
        return "-".join(
            letters_of((*group, _check(index, group))) for index, group in enumerate(groups)
        )

    @classmethod
    def parse(cls, text: str) -> "OneTimeCode":
        """Read what someone typed: any case, spaces or hyphens anywhere, O for 0, I or L for 1.

        Raises KnownError ``code.wrong-length`` (``expected``, ``found``) or
        ``code.wrong-character`` (``group`` from 1: the first group that does not fit).
        """
        kept = "".join(text.split()).upper().translate(LOOK_ALIKES)
        kept = "".join(character for character in kept if character not in SEPARATORS)
        expected = GROUPS * GROUP_CHARACTERS
        if len(kept) != expected:
            raise KnownError("code.wrong-length", expected=expected, found=len(kept))
        bits = 0
        for index in range(GROUPS):
            typed = kept[index * GROUP_CHARACTERS : (index + 1) * GROUP_CHARACTERS]
            values = [ALPHABET.find(character) for character in typed]
            if -1 in values or values[-1] != _check(index, values[:-1]):
                raise KnownError("code.wrong-character", group=index + 1)
            for value in values[:-1]:
                bits = bits << 5 | value
        return cls(bits.to_bytes(CODE_BYTES, "big"))


def _double(value: int) -> int:
    """Multiply by x in GF(32)."""
    value <<= 1
    return value ^ _FIELD_POLYNOMIAL if value & 32 else value


def _check(index: int, group: list[int]) -> int:
    """The check value: group number plus a sum over GF(32) with weights x, x^2, x^3, x^4.

    The weights differ and none is 0, so any one changed character and any two swapped neighbours
    are found; the group number finds swapped groups.
    """
    total = 0
    for value in reversed(group):
        total = _double(total ^ value)
    return total ^ (index + 1)
