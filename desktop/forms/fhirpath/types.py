"""FHIRPath types of JSON values, as far as JSON shows them."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.forms.fhirpath.syntax import NotCoveredError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import Items, QuantityValue, as_quantity, typed_member

_TEXT_TYPES = frozenset(
    {"string", "String", "uri", "url", "code", "id", "markdown", "canonical", "oid", "uuid"}
)


def is_type(value: object, type_name: str) -> bool:
    """Whether one value is of ``type_name``. Raises NotCoveredError where JSON does not show it."""
    lowered = type_name[:1].lower() + type_name[1:]
    match value:
        case bool():
            return lowered == "boolean"
        case int():
            return lowered in ("integer", "positiveInt", "unsignedInt")
        case Decimal():
            return lowered == "decimal"
        case str():
            return type_name in _TEXT_TYPES
        case Temporal():
            return lowered == value.kind
        case QuantityValue():
            return lowered == "quantity"
        case Mapping():
            return _object_is_type(value, type_name)
        case _:
            return False


def _object_is_type(value: Mapping[str, object], type_name: str) -> bool:
    resource = value.get("resourceType")
    if resource is not None:
        return resource == type_name or type_name in ("Resource", "DomainResource")
    if type_name == "Quantity":
        return as_quantity(value) is not None
    if type_name == "Coding":
        return "code" in value and "value" not in value
    if type_name[:1].islower() or type_name in ("String", "Boolean", "Integer", "Decimal"):
        return False
    raise NotCoveredError


def with_type(base: Items, name: str, items: Items, type_name: str) -> Items:
    """The items of ``base.name`` that are of ``type_name``."""
    if any(isinstance(node, Mapping) and name not in node for node in base):
        chosen: Items = []
        for node in base:
            chosen.extend(typed_member(node, name, type_name))
        return chosen
    return [item for item in items if is_type(item, type_name)]
