"""Notices free text that reads like the incident, so that the screen can say so gently.

Words and phrases only, offline, in English and Spanish, whatever the language of the form. The
text is neither kept nor logged here, and nothing is refused or changed.

It misses: other languages; slang, nicknames and misspelled words that are not in the lists; a name,
a plate or an address by itself; a story told without any of these words ("it was the two from the
corner, again"); a word across two boxes; "his name is Marcus" beside somebody of one's own ("my
cousin"). It also notices some harmless text ("the witness stand in a film"). A person reads better
than this does: it is a nudge, no filter.
"""

import re
import unicodedata
from functools import cache

from desktop.records.evidence_phrases import (
    ENGLISH,
    NAMES,
    NAMES_BY_PRONOUN,
    OWN_PEOPLE,
    SPANISH,
)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


def _plain(text: str) -> str:
    """Lower case, single spaces, no accents: people type "apuñalo" and "apuñaló"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(letters.split())


def _tells_a_name(plain: str) -> bool:
    if _pattern(NAMES).search(plain) is not None:
        return True
    is_own = _pattern(OWN_PEOPLE).search(plain) is not None
    return not is_own and _pattern(NAMES_BY_PRONOUN).search(plain) is not None


def reads_like_evidence(text: str, *, asks_a_name: bool = False) -> bool:
    """Whether English or Spanish text reads like the incident: what happened, who did it, who saw
    it, a weapon, a plate, a gang, getting even.

    ``asks_a_name``: the box asks for a person's name, so that "his name is" tells nothing there.
    A hint only: nothing is refused or changed because of it. A court can order notes to be shown
    (45 CFR 164.512(e)), so the record holds no story of the incident. What is missed stands above.
    """
    plain = _plain(text)
    if _pattern(ENGLISH + SPANISH).search(plain) is not None:
        return True
    return not asks_a_name and _tells_a_name(plain)
