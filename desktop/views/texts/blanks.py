"""Shows the places of a text that are filled in for each person: ``[partner]``."""

import re

from desktop.errors import BugError
from desktop.messages import sentence

_PLACE = re.compile(r"\{([a-z]+)\}")
_KNOWN = frozenset({"partner", "purpose", "categories", "until", "days"})


def with_blanks(text: str, language: str, hospital: str) -> str:
    """``text`` as it will read: the hospital by name, everything else in brackets."""

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name == "hospital":
            return hospital
        if name not in _KNOWN:
            raise BugError("a consent text with a placeholder that nothing fills")
        return f"[{sentence(f'texts.blank.{name}', language)}]"

    return _PLACE.sub(word, text)
