"""What the help page shows of the display settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpState:
    """``theme`` is "system", "light" or "dark"; ``scale`` is 1.0 to 2.0."""

    language: str = "en"
    theme: str = "system"
    scale: float = 1.0
    version: str = ""
