"""The words of the interface that stand in English alone: none of them may be seen in Spanish."""

import json
from functools import cache
from xml.etree import ElementTree

from desktop.resource_files import resources_dir

OWN_NAMES = {"English"}
"""A language is called as it calls itself, in either interface."""


@cache
def english_alone() -> frozenset[str]:
    """Every whole text of windows and messages that has other words in Spanish."""
    messages = resources_dir() / "messages"
    english = json.loads((messages / "en.json").read_text("utf-8"))
    spanish = json.loads((messages / "es.json").read_text("utf-8"))
    found = {text for key, text in english.items() if text != spanish[key]}
    spoken = set(spanish.values())
    catalogue = ElementTree.parse(resources_dir() / "i18n" / "firstlight_es.ts")
    for message in catalogue.iter("message"):
        found.add(message.findtext("source", ""))
        spoken.add(message.findtext("translation", ""))
    return frozenset(found - spoken - OWN_NAMES)


def english_in(shown: str) -> list[str]:
    """The lines of a window that are English and should be Spanish."""
    return sorted(set(shown.splitlines()) & english_alone())
