"""What people read is grade 6 or lower in English and as easy in Spanish.

English: Flesch-Kincaid grade (Kincaid and others 1975, Research Branch Report 8-75), at most 6:
American Medical Association, Health literacy and patient safety (Weiss 2007), advises grade 5 to 6.
Spanish: Fernández Huerta (1959), Consigna 214, whose band 70 to 80 stands for grade 6; at least 70.
Both are held on parts of 100 words or more, the sample size that both formulas were made on.
"""

import pytest

from desktop.messages import catalogue
from desktop.packets.readability import count_words, fernandez_huerta, flesch_kincaid_grade
from tests.content import shipped

HIGHEST_GRADE = 6.0
LEAST_EASE = 70.0
ENOUGH_WORDS = 100
FILLED = {
    "en": {
        "partner": "Elm Street Mentors",
        "hospital": "Mockingbird General",
        "categories": "your name with safe ways to reach you and the help you asked for",
        "purpose": "support from people who have been through it",
        "until": "June 12, 2026",
        "days": "90",
    },
    "es": {
        "partner": "Elm Street Mentors",
        "hospital": "Mockingbird General",
        "categories": "su nombre con las formas seguras de contactarle y la ayuda que pidió",
        "purpose": "apoyo de personas que han pasado por lo mismo",
        "until": "12 de junio de 2026",
        "days": "90",
    },
}


def _parts(name: str, language: str) -> list[str]:
    """The whole text, and each section of it that is long enough."""
    items = shipped.instrument(name)["item"]
    texts = [shipped.spoken(one, language) for one in (items, *([one] for one in items))]
    return [
        text.format_map(FILLED[language]) for text in texts if count_words(text) >= ENOUGH_WORDS
    ]


@pytest.mark.parametrize("name", shipped.FORMS + shipped.CONSENTS)
def test_english_is_grade_six_or_lower(name: str) -> None:
    grades = [flesch_kincaid_grade(part) for part in _parts(name, "en")]

    assert grades
    assert max(grades) <= HIGHEST_GRADE


@pytest.mark.parametrize("name", shipped.FORMS + shipped.CONSENTS)
def test_spanish_is_as_easy(name: str) -> None:
    ease = [fernandez_huerta(part) for part in _parts(name, "es")]

    assert ease
    assert min(ease) >= LEAST_EASE


@pytest.mark.parametrize("name", ["seed", "demo"])
def test_listings_are_easy_in_both_languages(name: str) -> None:
    services = [one for organization in shipped.directory(name) for one in organization["services"]]
    english = "\n\n".join(one["description"] for one in services)
    spanish = "\n\n".join(
        attribute["value"]
        for one in services
        for attribute in one["attributes"]
        if attribute["link_type"] == "description_es"
    )

    assert flesch_kincaid_grade(english) <= HIGHEST_GRADE
    assert fernandez_huerta(spanish) >= LEAST_EASE


def test_next_steps_are_easy_in_both_languages() -> None:
    steps = {
        language: "\n\n".join(
            words for key, words in catalogue(language).items() if key.startswith("step.")
        )
        for language in ("en", "es")
    }

    assert flesch_kincaid_grade(steps["en"]) <= HIGHEST_GRADE
    assert fernandez_huerta(steps["es"]) >= LEAST_EASE


@pytest.mark.parametrize("name", shipped.FORMS)
def test_every_need_and_step_has_words_in_both_languages(name: str) -> None:
    wanted = {
        f"{rule}.{code}"
        for item in shipped.walk(shipped.instrument(name)["item"])
        for rule, part in (("need", "category"), ("step", "code"))
        for found in shipped.extensions(item, rule)
        for code in shipped.codes(found, part)
    }

    assert wanted <= set(catalogue("en"))
    assert wanted <= set(catalogue("es"))
