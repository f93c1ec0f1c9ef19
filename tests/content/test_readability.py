"""Reading grades follow their published formulas and count syllables as people say them."""

import pytest

from desktop.packets.readability import count_words, fernandez_huerta, flesch_kincaid_grade


def test_the_english_grade_follows_kincaid() -> None:
    """One sentence of 6 words and 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59."""
    grade = flesch_kincaid_grade("The cat sat on the mat.")

    assert grade == pytest.approx(-1.45)


def test_the_spanish_ease_follows_fernandez_huerta() -> None:
    """Two sentences, 6 words, 11 syllables: 206.84 - 60 x 11/6 - 1.02 x 3."""
    ease = fernandez_huerta("La casa es azul. Usted descansa.")

    assert ease == pytest.approx(206.84 - 60 * 11 / 6 - 1.02 * 3)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("you", 1), ("agree", 2), ("people", 2), ("asked", 1), ("needed", 2), ("medicine", 3)],
)
def test_english_syllables_are_the_spoken_ones(word: str, syllables: int) -> None:
    grade = flesch_kincaid_grade(word)

    assert (grade + 15.59 - 0.39) / 11.8 == pytest.approx(syllables)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("día", 2), ("país", 2), ("guerra", 2), ("familia", 3), ("muy", 1), ("leer", 2), ("ayer", 2)],
)
def test_spanish_syllables_keep_diphthongs_and_split_hiatus(word: str, syllables: int) -> None:
    ease = fernandez_huerta(word)

    assert (206.84 - 1.02 - ease) / 60 == pytest.approx(syllables)


def test_longer_sentences_and_words_are_harder() -> None:
    plain = "We help. You choose. You can stop."
    hard = "Participation necessitates authorization of comprehensive informational disclosure."

    assert flesch_kincaid_grade(plain) < 3 < flesch_kincaid_grade(hard)


def test_numbers_are_not_words() -> None:
    assert count_words("Call 988 or 211, day or night.") == 5


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="without words"):
        flesch_kincaid_grade("12 34")
