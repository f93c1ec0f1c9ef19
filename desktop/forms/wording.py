"""Words of a form: a text with its translations, and how it asks to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in the form's base language with its translations by BCP 47 tag."""

    base: str = ""
    translations: Mapping[str, str] = field(default_factory=dict, hash=False)

    def in_language(self, language: str) -> str:
        """The text in ``language``, in its primary tag ("es" for "es-MX"), or in the base."""
        primary = language.partition("-")[0]
        return self.translations.get(language) or self.translations.get(primary) or self.base

    def has(self, language: str) -> bool:
        """True where nothing is left to translate into ``language``."""
        return not self.base or bool(self.translations.get(language))

    def __bool__(self) -> bool:
        return bool(self.base)


@dataclass(frozen=True, slots=True)
class Styling:
    """How a text asks to be shown beside its plain words, as it came, not yet sanitised.

    Sources: FHIR core extensions ``rendering-xhtml`` (wins over markdown), ``rendering-markdown``
    and ``rendering-style`` (CSS text, may be ignored). All three stand on the base text only.
    """

    xhtml: str = ""
    markdown: str = ""
    css: str = ""

    def __bool__(self) -> bool:
        return bool(self.xhtml or self.markdown or self.css)
