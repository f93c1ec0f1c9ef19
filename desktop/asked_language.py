"""Which language the command line speaks: the word ``--lang``, else the locale, else English."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from desktop.messages import LANGUAGES

LANGUAGE_WORD = "--lang"

_LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""First that is set and not empty wins (POSIX.1-2017, Base Definitions, 8.2)."""


def asked_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """One of ``LANGUAGES``, known before the words are taken apart.

    What is wrong with the words, and their help, is said in it too.
    """
    given = [*_values(words)]
    return given[-1] if given else locale_language(environment)


def locale_language(environment: Mapping[str, str]) -> str:
    """The language of the locale (``es_MX.UTF-8`` is "es"); "en" where we have none for it."""
    value = next((environment[name] for name in _LOCALE_NAMES if environment.get(name)), "")
    tag = re.split(r"[_.@-]", value.lower(), maxsplit=1)[0]
    return tag if tag in LANGUAGES else "en"


def _values(words: Sequence[str]) -> list[str]:
    after = [value for word, value in pairwise(words) if word == LANGUAGE_WORD]
    joined = [word.partition("=")[2] for word in words if word.startswith(f"{LANGUAGE_WORD}=")]
    return [value for value in (*after, *joined) if value in LANGUAGES]
