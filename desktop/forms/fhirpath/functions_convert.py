"""FHIRPath conversions between types: toX() and convertsToX().

Source: http://hl7.org/fhirpath/N1/#conversion.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.functions import Function, Plain, Valued
from desktop.forms.fhirpath.quantities import QuantityValue, as_quantity, is_calendar
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.ucum import convert
from desktop.forms.fhirpath.values import is_number, single, text_of

_DECIMAL = re.compile(r"[+-]?\d{1,300}(\.\d{1,300})?")
_WHOLE = re.compile(r"[+-]?\d{1,300}")
_QUANTITY = re.compile(r"([+-]?\d{1,300}(?:\.\d{1,300})?)(?:\s*'([^']{1,200})'|\s+([a-z]+))?")
_TRUE = frozenset({"true", "t", "yes", "y", "1", "1.0"})
_FALSE = frozenset({"false", "f", "no", "n", "0", "0.0"})


def _to_boolean(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    text = (text_of(value) or "").lower()
    return True if text in _TRUE else False if text in _FALSE else None


def _to_integer(value: object) -> int | None:
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, Decimal):
        return int(value) if value.adjusted() < 300 and value == int(value) else None
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else None


def _to_decimal(value: object) -> Decimal | None:
    if isinstance(value, bool | int):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else None


def _to_quantity(value: object) -> QuantityValue | None:
    if isinstance(value, str):
        return _quantity_in(value)
    if isinstance(value, bool) or is_number(value):
        return QuantityValue(Decimal(value), "1")
    return as_quantity(value)


def _quantity_in(text: str) -> QuantityValue | None:
    found = _QUANTITY.fullmatch(text)
    if found is None or (found[3] and not is_calendar(found[3])):
        return None
    return QuantityValue(Decimal(found[1]), found[2] or found[3] or "1")


def _to_temporal(kind: str) -> Callable[[object], Temporal | None]:
    def convert_to(value: object) -> Temporal | None:
        text = text_of(value) if isinstance(value, str | Temporal) else None
        if text is None:
            return None
        return parse_temporal(kind, text.partition("T")[0] if kind == "date" else text)

    return convert_to


def _to(convert_to: Callable[[object], object]) -> Plain:
    def call(_: Run, items: Items) -> Items:
        value = single(items)
        result = None if value is None else convert_to(value)
        return [] if result is None else [result]

    return Plain(call)


def _converts_to(convert_to: Callable[[object], object]) -> Plain:
    def call(_: Run, items: Items) -> Items:
        value = single(items)
        return [] if value is None else [convert_to(value) is not None]

    return Plain(call)


def _in_unit(items: Items, arguments: list[Items]) -> QuantityValue | None:
    value = single(items)
    amount = None if value is None else _to_quantity(value)
    unit = single(arguments[0]) if arguments else None
    if amount is None or not isinstance(unit, str):
        return amount
    number = convert(amount.value, amount.unit, unit)
    return None if number is None else QuantityValue(number, unit)


def _to_quantity_in(_: Run, items: Items, arguments: list[Items]) -> Items:
    amount = _in_unit(items, arguments)
    return [] if amount is None else [amount]


def _converts_to_quantity_in(_: Run, items: Items, arguments: list[Items]) -> Items:
    return [_in_unit(items, arguments) is not None] if items else []


_CONVERSIONS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "Boolean": _to_boolean,
        "Integer": _to_integer,
        "Decimal": _to_decimal,
        "String": text_of,
        "Date": _to_temporal("date"),
        "DateTime": _to_temporal("dateTime"),
        "Time": _to_temporal("time"),
    }
)

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "toQuantity": Valued(_to_quantity_in, 0, 1),
        "convertsToQuantity": Valued(_converts_to_quantity_in, 0, 1),
    }
    | {f"to{name}": _to(convert_to) for name, convert_to in _CONVERSIONS.items()}
    | {f"convertsTo{name}": _converts_to(convert_to) for name, convert_to in _CONVERSIONS.items()}
)
