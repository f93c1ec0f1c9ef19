"""Reads a text with its translations (FHIR core extension ``translation``, and designations)."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.forms.extensions import TRANSLATION, extension_text, extensions
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.wording import LocalText


def primary_tag(language: str) -> str:
    """``es`` of ``es-MX`` (BCP 47), in lower case."""
    return language.replace("_", "-").partition("-")[0].lower()


def local_text(element: JsonObject, name: str) -> LocalText:
    """The text ``name`` of an element; its translations stand on ``_name``."""
    translations: dict[str, str] = {}
    for found in extensions(an_object(element, f"_{name}"), TRANSLATION):
        language = extension_text(found, "lang", "valueCode", "valueString")
        content = extension_text(found, "content", "valueString", "valueMarkdown")
        if language and content:
            translations[language] = content
    return LocalText(a_text(element, name), _by_primary_tag(translations))


def with_designations(text: LocalText, concept: JsonObject) -> LocalText:
    """The display of a code with the languages of its designations (ValueSet, CodeSystem)."""
    named = {
        a_text(one, "language"): a_text(one, "value")
        for one in objects(concept, "designation")
        if a_text(one, "language") and a_text(one, "value")
    }
    if not named:
        return text
    return LocalText(text.base, _by_primary_tag({**named, **text.translations}))


def _by_primary_tag(translations: dict[str, str]) -> Mapping[str, str]:
    """Each under its tag, and under the primary tag where nothing else is: es-MX serves es."""
    for language, content in tuple(translations.items()):
        translations.setdefault(primary_tag(language), content)
    return MappingProxyType(translations)
