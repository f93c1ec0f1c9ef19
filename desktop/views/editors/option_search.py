"""Finds options by what somebody types: any word of the label in any language, prefix or code."""

import unicodedata
from collections.abc import Mapping

from desktop.forms.answers import Coding
from desktop.forms.questionnaire import AnswerOption

MOST_MATCHES = 100
"""More matches than this are counted and not listed: typing on is quicker than reading."""


def folded(text: str) -> str:
    """Lower case without accents: what "medico" and "Médico" have in common."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


class OptionSearch:
    """Searches the options of one question; built once, asked at each keystroke."""

    def __init__(self, options: Mapping[str, AnswerOption]) -> None:
        self._texts = [(key, _text_of(option)) for key, option in options.items()]

    def find(self, typed: str) -> tuple[tuple[str, ...], int]:
        """Keys in which every typed word begins a word, then those that hold it anywhere.

        At most ``MOST_MATCHES`` keys, and how many there are in all.
        """
        words = folded(typed).split()
        at_start, inside = [], []
        for key, text in self._texts:
            if all(f" {word}" in text for word in words):
                at_start.append(key)
            elif all(word in text for word in words):
                inside.append(key)
        found = at_start + inside
        return tuple(found[:MOST_MATCHES]), len(found)


def _text_of(option: AnswerOption) -> str:
    code = option.value.code if isinstance(option.value, Coding) else ""
    texts = (option.prefix.base, option.label.base, *option.label.translations.values(), code)
    texts += option.columns
    return f" {folded(' '.join(texts))}"
