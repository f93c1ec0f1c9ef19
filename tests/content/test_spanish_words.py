"""One Spanish word for one thing, in every window and message: the table of the translations."""

import json
import re
from xml.etree import ElementTree

import pytest

from desktop.resource_files import resources_dir

OF_THE_FORMAT = "form-check-"
"""Sentences about a form's own JSON, where "key" is a word of the format."""
SHUNNED = {
    r"\bañad": "agregar",
    r"\bclaves?\b": "llave, or contraseña",
    r"\bestación\b": "equipo",
    r"\bescritorio de\b": "mesa, or entrega de paquetes",
}


def spoken() -> dict[str, str]:
    """Every Spanish text with where it stands."""
    found = json.loads((resources_dir() / "messages" / "es.json").read_text("utf-8"))
    said = {key: text for key, text in found.items() if not key.startswith(OF_THE_FORMAT)}
    catalogue = ElementTree.parse(resources_dir() / "i18n" / "firstlight_es.ts")
    for message in catalogue.iter("message"):
        said[message.findtext("source", "")] = message.findtext("translation", "")
    return said


@pytest.mark.parametrize(("pattern", "instead"), SHUNNED.items(), ids=SHUNNED.values())
def test_one_word_for_one_thing(pattern: str, instead: str) -> None:
    other = {key: text for key, text in spoken().items() if re.search(pattern, text.lower())}

    assert other == {}, f"say {instead}"
