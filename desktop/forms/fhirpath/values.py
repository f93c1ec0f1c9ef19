"""What FHIRPath does with single values: one of a collection, truth, equality, order and text."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeGuard

from desktop.forms.fhirpath.elements import Element, Items, WeightedNode, unwrapped
from desktop.forms.fhirpath.quantities import (
    QuantityValue,
    as_quantity,
    decimals_equivalent,
    is_calendar,
    quantities_equal,
    quantities_equivalent,
    quantity_order,
)
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal, compare, parse_temporal

__all__ = ["Items", "QuantityValue", "WeightedNode", "as_quantity"]


def is_number(value: object) -> TypeGuard[int | Decimal]:
    """True for int and Decimal; a boolean is no number."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def single(items: Sequence[object]) -> object:
    """The one item (a primitive's value), or None for none. Raises EvaluationError for several."""
    if len(items) > 1:
        raise EvaluationError("one value was expected")
    return unwrapped(items[0]) if items else None


def truth(items: Sequence[object]) -> bool | None:
    """A collection where a boolean is expected; any single value that is no boolean is true."""
    value = single(items)
    return value if isinstance(value, bool) or value is None else True


def equal(one: object, other: object) -> bool | None:
    """FHIRPath ``=`` of two items; None where the precision or the units leave it open."""
    one, other = unwrapped(one), unwrapped(other)
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Temporal) or isinstance(other, Temporal):
        return _temporals_equal(one, other)
    if isinstance(one, Element) and isinstance(other, Element):
        return one.json is other.json or one.json == other.json or _measures_equal(one, other)
    if isinstance(one, QuantityValue | Element) or isinstance(other, QuantityValue | Element):
        return _mixed_equal(one, other)
    return one == other


def _temporals_equal(one: object, other: object) -> bool | None:
    pair = _temporal_pair(one, other)
    if pair is None or (pair[0].kind == "time") != (pair[1].kind == "time"):
        return False
    result = compare(*pair)
    return None if result is None else result == 0


def _measures_equal(one: Element, other: Element) -> bool | None:
    if not _is_measure(one) or not _is_measure(other):
        return False
    return _mixed_equal(one, other)


def _is_measure(item: Element) -> bool:
    return "code" in item.json and item.json.get("system") == "http://unitsofmeasure.org"


def _mixed_equal(one: object, other: object) -> bool | None:
    left, right = as_quantity(one), as_quantity(other)
    if left is None or right is None:
        return False
    return quantities_equal(left, right)


def order(one: object, other: object) -> int | None:
    """-1, 0 or 1 for two comparable items; None where precision or units leave it open."""
    one, other = unwrapped(one), unwrapped(other)
    if is_number(one) and is_number(other):
        return _sign(one < other, one > other)
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
    return quantity_order(left, right)


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
    if len(left) == 1:
        return equal(left[0], right[0])
    results = [equal(one, other) for one, other in zip(left, right, strict=True)]
    if any(result is False for result in results):
        return False
    return None if None in results else True


def equivalent(one: object, other: object) -> bool:
    """FHIRPath ``~`` of two items: text without case and spacing, numbers by the less exact."""
    one, other = unwrapped(one), unwrapped(other)
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.lower().split()) == " ".join(other.lower().split())
    if is_number(one) and is_number(other):
        return decimals_equivalent(Decimal(one), Decimal(other))
    if isinstance(one, Element) and isinstance(other, Element) and _alike(one.json, other.json):
        return True
    left, right = as_quantity(one), as_quantity(other)
    if left is not None and right is not None:
        return quantities_equivalent(left, right)
    return equal(one, other) is True


def _alike(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        names = {name for name in (*one, *other) if name != "id"}
        return all(_alike(one.get(name), other.get(name)) for name in names)
    if isinstance(one, list) and isinstance(other, list):
        return same_members(one, other, _alike)
    if isinstance(one, dict | list) or isinstance(other, dict | list):
        return False
    return one is other or (one is not None and other is not None and equivalent(one, other))


def same_members(
    left: Sequence[object], right: Sequence[object], same: Callable[[object, object], bool]
) -> bool:
    """Whether two collections hold the same items in any order."""
    if len(left) != len(right):
        return False
    rest = list(right)
    for item in left:
        at = next((at for at, other in enumerate(rest) if same(item, other)), None)
        if at is None:
            return False
        del rest[at]
    return True


def is_in(value: object, items: Items) -> bool:
    """True when some item equals ``value``."""
    return any(equal(value, item) is True for item in items)


def distinct(items: Items) -> Items:
    """The items without repeats, first ones kept."""
    if all(type(unwrapped(item)) in _KINDS for item in items):
        first = {_key(unwrapped(item)): item for item in reversed(items)}
        return list(reversed(first.values()))
    found: Items = []
    for item in items:
        if not is_in(item, found):
            found.append(item)
    return found


_KINDS: dict[type, str] = {bool: "truth", int: "number", Decimal: "number", str: "text"}
"""Values that are equal only within their kind, and then as Python has it."""


def _key(value: object) -> tuple[str, object]:
    return _KINDS[type(value)], value


def text_of(value: object) -> str | None:
    """``toString()`` of one item; None for an object."""
    value = unwrapped(value)
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
        case QuantityValue(amount, unit):
            return f"{amount:f} {unit}" if is_calendar(unit) else f"{amount:f} '{unit}'"
        case _:
            return None
