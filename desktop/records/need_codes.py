"""Which ICD-10-CM code a coder may think of for a need: a suggestion on the screen, no more.

Codes were held against the 2025 table of ICD-10-CM (CMS; public domain). They change each October:
the year stands with the code. Whoever intervenes does not diagnose: a code is neither kept, printed
nor sent, a clinician or coder decides.
"""

from typing import NamedTuple

TABLE_YEAR = 2025


class CodeHint(NamedTuple):
    """A code, and what the table calls it."""

    code: str
    title: str


_HINTS = {
    "food-insecurity": CodeHint("Z59.41", "Food insecurity"),
    "housing-instability": CodeHint("Z59.819", "Housing instability, housed unspecified"),
    "homelessness": CodeHint("Z59.00", "Homelessness unspecified"),
    "inadequate-housing": CodeHint("Z59.10", "Inadequate housing, unspecified"),
    "utility-insecurity": CodeHint("Z59.12", "Inadequate housing utilities"),
    "transportation-insecurity": CodeHint("Z59.82", "Transportation insecurity"),
    "financial-insecurity": CodeHint("Z59.86", "Financial insecurity"),
    "material-hardship": CodeHint(
        "Z59.87", "Material hardship due to limited financial resources, not elsewhere classified"
    ),
    "health-insurance-coverage-status": CodeHint(
        "Z59.71", "Insufficient health insurance coverage"
    ),
    "educational-attainment": CodeHint("Z55.5", "Less than a high school diploma"),
    "personal-health-literacy": CodeHint("Z55.6", "Problems related to health literacy"),
    "employment-status": CodeHint("Z56.0", "Unemployment, unspecified"),
    "legal": CodeHint("Z65.3", "Problems related to other legal circumstances"),
    "stress": CodeHint("Z73.3", "Stress, not elsewhere classified"),
}


def code_hint(category: str) -> CodeHint | None:
    """The code for a category; None where no single code says what was asked."""
    return _HINTS.get(category)
