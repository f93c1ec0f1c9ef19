"""Fills a FHIR resource that a form carries as a template (SDC template-based extraction).

Source: http://hl7.org/fhir/uv/sdc/extraction.html#template-based-extraction.
``templateExtractContext`` repeats its element for each result, which all below it reads from;
``templateExtractValue`` puts results in the place of its element. Where an expression finds
nothing, the element goes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.expression_reading import compiled_expression
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.expression import plain_environment
from desktop.forms.fhirpath.quantities import QuantityValue
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import Items
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.response_writing import JsonNode

CONTEXT = ext.SDC + "sdc-questionnaire-templateExtractContext"
VALUE = ext.SDC + "sdc-questionnaire-templateExtractValue"
_OURS = (CONTEXT, VALUE)
_UCUM = "http://unitsofmeasure.org"
_MOST_NESTING = 60
_COST = 20
"""Steps that any evaluation counts for."""


@dataclass(slots=True)
class Budget:
    """What all templates of one response may cost, in steps of evaluation."""

    left: int = 4_000_000


@dataclass(frozen=True, slots=True)
class Template:
    """Evaluates with fixed ``variables`` by name; ``name`` is the form, for refusals."""

    name: str
    now: datetime
    variables: Mapping[str, Items]
    budget: Budget

    def evaluate(self, text: str, focus: Items) -> Items:
        """What an expression of a template finds. KnownError for one that is none."""
        expression = compiled_expression({"expression": text}, self.name, "-")
        if expression is None:
            return []
        run = Run(plain_environment(self.now, {**self.variables, "context": focus}))
        try:
            found = expression.evaluate_within(run, focus)
        except EvaluationError:
            raise self._failed(text) from None
        self.budget.left -= run.steps + _COST
        if self.budget.left < 0:
            raise self._failed(text)
        return found

    def _failed(self, text: str) -> KnownError:
        return KnownError("form-template-failed", name=self.name, expression=text[:200])

    def filled(self, element: JsonObject, focus: Items, level: int = 0) -> Iterator[object]:
        """An element with all that is below it: once, several times, or not at all."""
        if level > _MOST_NESTING:
            raise KnownError("form-too-deep", name=self.name)
        for here in self._contexts(element, focus):
            value = _said(element, VALUE)
            if value:
                yield from filter(_is_there, map(_referred, self.evaluate(value, here)))
            elif made := self._fields(element, here, level):
                yield made

    def _contexts(self, element: JsonObject, focus: Items) -> list[Items]:
        said = _said(element, CONTEXT)
        return [[one] for one in self.evaluate(said, focus)] if said else [focus]

    def _fields(self, element: JsonObject, focus: Items, level: int) -> JsonNode:
        made: JsonNode = {}
        for name in dict.fromkeys(field.removeprefix("_") for field in element):
            content, beside = element.get(name), element.get(f"_{name}")
            if name == "extension":
                kept = [one for one in objects(element, name) if a_text(one, "url") not in _OURS]
                content = kept
            found = self._content(content, beside, focus, level)
            if _is_there(found):
                made[name] = found
        return made

    def _content(self, content: object, beside: object, focus: Items, level: int) -> object:
        if isinstance(content, list) or isinstance(beside, list):
            listed = content if isinstance(content, list) else []
            besides = beside if isinstance(beside, list) else []
            places = range(max(len(listed), len(besides)))
            pairs = ((_at(listed, at), _at(besides, at)) for at in places)
            return [value for one in pairs for value in self._values(*one, focus, level)]
        return next(self._values(content, beside, focus, level), None)

    def _values(
        self, content: object, beside: object, focus: Items, level: int
    ) -> Iterator[object]:
        if isinstance(content, dict):
            yield from self.filled(content, focus, level + 1)
        elif isinstance(beside, dict) and (_said(beside, VALUE) or _said(beside, CONTEXT)):
            for here in self._contexts(beside, focus):
                value = _said(beside, VALUE)
                found = self.evaluate(value, here) if value else [content]
                yield from filter(_is_there, map(_as_json, found))
        elif content is not None:
            yield content


def _at(listed: list[object], place: int) -> object:
    return listed[place] if place < len(listed) else None


def _said(element: JsonObject, url: str) -> str:
    """The expression of an extension, written as a text or as an Expression."""
    found = ext.extension(element, url)
    return a_text(found, "valueString") or a_text(an_object(found, "valueExpression"), "expression")


def _referred(result: object) -> object:
    """A text in the place of an object is what it refers to (``urn:uuid:``, ``Patient/1``)."""
    found = _as_json(result)
    return {"reference": found} if isinstance(found, str) and found else found


def _as_json(result: object) -> object:
    match result:
        case Temporal(_, text):
            return text
        case QuantityValue(amount, unit):
            return {"value": amount, "unit": unit, "system": _UCUM, "code": unit}
        case Mapping():
            return {name: _as_json(content) for name, content in result.items()}
        case list():
            return [_as_json(one) for one in result]
        case bool() | int() | str() | Decimal():
            return result
        case _:
            return None


def _is_there(found: object) -> bool:
    return found is not None and found != "" and found != {} and found != []
