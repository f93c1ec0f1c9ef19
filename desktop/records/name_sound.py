"""How names sound: one code for names that are spelled in several ways, in English and Spanish."""

import re
import unicodedata

_CODES = {
    letter: code
    for code, letters in {
        "1": "bfpv",
        "2": "cgjkqsxz",
        "3": "dt",
        "4": "l",
        "5": "mn",
        "6": "r",
    }.items()
    for letter in letters
}
_SILENT = frozenset("hw")
_LENGTH = 4
_SUFFIXES = ("jr", "sr", "ii", "iii")
_PARTICLES = frozenset(
    ("da", "de", "del", "der", "di", "du", "el", "la", "las", "le", "los", "van", "von", "y")
)
_EAR = (
    ("ph", "f"),
    (r"^h", ""),
    ("qu", "k"),
    (r"c(?=[eiy])", "s"),
    ("c", "k"),
    ("z", "s"),
    ("v", "b"),
    ("ll", "y"),
    (r"^x|^y|g(?=[ei])", "j"),
)
"""What Spanish writes in two ways and says in one: Hernandez, Ernandes; Vazquez, Basques;
Gimenez, Jimenez, Ximenez. Applied to all names: it only makes more of them alike."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, without accents and without particles like "de la"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    words = re.findall(r"[a-z]+", letters.replace("'", ""))
    return tuple(word for word in words if word not in _PARTICLES and word not in _SUFFIXES)


def soundex(word: str) -> str:
    """A letter and three digits, "" without letters a to z.

    The Soundex Indexing System (archives.gov/genealogy/census/soundex.html): equal codes side by
    side, also across h and w, count once; a vowel between them parts them.
    """
    letters = [each for each in word.casefold() if "a" <= each <= "z"]
    if not letters:
        return ""
    code, last = letters[0].upper(), _CODES.get(letters[0], "")
    for letter in letters[1:]:
        if letter in _SILENT:
            continue
        digit = _CODES.get(letter, "")
        if digit and digit != last:
            code += digit
        last = digit
    return code[:_LENGTH].ljust(_LENGTH, "0")


def sound_of(word: str) -> str:
    """The code of a word of a name as it is said in Spanish or English."""
    for written, said in _EAR:
        word = re.sub(written, said, word)
    return soundex(word)
