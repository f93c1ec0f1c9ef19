"""How hard a text is to read: grade of English, ease of Spanish, by hyphenated syllables."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_ENGLISH_SILENT_END = re.compile(
    r"(?<![aeiouyl])e$|(?<=[aeiou])le$|(?<![aeiouytd])ed$|(?<=[^aeiouscxzg])es$"
)
_SPANISH_SILENT_U = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_SPANISH_NUCLEUS = re.compile(r"[iuüy]?[aeoáéó][iuüy]?(?![íú])|[íú]|[iuüy]?[aeoáéó]|[iuüy]{1,2}")


def flesch_kincaid_grade(text: str) -> float:
    """United States school grade needed to read English ``text``; below 0 is possible.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59.
    Source: Kincaid, Fishburne, Rogers, Chissom (1975), Derivation of new readability formulas for
    Navy enlisted personnel, Research Branch Report 8-75. Meant for 100 words or more.
    Raises ValueError when there is no word.
    """
    words_per_sentence, syllables_per_word = _rates(text, "en_US")
    return 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59


def fernandez_huerta(text: str) -> float:
    """Reading ease of Spanish ``text``: about 0 (very hard) to 100 (very easy); 70-80 is grade 6.

    206.84 - 60 x syllables per word - 1.02 x words per sentence.
    Source: Fernández Huerta (1959), Medidas sencillas de lecturabilidad, Consigna 214, 29-32. The
    second term is words per sentence, as Law (2011), Error in the Fernández Huerta readability
    formula, showed against the worked example. Meant for 100 words or more.
    Raises ValueError when there is no word.
    """
    words_per_sentence, syllables_per_word = _rates(text, "es")
    return 206.84 - 60.0 * syllables_per_word - 1.02 * words_per_sentence


def count_words(text: str) -> int:
    """Words of ``text``; digits alone are not words."""
    return len(_WORD.findall(text))


def _rates(text: str, language: str) -> tuple[float, float]:
    """Words per sentence and syllables per word of ``text``."""
    from pyphen import Pyphen

    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        raise ValueError("a text without words has no reading grade")
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    hyphens = Pyphen(lang=language)
    syllables = sum(_syllables(word, hyphens, language) for word in words)
    return len(words) / sentences, syllables / len(words)


def _syllables(word: str, hyphens: "Pyphen", language: str) -> int:
    """Spoken parts of ``word``, at least 1: vowel groups inside each hyphenated piece.

    Hyphenation patterns leave short pieces together (a-gree, dí-a), so each piece is counted.
    Spanish two-vowel rules: Real Academia Española, Ortografía (2010), diphthong and hiatus.
    """
    if language == "es":
        pieces = hyphens.inserted(_SPANISH_SILENT_U.sub("", word)).split("-")
        return max(1, sum(len(_SPANISH_NUCLEUS.findall(piece)) for piece in pieces))
    counts = [_english_nuclei(piece) for piece in hyphens.inserted(word).split("-")]
    return max(1, sum(counts))


def _english_nuclei(piece: str) -> int:
    """Vowel groups of one piece; a silent ending counts only where it carries the sole vowel."""
    spoken = _ENGLISH_VOWELS.findall(_ENGLISH_SILENT_END.sub("", piece))
    return len(spoken or _ENGLISH_VOWELS.findall(piece))
