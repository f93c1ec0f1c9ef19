"""Settings of this workstation's user: theme, text scale, language. No patient data."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop.app_paths import private_folder


class ThemeChoice(StrEnum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


LANGUAGES = ("en", "es")
MOST_PEOPLE = 500
MIN_SCALE = 1.0
MAX_SCALE = 2.0


class Settings(NamedTuple):
    """Every setting with its default. ``text_scale`` is 1.0 to 2.0.

    ``language`` is that of the pages before sign-in; ``languages`` those that people chose for
    themselves, by staff id.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    language: str = "en"
    languages: Mapping[str, str] = MappingProxyType({})

    def language_of(self, staff_id: str) -> str:
        """The interface language of one person, that of the workstation until they chose."""
        return self.languages.get(staff_id, self.language)

    def bounded(self) -> "Settings":
        """The same settings with every number inside its bounds."""
        return self._replace(text_scale=min(MAX_SCALE, max(MIN_SCALE, self.text_scale)))


class SettingsFile:
    """Reads and writes one small JSON file; a damaged file gives the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def read(self) -> Settings:
        """What was saved, each unusable value replaced by its default."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return Settings()
        import json  # not before there is something to read: a first start has nothing

        try:
            saved = json.loads(text)
        except (ValueError, RecursionError):
            return Settings()
        if not isinstance(saved, dict):
            return Settings()
        return Settings(**_usable(saved)).bounded()

    def write(self, settings: Settings) -> None:
        """Replace the file in one step. Raises OSError when the folder cannot be written."""
        import json

        private_folder(self._path.parent)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(settings._asdict(), default=dict), encoding="utf-8")
        beside.replace(self._path)


def _usable(saved: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name in Settings._fields:
        value = saved.get(name)
        if name == "theme" and value in list(ThemeChoice):
            kept["theme"] = ThemeChoice(value)
        elif name == "language" and value in LANGUAGES:
            kept["language"] = value
        elif name == "languages" and isinstance(value, dict):
            kept["languages"] = _languages(value)
        elif name == "text_scale" and isinstance(value, (int, float)):
            # Bounded as it is: a float cannot hold every whole number that JSON can.
            kept["text_scale"] = float(min(MAX_SCALE, max(MIN_SCALE, value)))
    return kept


def _languages(saved: dict[Any, Any]) -> dict[str, str]:
    chosen = [(name, value) for name, value in saved.items() if value in LANGUAGES]
    return {str(name): value for name, value in chosen[:MOST_PEOPLE]}
