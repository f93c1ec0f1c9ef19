"""Results of expressions in words, for lines that only tell something."""

from collections.abc import Iterable, Mapping

from desktop.forms.fhirpath.values import text_of
from desktop.forms.json_input import a_text, objects
from desktop.forms.wording import LocalText


def said_words(result: object) -> str:
    """One result as it is read: a text, a number, a display, an amount; "" for what has none."""
    if not isinstance(result, Mapping):
        return text_of(result) or ""
    for name in ("display", "text"):
        if a_text(result, name):
            return a_text(result, name)
    codings = [a_text(one, "display") or a_text(one, "code") for one in objects(result, "coding")]
    amount = text_of(result.get("value")) or ""
    parts = (amount, a_text(result, "unit") if amount else "")
    return (
        next(filter(None, codings), "") or " ".join(filter(None, parts)) or a_text(result, "code")
    )


def labelled(label: LocalText, words: Iterable[str]) -> LocalText:
    """The words behind a label, in each of its languages."""
    said = ", ".join(dict.fromkeys(filter(None, words)))
    if not label:
        return LocalText(said)
    translations = {name: f"{text}: {said}" for name, text in label.translations.items()}
    return LocalText(f"{label.base}: {said}", translations)
