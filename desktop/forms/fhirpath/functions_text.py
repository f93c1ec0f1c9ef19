"""FHIRPath functions on text, and conversions between types."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from desktop.forms.fhirpath.evaluator import Evaluator, Focus, Function
from desktop.forms.fhirpath.functions_collection import Arguments, whole_number
from desktop.forms.fhirpath.syntax import EvaluationError, Node
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.values import Items, QuantityValue, is_number, single, text_of

MAX_TEXT = 100_000
_DECIMAL = re.compile(r"[+-]?\d{1,300}(\.\d{1,300})?")
_WHOLE = re.compile(r"[+-]?\d{1,300}")
_TRUE = frozenset({"true", "t", "yes", "y", "1", "1.0"})
_FALSE = frozenset({"false", "f", "no", "n", "0", "0.0"})


def text_in(items: Items) -> str | None:
    """The one text of a collection; dates give their FHIR form. None when it is empty."""
    value = single(items)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Temporal):
        return value.text
    raise EvaluationError("text was expected")


def _on_text(compute: Callable[[str], object]) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        text = text_in(items)
        if text is None:
            return []
        result = compute(text)
        return list(result) if isinstance(result, list) else [result]

    return function


def _with_text(compute: Callable[[str, str], object]) -> Function:
    def function(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
        text, other = text_in(items), text_in(evaluator.evaluate(arguments[0], focus))
        if text is None or other is None:
            return []
        result = compute(text, other)
        return list(result) if isinstance(result, list) else [result]

    return function


def _substring(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    text = text_in(items)
    start = whole_number(evaluator, arguments[0], focus)
    length = whole_number(evaluator, arguments[1], focus) if len(arguments) > 1 else None
    if text is None or start is None or not 0 <= start < len(text):
        return []
    return [text[start:] if length is None else text[start : start + max(0, length)]]


def _replace(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    text, old, new = _three(evaluator, items, arguments, focus)
    if text is None or old is None or new is None:
        return []
    result = text.replace(old, new)
    if len(result) > MAX_TEXT:
        raise EvaluationError("the text is too long")
    return [result]


def _replace_matches(
    evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus
) -> Items:
    text, pattern, new = _three(evaluator, items, arguments, focus)
    if text is None or pattern is None or new is None:
        return []
    template = re.sub(r"\$(\d)", r"\\\1", new)
    try:
        return [re.sub(pattern, template, text)]
    except (re.error, IndexError):
        raise EvaluationError("the pattern is not a regular expression") from None


def _three(
    evaluator: Evaluator, items: Items, arguments: tuple[Node, ...], focus: Focus
) -> tuple[str | None, str | None, str | None]:
    one, other = (text_in(evaluator.evaluate(argument, focus)) for argument in arguments)
    return text_in(items), one, other


def _matches(text: str, pattern: str) -> bool:
    try:
        return re.search(pattern, text, re.DOTALL) is not None
    except re.error:
        raise EvaluationError("the pattern is not a regular expression") from None


def _join(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    between = text_in(evaluator.evaluate(arguments[0], focus)) if arguments else ""
    return [(between or "").join(text_of(item) or "" for item in items)] if items else []


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
    if isinstance(value, QuantityValue):
        return value
    number = _to_decimal(value) if is_number(value) else None
    return None if number is None else QuantityValue(number, "1")


def _to_temporal(kind: str) -> Callable[[object], Temporal | None]:
    def convert(value: object) -> Temporal | None:
        text = text_of(value) if isinstance(value, str | Temporal) else None
        if text is None:
            return None
        return parse_temporal(kind, text.partition("T")[0] if kind == "date" else text)

    return convert


def _to(convert: Callable[[object], object]) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        value = single(items)
        result = None if value is None else convert(value)
        return [] if result is None else [result]

    return function


def _converts_to(convert: Callable[[object], object]) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        value = single(items)
        return [] if value is None else [convert(value) is not None]

    return function


_CONVERSIONS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "Boolean": _to_boolean,
        "Integer": _to_integer,
        "Decimal": _to_decimal,
        "String": text_of,
        "Date": _to_temporal("date"),
        "DateTime": _to_temporal("dateTime"),
        "Time": _to_temporal("time"),
        "Quantity": _to_quantity,
    }
)

FUNCTIONS: Mapping[str, tuple[Function, int, int]] = MappingProxyType(
    {
        "length": (_on_text(len), 0, 0),
        "upper": (_on_text(str.upper), 0, 0),
        "lower": (_on_text(str.lower), 0, 0),
        "trim": (_on_text(str.strip), 0, 0),
        "toChars": (_on_text(list), 0, 0),
        "startsWith": (_with_text(str.startswith), 1, 1),
        "endsWith": (_with_text(str.endswith), 1, 1),
        "contains": (_with_text(lambda text, other: other in text), 1, 1),
        "indexOf": (_with_text(str.find), 1, 1),
        "split": (_with_text(lambda text, other: text.split(other) if other else [text]), 1, 1),
        "matches": (_with_text(_matches), 1, 1),
        "substring": (_substring, 1, 2),
        "replace": (_replace, 2, 2),
        "replaceMatches": (_replace_matches, 2, 2),
        "join": (_join, 0, 1),
    }
    | {f"to{name}": (_to(convert), 0, 0) for name, convert in _CONVERSIONS.items()}
    | {f"convertsTo{name}": (_converts_to(convert), 0, 0) for name, convert in _CONVERSIONS.items()}
)
