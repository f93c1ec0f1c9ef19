"""How it was interpreted, in one line, in the interface language."""

from desktop.messages import sentence
from desktop.records.interpreting import Interpreting


def interpreting_words(noted: Interpreting, language: str) -> str:
    """Mode, language, number, and why a relative interpreted; what was not said is left out."""
    why = noted.family_reason
    parts = (
        sentence(f"interpreting.{noted.mode.value}", language),
        sentence(f"interpreting.why.{why.value}", language) if why is not None else "",
        noted.language,
        noted.interpreter_id,
    )
    return sentence("person.room.interpreter", language, how=" · ".join(filter(None, parts)))
