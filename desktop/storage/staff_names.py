"""When two typed sign-in names are the same name."""

import unicodedata


def same_name(one: str, other: str) -> bool:
    """Compatibility forms, letter case and outer spaces do not matter."""
    return normal_name(one) == normal_name(other)


def normal_name(name: str) -> str:
    """NFKC, case folded, without outer spaces (Unicode Standard, 3.13 and Annex 15)."""
    return unicodedata.normalize("NFKC", name.strip()).casefold()
