"""What the person reads on the turned screen is as easy as what they read on paper."""

import json
import re
from xml.etree import ElementTree

import pytest

from desktop.packets.readability import fernandez_huerta, flesch_kincaid_grade
from desktop.resource_files import resources_dir
from tests.content.test_glossary import EASY, WORD, syllables

ROOMS = {"PatientView", "PatientPage", "PatientReasons", "GiveBackPage"}
STAFF = {"Staff: your PIN", "Open", "Back to the questions"}
"""Read by whoever has the PIN, or said to them."""
SAID = re.compile(r"patient\.(near|read(ing-\w+)?|row(-\w+)?)")
"""Messages of the same pages."""
MOST_GRADE, LEAST_EASE = 6.0, 70.0
"""Grade 6 or lower; "fairly easy" and up on Fernández Huerta's scale (1959): 70."""


def sentences(language: str) -> list[str]:
    """Every text that those screens have, without what is filled in."""
    catalogue = ElementTree.parse(resources_dir() / "i18n" / "firstlight_es.ts")
    found = []
    for context in catalogue.iter("context"):
        if context.findtext("name") not in ROOMS:
            continue
        for message in context.iter("message"):
            source = message.findtext("source", "")
            if source not in STAFF:
                said = source if language == "en" else message.findtext("translation", "")
                found.append(said)
    messages = json.loads((resources_dir() / "messages" / f"{language}.json").read_text("utf-8"))
    found += [text for key, text in messages.items() if SAID.fullmatch(key)]
    return [re.sub(r"\{\w+\}", "1", text) for text in found]


def test_the_screens_that_the_person_has_are_all_there() -> None:
    assert len(sentences("en")) > 10
    assert "I would rather not say" in sentences("en")
    assert "This is your plan" in sentences("en")
    assert all(sentences("es"))


def test_together_they_are_easy_english_and_easy_spanish() -> None:
    english, spanish = (". ".join(sentences(one)) for one in ("en", "es"))

    assert flesch_kincaid_grade(english) <= MOST_GRADE
    assert fernandez_huerta(spanish) >= LEAST_EASE


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_word_of_them_is_long(language: str) -> None:
    words = {word for text in sentences(language) for word in WORD.findall(text.lower())}
    hard = {word for word in words if syllables(word, language) > EASY[language]}

    assert hard == set()
