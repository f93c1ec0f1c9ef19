"""Writes resources/fhir/r4-types.txt again: ``python -m tests.forms.fhirpath.make_r4_types``.

Source of the facts: the FHIR R4 (4.0.1) definitions, https://hl7.org/fhir/R4 (HL7, CC0), read from
the model tables that fhirpathpy (MIT, a development dependency) makes of them.
"""

import json
from importlib.resources import files
from pathlib import Path

import fhirpathpy

TARGET = Path(__file__).parents[3] / "resources" / "fhir" / "r4-types.txt"

_RESOURCES = """
AllergyIntolerance Appointment Basic Bundle CarePlan CareTeam CodeSystem Communication Composition
Condition Consent Coverage Device DiagnosticReport DocumentReference Encounter EpisodeOfCare
ExplanationOfBenefit FamilyMemberHistory Flag Goal Group Immunization Library List Location
Medication MedicationRequest MedicationStatement Observation OperationOutcome Organization
Parameters Patient Person Practitioner PractitionerRole Procedure Provenance Questionnaire
QuestionnaireResponse RelatedPerson RiskAssessment ServiceRequest StructureDefinition Task ValueSet
"""
RESOURCES = _RESOURCES.split()

HEADER = """\
# FHIR R4 (4.0.1) types: type, its parent, then its elements with their types.
# Source: https://hl7.org/fhir/R4 (HL7, CC0). "name[x] A|B" is a choice; "@path" is defined there.
# A line without elements is a known type whose elements are not listed.
# Made by: python -m tests.forms.fhirpath.make_r4_types
"""

_NOT_LISTED = frozenset({"SimpleQuantity", "MoneyQuantity", "ElementDefinition"})
_OVERRIDES = {"Resource.id": "id", "Extension.url": "uri"}
_FROM_PARENT = {
    "Resource": frozenset(),
    "DomainResource": frozenset({"id", "meta", "implicitRules", "language"}),
}


def _model(name: str) -> dict:
    text = files(fhirpathpy).joinpath("models", "r4", f"{name}.json").read_text("utf-8")
    return json.loads(text)


def table() -> str:
    """The whole table as text."""
    parents = _model("type2Parent") | {"Element": "", "Resource": ""}
    wanted = [name for name in parents if _has_elements(name, parents)]
    elements = _elements(set(wanted))
    lines = []
    for name in sorted(parents):
        if name in _NOT_LISTED:
            continue
        lines.append(_line(name, parents[name], elements.get(name, {}), parents, elements))
        inner = sorted(path for path in elements if path.startswith(name + "."))
        lines += [_line(p, "BackboneElement", elements[p], parents, elements) for p in inner]
    return HEADER + "\n".join(lines) + "\n"


def _has_elements(name: str, parents: dict[str, str]) -> bool:
    if parents[name] in ("DomainResource", "Resource"):
        return name in RESOURCES or name == "DomainResource"
    return not (name.startswith("Substance") or name in _NOT_LISTED)


def _elements(wanted: set[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    choices = _model("choiceTypePaths")
    elsewhere = {path: "@" + target for path, target in _model("pathsDefinedElsewhere").items()}
    for path, type_name in (_model("path2Type") | elsewhere).items():
        owner, _, name = path.rpartition(".")
        if path.split(".")[0] not in wanted:
            continue
        type_name = _OVERRIDES.get(path, type_name).replace("System.String", "string")
        stem = next((s for s in choices if _is_choice(path, s, choices[s])), None)
        if stem is None:
            found.setdefault(owner, {})[name] = type_name
            continue
        listed = found.setdefault(owner, {})
        key = stem.rpartition(".")[2] + "[x]"
        listed[key] = f"{listed[key]}|{type_name}" if key in listed else type_name
    return found


def _is_choice(path: str, stem: str, suffixes: list[str]) -> bool:
    return path.startswith(stem) and path.removeprefix(stem) in suffixes


def _line(
    name: str,
    parent: str,
    own: dict[str, str],
    parents: dict[str, str],
    elements: dict[str, dict[str, str]],
) -> str:
    inherited: dict[str, str] = {}
    above = parent
    while above:
        inherited |= elements.get(above, {})
        above = parents.get(above, "")
    shown = [
        f"{element} {type_name}"
        for element, type_name in sorted(own.items())
        if element not in inherited and element not in ("extension", "modifierExtension", "id")
    ]
    if name in ("Element", "BackboneElement", "Resource", "DomainResource"):
        shown = [
            f"{element} {type_name}"
            for element, type_name in sorted(own.items())
            if element not in _FROM_PARENT.get(name, frozenset())
        ]
    inner = {path.removeprefix(name + ".") for path in elements if path.rpartition(".")[0] == name}
    shown += [f"{one} {name}.{one}" for one in sorted(inner)]
    return f"{name}:{parent};" + ";".join(sorted(shown))


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(table(), "utf-8")
