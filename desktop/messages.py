"""Words outside Qt: sentences by id and language, from ``resources/messages/{en,es}.json``."""

from collections.abc import Mapping
from functools import cache

from desktop.errors import BugError, KnownError
from desktop.resource_files import resources_dir

LANGUAGES = ("en", "es")
"""Interface and paper languages that are complete (BCP 47 primary tags)."""


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All sentences of one language; a language without a catalogue is a bug of ours."""
    if language not in LANGUAGES:
        raise BugError(f"no message catalogue for language {language!r}")
    import json  # only where words outside Qt are needed: the first page needs none

    path = resources_dir() / "messages" / f"{language}.json"
    sentences: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return sentences


def sentence(message_id: str, language: str = "en", /, **params: str | int) -> str:
    """The sentence ``message_id`` in ``language`` with its placeholders filled."""
    try:
        return catalogue(language)[message_id].format(**params)
    except KeyError as error:
        raise BugError(f"no sentence or parameter {error} for {message_id!r}") from None


def explain(error: KnownError, language: str = "en") -> str:
    """The user's sentence for a known error."""
    return sentence(error.message_id, language, **error.params)
