"""What type of value an expression gives, where its text alone says so."""

from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    Literal,
    Node,
    QuantityLiteral,
    Sign,
    TypeTest,
)
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.questionnaire import ItemType

_BOOLEAN = frozenset(
    {
        *("exists", "empty", "not", "all", "allTrue", "anyTrue", "allFalse", "anyFalse"),
        *("subsetOf", "supersetOf", "isDistinct", "contains", "startsWith", "endsWith"),
        *("matches", "matchesFull", "is", "hasValue", "toBoolean", "convertsToInteger"),
        *("convertsToBoolean", "convertsToDecimal", "convertsToDate", "convertsToString"),
    }
)
_BY_CALL = {
    **dict.fromkeys(_BOOLEAN, "boolean"),
    **dict.fromkeys(("count", "length", "toInteger", "indexOf"), "integer"),
    **dict.fromkeys(("toDecimal", "sqrt", "exp", "ln", "log"), "decimal"),
    **dict.fromkeys(("toString", "join", "substring", "upper", "lower", "trim"), "string"),
    **dict.fromkeys(("replace", "replaceMatches", "encode", "decode"), "string"),
    **dict.fromkeys(("today", "toDate"), "date"),
    **dict.fromkeys(("now", "toDateTime"), "dateTime"),
    **dict.fromkeys(("timeOfDay", "toTime"), "time"),
    "toQuantity": "quantity",
}
_TRUTH = frozenset(
    {"=", "!=", "~", "!~", "<", ">", "<=", ">=", "and", "or", "xor", "implies", "in", "contains"}
)
_NUMBERS = frozenset({"integer", "decimal"})
_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.URL})
_FITS: dict[ItemType, frozenset[str]] = {
    ItemType.BOOLEAN: frozenset({"boolean"}),
    ItemType.INTEGER: _NUMBERS,
    ItemType.DECIMAL: _NUMBERS,
    ItemType.QUANTITY: _NUMBERS | {"quantity"},
    ItemType.DATE: frozenset({"date", "dateTime", "string"}),
    ItemType.DATE_TIME: frozenset({"date", "dateTime", "string"}),
    ItemType.TIME: frozenset({"time", "string"}),
    ItemType.CHOICE: frozenset({"string", "integer", "date", "time"}),
    ItemType.OPEN_CHOICE: frozenset({"string", "integer", "date", "time"}),
    ItemType.ATTACHMENT: frozenset(),
    ItemType.REFERENCE: frozenset(),
}


def fits_item(item_type: ItemType, result: str | None) -> bool:
    """Whether a result of this type can be an answer; True where the type is not known."""
    if result is None or item_type in _TEXTS:
        return True
    return result in _FITS.get(item_type, frozenset({result}))


def result_type(node: Node) -> str | None:
    """The FHIRPath type of what a tree gives (in lower camel case), None where it depends."""
    match node:
        case Literal(value):
            return _of_literal(value)
        case QuantityLiteral():
            return "quantity"
        case Sign(_, operand):
            return result_type(operand)
        case TypeTest("is", _, _):
            return "boolean"
        case Binary(operator, left, right):
            return _of_binary(operator, left, right)
        case Call(_, "iif", arguments, _):
            return _common([result_type(one) for one in arguments[1:]])
        case Call(_, name, _, _):
            return _BY_CALL.get(name)
        case _:
            return None


def _of_literal(value: object) -> str | None:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case str():
            return "string"
        case Temporal(kind, _):
            return kind
        case None:
            return None
        case _:
            return "decimal"


def _of_binary(operator: str, left: Node, right: Node) -> str | None:
    if operator in _TRUTH:
        return "boolean"
    if operator == "&":
        return "string"
    if operator in ("div", "mod"):
        return "integer"
    first, second = result_type(left), result_type(right)
    if operator == "/" and first in _NUMBERS and second in _NUMBERS:
        return "decimal"
    if operator in ("+", "-", "*") and first in _NUMBERS and second in _NUMBERS:
        return "integer" if first == second == "integer" else "decimal"
    return None


def _common(types: list[str | None]) -> str | None:
    return types[0] if types and len(set(types)) == 1 else None
