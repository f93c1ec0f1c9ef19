"""What a consent text must say before anybody signs it, element by element."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.consent import SCOPED_TYPES, ConsentType


class Element(StrEnum):
    """Each has a sentence ``consent-element.<value>`` that names it when it is missing.

    Sources: 45 CFR 164.508(c)(1) core elements, (c)(2) required statements, (c)(4) copy; 42 CFR
    2.31(a) for records of a treatment program, which asks for the same and the person's name.
    """

    WHAT = "what"
    """164.508(c)(1)(i), 2.31(a)(3)."""
    WHO_GIVES = "who-gives"
    """164.508(c)(1)(ii), 2.31(a)(2)."""
    WHO_GETS = "who-gets"
    """164.508(c)(1)(iii), 2.31(a)(4)."""
    PURPOSE = "purpose"
    """164.508(c)(1)(iv), 2.31(a)(5)."""
    LAST_DAY = "last-day"
    """164.508(c)(1)(v), 2.31(a)(7)."""
    TAKE_BACK = "take-back"
    """164.508(c)(2)(i), 2.31(a)(6)."""
    NOT_A_CONDITION = "not-a-condition"
    """164.508(c)(2)(ii)."""
    PASSED_ON = "passed-on"
    """164.508(c)(2)(iii)."""
    COPY = "copy"
    """164.508(c)(4)."""


_BY_ROLE = {
    "scope": Element.WHAT,
    "duration": Element.LAST_DAY,
    "revoke": Element.TAKE_BACK,
    "no-harm": Element.NOT_A_CONDITION,
    "redisclosure": Element.PASSED_ON,
    "copy": Element.COPY,
}
"""Which statement a paragraph of this role makes."""

_BY_PLACE = {"hospital": Element.WHO_GIVES, "until": Element.LAST_DAY}
_BY_PLACE_OF_SCOPE = {
    "partner": Element.WHO_GETS,
    "purpose": Element.PURPOSE,
    "categories": Element.WHAT,
}


@dataclass(frozen=True, slots=True)
class ShownText:
    """A filled text in the language that is signed. ``roles`` are those of its paragraphs that
    say something; ``words`` what its places were filled with, by name of the place."""

    text: str
    roles: frozenset[str]
    words: Mapping[str, str]


def missing_elements(consent_type: ConsentType, shown: ShownText) -> tuple[Element, ...]:
    """What this text does not say, in the order of the elements; nothing when it may be signed.

    A consent with a scope must name its recipient, purpose and kinds of facts in so many words;
    every consent must name who asks and its last day and hold each statement.
    """
    missing = {element for role, element in _BY_ROLE.items() if role not in shown.roles}
    places = _BY_PLACE | (_BY_PLACE_OF_SCOPE if consent_type in SCOPED_TYPES else {})
    for place, element in places.items():
        words = shown.words.get(place, "").strip()
        if not words or words not in shown.text:
            missing.add(element)
    return tuple(one for one in Element if one in missing)
