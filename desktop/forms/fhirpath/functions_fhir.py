"""Functions that FHIR and SDC add to FHIRPath: extensions, weights, types, profiles, quantities.

Source: https://hl7.org/fhir/R4/fhirpath.html#functions; weight() and ordinal():
https://hl7.org/fhir/uv/sdc/STU3/expressions.html; comparable(), precision() and the boundaries:
FHIRPath 2.1 (https://build.fhir.org/ig/HL7/FHIRPath).
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.boundaries import decimal_boundary, precision_of, temporal_boundary
from desktop.forms.fhirpath.elements import (
    Element,
    Items,
    Json,
    Primitive,
    WeightedNode,
    read_member,
)
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.functions import Function, Plain, Valued
from desktop.forms.fhirpath.functions_collection import whole_number
from desktop.forms.fhirpath.quantities import QuantityValue, are_comparable, as_quantity
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.types import is_type, system_type
from desktop.forms.fhirpath.values import is_number, single

_PROFILES = "http://hl7.org/fhir/StructureDefinition/"
_WEIGHT_URLS = tuple(
    _PROFILES + name for name in ("itemWeight", "ordinalValue", "questionnaire-ordinalValue")
)


def _extension(_: Run, items: Items, arguments: list[Items]) -> Items:
    url = single(arguments[0])
    found: Items = []
    for item in items:
        extensions: Items = []
        read_member(item, "extension", extensions)
        found += [
            one for one in extensions if isinstance(one, Element) and one.json.get("url") == url
        ]
    return found


def weight_of(node: object) -> int | Decimal | None:
    """The weight of an answer, a coding or an option; None when it has none."""
    if isinstance(node, WeightedNode):
        return node.weight
    if not isinstance(node, Mapping):
        return None
    for url in _WEIGHT_URLS:
        for found in _extensions(node):
            value = found.get("valueDecimal", found.get("valueInteger"))
            if found.get("url") == url and is_number(value):
                return value
    return weight_of(node["valueCoding"]) if "valueCoding" in node else None


def _extensions(node: Json) -> list[Json]:
    found = node.get("extension")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _weight(_: Run, items: Items) -> Items:
    weights = [
        weight_of(item.json if isinstance(item, Element) else item.more)
        for item in items
        if isinstance(item, Element | Primitive)
    ]
    return [weight for weight in weights if weight is not None]


def _type(_: Run, items: Items) -> Items:
    found: Items = []
    for item in items:
        if isinstance(item, Element | Primitive):
            found.append(_described("FHIR", item.type_name or "Element"))
        else:
            found.append(_described("System", system_type(item)))
    return found


def _described(namespace: str, name: str) -> Element:
    return Element({"namespace": namespace, "name": name}, model.UNKNOWN)


def _conforms_to(_: Run, items: Items, arguments: list[Items]) -> Items:
    url, item = single(arguments[0]), items[0] if len(items) == 1 else None
    if item is None or url is None:
        return []
    name = url.removeprefix(_PROFILES) if isinstance(url, str) else ""
    if not model.is_known(name):
        raise EvaluationError("this profile is not known")
    return [is_type(item, name)]


def _comparable(_: Run, items: Items, arguments: list[Items]) -> Items:
    one, other = as_quantity(single(items)), as_quantity(single(arguments[0]))
    return [] if one is None or other is None else [are_comparable(one, other)]


def _precision(_: Run, items: Items) -> Items:
    value = single(items)
    if value is None:
        return []
    if is_number(value) or isinstance(value, Temporal):
        return [precision_of(value)]
    raise EvaluationError("a number or a date was expected")


def _boundary(high: bool) -> Callable[[Run, Items, list[Items]], Items]:
    def call(_: Run, items: Items, arguments: list[Items]) -> Items:
        places = whole_number(arguments[0]) if arguments else None
        value = single(items)
        amount = as_quantity(value) if not is_number(value) else None
        found: object = None
        if isinstance(value, Temporal):
            found = temporal_boundary(value, places, high)
        elif is_number(value):
            found = decimal_boundary(value, places, high)
        elif amount is not None:
            number = decimal_boundary(amount.value, places, high)
            found = None if number is None else QuantityValue(number, amount.unit)
        elif value is not None:
            raise EvaluationError("a number or a date was expected")
        return [] if found is None else [found]

    return call


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "extension": Valued(_extension, 1, 1),
        "ordinal": Plain(_weight),
        "weight": Plain(_weight),
        "type": Plain(_type),
        "conformsTo": Valued(_conforms_to, 1, 1),
        "comparable": Valued(_comparable, 1, 1),
        "precision": Plain(_precision),
        "lowBoundary": Valued(_boundary(high=False), 0, 1),
        "highBoundary": Valued(_boundary(high=True), 0, 1),
    }
)
