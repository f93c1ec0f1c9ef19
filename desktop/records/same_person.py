"""Whether two identities may be one person: names by sound, dates with a slip of the pen.

Only ever a hint to look: two people may share all of this, and nothing is decided by it.
"""

from datetime import date

from desktop.records.name_sound import name_words, sound_of
from desktop.records.person import ContactKind, PersonIdentity

_WORDS_ENOUGH = 2
"""Words of a name that say something together; a first name alone is everybody's."""
_SLIP_LEAST = 4
"""Letters that a word must have before one wrong letter in it is taken for a slip."""
_PHONE_LEAST = 7
"""Digits that make a phone number of its own."""


def may_be_same(one: PersonIdentity, other: PersonIdentity) -> bool:
    """Whether to hint that both may be the same person.

    The same medical record number says so by itself. Otherwise two words of the names must sound
    alike and the birth dates must be near; or, where a date is not known, every word of the shorter
    name; or one word with the same own phone.
    """
    if _same_number(one.medical_record_number, other.medical_record_number):
        return True
    both_dates = one.birth_date is not None and other.birth_date is not None
    if both_dates and not near_dates(one.birth_date, other.birth_date):
        return False
    alike, least = _alike_words(one.legal_name or "", other.legal_name or "")
    if both_dates and (alike >= _WORDS_ENOUGH or 0 < alike == least):
        return True
    if _WORDS_ENOUGH <= least == alike:
        return True
    return alike >= 1 and bool(_own_phones(one) & _own_phones(other))


def near_dates(one: date | None, other: date | None) -> bool:
    """The same day, or one with a slip: one digit, day and month changed round, a year beside.

    A date that is not known is near no other.
    """
    if one is None or other is None:
        return False
    is_turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    same_day = (one.month, one.day) == (other.month, other.day)
    is_year_beside = same_day and abs(one.year - other.year) <= 1
    digits = zip(one.isoformat(), other.isoformat(), strict=True)
    return is_turned or is_year_beside or sum(a != b for a, b in digits) <= 1


def words_alike(one: str, other: str) -> bool:
    """Whether two words of names sound alike or differ by one slip."""
    return sound_of(one) == sound_of(other) or _is_slip(one, other)


def _alike_words(one: str, other: str) -> tuple[int, int]:
    """How many words of the shorter name have a match of their own, and how many it has."""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    left, alike = list(longer), 0
    for word in shorter:
        match = next((each for each in left if words_alike(word, each)), None)
        if match is not None:
            left.remove(match)
            alike += 1
    return alike, len(shorter)


def _is_slip(one: str, other: str) -> bool:
    """One letter more, less, other, or two side by side changed round."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SLIP_LEAST or len(longer) - len(shorter) > 1:
        return False
    at = 0
    while at < len(shorter) and shorter[at] == longer[at]:
        at += 1
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    is_turned = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (
        is_turned and shorter[at + 2 :] == longer[at + 2 :]
    )


def _same_number(one: str | None, other: str | None) -> bool:
    plain = [
        "".join(each for each in text or "" if each.isalnum()).casefold() for text in (one, other)
    ]
    return bool(plain[0]) and plain[0] == plain[1]


def _own_phones(identity: PersonIdentity) -> frozenset[str]:
    numbers = (
        "".join(each for each in path.value if each.isdigit())
        for path in identity.contacts
        if path.kind is ContactKind.OWN_PHONE
    )
    return frozenset(number for number in numbers if len(number) >= _PHONE_LEAST)
