"""Which languages a form is shown in: one, or both side by side with the reader's own first."""

from enum import StrEnum

from desktop.forms.questionnaire import LocalText, Questionnaire

FIRST = "en"
SECOND = "es"


class LanguageMode(StrEnum):
    """What the segment English / Both / Español chose."""

    ENGLISH = "en"
    BOTH = "both"
    SPANISH = "es"
    BOTH_SPANISH_FIRST = "both-es"
    """Both, for somebody whose interface is Spanish; drafts and the segment call it "both"."""

    @property
    def kept(self) -> str:
        """What a draft keeps and the segment shows as chosen."""
        both = (LanguageMode.BOTH, LanguageMode.BOTH_SPANISH_FIRST)
        return LanguageMode.BOTH.value if self in both else self.value

    @property
    def is_both(self) -> bool:
        """Whether two languages stand side by side."""
        return self.kept == LanguageMode.BOTH.value

    @property
    def first(self) -> str:
        """The language of names, titles and lists, and of the left column."""
        second = (LanguageMode.SPANISH, LanguageMode.BOTH_SPANISH_FIRST)
        return SECOND if self in second else FIRST

    @property
    def alone(self) -> "LanguageMode":
        """The first language only, where there is no room for two."""
        return LanguageMode.SPANISH if self.first == SECOND else LanguageMode.ENGLISH


def mode_for(kept: str, interface_language: str) -> LanguageMode:
    """The mode that a draft keeps, as somebody with this interface language reads it."""
    mode = LanguageMode(kept)
    if mode is LanguageMode.BOTH and interface_language == SECOND:
        return LanguageMode.BOTH_SPANISH_FIRST
    return mode


def speaks_both(form: Questionnaire) -> bool:
    """Whether the form is complete in English and Spanish; one with holes is not offered."""
    spoken = {one.partition("-")[0] for one in form.languages}
    return {FIRST, SECOND} <= spoken


def usual_mode(reader_language: str, interface_language: str) -> LanguageMode:
    """What is shown until somebody chooses: both, unless staff and the person read the same."""
    if reader_language == interface_language:
        return LanguageMode(reader_language)
    return mode_for(LanguageMode.BOTH, interface_language)


def mode_of_form(
    kept: str, interface_language: str, form: Questionnaire, reader_language: str
) -> LanguageMode:
    """The mode that a draft keeps where the form speaks both; else the one it speaks.

    ``kept`` is "" while nobody has chosen.
    """
    if speaks_both(form):
        if not kept:
            return usual_mode(reader_language, interface_language)
        return mode_for(kept, interface_language)
    is_spanish = form.languages[:1] and form.languages[0].partition("-")[0] == SECOND
    return LanguageMode.SPANISH if is_spanish else LanguageMode.ENGLISH


def mode_for_person(
    reader_language: str, staff_mode: LanguageMode, form: Questionnaire
) -> LanguageMode:
    """The person's own language where the form speaks it, one language alone."""
    known = (LanguageMode.ENGLISH, LanguageMode.SPANISH)
    if speaks_both(form) and reader_language in known:
        return LanguageMode(reader_language)
    return staff_mode.alone


def two_texts(text: LocalText, mode: LanguageMode) -> tuple[str, str]:
    """The text to show, and the one beside it ("" unless both languages are shown).

    A text without a translation is shown once, in the form's own language. Either of the two may
    be the form's own, which stands as ``base`` and not among the translations.
    """
    first = text.in_language(mode.first)
    if not mode.is_both or not (text.has(FIRST) or text.has(SECOND)):
        return first, ""
    return first, text.in_language(FIRST if mode.first == SECOND else SECOND)


def shows_base(text: LocalText, mode: LanguageMode) -> bool:
    """Whether the first text shown is the form's own, which alone may carry marks."""
    return two_texts(text, mode)[0] == text.base


def one_text(text: LocalText, mode: LanguageMode) -> str:
    """The text in the mode's first language: for names, titles and lists."""
    return two_texts(text, mode)[0]
