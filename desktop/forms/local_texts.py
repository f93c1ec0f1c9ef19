"""Reads a text with its translations (FHIR core extension ``translation``)."""

from collections.abc import Iterable
from types import MappingProxyType

from desktop.forms.extensions import TRANSLATION, extension_text, extensions
from desktop.forms.json_input import JsonObject, a_text, an_object
from desktop.forms.questionnaire import AnswerOption, Item
from desktop.forms.wording import LocalText


def local_text(element: JsonObject, name: str) -> LocalText:
    """The text ``name`` of an element; its translations stand on ``_name``."""
    translations: dict[str, str] = {}
    for found in extensions(an_object(element, f"_{name}"), TRANSLATION):
        language = extension_text(found, "lang", "valueCode", "valueString")
        content = extension_text(found, "content", "valueString", "valueMarkdown")
        if language and content:
            translations[language] = content
    return LocalText(a_text(element, name), MappingProxyType(translations))


def texts_of(item: Item) -> tuple[LocalText, ...]:
    """Everything of an item that a person reads and that has to be translated."""
    shown = item.presentation
    return (
        item.text,
        item.short_text,
        shown.entry_format,
        shown.open_label,
        *(rule.human for rule in item.logic.constraints),
        *(_labels(item.options)),
    )


def _labels(options: Iterable[AnswerOption]) -> tuple[LocalText, ...]:
    return tuple(option.label for option in options if not option.label.base.isdigit())


def languages_of(
    base: str, title: LocalText, items: Iterable[Item]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The complete languages, base first, and those where a text is still missing."""
    texts = [title, *(text for item in items for text in texts_of(item))]
    named = sorted({language for text in texts for language in text.translations} - {base})
    complete = [language for language in named if all(text.has(language) for text in texts)]
    return (base, *complete), tuple(language for language in named if language not in complete)
