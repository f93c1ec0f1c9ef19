"""Which languages a form is shown in: one, or both side by side."""

from enum import StrEnum

from desktop.forms.questionnaire import LocalText

FIRST = "en"
SECOND = "es"


class LanguageMode(StrEnum):
    """What the segment English / Both / Español chose; the value is what a draft keeps."""

    ENGLISH = "en"
    BOTH = "both"
    SPANISH = "es"


def two_texts(text: LocalText, mode: LanguageMode) -> tuple[str, str]:
    """The text to show, and the one beside it ("" unless both languages are shown).

    A text without a translation is shown once, in the form's own language.
    """
    if mode is LanguageMode.SPANISH:
        return text.in_language(SECOND), ""
    second = text.in_language(SECOND) if mode is LanguageMode.BOTH and text.has(SECOND) else ""
    return text.in_language(FIRST), second


def one_text(text: LocalText, mode: LanguageMode) -> str:
    """The text in the mode's first language: for names, titles and lists."""
    return two_texts(text, mode)[0]
