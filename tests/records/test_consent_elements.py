"""What a consent text must say: each element missed alone is named alone."""

from dataclasses import replace

import pytest

from desktop.messages import LANGUAGES, catalogue
from desktop.records.consent import SCOPED_TYPES, ConsentType
from desktop.records.consent_elements import Element, ShownText, missing_elements

ROLES = frozenset({"scope", "duration", "revoke", "no-harm", "redisclosure", "copy", "intro"})
WORDS = {
    "hospital": "Invented Hospital",
    "partner": "Northside Peers",
    "purpose": "a mentor for you",
    "categories": "the help you want",
    "until": "June 12, 2026",
    "days": "90",
}
WHOLE = ShownText(". ".join(WORDS.values()), ROLES, WORDS)
BY_PLACE = {
    "hospital": Element.WHO_GIVES,
    "partner": Element.WHO_GETS,
    "purpose": Element.PURPOSE,
    "categories": Element.WHAT,
    "until": Element.LAST_DAY,
}
BY_ROLE = {
    "scope": Element.WHAT,
    "duration": Element.LAST_DAY,
    "revoke": Element.TAKE_BACK,
    "no-harm": Element.NOT_A_CONDITION,
    "redisclosure": Element.PASSED_ON,
    "copy": Element.COPY,
}
OF_SCOPE = {"partner", "purpose", "categories"}


@pytest.mark.parametrize("kind", ConsentType)
def test_a_whole_text_misses_nothing(kind: ConsentType) -> None:
    assert missing_elements(kind, WHOLE) == ()


@pytest.mark.parametrize("kind", ConsentType)
@pytest.mark.parametrize("role", BY_ROLE)
def test_a_statement_that_is_left_out_is_named(kind: ConsentType, role: str) -> None:
    shown = replace(WHOLE, roles=ROLES - {role})

    assert missing_elements(kind, shown) == (BY_ROLE[role],)


@pytest.mark.parametrize("kind", ConsentType)
@pytest.mark.parametrize("place", BY_PLACE)
@pytest.mark.parametrize("how", ["blank", "not in the text"])
def test_a_fact_that_the_text_does_not_hold_is_named(
    kind: ConsentType, place: str, how: str
) -> None:
    shown = replace(WHOLE, words=WORDS | {place: " "})
    if how == "not in the text":
        shown = replace(WHOLE, text=WHOLE.text.replace(WORDS[place], "somebody"))
    is_asked = kind in SCOPED_TYPES or place not in OF_SCOPE

    assert missing_elements(kind, shown) == ((BY_PLACE[place],) if is_asked else ())


def test_an_empty_text_misses_everything_and_each_has_its_sentence() -> None:
    missing = missing_elements(ConsentType.RELEASE, ShownText("", frozenset(), {}))

    assert missing == tuple(Element)
    for language in LANGUAGES:
        sentences = [catalogue(language)[f"consent-element.{one.value}"] for one in missing]
        assert len(set(sentences)) == len(Element)
