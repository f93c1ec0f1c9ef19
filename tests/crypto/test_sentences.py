"""Each failure of this room has its own sentence in both languages."""

import re
from pathlib import Path

from desktop.messages import LANGUAGES, catalogue
from desktop.storage import crypto

PARAMETERS = {
    "code.wrong-length": {"expected", "found"},
    "code.wrong-character": {"group"},
    "recovery.wrong-code": {"which"},
}


def message_ids() -> set[str]:
    """Every id that a module of the room names."""
    folder = Path(str(crypto.__file__)).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    rooms = "store|sign-in|workstation|enrolment|code|recovery|password|pin|keyring"
    return set(re.findall(rf'"((?:{rooms})\.[a-z0-9-]+)"', source))


def test_every_failure_has_a_sentence_in_both_languages() -> None:
    ids = message_ids()

    assert len(ids) > 20
    for language in LANGUAGES:
        assert ids <= set(catalogue(language))


def test_no_two_failures_share_a_sentence() -> None:
    for language in LANGUAGES:
        sentences = [catalogue(language)[message_id] for message_id in message_ids()]

        assert len(set(sentences)) == len(sentences)


def test_sentences_ask_for_the_parameters_they_get() -> None:
    for language in LANGUAGES:
        for message_id in message_ids():
            asked = set(re.findall(r"{(\w+)}", catalogue(language)[message_id]))

            assert asked == PARAMETERS.get(message_id, set())
