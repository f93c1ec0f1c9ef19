"""Reads the options of a choice: answerOption, or a contained value set, with their weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.extensions import (
    ITEM_ANSWER_MEDIA,
    OPTION_EXCLUSIVE,
    OPTION_PREFIX,
    WEIGHTS,
    extension,
)
from desktop.forms.fhir_values import coding_in, value_in
from desktop.forms.json_input import JsonObject, a_flag, a_text, an_object, objects
from desktop.forms.local_texts import local_text
from desktop.forms.presentation_reading import media_on, styling_of
from desktop.forms.questionnaire import AnswerOption, LocalText
from desktop.forms.wording import Styling

MAX_OPTIONS = 20_000
_MAX_NESTING = 20


def weight_on(*elements: JsonObject) -> Decimal | None:
    """The first itemWeight or ordinalValue on the elements.

    Source: http://hl7.org/fhir/extensions/StructureDefinition-itemWeight.html and
    http://hl7.org/fhir/R4/extension-ordinalvalue.html.
    """
    for element in elements:
        for url in WEIGHTS:
            found = extension(element, url)
            value = found.get("valueDecimal", found.get("valueInteger"))
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                return Decimal(value)
    return None


def answer_options(item: JsonObject) -> tuple[AnswerOption, ...]:
    """The answerOption list of an item."""
    found = (_answer_option(option) for option in objects(item, "answerOption"))
    return tuple(option for option in found if option is not None)


def _answer_option(option: JsonObject) -> AnswerOption | None:
    value = value_in(option)
    if value is None:
        return None
    coding = an_object(option, "valueCoding")
    prefix = extension(option, OPTION_PREFIX) or extension(coding, OPTION_PREFIX)
    return AnswerOption(
        value,
        _label(value, coding, option),
        local_text(prefix, "valueString"),
        weight_on(option, coding),
        extension(option, OPTION_EXCLUSIVE).get("valueBoolean") is True,
        a_flag(option, "initialSelected"),
        _option_styling(coding, option),
        media_on(option, ITEM_ANSWER_MEDIA),
    )


def _option_styling(coding: JsonObject, option: JsonObject) -> Styling:
    return styling_of(coding, "display") or styling_of(option, "valueString")


def _label(value: AnswerValue, coding: JsonObject, option: JsonObject) -> LocalText:
    if isinstance(value, Coding):
        return local_text(coding, "display") if value.display else LocalText(value.code)
    if isinstance(value, str):
        return local_text(option, "valueString")
    return LocalText(str(getattr(value, "text", value)))


@dataclass(frozen=True, slots=True)
class ContainedTerms:
    """The value sets and code systems that a form carries with it."""

    value_sets: dict[str, JsonObject]
    code_systems: dict[str, JsonObject]


def contained_terms(form: JsonObject) -> ContainedTerms:
    """The contained value sets by ``#id`` and by URL, the code systems by URL."""
    value_sets: dict[str, JsonObject] = {}
    code_systems: dict[str, JsonObject] = {}
    for resource in objects(form, "contained"):
        if resource.get("resourceType") == "ValueSet":
            for name in (f"#{a_text(resource, 'id')}", a_text(resource, "url")):
                value_sets.setdefault(name, resource)
        elif resource.get("resourceType") == "CodeSystem":
            code_systems.setdefault(a_text(resource, "url"), resource)
    return ContainedTerms(value_sets, code_systems)


def value_set_options(url: str, terms: ContainedTerms) -> tuple[AnswerOption, ...] | None:
    """The options of a value set; None when the form does not carry what it needs."""
    value_set = terms.value_sets.get(url) or terms.value_sets.get(url.partition("|")[0])
    if value_set is None:
        return None
    expansion = objects(an_object(value_set, "expansion"), "contains")
    if expansion:
        codes = _flattened(expansion, "contains", _MAX_NESTING)
        return _unique(_coded_option(code, "", terms) for code in codes)
    return _composed(an_object(value_set, "compose"), terms)


def _composed(compose: JsonObject, terms: ContainedTerms) -> tuple[AnswerOption, ...] | None:
    found: list[AnswerOption | None] = []
    for include in objects(compose, "include"):
        system = a_text(include, "system")
        concepts: list[JsonObject] = objects(include, "concept")
        if not concepts:
            code_system = terms.code_systems.get(system)
            if code_system is None or objects(include, "filter"):
                return None
            concepts = list(_flattened(objects(code_system, "concept"), "concept", _MAX_NESTING))
        found.extend(_coded_option(concept, system, terms) for concept in concepts)
    return _unique(iter(found)) if found else None


def _flattened(codes: list[JsonObject], name: str, levels: int) -> Iterator[JsonObject]:
    for code in codes:
        yield code
        if levels:
            yield from _flattened(objects(code, name), name, levels - 1)


def _coded_option(code: JsonObject, system: str, terms: ContainedTerms) -> AnswerOption | None:
    if code.get("abstract") is True:
        return None
    found = coding_in(code)
    if found is None:
        return None
    coding = Coding(found.code, found.system or system, found.display)
    label = local_text(code, "display") if coding.display else LocalText(coding.code)
    weight = weight_on(code)
    if weight is None:
        weight = weight_on(_defined(coding, terms))
    return AnswerOption(coding, label, weight=weight, styling=styling_of(code, "display"))


def _defined(coding: Coding, terms: ContainedTerms) -> JsonObject:
    code_system = terms.code_systems.get(coding.system, {})
    concepts = _flattened(objects(code_system, "concept"), "concept", _MAX_NESTING)
    return next((one for one in concepts if one.get("code") == coding.code), {})


def _unique(options: Iterator[AnswerOption | None]) -> tuple[AnswerOption, ...]:
    kept: dict[tuple[str, str], AnswerOption] = {}
    for option in options:
        if option is not None and isinstance(option.value, Coding) and len(kept) < MAX_OPTIONS:
            kept.setdefault((option.value.system, option.value.code), option)
    return tuple(kept.values())
