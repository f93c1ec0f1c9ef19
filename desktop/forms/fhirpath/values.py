"""What FHIRPath values are made of: JSON nodes, members, equality, order and text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.fhirpath.syntax import EvaluationError, NotCoveredError
from desktop.forms.fhirpath.temporal import CALENDAR_UNITS, Temporal, compare, parse_temporal

Items = list[object]
"""A FHIRPath collection of bool, int, Decimal, str, Temporal, QuantityValue and JSON objects."""

_CHOICE_TYPES = (
    "Coding",
    "Boolean",
    "Decimal",
    "Integer",
    "Date",
    "DateTime",
    "Time",
    "String",
    "Quantity",
    "Uri",
    "Url",
    "Code",
    "Reference",
    "Attachment",
    "CodeableConcept",
    "Instant",
    "Range",
    "Period",
    "Age",
    "Duration",
    "Identifier",
    "Markdown",
    "Id",
    "Canonical",
    "PositiveInt",
    "UnsignedInt",
    "Ratio",
    "SampledData",
    "HumanName",
    "Address",
    "ContactPoint",
    "Annotation",
    "Signature",
    "Timing",
    "Money",
    "Oid",
    "Uuid",
    "Base64Binary",
    "Expression",
)
_TEMPORAL_SUFFIX = {"Date": "date", "DateTime": "dateTime", "Instant": "dateTime", "Time": "time"}


class WeightedNode(dict[str, object]):
    """A JSON object that knows the weight of the option it stands for; equal as plain JSON."""

    __slots__ = ("weight",)

    def __init__(self, content: Mapping[str, object], weight: Decimal) -> None:
        super().__init__(content)
        self.weight = weight


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number with its unit (UCUM code, or a calendar duration)."""

    value: Decimal
    unit: str


def is_number(value: object) -> bool:
    """True for int and Decimal; a boolean is no number."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def member(node: object, name: str) -> Items:
    """``node.name`` as a collection; ``name`` may be the stem of a choice such as value[x]."""
    if not isinstance(node, Mapping):
        return []
    if name in node:
        return _typed(node[name], _suffix_kind(name))
    for suffix in _CHOICE_TYPES:
        full = name + suffix
        if full in node:
            return _typed(node[full], _TEMPORAL_SUFFIX.get(suffix))
    if node.get("resourceType") == name:
        return [node]
    return []


def typed_member(node: object, name: str, type_name: str) -> Items:
    """``node.name`` only where the choice holds ``type_name``."""
    if not isinstance(node, Mapping):
        return []
    suffix = type_name[:1].upper() + type_name[1:]
    if name + suffix not in node:
        return []
    return _typed(node[name + suffix], _TEMPORAL_SUFFIX.get(suffix))


def _suffix_kind(name: str) -> str | None:
    if not name.startswith("value"):
        return None
    return _TEMPORAL_SUFFIX.get(name.removeprefix("value"))


def _typed(content: object, kind: str | None) -> Items:
    items: Items = list(content) if isinstance(content, list) else [content]
    if kind is not None:
        items = [_as_temporal(kind, item) for item in items]
    return [item for item in items if item is not None]


def _as_temporal(kind: str, item: object) -> object:
    return (parse_temporal(kind, item) or item) if isinstance(item, str) else item


def child_nodes(node: object) -> Items:
    """All direct children of a JSON object."""
    if not isinstance(node, Mapping):
        return []
    found: Items = []
    for name in node:
        if name != "resourceType" and not str(name).startswith("_"):
            found.extend(_typed(node[name], _suffix_kind(str(name))))
    return found


def single(items: Sequence[object]) -> object:
    """The one item, or None for none. Raises EvaluationError for several."""
    if len(items) > 1:
        raise EvaluationError("one value was expected")
    return items[0] if items else None


def truth(items: Sequence[object]) -> bool | None:
    """A collection where a boolean is expected; any single value that is no boolean is true."""
    value = single(items)
    return value if isinstance(value, bool) or value is None else True


def as_quantity(value: object) -> QuantityValue | None:
    """A quantity from its JSON object; None when it is none."""
    if isinstance(value, QuantityValue):
        return value
    if isinstance(value, Mapping):
        amount = value.get("value")
        if isinstance(amount, int | Decimal) and not isinstance(amount, bool):
            return QuantityValue(Decimal(amount), str(value.get("code") or value.get("unit") or ""))
    return None


def _same_unit(one: QuantityValue, other: QuantityValue) -> bool:
    def plain(unit: str) -> str:
        singular = unit.removesuffix("s")
        return singular if singular in CALENDAR_UNITS else unit

    return plain(one.unit) == plain(other.unit)


def equal(one: object, other: object) -> bool | None:
    """FHIRPath ``=`` of two items; None where the precision of dates leaves it open."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Temporal) or isinstance(other, Temporal):
        pair = _temporal_pair(one, other)
        if pair is None:
            return False
        order = compare(*pair)
        return None if order is None else order == 0
    if isinstance(one, QuantityValue) or isinstance(other, QuantityValue):
        left, right = as_quantity(one), as_quantity(other)
        if left is None or right is None:
            return False
        if not _same_unit(left, right):
            raise NotCoveredError
        return left.value == right.value
    return one == other


def order(one: object, other: object) -> int | None:
    """-1, 0 or 1 for two comparable items; None where precision leaves it open."""
    if is_number(one) and is_number(other):
        return _sign(one < other, one > other)  # type: ignore[operator]  # both are numbers
    if isinstance(one, Temporal) or isinstance(other, Temporal):
        pair = _temporal_pair(one, other)
        if pair is None:
            raise EvaluationError("these values have no order")
        return compare(*pair)
    if isinstance(one, str) and isinstance(other, str):
        return _sign(one < other, one > other)
    left, right = as_quantity(one), as_quantity(other)
    if left is None or right is None:
        raise EvaluationError("these values have no order")
    if not _same_unit(left, right):
        raise NotCoveredError
    return _sign(left.value < right.value, left.value > right.value)


def _sign(is_less: bool, is_more: bool) -> int:
    return -1 if is_less else int(is_more)


def _temporal_pair(one: object, other: object) -> tuple[Temporal, Temporal] | None:
    if isinstance(one, str) and isinstance(other, Temporal):
        left = parse_temporal("time" if other.kind == "time" else "dateTime", one)
        return (left, other) if left else None
    if isinstance(other, str) and isinstance(one, Temporal):
        right = parse_temporal("time" if one.kind == "time" else "dateTime", other)
        return (one, right) if right else None
    if isinstance(one, Temporal) and isinstance(other, Temporal):
        return one, other
    return None


def equal_collections(left: Items, right: Items) -> bool | None:
    """``=`` of collections: empty gives empty, order matters."""
    if not left or not right:
        return None
    if len(left) != len(right):
        return False
    results = [equal(one, other) for one, other in zip(left, right, strict=True)]
    if any(result is False for result in results):
        return False
    return None if None in results else True


def is_in(value: object, items: Items) -> bool:
    """True when some item equals ``value``."""
    return any(equal(value, item) is True for item in items)


def distinct(items: Items) -> Items:
    """The items without repeats, first ones kept."""
    found: Items = []
    for item in items:
        if not is_in(item, found):
            found.append(item)
    return found


def text_of(value: object) -> str | None:
    """``toString()`` of one item; None for an object."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case Temporal():
            return value.text
        case QuantityValue():
            return f"{value.value:f} '{value.unit}'"
        case _:
            return None
