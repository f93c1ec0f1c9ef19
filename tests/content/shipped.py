"""The shipped instruments and directories as plain JSON, and how to walk them."""

import json
from collections.abc import Iterator
from typing import Any

from desktop.resource_files import resources_dir

OURS = "https://firstlight.example/fhir/StructureDefinition/"
SHORT_TEXT = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
PLANS = ("plan-suicide", "plan-retaliation", "plan-partner")
FURTHER = (
    "outside-results",
    "youth-talk",
    "caregiver-talk",
    "needs-assessment",
    "injury-concern",
    "follow-up-check",
    "family-intake",
    *PLANS,
)
FORMS = ("bedside-core", "safety-plan", *FURTHER)
CONSENTS = (
    "consent-contact",
    "consent-part2",
    "consent-participation",
    "consent-photographs",
    "consent-release",
    "consent-research",
)

Json = dict[str, Any]


def instrument(name: str) -> Json:
    """One instrument of ours."""
    path = resources_dir() / "instruments" / f"{name}.json"
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def directory(name: str) -> list[Json]:
    """The organizations of one directory of ours."""
    path = resources_dir() / "directory" / f"{name}.json"
    found: list[Json] = json.loads(path.read_text(encoding="utf-8"))
    return found


def walk(items: list[Json]) -> Iterator[Json]:
    """The items and everything below them, in reading order."""
    for item in items:
        yield item
        yield from walk(item.get("item", []))


def questions(items: list[Json]) -> list[Json]:
    """What takes an answer from a person; the computed score is none."""
    kinds = ("group", "display")
    return [one for one in walk(items) if one["type"] not in kinds and not one.get("readOnly")]


def extensions(element: Json, url: str) -> list[Json]:
    """The extensions of this URL, or of this short name of ours."""
    full = url if ":" in url else OURS + url
    return [one for one in element.get("extension", []) if one["url"] == full]


def codes(complex_extension: Json, part: str) -> list[str]:
    """The codes under one part (such as "when") of a complex extension."""
    return [one["valueCode"] for one in complex_extension["extension"] if one["url"] == part]


def spanish(element: Json, field: str) -> str:
    """The Spanish of ``field``; empty where there is none."""
    for one in extensions(element.get(f"_{field}", {}), TRANSLATION):
        parts = {part["url"]: part for part in one["extension"]}
        if parts["lang"]["valueCode"] == "es":
            return str(parts["content"]["valueString"])
    return ""


def spoken(items: list[Json], language: str) -> str:
    """What is read aloud or from the page: questions and statements, without short labels."""
    lines = [
        one["text"] if language == "en" else spanish(one, "text")
        for one in walk(items)
        if one["type"] != "group"
    ]
    return "\n\n".join(lines)
