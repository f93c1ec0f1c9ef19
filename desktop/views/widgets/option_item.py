"""What one answer to choose shows."""

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class OptionItem:
    """One answer to choose: ``key`` names it, ``second`` is the other language, ``note`` stands
    at the right (a phone number); ``is_exclusive`` clears the others (FHIR optionExclusive);
    ``closed_reason`` says why it cannot be chosen now."""

    key: str
    text: str
    second: str = ""
    note: str = ""
    is_exclusive: bool = False
    closed_reason: str = ""
    rich: str = ""
    """``text`` with its marks, already sanitised."""
    picture: QImage | None = None
    """Stands below the words, which say what it shows."""
    hint: str = ""
    """One quiet line below the words, what the answer means; not beside a second language."""
