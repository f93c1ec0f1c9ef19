"""``is``, ``as`` and ``ofType``: which type a value is of.

Source: FHIRPath N1, "Types" and "Reflection"; for FHIR, https://hl7.org/fhir/R4/fhirpath.html and
the official test suite: ``is`` follows inheritance, ``as`` and ``ofType`` on a primitive do not.
"""

from decimal import Decimal

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.elements import Element, Items, Primitive, unwrapped
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.quantities import QuantityValue, as_quantity
from desktop.forms.fhirpath.syntax import EvaluationError, Member, Node
from desktop.forms.fhirpath.temporal import Temporal

_TEXT_TYPES = frozenset(
    {"string", "uri", "url", "code", "id", "markdown", "canonical", "oid", "uuid", "base64Binary"}
)


def type_name_of(node: Node) -> str | None:
    """The type that an argument names, such as "Quantity" or "FHIR.string"; None if it is none."""
    if isinstance(node, Member) and node.base is None:
        return node.name
    if isinstance(node, Member) and isinstance(node.base, Member) and node.base.base is None:
        return f"{node.base.name}.{node.name}"
    return None


def keep_type(operator: str, operand: Code, type_name: str, run: Run, this: Items) -> Items:
    """``is``, ``as`` or ``ofType`` of a compiled operand. Raises EvaluationError."""
    items = operand(run, this)
    if not is_type_name(type_name):
        raise EvaluationError("there is no such type")
    if operator != "ofType" and len(items) > 1:
        raise EvaluationError("one value was expected")
    if operator == "is":
        return [is_type(item, type_name) for item in items]
    return [item for item in items if is_exactly(item, type_name)]


def is_type_name(type_name: str) -> bool:
    """Whether a FHIR or System type has this name."""
    namespace, _, name = type_name.rpartition(".")
    if namespace == "System":
        return name in model.SYSTEM_TYPES or model.is_known(name)
    return model.is_known(name) or (not namespace and name in model.SYSTEM_TYPES)


def is_exactly(item: object, type_name: str) -> bool:
    """Whether ``as`` keeps an item: a primitive must be of that very type."""
    if isinstance(item, Primitive) and item.type_name:
        name = type_name.removeprefix("FHIR.")
        return item.type_name == name or _is_chosen(item, name)
    return is_type(item, type_name)


def is_type(item: object, type_name: str) -> bool:
    """Whether ``is`` holds: the type of an item, or one that it inherits from."""
    namespace, _, name = type_name.rpartition(".")
    if isinstance(item, Primitive):
        if item.type_name:
            is_fhir = namespace != "System" and name in model.ancestors(item.type_name)
            return is_fhir or (not namespace and _is_chosen(item, name))
        return namespace != "System" and _looks_like(item.value, name)
    if isinstance(item, Element):
        return namespace != "System" and _element_is(item, name)
    if namespace == "FHIR":
        return False
    return system_type(item) == name or (not namespace and _looks_like(item, name))


def _is_chosen(item: Primitive, name: str) -> bool:
    # value[x] is read as valueInteger, so that forms write ofType(Integer) as often as integer.
    return item.chosen and name[:1].isupper() and item.type_name == name[:1].lower() + name[1:]


def system_type(value: object) -> str:
    """The System type of a plain value."""
    match value:
        case bool():
            return "Boolean"
        case int():
            return "Integer"
        case Decimal():
            return "Decimal"
        case Temporal(kind, _):
            return kind[:1].upper() + kind[1:]
        case QuantityValue():
            return "Quantity"
        case _:
            return "String"


def _looks_like(value: object, name: str) -> bool:
    """For a value that came without its FHIR type, such as a variable's."""
    lowered = name[:1].lower() + name[1:]
    match unwrapped(value):
        case bool():
            return lowered == "boolean"
        case int():
            return lowered in ("integer", "positiveInt", "unsignedInt")
        case Temporal(kind, _):
            return lowered == kind or (kind == "dateTime" and name == "instant")
        case str():
            return name == "String" or name in _TEXT_TYPES
        case _:
            return lowered == system_type(value).lower()


def _element_is(item: Element, name: str) -> bool:
    if item.type_name:
        return name in model.ancestors(item.type_name) or item.type_name == name
    if name == "Quantity":
        return as_quantity(item) is not None
    if name == "Coding":
        return "code" in item.json and "value" not in item.json
    names = model.element_names(name)
    return bool(item.json) and all(key.removeprefix("_") in names for key in item.json)
