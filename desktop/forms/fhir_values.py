"""Answer values to and from FHIR's ``value[x]``."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.errors import BugError
from desktop.forms.answers import (
    AnswerValue,
    Attachment,
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    TimeOfDay,
)
from desktop.forms.json_input import JsonObject, a_text
from desktop.forms.questionnaire import ItemType

_TEXT_FIELDS = ("String", "Uri", "Url", "Markdown", "Code", "Id", "Canonical")


def value_in(element: JsonObject, stem: str = "value") -> AnswerValue | None:
    """The value of ``stem``[x] of an element; None when there is none of a known shape."""
    for name, content in element.items():
        if name.startswith(stem) and name != stem:
            value = _read(name.removeprefix(stem), content)
            if value is not None:
                return value
    return None


def _read(suffix: str, content: object) -> AnswerValue | None:
    try:
        match content:
            case bool():
                return content if suffix == "Boolean" else None
            case float():
                return _number(suffix, Decimal(repr(content)))
            case int() | Decimal():
                return _number(suffix, content)
            case str():
                return _text(suffix, content)
            case Mapping():
                return _compound(suffix, content)
            case _:
                return None
    except ValueError:
        return None


def _number(suffix: str, content: int | Decimal) -> AnswerValue | None:
    if suffix in ("Integer", "PositiveInt", "UnsignedInt"):
        return int(content) if content == int(content) else None
    return Decimal(content) if suffix == "Decimal" else None


def _text(suffix: str, content: str) -> AnswerValue | None:
    match suffix:
        case "Date":
            return PartialDate(content)
        case "DateTime" | "Instant":
            return PartialDateTime(content)
        case "Time":
            return TimeOfDay(content)
        case _:
            return content if suffix in _TEXT_FIELDS else None


def _compound(suffix: str, content: JsonObject) -> AnswerValue | None:
    match suffix:
        case "Coding":
            return coding_in(content)
        case "Quantity":
            return _quantity(content)
        case "Reference":
            return Reference(a_text(content, "reference"), a_text(content, "display"))
        case "Attachment":
            return Attachment(
                a_text(content, "contentType"),
                a_text(content, "data"),
                a_text(content, "url"),
                a_text(content, "title"),
            )
        case _:
            return None


def coding_in(content: JsonObject) -> Coding | None:
    """A coding with a code or at least a display."""
    found = Coding(a_text(content, "code"), a_text(content, "system"), a_text(content, "display"))
    return found if found.code or found.display else None


def _quantity(content: JsonObject) -> Quantity | None:
    value = content.get("value")
    value = Decimal(repr(value)) if isinstance(value, float) else value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Quantity(
        Decimal(value), a_text(content, "unit"), a_text(content, "system"), a_text(content, "code")
    )


def value_to_fhir(item_type: ItemType, value: AnswerValue) -> tuple[str, object]:
    """The field name ``value[x]`` and its content for an answer to a question of this type."""
    match value:
        case bool():
            return "valueBoolean", value
        case int():
            return ("valueDecimal" if item_type is ItemType.DECIMAL else "valueInteger"), value
        case Decimal():
            return "valueDecimal", value
        case str():
            return ("valueUri" if item_type is ItemType.URL else "valueString"), value
        case PartialDate(text):
            return "valueDate", text
        case PartialDateTime(text):
            return "valueDateTime", text
        case TimeOfDay(text):
            return "valueTime", text
        case Coding(code, system, display):
            return "valueCoding", _present(system=system, code=code, display=display)
        case Reference(reference, display):
            return "valueReference", _present(reference=reference, display=display)
        case Quantity():
            rest = _present(unit=value.unit, system=value.system, code=value.code)
            return "valueQuantity", {"value": value.value, **rest}
        case Attachment():
            return "valueAttachment", _present(
                contentType=value.content_type, data=value.data, url=value.url, title=value.title
            )
        case _:
            raise BugError("an answer value of an unknown type")


def _present(**fields: str) -> dict[str, object]:
    return {name: text for name, text in fields.items() if text}


def fitted(item_type: ItemType, value: AnswerValue) -> AnswerValue | None:
    """``value`` as a question of this type takes it; None when the type does not fit.

    A whole number fits a decimal question, a date a dateTime question; choices take any value.
    """
    match item_type:
        case ItemType.BOOLEAN:
            return value if isinstance(value, bool) else None
        case ItemType.INTEGER:
            return _fitted_integer(value)
        case ItemType.DECIMAL:
            if isinstance(value, int) and not isinstance(value, bool):
                return Decimal(value)
            return value if isinstance(value, Decimal) else None
        case ItemType.DATE:
            return value if isinstance(value, PartialDate) else None
        case ItemType.DATE_TIME:
            if isinstance(value, PartialDate):
                return PartialDateTime(value.text)
            return value if isinstance(value, PartialDateTime) else None
        case ItemType.TIME:
            return value if isinstance(value, TimeOfDay) else None
        case ItemType.STRING | ItemType.TEXT | ItemType.URL:
            return value if isinstance(value, str) else None
        case ItemType.QUANTITY:
            return value if isinstance(value, Quantity) else None
        case ItemType.ATTACHMENT:
            return value if isinstance(value, Attachment) else None
        case ItemType.REFERENCE:
            return value if isinstance(value, Reference) else None
        case ItemType.CHOICE:
            return None if isinstance(value, bool | Attachment | Quantity) else value
        case ItemType.OPEN_CHOICE:
            return None if isinstance(value, bool | Attachment | Quantity) else value
        case _:
            return None


def _fitted_integer(value: AnswerValue) -> AnswerValue | None:
    if isinstance(value, Decimal) and value.adjusted() < 30 and value == int(value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
