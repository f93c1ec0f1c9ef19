"""Short labels, choices and titles of sections are short words, or long ones that were looked at.

A label is too short for a reading grade, so its words are held against a list instead: an English
word of up to two syllables and a Spanish one of up to three count as easy; every longer one stands
here because people use it in talk and the easier word would say something else.
"""

import re
from collections.abc import Iterator

import pytest

from desktop.packets.readability import fernandez_huerta, flesch_kincaid_grade
from tests.content import shipped

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
EASY = {"en": 2, "es": 3}
"""Syllables of a word that needs no look."""

GLOSSARY = {
    "en": """
        alcohol already another certificate different family follow-up grandparent hospital injury
        insurance internet limited location medicine nobody overall probation regular relation
        relative remember together tomorrow utility violence visitors
    """,
    "es": """
        acompaña acompañe almacenamiento amenaza amistades análisis ayudando comunicarnos
        comunitario condicional conversación difíciles duradero evaluación identificación
        importante inmediato limitaron mantenerme mantenernos medicamentos nacimiento necesidades
        necesita necesitaba necesitan necesito pensamientos pregúnteme pregúntenme preocupa
        preocupación preocupada recordaré resultado revisado seguimiento seguridad suficiente
        teléfono todavía ubicación comuniquen medicinas
    """,
}
EXCEPTIONS = {
    "en": {"clinician": "staff", "supervisor": "staff", "naloxone": "the name of the medicine"},
    "es": {
        "expediente": "staff",
        "profesional": "staff",
        "supervisor": "staff",
        "supervisora": "staff",
        "naloxona": "the name of the medicine",
    },
}
"""Hard words that stay, and why: only staff read them, or there is no other name."""


def _labels(name: str, language: str) -> Iterator[str]:
    def words(element: shipped.Json, field: str) -> str:
        return str(element[field]) if language == "en" else shipped.spanish(element, field)

    for item in shipped.walk(shipped.instrument(name)["item"]):
        if item["type"] == "group":
            yield words(item, "text")
        for label in shipped.extensions(item, shipped.SHORT_TEXT):
            yield words(label, "valueString")
        for option in item.get("answerOption", []):
            yield words(option["valueCoding"], "display")


def _known(language: str) -> set[str]:
    return {*GLOSSARY[language].split(), *EXCEPTIONS[language]}


def syllables(word: str, language: str) -> int:
    """How many a word has, by the formulas of its language."""
    if language == "en":
        return round((flesch_kincaid_grade(word) + 15.59 - 0.39) / 11.8)
    return round((206.84 - 1.02 - fernandez_huerta(word)) / 60)


def _hard(name: str, language: str) -> set[str]:
    found = {word for label in _labels(name, language) for word in WORD.findall(label.lower())}
    return {word for word in found if syllables(word, language) > EASY[language]}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", shipped.FORMS)
def test_every_hard_word_of_a_label_was_looked_at(name: str, language: str) -> None:
    assert _hard(name, language) - _known(language) == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_glossary_holds_nothing_that_no_label_says(language: str) -> None:
    said = set().union(*(_hard(name, language) for name in shipped.FORMS))

    assert _known(language) - said == set()
