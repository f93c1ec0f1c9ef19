"""The value sets and code systems that a form can use: its own, those beside it, and ours."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from desktop.forms.extensions import CORE, extensions
from desktop.forms.json_input import JsonObject, a_text, objects
from desktop.resource_files import resources_dir

_SUPPLEMENT = CORE + "valueset-supplement"


@dataclass(frozen=True, slots=True)
class Terms:
    """Value sets by ``#id``, URL and ``URL|version``; code systems by URL; supplements by URL."""

    value_sets: Mapping[str, JsonObject] = field(default_factory=dict)
    code_systems: Mapping[str, JsonObject] = field(default_factory=dict)
    supplements: Mapping[str, tuple[JsonObject, ...]] = field(default_factory=dict)

    def value_set(self, url: str) -> JsonObject | None:
        """The value set of this canonical; any version where the very version is not here."""
        plain = url.partition("|")[0]
        found = self.value_sets.get(url) or self.value_sets.get(plain)
        if found is None and not url.startswith("#"):
            found = bundled_terms().value_sets.get(plain)
        return found

    def code_system(self, url: str) -> JsonObject | None:
        """The code system of this URL, ours last."""
        plain = url.partition("|")[0]
        return self.code_systems.get(plain) or bundled_terms().code_systems.get(plain)


def terms_of(contained: Iterable[JsonObject], beside: Iterable[JsonObject] = ()) -> Terms:
    """Terms of contained resources (found by ``#id`` too) and of resources given beside a form."""
    value_sets: dict[str, JsonObject] = {}
    code_systems: dict[str, JsonObject] = {}
    supplements: dict[str, tuple[JsonObject, ...]] = {}
    for is_contained, resource in (
        *((True, one) for one in contained),
        *((False, one) for one in beside),
    ):
        url, kind = a_text(resource, "url"), a_text(resource, "resourceType")
        if kind == "ValueSet":
            for name in _names(resource, url, is_contained):
                value_sets.setdefault(name, resource)
        elif kind == "CodeSystem" and a_text(resource, "content") == "supplement":
            base = a_text(resource, "supplements").partition("|")[0]
            supplements[base] = (*supplements.get(base, ()), resource)
        elif kind == "CodeSystem" and url:
            code_systems.setdefault(url, resource)
    return Terms(value_sets, code_systems, supplements)


def _names(resource: JsonObject, url: str, is_contained: bool) -> list[str]:
    names = [f"#{a_text(resource, 'id')}"] if is_contained and a_text(resource, "id") else []
    if url:
        names += [f"{url}|{a_text(resource, 'version')}", url]
    return names


def missing_supplements(value_set: JsonObject, terms: Terms) -> list[str]:
    """Supplements that a value set asks for and that are not here (``valueset-supplement``)."""
    wanted = (a_text(one, "valueCanonical") for one in extensions(value_set, _SUPPLEMENT))
    given = {a_text(one, "url") for found in terms.supplements.values() for one in found}
    return [url for url in wanted if url and url.partition("|")[0] not in given]


@cache
def bundled_terms() -> Terms:
    """The public HL7 value sets that come with Firstlight (``resources/terminology``)."""
    text = (resources_dir() / "terminology" / "hl7.json").read_text(encoding="utf-8")
    entries = objects(json.loads(text), "entry")
    return terms_of((), [entry["resource"] for entry in entries])
