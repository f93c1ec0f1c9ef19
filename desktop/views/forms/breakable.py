"""Lets long words (addresses, hashes, linkIds) wrap in a narrow panel, keeps short ones whole."""

LONGEST = 24
"""Letters after which a word without spaces may be broken."""
BREAK_HERE = "\u200b"
"""A line may break behind it (Unicode UAX 14, class ZW), and nobody sees it."""
HOLD_HERE = "\u2060"
"""No line breaks before or behind it (class WJ), and nobody sees it."""


def breakable(text: str) -> str:
    """``text`` with places to break in every word that is longer than ``LONGEST``."""
    lines = text.split("\n")
    return "\n".join(" ".join(map(_pieces, line.split(" "))) for line in lines)


def unbreakable(text: str) -> str:
    """``text`` without a place to break behind its hyphens (a reference that is read aloud)."""
    return text.replace("-", f"-{HOLD_HERE}")


def _pieces(word: str) -> str:
    if len(word) <= LONGEST:
        return word
    return BREAK_HERE.join(word[at : at + LONGEST] for at in range(0, len(word), LONGEST))
